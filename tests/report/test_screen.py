"""The screens as a reader sees them: snapshots at several widths, in both languages."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from rich.console import Console

import making
from pilotdiff.language import LANGUAGES, words
from pilotdiff.matching.evidence import ConsideredUnit
from pilotdiff.model import (
    Decision,
    Declared,
    Figure,
    Level,
    MatchWeight,
    Outcome,
    Pairing,
    Repair,
    RepairKind,
    Row,
    Skipped,
    UserError,
    Verdict,
)
from pilotdiff.report import answer
from pilotdiff.report.answers.entries_answer import EntriesAnswer
from pilotdiff.report.answers.explanation_answer import ExplanationAnswer
from pilotdiff.report.answers.reconciliation_answer import ReconciliationAnswer
from pilotdiff.report.filters import Filter
from pilotdiff.report.report_types import build


def drawn(made: Any, width: int = 80) -> Any:
    console = Console(file=io.StringIO(), width=width, highlight=False, markup=False)
    for part in made:
        console.print(part)
        console.print()
    return "\n".join(line.rstrip() for line in console.file.getvalue().splitlines()) + "\n"  # type: ignore[attr-defined]


def match_screen(report: Any, width: int = 80, language: str = "en") -> Any:
    return drawn(ReconciliationAnswer(report, words(language)).parts(width), width)


def parse_screen(units: Any, language: str = "en", width: int = 80, **told: Any) -> Any:
    return drawn(EntriesAnswer(units, words(language), **told).parts(width), width)


def document() -> Any:
    town = ("甲省", "乙市", "丙县", "丁镇")
    gbk = Repair(RepairKind.GBK, 0, 2, "?粕", "〓科", "")
    listed = [
        making.unit(*town, line=4, ordinal="1、"),
        making.unit(*town, "〓科社区", line=8, ordinal="1", category="便民型", repairs=[gbk]),
        making.unit(*town, "清水村", line=9, ordinal="2", category="便民型", note="*"),
    ]
    return making.units(
        "list.txt",
        listed,
        title="甲省试点名单",
        issuer="甲省民政厅",
        number="甲民发〔2022〕1号",
        date="2022-01-02",
        declared=(
            Declared(1, 2, "1个镇", Level.TOWNSHIP),
            Declared(3, 2, "3个社区", Level.COMMUNITY),
        ),
        figures=(Figure(1.28, "亿元", "试点资金", 3, "", about=True),),
        skipped=[
            Skipped(1, "首页 > 新闻", "page furniture"),
            Skipped(10, "3、丁镇", "no community named", suspicious=True),
        ],
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [80, 140])
def test_match(snapshot: Callable[..., None], width: int, language: Any) -> None:
    snapshot(f"match-{width}-{language}", match_screen(making.small(), width, language))


@pytest.mark.parametrize("width", [80, 100, 140])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_wider_than_the_screen(width: int, language: Any) -> None:
    text = match_screen(making.small(), width, language)
    text += drawn(
        EntriesAnswer(document(), words(language), with_passed_over=True).parts(80), width
    )
    assert max(cell_len(line) for line in text.splitlines()) <= width


def test_an_outcome_asked_for_alone_is_listed() -> None:
    rows = making.small().rows
    screen = match_screen(making.report(rows, Filter(outcomes=(rows[0].outcome,))))
    assert "丁镇东风社区" in screen
    assert "showing 1 of 6 rows: --only promoted" in screen


def test_no_row_left_says_so() -> None:
    rows = [row for row in making.small().rows if row.outcome != "renamed"]
    screen = match_screen(making.report(rows, Filter(outcomes=(Outcome.RENAMED,))))
    assert "No row fits --only renamed" in screen


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (Filter(places=("无此地",)), "--within 无此地 fits no unit of the two lists: give another"),
        (Filter(places=("甲某省",)), "did you mean 甲省?"),
        (Filter(categories=("没有",)), "--category 没有 fits no unit of the two lists"),
    ],
)
def test_a_filter_that_no_unit_fits_is_refused(chosen: Filter, said: str) -> None:
    with pytest.raises(UserError) as caught:
        making.report(making.small().rows, chosen)
    assert said in str(caught.value)


def test_lines_left_out_are_counted_and_shown() -> None:
    skips = [Skipped(n, f"第{n}行不明", "no unit", suspicious=True) for n in range(1, 13)]
    pilots = making.units("a.txt", [making.unit("甲省")], skipped=skips)
    rows = (making.row("dropped", pilots.units[0]),)
    screen = match_screen(build(pilots, making.units("b.txt", []), rows))
    assert "Left out 12: a.txt" in screen
    assert "第10行不明" in screen
    assert "… and 2 more: pilotdiff parse a.txt --passed-over" in screen


def test_long_lists_point_to_the_files() -> None:
    rows = [making.row("dropped", making.unit("甲省", "乙市", f"{n}县")) for n in range(400)]
    screen = match_screen(making.report(rows))
    assert "299县" in screen
    assert "300县" not in screen
    assert "… and 100 more" in screen


@pytest.mark.parametrize("language", LANGUAGES)
def test_parse(snapshot: Callable[..., None], language: Any) -> None:
    snapshot(f"parse-{language}", parse_screen(document(), language))


def test_parse_passed_over(snapshot: Callable[..., None]) -> None:
    snapshot(
        "parse-passed-over",
        drawn(EntriesAnswer(document(), words("en"), with_passed_over=True).parts(80)),
    )


def test_prose_with_figures_says_so() -> None:
    news = making.units("news.txt", [], figures=(Figure(44, "个", "县", 2, ""),))
    assert "no list; 1 figure" in drawn(
        EntriesAnswer(news, words("en"), with_passed_over=False).parts(80)
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_explain(snapshot: Callable[..., None], language: Any) -> None:
    place = ("甲省", "乙市", "丙县", "丁镇")
    repair = Repair(RepairKind.PINYIN, 2, 6, "(qū)", "", "qū is how 區 is read")
    pilot = making.unit(*place, "清水社区", raw="清水社區(qū)", line=4, repairs=[repair], note="*")
    result = making.unit(*place, "青水社区", line=9, category="便民型")
    rival = making.unit(*place, "白水社区")
    traces = (MatchWeight("same_sound", 1.0, 2.5), MatchWeight("always", 1.0, -3.25))
    candidates = [
        ConsideredUnit(result, -0.75, traces, 0.8),
        ConsideredUnit(rival, -3.25, traces[1:], 0.0373),
    ]
    reason = "清 is written for 青"
    pairing = Pairing(pilot, result, "features", 0.8, 0.5, reason, rival.name)
    verdict = Decision(pilot.name, result.name, Verdict.SAME, "李", "2024-01-02", "seen on site")
    row = Row(Outcome.REVIEW, pilot, result, pairing, decision=verdict)
    pages = ExplanationAnswer("", making.report([row]), [candidates], words(language)).parts(80)
    snapshot(f"explain-{language}", drawn(pages))


def test_a_prefecture_that_only_a_header_states_tells_places_apart() -> None:
    rows = []
    for city in ("乙市", "丙市"):
        unit = making.unit("甲省", city, "市中区", "丁镇", "东村")
        inferred = (Level.PROVINCE, Level.PREFECTURE)
        rows.append(making.row("dropped", unit._replace(inferred=inferred)))
    screen = match_screen(making.report(rows))
    assert "    乙市 市中区  丁镇东村\n    丙市 市中区  丁镇东村\n" in screen


def test_commands_that_fill_the_screen_have_their_purpose_below() -> None:
    unit = making.unit("甲省", "乙市", "丙县", "丁镇", "东村")
    report = making.report([making.row("dropped", unit)])
    made = ReconciliationAnswer(
        report, words("en"), "pilots-of-2022.txt results-of-2023.txt"
    ).parts(60)
    screen = drawn(made, 60)
    assert "results-of-2023.txt -o papers\n        write the working papers\n" in screen


def test_every_answer_has_its_screen() -> None:
    report = Path(answer.__file__).parent
    answers = {path.stem.removesuffix("_answer") for path in report.glob("answers/*_answer.py")}
    assert answers <= {path.stem.removesuffix("_screen") for path in report.glob("screen/*.py")}
