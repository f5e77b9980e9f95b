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
        f"{result} is in no list of pilots at hand; a person decided that {pilot}, the nearest "
        "without a result, is another unit"
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


NAMESAKES = "一、社区\n1、和平社区\n2、青龙镇和平社区\n3、柳树镇付家村\n"
CHOSEN = "一、社区\n1、青龙镇和平社区\n2、红星镇和平社区\n3、柳树镇傅家村\n"
FU = "柳树镇付家村", "柳树镇傅家村"


@pytest.fixture
def namesakes(tmp_path: Path) -> tuple[Path, Path]:
    paths = tmp_path / "p.txt", tmp_path / "r.txt"
    for path, text in zip(paths, (NAMESAKES, CHOSEN), strict=True):
        path.write_text(text, "utf-8")
    return paths


@pytest.mark.parametrize("shape", ["table", "markdown"])
def test_a_sure_pair_that_waits_tells_who_was_unsure_of_it(
    run: Callable[..., Any], namesakes: Any, tmp_path: Path, shape: str
) -> None:
    path = tmp_path / "d.csv"
    path.write_text(
        f"pilot,result,verdict,by,on,reason\n{','.join(FU)},unsure,王芳,2026-06-04,待函询\n",
        "utf-8",
    )
    done = run("match", *namesakes, "--decisions", path, "-f", shape)
    assert "unsure · 王芳 · 2026-06-04 · 待函询" in " ".join(done.out.split())


@pytest.mark.parametrize(("said", "told"), [("agrees", "agrees"), ("dissents", "disagrees")])
def test_what_a_second_reader_says_stands_with_the_verdict(
    run: Callable[..., Any], namesakes: Any, tmp_path: Path, said: str, told: str
) -> None:
    path = tmp_path / "d.csv"
    heads = "pilot,result,verdict,by,on,second,second_by,second_on"
    path.write_text(
        f"{heads}\n{','.join(FU)},same,王芳,2026-06-04,{said},李明,2026-06-05\n", "utf-8"
    )
    wanted = f"decided: same · 王芳 · 2026-06-04 · 李明 {told} 2026-06-05"
    assert wanted in run("explain", "付家", *namesakes, "--decisions", path).out
    page = tmp_path / "page.html"
    run("report", *namesakes, "--decisions", path, "-o", page)
    assert wanted in page.read_text("utf-8")


def test_two_confidences_of_a_row_are_told_apart(run: Callable[..., Any], namesakes: Any) -> None:
    """That of a name which two units bear is not the sum of the features shown below it."""
    told = run("explain", "和平", *namesakes).out.split("\n\n")[0]
    assert "confidence 0.5" in told
    assert "name and place alone would give 0." in told
