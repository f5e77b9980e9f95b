"""The places that rows are counted by: every pilot in one, and two of one name stay two."""

from pathlib import Path
from typing import Any

import pytest
from docx import Document

import making
import workbooks
from casefile import cases
from pilotdiff.language import ENGLISH
from pilotdiff.model import Level, Outcome, Row
from pilotdiff.report import pilot_shares
from pilotdiff.report.page import charts
from pilotdiff.report.row_places import confirming_depth, place_names, place_of
from pilotdiff.report.word_papers import docx_file
from pilotdiff.report.word_papers.paper_parts import Ruled
from pilotdiff.report.word_papers.place_sheets import place_sheets


def dropped(*paths: tuple[str, ...]) -> tuple[Row, ...]:
    return tuple(
        making.row(Outcome.DROPPED, making.unit(*path, id=str(at))) for at, path in enumerate(paths)
    )


# Two cities of one name, a city that is a province, a county of a province, and none stated.
MANY = dropped(
    ("甲省", "乙市", "丙县", "丁镇"),
    ("戊省", "乙市", "丙县", "丁镇"),
    ("己市", "", "庚区", "丁镇"),
    ("甲省", "", "辛市", "丁镇"),
    ("", "", "", "壬镇"),
)


@pytest.mark.parametrize("case", cases("report_parts", "prefecture"))
def test_among_prefectures_stands_what_has_none(case: dict[str, Any]) -> None:
    assert place_of(making.unit(*case["path"]), Level.PREFECTURE.depth) == tuple(case["wanted"])


def test_two_places_of_one_name_are_called_by_their_paths() -> None:
    places = [("甲省", "乙市"), ("戊省", "乙市"), ("甲省", "", "辛市"), ()]
    assert list(place_names(places).values()) == ["甲省乙市", "戊省乙市", "辛市", ""]


def test_every_pilot_is_in_one_share() -> None:
    level, shares = pilot_shares.by_place(MANY)
    assert level is Level.PREFECTURE
    assert [(share.name, share.of) for share in shares] == [
        ("甲省乙市", 1),
        ("戊省乙市", 1),
        ("己市", 1),
        ("辛市", 1),
        ("", 1),
    ]
    links = [bar.link for bar in charts.bars(MANY)[1]]
    assert len(set(links)) == len(links)


NAMED = dict.fromkeys(("甲省乙市", "戊省乙市", "己市", "辛市", "(not stated)"), 1)


def _counted(path: Path) -> dict[object, object]:
    """Return the totals of the places on the summary of a workbook."""
    rows = list(workbooks.opened(path).worksheets[0].iter_rows(values_only=True))
    head = next(at for at, row in enumerate(rows) if row[0] == "Place")
    total = rows[head].index("Total")
    return {row[0]: row[total] for row in rows[head + 1 : head + 7]}


def test_the_workbook_counts_each_place_alone(tmp_path: Path) -> None:
    path = workbooks.written(making.report(MANY), tmp_path / "out.xlsx")
    assert _counted(path) == {**NAMED, "Total": 5}


@pytest.mark.process
def test_a_spreadsheet_counts_each_place_alone(tmp_path: Path) -> None:
    path = workbooks.written(making.report(MANY), tmp_path / "out.xlsx")
    assert _counted(workbooks.saved_anew(path, "xlsx", recalculated=True)) == {**NAMED, "Total": 5}


def test_each_place_confirms_its_own(tmp_path: Path) -> None:
    blocks = place_sheets(making.report(MANY), ENGLISH)
    docx_file.write_docx(blocks, tmp_path / "sheets.docx", "", ENGLISH)
    texts = [one.text for one in Document(str(tmp_path / "sheets.docx")).paragraphs]
    titles = [text for text in texts if text.startswith("Confirmation sheet")]
    assert titles == [
        f"Confirmation sheet: {name}"
        for name in ("甲省乙市", "戊省乙市", "己市", "辛市", "(not stated)")
    ]


def test_counties_confirm_where_all_lie_in_one_prefecture() -> None:
    one = dropped(("甲省", "乙市", "丙县", "丁镇"), ("甲省", "乙市", "戊县", "丁镇"))
    assert confirming_depth(one) == Level.COUNTY.depth
    assert confirming_depth(one[:1]) == Level.PREFECTURE.depth
    assert confirming_depth(MANY) == Level.PREFECTURE.depth


def test_a_result_of_another_place_is_named_whole() -> None:
    pilot = making.unit("甲省", "乙市", "丙县", "丁镇")
    result = making.unit("甲省", "戊市", "丙县", "丁镇")
    other = making.unit("甲省", "戊市", "丙县", "己镇")
    rows = making.row(Outcome.RENAMED, pilot, result), making.row(Outcome.DROPPED, other)
    parts = place_sheets(making.report(rows), ENGLISH)
    (line,) = next(part for part in parts if isinstance(part, Ruled)).rows
    assert list(line[1:3]) == ["丙县丁镇", "甲省戊市丙县丁镇"]
