from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from making import row, unit
from pilotdiff.decisions.review_state import Question, Review
from pilotdiff.model import Decision, Verdict

ROW = row("review", unit("甲省", "乙市"), unit("甲省", "乙州"), confidence=0.5)
OLD = Decision("甲", "乙", Verdict.SAME, "old", "2025-01-01")


def said(what: str = "same", reason: str = "") -> Any:
    return Decision("甲", "乙", Verdict(what), "me", "2026-01-02", reason)


def review(count: int = 3) -> Any:
    return Review((Question(ROW, OLD), *(Question(ROW) for _ in range(count - 1))))


def test_a_verdict_leads_to_the_next_open_question() -> None:
    one = review().decide(said())
    assert (one.at, one.verdicts) == (1, {0: said()})
    assert one.turn(1).decide(said()).at == 1
    through = one.turn(1).decide(said()).decide(said())
    assert (through.at, through.question, len(through.verdicts)) == (3, None, 3)


def test_what_is_skipped_is_not_asked_again_but_can_be_turned_to() -> None:
    one = review().skip().skip()
    assert (one.at, one.skipped) == (2, {0, 1})
    back = one.decide(said())
    assert back.question is None
    assert back.turn(-1).turn(-1).decide(said("different")).skipped == {0}


def test_skipping_what_is_decided_keeps_the_verdict() -> None:
    one = review().decide(said()).turn(-1).skip()
    assert (one.at, one.skipped, len(one.verdicts)) == (1, frozenset(), 1)


def test_undo_returns_to_the_question_and_to_what_was_said_before() -> None:
    one = review().decide(said()).turn(-1).decide(said("different"))
    back = one.undo()
    assert (back.at, back.verdict) == (0, said())
    assert back.undo().verdict is None
    assert back.undo().undo() == back.undo()


def test_the_file_holds_the_verdict_or_the_stale_one() -> None:
    one = review()
    assert one.on_file(0) == OLD
    assert one.decide(said()).on_file(0) == said()
    assert one.on_file(1) is None


def test_a_reason_waits_for_its_verdict() -> None:
    one = review().write("seen")
    assert one.reason == "seen"
    assert one.turn(1).reason == ""
    amended = one.amend(said(reason="other"))
    assert (amended.at, amended.reason) == (0, "other")


steps = st.sampled_from(["same", "different", "skip", "undo", "next", "previous"])


@given(st.lists(steps, max_size=30), st.integers(1, 4))
def test_undo_as_often_as_decided_takes_everything_back(keys: Any, count: Any) -> None:
    one = review(count)
    for key in keys:
        match key:
            case "same" | "different":
                one = one.decide(said(key)) if one.question else one
            case "skip":
                one = one.skip() if one.question else one
            case "undo":
                one = one.undo()
            case _:
                one = one.turn(1 if key == "next" else -1)
        assert 0 <= one.at <= count
        assert (one.question is None) == (one.at == count)
        assert not one.skipped & one.verdicts.keys()
    while one.steps:
        one = one.undo()
    assert one.verdicts == {}


def question(town: str, own: str, other: str, changes: Any = ("name",)) -> Question:
    path = ("甲省", "乙市", "丙县", town)
    return Question(row("review", unit(*path, own), unit(*path, other), changes=changes))


def test_questions_of_the_same_places_and_differences_are_decided_at_once() -> None:
    here = [question("丁镇", own, other) for own, other in ("己庚", "辛壬", "子丑")]
    one = Review(
        (*here[:2], question("戊镇", "己", "庚"), here[2], question("丁镇", "寅", "卯", ()))
    )
    assert one.group == (0, 1, 3)
    done = one.decide_all({number: said() for number in one.group})
    assert (done.at, set(done.verdicts)) == (2, {0, 1, 3})
    assert [step.number for step in done.undone()] == [3, 1, 0]
    assert (done.undo().at, done.undo().verdicts) == (0, {})


def test_where_the_question_itself_could_not_be_decided_it_stays() -> None:
    assert review().decide_all({1: said()}).at == 0


def test_the_last_reason_is_the_one_written_down_last() -> None:
    one = review().write("first").turn(1).decide(said(reason="second")).turn(-1)
    assert one.last_reason == "second"
    assert review().last_reason == ""


def test_a_verdict_that_is_asked_anew_is_not_open() -> None:
    one = Review((Question(ROW, OLD, is_stale=False), Question(ROW, OLD), Question(ROW)))
    assert one.left == 2
    assert one.decide(said()).left == 2


@given(st.lists(st.sampled_from(["one", "all", "undo", "next"]), max_size=20))
def test_undo_takes_back_what_was_said_at_once(keys: Any) -> None:
    one = review(4)
    for key in keys:
        if key == "undo":
            one = one.undo()
        elif key == "next":
            one = one.turn(1)
        elif one.question:
            one = (
                one.decide(said())
                if key == "one"
                else one.decide_all({n: said() for n in one.group})
            )
    while one.steps:
        one = one.undo()
    assert one.verdicts == {}


def named(pilot: str, result: str, before: Any = None, **kwargs: Any) -> Question:
    return Question(ROW, before, names=(pilot, result), **kwargs)


def pairing(pilot: str, result: str, verdict: str = "same") -> Decision:
    return Decision(pilot, result, Verdict(verdict), "me", "2026-01-02")


def test_a_question_of_which_another_verdict_paired_a_unit_is_passed_over() -> None:
    one = Review((named("甲", "乙"), named("丙", "丁"), named("戊", "己")))
    # Asked of 甲 and 乙, the person says that 甲 is 丁: 丙 and 丁 are no question any more.
    done = one.decide(pairing("甲", "丁"))
    assert (done.at, done.left, set(done.settled)) == (2, 1, {1})
    assert done.decide(pairing("戊", "己")).question is None
    assert done.turn(-1).group == (1, 2)
    assert done.undo().settled == {}


def test_only_same_settles_another_question() -> None:
    one = Review((named("甲", "乙"), named("丙", "乙")))
    assert one.decide(pairing("甲", "乙", "different")).settled == {}
    assert one.decide(pairing("甲", "乙", "unsure")).settled == {}
    assert set(one.decide(pairing("甲", "乙")).settled) == {1}


def test_a_verdict_on_file_settles_what_it_leaves_nothing_of() -> None:
    held = named("甲", "乙", pairing("甲", "乙"), is_stale=False)
    assert set(Review((named("甲", "丙"), held)).settled) == {0}
    stale = named("甲", "乙", pairing("甲", "乙"))
    assert Review((named("甲", "丙"), stale)).settled == {}
