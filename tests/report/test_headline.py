"""What stands before all else, where something puts the counts in doubt."""

from typing import Any

import pytest

import pilotdiff.checks.finding_codes  # noqa: F401  (every check declares its codes)
from casefile import cases
from pilotdiff.checks.code import DECLARED_CODES
from pilotdiff.cli import main
from pilotdiff.model import Severity
from pilotdiff.report.headline import DOUBTS
from two_lists import TwoLists

_FOREMOST = (
    "within.census_findings",
    "within.declared_totals",
    "within.pages_missing",
    "between.two_lists",
    "between.parts_of_two_lists",
    "between.other_programmes",
    "reconciled.named_beside_lists",
)


def test_whatever_is_told_first_and_is_no_note_stands_in_the_headline() -> None:
    told = {
        code.code
        for module in _FOREMOST
        for code in DECLARED_CODES[f"pilotdiff.checks.{module}"]
        if code.severity is not Severity.NOTE
    }
    # Each name by itself is told further down, the order of dates by another check, and of the
    # numbers those that are missing, or that a line has which gave no unit; of the mentions those
    # in a row.
    others = {"result-before-pilot", "ordinal-gap", "line-not-read", "mention-not-listed"}
    assert {*DOUBTS} == told - {"name-left-out"} | others


_TOWNS = ["甲市乙县丙镇", "甲市乙县丁镇", "甲市乙县戊乡", "甲市乙县己乡"]


def _list(title: str, names: list[str], more: str = "") -> str:
    numbered = "".join(f"{at}、{name}\n" for at, name in enumerate(names, 1))
    return f"{title}\n{numbered}{more}"


def _first(lists: TwoLists, *arguments: str) -> str:
    """The first paragraph of the screen of match, in one line."""
    assert main(["match", *arguments, "--lang", "en"]) == 0
    return " ".join(lists.printed().split("\n\n")[0].split())


@pytest.mark.parametrize(
    ("pilots", "results", "told"),
    [
        (("试点名单", _TOWNS), ("示范名单", _TOWNS[:2]), ""),
        (("试点名单（共5个）", _TOWNS), ("示范名单", _TOWNS[:2]), "a total that is stated"),
        (("示范名单", _TOWNS), ("试点名单", _TOWNS[:2]), "in the wrong order"),
        (("试点名单", _TOWNS), ("试点名单", _TOWNS), "the lists may be the wrong ones"),
        (
            ("试点名单", _TOWNS, "撤销名单\n1、甲市乙县辛镇\n2、甲市乙县壬镇\n"),
            ("示范名单", _TOWNS[:2]),
            "calls withdrawn, failed or planned",
        ),
    ],
)
def test_a_doubt_stands_before_the_first_figure(
    pilots: tuple[str, list[str]],
    results: tuple[str, list[str]],
    told: str,
    lists: TwoLists,
) -> None:
    first = _first(lists, *lists.put(_list(*pilots), _list(*results)))
    assert first.startswith("With a doubt (" if told else "Of the 4 pilots")
    assert told in first.split(":")[0] if told else True


@pytest.mark.parametrize("case", cases("report_parts", "part_named"))
def test_a_sentence_of_a_part_names_the_part(case: dict[str, Any], lists: TwoLists) -> None:
    asked, part = case["asked"], case["part"]
    files = lists.put(_list("试点名单", _TOWNS), _list("示范名单", _TOWNS[:2]))
    counted = 1 if "丙镇" in part else 4
    assert _first(lists, *files, *asked).startswith(f"{part}Of the {counted} pilot")


@pytest.mark.parametrize(("place", "open_"), [("清岗县", False), ("乌木县", True)])
def test_what_is_under_review_elsewhere_and_may_be_of_these_is_told(
    lists: TwoLists, place: str, open_: bool
) -> None:
    names = ["白泽市清岗县柳溪镇和平村", "白泽市清岗县柳溪镇花园村", "白泽市乌木县榆林镇和平村"]
    pilots = _list("澄江省美丽村庄试点名单", names)
    results = _list("澄江省美丽村庄示范名单", ["清岗县花园村", "和平村"])
    files = lists.put(pilots, results)
    said = lists.one_line("match", *files, "--no-record", "--within", place)
    assert ("a person elsewhere may be of one of these" in said) == open_
    assert "No pair waits for a person." not in said
