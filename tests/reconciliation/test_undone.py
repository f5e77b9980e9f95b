"""What a verdict undid is told: by the unit robbed of its partner, and on the receipt."""

from typing import Any

import pytest

from casefile import cases
from making import unit, units
from pilotdiff.decisions.bold_verdicts import bold_verdicts
from pilotdiff.decisions.receipts import receipt
from pilotdiff.decisions.table import Book, FiledDecision
from pilotdiff.language import words
from pilotdiff.model import Decision, Outcome, Row, Units, Verdict
from pilotdiff.reconciliation import Reconciler

TOWN = ("甲省", "乙市", "丙县", "丁镇")
PREFIX = "".join(TOWN)


def listed(name: str, *paths: str) -> Units:
    """A list of villages of one town; "" is the town itself."""
    made = [
        unit(*TOWN, *([one] if one else []), id=str(at), line=at) for at, one in enumerate(paths, 1)
    ]
    return units(name, made)


def answer(
    pilots: Units, results: Units, *verdicts: tuple[str, str, str]
) -> tuple[tuple[Row, ...], list[str]]:
    """The rows and the receipt."""
    made = [
        Decision(PREFIX + a, PREFIX + b, Verdict(said), "李", "2026-01-01")
        for a, b, said in verdicts
    ]
    book = Book("b.csv", "", tuple(FiledDecision(one, at) for at, one in enumerate(made, 2)))
    reconciler = Reconciler(book)
    applied = reconciler.hear(pilots, results)
    rows = reconciler.rows(pilots, results)
    told = receipt(book, applied, (pilots, results), rows, reconciler.undone(pilots, results))
    return rows, list(map(str, told[1:]))


def same(pilot: str, result: str) -> tuple[str, str, str]:
    return pilot, result, "same"


def alone(rows: tuple[Row, ...], outcome: Outcome) -> str:
    (reason,) = [str(row.reason) for row in rows if row.outcome is outcome]
    return reason


def test_a_pilot_robbed_of_its_namesake_says_who_has_it() -> None:
    rows, told = answer(
        listed("p", "荷塘社区", "柳岸社区"),
        listed("r", "荷塘社区"),
        ("柳岸社区", "荷塘社区", "same"),
    )
    reason = alone(rows, Outcome.DROPPED)
    assert reason.startswith(f"{PREFIX}荷塘社区, of the same name, was given to {PREFIX}柳岸社区")
    assert [said.partition(": ")[0] for said in told] == ["line 2"]
    assert "so undoes that pair" in told[0]


@pytest.mark.parametrize("case", cases("outcomes_parts", "nothing_common"))
def test_a_verdict_on_two_names_of_two_counties_with_nothing_in_common_is_told(
    case: dict[str, Any],
) -> None:
    """A partner may have been copied from the wrong row; one that was moved keeps its name."""
    place, name, told = tuple(case["place"]), case["name"], case["told"]
    other = unit(*place, name, id="1", line=1)
    decision = Decision(PREFIX + "荷塘社区", other.name, Verdict.SAME, "李", "2026-01-01")
    book = Book("b.csv", "", (FiledDecision(decision, 2),))
    lists = listed("p", "荷塘社区"), units("r", [other])
    applied = Reconciler(book).hear(*lists)
    said = list(map(str, bold_verdicts(book, applied, ())))
    assert len(said) == bool(told)
    assert all(told in each for each in said)


def test_a_result_left_over_says_where_its_pilot_went() -> None:
    rows, _ = answer(
        listed("p", "荷塘社区"),
        listed("r", "荷塘社区", "柳岸社区"),
        ("荷塘社区", "柳岸社区", "same"),
    )
    assert "was given to" in alone(rows, Outcome.NEW)


def test_what_would_only_be_alike_is_said_so_and_is_no_broken_pair() -> None:
    pilots, results = listed("p", "清溪村", "柳岸社区"), listed("r", "清溪社区")
    rows, told = answer(pilots, results, same("柳岸社区", "清溪社区"))
    assert "which would be paired or proposed" in alone(rows, Outcome.DROPPED)
    assert told == []


def test_a_unit_that_lost_nothing_keeps_its_reason() -> None:
    rows, told = answer(
        listed("p", "荷塘社区", "柳岸社区"),
        listed("r", "文昌社区"),
        ("柳岸社区", "文昌社区", "same"),
    )
    assert "nothing in its place" in alone(rows, Outcome.DROPPED)
    assert told == []


def test_a_verdict_across_levels_is_told() -> None:
    _, told = answer(listed("p", ""), listed("r", "文昌社区"), ("", "文昌社区", "same"))
    (said,) = told
    assert f"{PREFIX} is a street or town, {PREFIX}文昌社区 a community" in said


def test_parting_two_of_one_name_is_told() -> None:
    rows, told = answer(
        listed("p", "荷塘社区"), listed("r", "荷塘社区"), ("荷塘社区", "荷塘社区", "different")
    )
    assert "parts the two" in told[0]
    assert "may be the same unit" not in alone(rows, Outcome.DROPPED)
    for outcome in (Outcome.DROPPED, Outcome.NEW):
        assert alone(rows, outcome).endswith("; nothing else is likely to be the same unit")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_name_without_its_place_that_a_person_parted_is_no_candidate(language: str) -> None:
    """The reason would deny what the person said."""
    bare: Any = unit("荷塘社区", id="1", line=1)
    pilots, results = units("p", [bare]), listed("r", "荷塘社区")
    decision = Decision(bare.name, PREFIX + "荷塘社区", Verdict.DIFFERENT, "李", "2026-01-01")
    reconciler = Reconciler(Book("b.csv", "", (FiledDecision(decision, 2),)))
    reconciler.hear(pilots, results)
    said = [words(language)(row.reason) for row in reconciler.rows(pilots, results)]
    assert not any("may be the same unit" in each or "可能为同一单位：" in each for each in said)
