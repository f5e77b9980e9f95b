"""What verdicts do to the matching and its outcome."""

from typing import Any

import pytest

from making import unit, units
from pilotdiff.matching import match
from pilotdiff.model import Decision, Outcome, Ruling, Verdict
from pilotdiff.outcomes import judge

TOWN = ("甲省", "乙市", "丙县", "丁镇")


def villages(*names: Any, province: str = "甲省", category: str = "") -> list[Any]:
    place = (province, *TOWN[1:])
    return [unit(*place, name, id=str(n), category=category) for n, name in enumerate(names, 1)]


def ruling(pilot: Any, result: Any, verdict: Any) -> Any:
    decision = Decision(pilot.name, result.name, Verdict(verdict), "me", "2026-01-02", "seen")
    return Ruling(pilot, result, decision)


def rows(pilots: Any, results: Any, *rulings: Any) -> Any:
    lists = units("p", pilots), units("r", results)
    return judge(*lists, match(*lists, rulings), rulings)


def pairs(found: Any) -> set[Any]:
    return {(row.pilot.own, row.result.own) for row in found if row.pilot and row.result}


def test_a_same_overrules_what_the_names_say() -> None:
    pilots, results = villages("东风村", "红旗村"), villages("东风村", "胜利村")
    plain = rows(pilots, results)
    assert pairs(plain) == {("东风村", "东风村")}
    found = rows(pilots, results, ruling(pilots[0], results[1], "same"))
    assert pairs(found) == {("东风村", "胜利村")}
    row = found[0]
    assert (row.outcome, row.pairing.rule, row.pairing.confidence) == ("renamed", "decision", 1.0)
    assert (row.decision.by, row.decision.reason) == ("me", "seen")
    assert [r.outcome for r in found[1:]] == [Outcome.DROPPED, Outcome.NEW]


def test_a_same_of_the_same_name_is_promoted() -> None:
    pilots, results = villages("东风村"), villages("东风村")
    (row,) = rows(pilots, results, ruling(pilots[0], results[0], "same"))
    assert (row.outcome, row.pairing.rule) == (Outcome.PROMOTED, "decision")


@pytest.mark.parametrize(
    "names", [("东风村", "东风村"), ("东风村", "东风社区"), ("光华村", "光华路社区")]
)
def test_a_different_holds_in_every_step(names: Any) -> None:
    pilots, results = villages(names[0]), villages(names[1])
    assert len(rows(pilots, results)) == 1
    dropped, new = rows(pilots, results, ruling(pilots[0], results[0], "different"))
    assert (dropped.outcome, new.outcome) == (Outcome.DROPPED, Outcome.NEW)
    assert dropped.decision.on == new.decision.on == "2026-01-02"
    assert results[0].name in str(dropped.reason)


def test_what_stands_twice_in_its_list_is_compared_once_whatever_is_ruled() -> None:
    pilots, results = villages("东风村", "东风村"), villages("东风村", "东风村")
    found = [row.outcome for row in rows(pilots, results)]
    assert found == [Outcome.PROMOTED, Outcome.REPEATED, Outcome.REPEATED]


def test_a_different_is_noted_only_where_it_left_the_unit_alone() -> None:
    pilots, results = villages("东风村"), villages("东风村", "东风社区")
    found = rows(pilots, results, ruling(pilots[0], results[1], "different"))
    assert [row.decision is None for row in found] == [True, False]


@pytest.mark.parametrize("more", [[], ["红旗村"]])
def test_a_same_reaches_across_provinces_and_levels(more: Any) -> None:
    pilots = villages("东风村", *more)
    far, town = villages("东风村", province="戊省")[0], unit(*TOWN, id="7")
    others = villages("红旗村")
    for result in (far, town):
        found = rows(pilots, [result, *others], ruling(pilots[0], result, "same"))
        assert found[0].pairing.rule == "decision"
        assert found[0].result is result
        assert found[0].outcome is Outcome.RENAMED
        assert {row.outcome for row in found[1:]} == ({"promoted"} if more else {"new"})


def test_without_verdicts_nothing_changes() -> None:
    pilots, results = villages("东风村", "红旗村"), villages("东风社区", "胜利村")
    lists = units("p", pilots), units("r", results)
    assert rows(pilots, results) == judge(*lists, match(*lists))


def test_verdicts_hold_on_several_cores_too(monkeypatch: pytest.MonkeyPatch) -> None:
    provinces = ("甲省", "乙省", "丙省")
    pilots = [u for p in provinces for u in villages("东风村", "红旗村", province=p)]
    results = [u for p in provinces for u in villages("东风村", "胜利村", province=p)]
    rulings = [ruling(pilots[1], results[1], "same"), ruling(pilots[4], results[4], "different")]
    alone = rows(pilots, results, *rulings)
    monkeypatch.setattr("pilotdiff.matching.partitions.PAYS", 0)
    assert rows(pilots, results, *rulings) == alone
    decided = [row.outcome for row in alone if row.decision]
    assert decided == [Outcome.RENAMED, Outcome.DROPPED, Outcome.NEW]


def test_a_pairing_of_which_a_person_is_unsure_waits_whatever_else_speaks_for_it() -> None:
    pilots, results = villages("东风村"), villages("东风村")
    (row,) = rows(pilots, results, ruling(pilots[0], results[0], "unsure"))
    assert (row.outcome, row.decision.verdict) == (Outcome.REVIEW, Verdict.UNSURE)
    assert row.pairing.confidence > 0.9


def test_a_doubt_about_what_is_no_pairing_is_told_and_changes_nothing() -> None:
    pilots, results = villages("东风村"), villages("胜利村")
    found = rows(pilots, results, ruling(pilots[0], results[0], "unsure"))
    assert [row.outcome for row in found] == [Outcome.DROPPED, Outcome.NEW]
    assert "unsure whether it is" in str(found[0].reason)
