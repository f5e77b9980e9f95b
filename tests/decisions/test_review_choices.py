"""Who else a question could be about."""

from typing import Any

from making import row, unit
from pilotdiff.decisions.review_choices import review_choices
from pilotdiff.decisions.review_state import Question
from pilotdiff.matching.evidence import ConsideredUnit

HERE = ("甲省", "乙市", "丙县", "丁镇")
ASKED = row("review", unit(*HERE, "己村"), unit(*HERE, "庚村", line=2))
QUESTION = Question(ASKED)


def found(rows: Any, rivals: Any = (), *, hidden: bool = False) -> list[tuple[str, bool]]:
    choices = review_choices(QUESTION, rivals, [ASKED, *rows], hidden=hidden)
    return [(one.unit.own, one.is_pilot) for one in choices]


def test_what_is_left_over_in_the_place_can_be_chosen() -> None:
    rows = [
        row("dropped", unit(*HERE, "辛村")),
        row("new", None, unit(*HERE, "壬村")),
        row("dropped", unit(*HERE[:3], "戊镇", "子村")),
        row("promoted", unit(*HERE, "丑村"), unit(*HERE, "丑村")),
    ]
    assert found(rows) == [("辛村", True), ("壬村", False)]


def test_a_rival_stands_first_and_once() -> None:
    rival = unit(*HERE, "辛村")
    rows = [row("new", None, unit(*HERE, "壬村")), row("dropped", rival)]
    assert found(rows, [ConsideredUnit(rival, 1.0, (), 0.7, is_pilot=True)]) == [
        ("辛村", True),
        ("壬村", False),
    ]


def test_a_choice_stands_in_the_place_of_its_side() -> None:
    other = unit(*HERE, "辛村")
    [choice] = review_choices(QUESTION, (), [row("dropped", other)], hidden=False)
    assert ASKED.pairing is not None
    assert choice.pair(QUESTION) == (other, ASKED.pairing.result)
