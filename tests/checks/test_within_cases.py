"""What one document shows by itself, on made-up lists: tests/cases/checks_within.toml."""

from typing import Any

import pytest

from breaking import from_page
from casefile import cases
from office_files import cell, sheet, xlsx
from pilotdiff.checks import check
from pilotdiff.checks.finding_codes import WITHIN
from pilotdiff.filing import filed
from pilotdiff.listing import outline
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve

_IN_WORKBOOKS = {"sheet-beside"}


@pytest.mark.parametrize("case", cases("checks_within", "case"))
def test_what_is_found_within(case: dict[str, Any]) -> None:
    found = check([from_page("list.txt", case["text"].split("\n"))])
    assert sorted(f"{finding.code} {finding.line}" for finding in found) == case["wanted"]


def _sheet(*rows: str) -> str:
    """The XML of a sheet of these rows, the cells of each parted by |."""
    cells = (
        "".join(
            cell(f"{column}{at}", text) for column, text in zip("ABC", row.split("|"), strict=True)
        )
        for at, row in enumerate(rows, 1)
    )
    return sheet(dict(enumerate(cells, 1)))


def test_a_sheet_beside_the_list_is_told() -> None:
    sheets = {
        "名单": _sheet("市|县|乡镇", "甲市|丙县|白石镇", "甲市|丙县|长岭乡", "乙市|丁县|双河镇"),
        "汇总": _sheet("序号|市|数", "1|甲市|2", "2|乙市|1"),
    }
    document = read_bytes("list.xlsx", xlsx(sheets))
    found = check([filed(resolve(outline(document)))])
    assert [each.line for each in found if each.code in _IN_WORKBOOKS] == [6]


@pytest.mark.parametrize(
    ("pager", "wanted"),
    [("上一页 1 2 3 下一页", ["pages-missing"]), ("上一篇 下一篇", []), ("1 2 3", [])],
)
def test_the_pages_that_a_site_leads_to_are_missing(pager: str, wanted: list[str]) -> None:
    page = f"<h1>示范乡镇名单</h1><p>1．丙县白石镇</p><p>2．丙县长岭乡</p><div>{pager}</div>"
    found = check([from_page("list.html", [page])])
    assert [each.code for each in found if each.code == "pages-missing"] == wanted


def test_every_code_has_a_case() -> None:
    """Here, among the breaks, or among what stands on the first screen."""
    wanted = {
        line.split()[0] for p in cases("checks_within", "case") for line in p.values[0]["wanted"]
    }
    for file in ("breaks_lists", "breaks_pages"):
        wanted |= {p.values[0]["wanted"].split()[0] for p in cases(file, "break")}
    told = (line for p in cases("foremost", "one") for line in p.values[0]["wanted"])
    wanted |= {line.split()[0] for line in told}
    wanted |= _IN_WORKBOOKS
    assert wanted >= {each.code for each in WITHIN}
