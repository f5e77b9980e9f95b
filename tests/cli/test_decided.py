"""Every command says what persons decided: the checks, the programme and the trace too."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

TOUR = Path(__file__).parents[2] / "docs/tour"
LISTS = TOUR / "pilots-2023.txt", TOUR / "results-2024.csv"
BELL = "宁川市平安区北门街道钟楼社区", "宁川市平安区南门街道钟楼社区"
HERON = "澜河市桃源县新桥镇白鹭社区", "澜河市桃源县新桥镇鹭岛社区"
RIVER = "宁川市云台县望月镇下河社区", "宁川市平安区南门街道文昌社区"


@pytest.fixture
def verdicts(tmp_path: Path) -> Path:
    path = tmp_path / "verdicts.csv"
    given = [(*BELL, "different"), (*HERON, "different"), (*RIVER, "same")]
    rows = [f"{pilot},{result},{verdict},李明,2024-06-03" for pilot, result, verdict in given]
    path.write_text("\n".join(["pilot,result,verdict,by,on", *rows, ""]), "utf-8")
    return path


def found(text: str) -> set[tuple[str, str]]:
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    return {(row["code"], row["line"]) for row in rows}


def test_the_checks_follow_the_verdicts(run: Callable[..., Any], verdicts: Path) -> None:
    plain = found(run("check", *LISTS, "-f", "csv").out)
    decided = found(run("check", *LISTS, "--decisions", verdicts, "-f", "csv").out)
    assert plain - decided == {
        ("renamed-since", "11"),
        ("result-never-pilot", "12"),
        ("result-undecided", "13"),
    }
    assert decided - plain == {
        ("result-never-pilot", "11"),
        ("renamed-since", "12"),
        ("result-never-pilot", "13"),
    }


def test_what_a_person_parted_is_told_as_parted(run: Callable[..., Any], verdicts: Path) -> None:
    done = run("check", *LISTS, "--decisions", verdicts, "-f", "csv")
    rows = csv.DictReader(io.StringIO(done.out.removeprefix("\ufeff")))
    never = {row["message"] for row in rows if row["code"] == "result-never-pilot"}
    assert never == {
        f"{result} was never a pilot; a person decided that {pilot}, the nearest without a result, "
        "is another unit"
        for pilot, result in (BELL, HERON)
    }


def test_the_sheet_of_findings_follows_the_verdicts(
    run: Callable[..., Any], verdicts: Path, tmp_path: Path
) -> None:
    assert run("match", *LISTS, "--decisions", verdicts, "-o", tmp_path / "p", "-q").code == 0
    book = openpyxl.load_workbook(tmp_path / "p/reconciliation.xlsx")
    codes = {(row[8], row[2]) for row in book["Findings"].iter_rows(min_row=2, values_only=True)}
    assert ("result-never-pilot", 11) in codes
    assert ("result-undecided", 13) not in codes


def test_the_programme_and_the_trace_follow_the_verdicts(
    run: Callable[..., Any], verdicts: Path
) -> None:
    decided = "--decisions", verdicts
    assert "平安区1/1" in "".join(run("programme", *LISTS).out.split())
    assert "平安区0/1" in "".join(run("programme", *LISTS, *decided).out.split())
    told = "".join(run("trace", "鹭岛社区", *LISTS, *decided).out.split())
    assert f"apersondecidedthatitisnot{HERON[0]}" in told


@pytest.mark.parametrize("command", [["check"], ["programme"], ["trace", "荷塘社区"]])
def test_a_verdict_that_nobody_can_use_is_told(
    run: Callable[..., Any], command: list[str], verdicts: Path
) -> None:
    done = run(*command, LISTS[0], "--decisions", verdicts)
    assert done.err.count("was not applied") == 3


def test_a_pair_that_a_person_parted_is_explained_without_a_comparison(
    run: Callable[..., Any], verdicts: Path
) -> None:
    assert "Considered 1" in run("explain", HERON[0], *LISTS).out
    out = run("explain", HERON[0], *LISTS, "--decisions", verdicts).out
    assert "Considered" not in out
    assert "a person decided" in out


@pytest.mark.parametrize(
    "call",
    [
        ["check", *LISTS],
        ["programme", *LISTS],
        ["trace", BELL[0], *LISTS],
        ["explain", BELL[0], *LISTS],
    ],
)
def test_every_command_says_how_many_verdicts_it_read_and_applied(
    run: Callable[..., Any], call: list[Any], verdicts: Path
) -> None:
    told = run(*call, "--decisions", verdicts).err
    assert "3 verdicts read, 3 applied, 0 not" in told
