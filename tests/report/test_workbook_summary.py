"""The numbers on the summary: right as they are kept, and right when counted anew."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from rich.cells import cell_len

import making
import workbooks
from pilotdiff.model import Outcome, Units
from pilotdiff.report.report_types import build

TOWN = ("甲省", "乙市", "丙县", "丁镇")


def hostile() -> Any:
    """Places and categories that a spreadsheet would take for patterns or conditions."""
    rows = list(making.small().rows)
    for number, name in enumerate(("*市", "?市", "~乙市", ">5", "=乙市", "<>", "")):
        unit = making.unit("甲省", name, "子县", id=f"h{number}", category=name)
        rows.append(making.row("dropped", unit))
    return making.report(rows)


def blocks(sheet: Any) -> Any:
    """The tables of the summary by their titles: each line by its first two cells."""
    found, title, lines = {}, "", [[*row] for row in sheet.iter_rows(values_only=True)]  # type: ignore[var-annotated]
    for at, (first, *rest) in enumerate(lines):
        if first and at + 1 < len(lines) and lines[at + 1][0] in ("Outcome", "Place", "Category"):
            title = first
            found[title] = {}
        elif title and first not in ("Outcome", "Place", "Category", None):
            found[title][first, (title.startswith("By") and rest[0]) or ""] = rest
        elif not first:
            title = ""
    return found


def test_the_totals_are_those_of_the_rows(tmp_path: Path) -> None:
    sheet = workbooks.opened(workbooks.written(making.small(), tmp_path / "w.xlsx"))["Summary"]
    tables = blocks(sheet)
    totals = tables["Outcomes by level"]
    assert totals["Not eligible", ""][:4] == [1, 0, 1, 0.2]
    assert totals["New", ""][:3] == [0, 1, 1]
    assert totals["Rows in all", ""][:3] == [1, 5, 6]
    balance = tables["Balance"]
    assert balance["Sum of the rows", ""][:2] == balance["Units of the list", ""][:2] == [5, 4]
    assert balance["Both are equal", ""][:2] == ["yes", "yes"]
    places = tables["By prefecture"]
    assert places["乙市", ""][1:9] == [1, 1, 1, 1, 1, 0, 5, pytest.approx(2 / 3)]
    assert places["辛市", ""][1:9] == [0, 0, 0, 0, 0, 1, 1, 0]
    categories = tables["By category"]
    assert categories["便民型", "community"][1:8] == [1, 1, 0, 0, 0, 0, 2]
    assert categories["(not stated)", "county"][1:9] == [0, 0, 0, 1, 0, 0, 1, None]


def test_a_balance_that_does_not_hold_would_be_seen(tmp_path: Path) -> None:
    report = making.small()
    extra = Units(report.pilots.listing, (*report.pilots.units, making.unit("甲省")))
    lost = build(extra, report.results, report.rows)
    sheet = workbooks.opened(workbooks.written(lost, tmp_path / "w.xlsx"))["Summary"]
    assert blocks(sheet)["Balance"]["Both are equal", ""][:2] == ["no", "yes"]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("report", [making.small(), hostile()], ids=["small", "hostile"])
def test_counted_anew_by_libreoffice_the_numbers_are_the_same(
    tmp_path: Path, report: Any, language: str
) -> None:
    path = workbooks.written(report, tmp_path / "w.xlsx", language)
    name = workbooks.opened(path).sheetnames[0]
    kept = [list(row) for row in workbooks.opened(path)[name].iter_rows(values_only=True)]
    anew = workbooks.opened(workbooks.saved_anew(path, "xlsx", recalculated=True))[name]
    counted = [list(row) for row in anew.iter_rows(values_only=True, max_row=len(kept))]
    for ours, theirs in zip(kept, counted, strict=True):
        for one, other in zip(ours, theirs, strict=False):
            assert (one or None) == pytest.approx(other or None)


def test_the_recalculation_of_the_test_above_does_happen(tmp_path: Path) -> None:
    path = workbooks.written(making.small(), tmp_path / "w.xlsx")
    book = load_workbook(path)
    for row in book["All rows"].iter_rows(min_row=2, max_col=1):
        row[0].value = "Dropped"
    book.save(path)
    anew = workbooks.opened(workbooks.saved_anew(path, "xlsx", recalculated=True))["Summary"]
    assert blocks(anew)["Outcomes by level"]["Dropped", ""][2] == 6


def test_the_lists_are_told_with_what_identifies_them(tmp_path: Path) -> None:
    report = making.small()
    facts = {"title": "试点名单", "issuer": "=省厅", "number": "1号", "date": "2022-04-03"}
    pilots = making.units("pilots.txt", report.pilots.units, **facts)  # type: ignore[arg-type]
    named = build(pilots, report.results, report.rows)
    sheet = workbooks.opened(workbooks.written(named, tmp_path / "w.xlsx"))["Summary"]
    lines = {row[0]: (row[1], row[5]) for row in sheet.iter_rows(values_only=True) if row[0]}
    assert lines["Title"] == ("试点名单", None)
    assert lines["Issuer"] == ("=省厅", None)
    assert lines["Document number"] == ("1号", None)
    assert lines["Date"][0] == "2022-04-03"
    assert lines["File"] == ("pilots.txt", "results.txt")
    assert lines["SHA-256"] == ("0" * 64, "0" * 64)
    assert lines["Units"] == (5, 4)


def test_every_outcome_has_its_line(tmp_path: Path) -> None:
    sheet = workbooks.opened(workbooks.written(making.whole(), tmp_path / "w.xlsx"))["Summary"]
    assert len(blocks(sheet)["Outcomes by level"]) == len(Outcome) + 1


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_word_in_a_table_is_cut_off_below(tmp_path: Path, language: str) -> None:
    """A word for a level may take two lines of its narrow column."""
    rows = making.report(making.small().rows)
    path = workbooks.written(rows, tmp_path / "w.xlsx", language=language)
    sheet = load_workbook(path)[load_workbook(path).sheetnames[0]]
    widths = {"A": sheet.column_dimensions["A"].width, "B": sheet.column_dimensions["B"].width}
    merged = {cell for area in sheet.merged_cells.ranges for cell in area.cells}
    checked = 0
    for row in sheet.iter_rows(max_col=2):
        for cell in row:
            if cell.data_type != "s" or (cell.row, cell.column) in merged:
                continue
            if not cell.alignment.wrap_text:
                continue
            lines = -(-cell_len(cell.value) // int(widths[cell.column_letter]))
            assert (sheet.row_dimensions[cell.row].height or 15) >= 14 * lines, cell.value
            checked += 1
    assert checked > 10
