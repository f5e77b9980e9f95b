"""The workbook as the command writes it and takes it back."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import workbooks
from pilotdiff.report.papers import WORKBOOK

SAID = [("Verdict", "different units"), ("Decided by", "王"), ("Decided on", "2026-01-02")]


@pytest.fixture
def papers(run: Callable[..., Any], tmp_path: Path) -> Any:
    """The working papers of the shipped example."""
    done = run("match", "-o", tmp_path / "papers", "-q")
    assert (done.code, done.err) == (0, "")
    return tmp_path / "papers"


def rows(text: str) -> list[Any]:
    return list(csv.DictReader(io.StringIO(text)))


def test_the_sheets_hold_the_rows_of_the_csv_files(papers: Any) -> None:
    book = workbooks.opened(papers / WORKBOOK)
    names = {
        "promoted": "Promoted",
        "renamed": "Renamed",
        "dropped": "Dropped",
        "not_eligible": "Not eligible",
        "new": "New",
        "review": "To review",
        "diff": "All rows",
    }
    shared = {"pilot_name": "Pilot unit", "result_name": "Result unit", "reason": "Reason"}
    for file, sheet in names.items():
        written = rows((papers / f"{file}.csv").read_text("utf-8-sig"))
        table = workbooks.table(book[sheet])
        if not written:
            assert [[cell for cell in row.values() if cell] for row in table] == [["none"] * 2]
            continue
        assert len(table) == len(written)
        for column, heading in shared.items():
            if table and heading in table[0]:
                assert [row[heading] for row in table] == [row[column] for row in written]


def test_no_workbook_leaves_it_out(run: Callable[..., Any], tmp_path: Path) -> None:
    assert run("match", "-o", tmp_path / "papers", "--no-workbook", "-q").code == 0
    assert not (tmp_path / "papers" / WORKBOOK).exists()
    assert (tmp_path / "papers/diff.csv").exists()


def test_a_long_list_has_a_workbook_only_where_it_was_asked_for(
    run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pilotdiff.report.papers_folder.LONG", 228)
    done = run("match", "-o", tmp_path / "papers")
    assert done.code == 0
    assert "with --workbook there is a workbook too" in done.err
    assert not (tmp_path / "papers" / WORKBOOK).exists()
    done = run("match", "-o", tmp_path / "papers", "--workbook")
    assert "--workbook" not in done.err
    assert (tmp_path / "papers" / WORKBOOK).exists()


def test_the_findings_of_the_checks_stand_in_it(run: Callable[..., Any], papers: Any) -> None:
    sheet = workbooks.opened(papers / WORKBOOK)["Findings"]
    checked = run("check", "sichuan-2022-pilots", "sichuan-2023-demonstrations", "-f", "csv")
    codes = [row["code"] for row in rows(checked.out)]
    assert codes
    assert [row["Code"] for row in workbooks.table(sheet)] == codes


@pytest.mark.parametrize("command", ["match", "explain"])
def test_a_filled_in_workbook_is_a_file_of_decisions(
    run: Callable[..., Any], papers: Any, tmp_path: Path, command: str
) -> None:
    filled = tmp_path / "filled.xlsx"
    (papers / WORKBOOK).rename(filled)
    workbooks.fill_in(filled, "Renamed", 2, SAID)
    about = ["清江村"] if command == "explain" else []
    done = run(command, *about, "--decisions", filled)
    assert done.code == 0
    assert ("1 verdict read, 1 applied, 0 not" in done.err) == (command == "explain")
    if command == "match":
        done = run("match", "--decisions", filled, "-f", "csv", "--only", "dropped")
        (row,) = [row for row in rows(done.out) if row["decided_by"]]
        assert row["pilot_name"].endswith("清江村")
        assert (row["decided_by"], row["decided_on"]) == ("王", "2026-01-02")
    else:
        assert "王" in done.out


def test_a_workbook_that_was_filled_in_is_not_replaced(
    run: Callable[..., Any], papers: Any
) -> None:
    again = run("match", "-o", papers, "-q")
    assert (again.code, again.err) == (0, "")
    path = papers / WORKBOOK
    workbooks.fill_in(path, "Renamed", 2, SAID)
    before = path.read_bytes()
    for decisions in ([], ["--decisions", path]):
        done = run("match", "-o", papers, "-q", *decisions)
        assert done.code == 2
        assert "decided or wrote and no other file given here holds, and a new" in done.err
        assert path.read_bytes() == before
    assert run("match", "-o", papers, "-q", "--no-workbook", "--decisions", path).code == 0
    assert path.read_bytes() == before


def test_review_writes_into_no_workbook(run: Callable[..., Any], papers: Any) -> None:
    before = (papers / WORKBOOK).read_bytes()
    done = run("review", "--decisions", papers / WORKBOOK)
    assert done.code == 2
    assert "is a workbook, which is filled in with a spreadsheet program" in done.err
    assert (papers / WORKBOOK).read_bytes() == before


def test_where_something_waits_the_screen_says_how_the_workbook_is_handed_back(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    tour = Path(__file__).parents[2] / "docs/tour"
    lists = tour / "pilots-2023.txt", tour / "results-2024.csv"
    decided = "--decisions", tour / "decisions.csv"
    waiting = run("match", *lists, "-o", tmp_path / "p").out.split("Next")[1]
    typed = "".join(waiting.split()).replace("\\", "")
    assert f"--decisions{tmp_path / 'p' / WORKBOOK}" in typed
    assert WORKBOOK not in run("match", *lists, *decided, "-o", tmp_path / "q").out.split("Next")[1]
    assert WORKBOOK not in run("match", *lists).out.split("Next")[1]
