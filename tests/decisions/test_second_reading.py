"""A verdict given again: the first person's stays, another one reads it."""

from dataclasses import replace

import pytest

from pilotdiff.decisions.second_reading import reasoned, said_again
from pilotdiff.model import Decision, Second, Verdict

FIRST = Decision("甲村", "甲社区", Verdict.SAME, "王芳", "2026-01-02", "电话核实", "a1")


def anew(verdict: Verdict = Verdict.SAME, by: str = "李明", digest: str = "a1") -> Decision:
    return Decision("甲村", "甲社区", verdict, by, "2026-02-03", "实地核实", digest)


def test_another_person_who_says_the_same_is_the_second_reader() -> None:
    said = said_again(FIRST, anew())
    assert (said.by, said.on) == ("王芳", "2026-01-02")
    assert said.second == Second(True, "李明", "2026-02-03")
    assert said.reason == "电话核实；实地核实"


def test_the_same_person_keeps_date_and_second_reader() -> None:
    read = replace(FIRST, second=Second(False, "李明", "2026-02-03"))
    assert said_again(read, replace(anew(by="王芳"), reason="")) == read


@pytest.mark.parametrize(
    ("held", "now"),
    [
        (FIRST, anew(Verdict.DIFFERENT)),
        (FIRST, anew(digest="b2")),
        (FIRST, replace(anew(), result="乙社区")),
        (replace(FIRST, by=""), anew()),
    ],
)
def test_another_verdict_takes_its_place(held: Decision, now: Decision) -> None:
    assert said_again(held, now) == now


def test_a_verdict_written_by_hand_gets_what_was_seen_of_it() -> None:
    assert said_again(replace(FIRST, digest=""), anew()).digest == "a1"


def test_a_reason_written_behind_the_second_reading_leaves_the_first_one() -> None:
    said = said_again(FIRST, replace(anew(), reason=""))
    assert reasoned(said, FIRST, "实地核实").reason == "电话核实；实地核实"
    assert reasoned(anew(), FIRST, "改").reason == "改"
