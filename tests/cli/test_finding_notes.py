"""What a person wrote beside findings is kept from run to run, and lost nowhere."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import workbooks
from pilotdiff.decisions import load
from pilotdiff.decisions.finding_notes import KEY, finding_keys
from pilotdiff.decisions.own_verdicts import holds_own_verdicts
from pilotdiff.model import Finding, Severity, UserError, msg
from pilotdiff.report.papers import WORKBOOK

TOUR = Path(__file__).parents[2] / "docs/tour"
LISTS = TOUR / "pilots-2023.txt", TOUR / "results-2024.csv"
SHEETS = {"en": "Findings", "zh": "核查结果"}
TITLES = {"en": ("Verified", "Disposition"), "zh": ("核实情况", "处理意见")}


@pytest.fixture(params=["en", "zh"])
def noted(request: pytest.FixtureRequest, run: Callable[..., Any], tmp_path: Path) -> Any:
    """A language, and papers in it on whose second finding a person has written."""
    language = request.param
    papers = tmp_path / "first"
    assert run("match", *LISTS, "-o", papers, "-q", "--lang", language).code == 0
    write(papers / WORKBOOK, language, 3, ("已核实", "请民政局更正"))
    return language, papers


def write(path: Path, language: str, row: int, texts: tuple[str, str]) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book[SHEETS[language]]
    for title, text in zip(TITLES[language], texts, strict=True):
        sheet.cell(row, workbooks.column(sheet, title)).value = text
    book.save(path)


def texts(path: Path, language: str) -> list[tuple[str, ...]]:
    sheet = openpyxl.load_workbook(path)[SHEETS[language]]
    at = [workbooks.column(sheet, title) - 1 for title in (*TITLES[language], KEY)]
    rows = sheet.iter_rows(min_row=2, values_only=True)
    return [tuple(str(row[place] or "") for place in at) for row in rows]


def test_notes_are_handed_back_with_the_workbook(
    noted: Any, run: Callable[..., Any], tmp_path: Path
) -> None:
    language, papers = noted
    again = tmp_path / "again"
    done = run("match", *LISTS, "--decisions", papers / WORKBOOK, "-o", again, "--lang", language)
    assert ("1 finding has a note" in done.out) == (language == "en")
    assert texts(again / WORKBOOK, language) == texts(papers / WORKBOOK, language)
    from docx import Document

    cells = [
        cell.text
        for table in Document(str(again / "working-paper.docx")).tables
        for row in table.rows
        for cell in row.cells
    ]
    assert {"已核实", "请民政局更正"} <= {*cells}


def test_notes_are_taken_over_from_earlier_papers(
    noted: Any, run: Callable[..., Any], tmp_path: Path
) -> None:
    language, papers = noted
    again = tmp_path / "again"
    done = run("match", *LISTS, "--against", papers, "-o", again, "--lang", language)
    assert (papers / WORKBOOK).name in done.err
    assert texts(again / WORKBOOK, language) == texts(papers / WORKBOOK, language)


def test_a_note_on_what_is_no_finding_any_more_is_kept(
    noted: Any, run: Callable[..., Any], tmp_path: Path
) -> None:
    language, papers = noted
    shorter = tmp_path / "pilots-2023.txt"
    lines = LISTS[0].read_text("utf-8").splitlines(keepends=True)
    shorter.write_text("".join(lines[:16]), "utf-8")
    again = tmp_path / "again"
    assert run("match", shorter, LISTS[1], "--against", papers, "-o", again, "-q").code == 0
    (kept,) = [row for row in texts(again / WORKBOOK, "en") if row[0]]
    assert kept in texts(papers / WORKBOOK, language)


def test_a_workbook_with_notes_is_not_written_over(noted: Any, run: Callable[..., Any]) -> None:
    language, papers = noted
    assert holds_own_verdicts(papers / WORKBOOK, None)
    assert run("match", *LISTS, "-o", papers, "-q", "--lang", language).code == 2


@pytest.mark.parametrize("heading", ["Verified", KEY])
@pytest.mark.parametrize("noted", ["en"], indirect=True)
def test_a_heading_that_was_typed_anew_is_refused(noted: Any, heading: str) -> None:
    _, papers = noted
    book = openpyxl.load_workbook(papers / WORKBOOK)
    sheet = book["Findings"]
    sheet.cell(1, workbooks.column(sheet, heading)).value = "Checked"
    book.save(papers / WORKBOOK)
    with pytest.raises(UserError, match="sheet Findings, row 1: no heading says"):
        load(papers / WORKBOOK)


def finding(line: int, said: str) -> Finding:
    return Finding("code", Severity.NOTE, "a.txt", line, msg(said))


def test_a_finding_is_known_again_on_another_line_and_twins_are_told_apart() -> None:
    one, moved, other = finding(3, "x"), finding(9, "x"), finding(3, "y")
    assert finding_keys([one]) == finding_keys([moved])
    assert len({*finding_keys([one, moved, other])}) == 3
