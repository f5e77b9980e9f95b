"""What pilotdiff wrote of two lists, given back to it as a list."""

from pathlib import Path
from typing import Literal

import pytest

import pilotdiff
from pilotdiff import UserError

PILOTS = "2022年试点名单\n1.清岗市白溪县东岭镇\n2.清岗市白溪县河口镇\n3.清岗市石桥县柳沟乡\n"
RESULTS = "2023年示范名单\n1.清岗市白溪县东岭镇\n2.清岗市石桥县柳沟镇\n"
WANTED = ["清岗市白溪县东岭镇", "清岗市白溪县河口镇", "清岗市石桥县柳沟乡"]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", ["diff.csv", "reconciliation.xlsx"])
def test_papers_hold_the_units_of_the_pilots(
    tmp_path: Path, language: Literal["en", "zh"], name: str
) -> None:
    report = pilotdiff.reconcile(PILOTS, RESULTS)
    pilotdiff.write_papers(report, tmp_path / "papers", headings=language, language=language)
    (paper,) = (tmp_path / "papers").glob(name)
    found = pilotdiff.read(paper).units
    assert sorted(unit.name for unit in found) == WANTED


def test_a_page_is_no_list(tmp_path: Path) -> None:
    report = pilotdiff.reconcile(PILOTS, RESULTS)
    page = pilotdiff.write_page(report, tmp_path / "page.html")
    with pytest.raises(UserError, match=r"diff\.csv"):
        pilotdiff.read(page)
