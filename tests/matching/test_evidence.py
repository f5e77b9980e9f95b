from math import exp
from typing import Any

import pytest

from casefile import cases
from making import unit, units
from pilotdiff.matching import match
from pilotdiff.matching.evidence import Evidence
from pilotdiff.matching.features import LEAD
from pilotdiff.model import Decision, Ruling, Verdict

COUNTY = ("甲省", "乙市", "丙县")
TOWN = (*COUNTY, "丁镇")


def test_the_features_and_the_rivals_of_a_proposal() -> None:
    pilots = units("p", [unit(*COUNTY, "丁镇", "东光村"), unit(*COUNTY, "戊镇", "红旗村")])
    results = units("r", [unit(*COUNTY, "丁镇", name) for name in ("东湖村", "东江村")])
    (pairing,) = match(pilots, results).pairings
    found = Evidence(pilots, results).about(pairing)
    assert found.arithmetic is not None
    assert {"at_home", "one_character"} <= {w.feature for w in found.arithmetic.match_weights}
    (rival,) = found.rivals
    assert (rival.unit.name, rival.is_pilot) == (pairing.runner_up, False)


def test_who_would_take_the_pilots_place_is_a_rival_too() -> None:
    pilots = units("p", [unit(*COUNTY, "丁镇", name) for name in ("东光村", "东江村")])
    results = units("r", [unit(*COUNTY, "丁镇", "东湖村")])
    (pairing,) = match(pilots, results).pairings
    (rival,) = Evidence(pilots, results).about(pairing).rivals
    assert (rival.unit.name, rival.is_pilot) == (pairing.runner_up, True)


def lists() -> Any:
    pilots = [unit(*TOWN, "清水社区", id="1"), unit(*TOWN, "白山村", id="2", line=2)]
    results = [unit(*TOWN, "青水社区", id="1"), unit(*TOWN, "白山村", id="2", line=2)]
    return units("p", pilots), units("r", results)


def test_what_is_left_over_has_candidates_with_features() -> None:
    pilots, results = lists()
    (only,) = Evidence(pilots, results).of(pilots.units[0])
    assert only.unit is results.units[0]
    assert only.match_weights
    assert only.match_weights[0].feature == "always"
    assert only.match_weights[-1].feature == LEAD


NAMES = [
    "清水社区",
    "东光村",
    "李庄村",
    "红旗村",
    "和平社区",
    "大溪村",
    "张店村",
    "向阳村",
    "桃园村",
]
CHANGED = ["青水社区", "东江村", "李家庄村", "红星社区", "和平村", "大溪口村", "张甸村", "朝阳村"]


@pytest.mark.parametrize(
    ("town", "others"), [("丁镇", CHANGED), ("丁镇", CHANGED[:4]), ("戊镇", NAMES[4:] + CHANGED)]
)
def test_what_is_shown_adds_up_to_the_confidence(town: str, others: list[str]) -> None:
    pilots = units("p", [unit(*TOWN, name, line=n) for n, name in enumerate(NAMES)])
    results = units("r", [unit(*COUNTY, town, name, line=n) for n, name in enumerate(others)])
    evidence, seen = Evidence(pilots, results), 0
    for pairing in match(pilots, results, record=False).pairings:
        told = evidence.about(pairing).arithmetic
        if told is None:
            continue
        seen += 1
        shown = sum(round(each.weight, 2) for each in told.match_weights)
        assert round(shown, 2) == told.score
        assert abs(1 / (1 + exp(-shown)) - pairing.confidence) < 0.002
        assert told.confidence == pytest.approx(pairing.confidence)
    assert seen


@pytest.mark.parametrize("case", cases("matching_places", "reason_told"))
@pytest.mark.parametrize("few", [True, False])
def test_what_the_reason_says_is_among_the_features(case: dict[str, Any], few: bool) -> None:
    same = [] if few else ["东坪村", "西坝村", "南沟村", "北岭村"]
    pilots, results = (
        units(side, [unit(*TOWN, own, line=n) for n, own in enumerate([mine, *same])])
        for side, mine in (("p", case["name"]), ("r", case["other"]))
    )
    pairing = next(p for p in match(pilots, results).pairings if p.rule == "features")
    assert case["said"] in str(pairing.reason)
    told = Evidence(pilots, results).about(pairing).arithmetic
    assert told is not None
    assert case["feature"] in {each.feature for each in told.match_weights}


def test_either_side_may_be_asked() -> None:
    pilots, results = lists()
    (only,) = Evidence(pilots, results).of(results.units[0], is_pilot=False)
    assert only.unit is pilots.units[0]


def test_a_certain_pairing_considered_nobody() -> None:
    pilots, results = lists()
    assert Evidence(pilots, results).of(pilots.units[1]) == []


def test_a_level_that_one_list_lacks_has_no_candidates() -> None:
    pilots, results = lists()
    assert Evidence(pilots, results).of(unit("甲省", "乙市")) == []


def test_what_a_person_parted_was_compared_with_nothing() -> None:
    pilots, results = lists()
    pair = pilots.units[0], results.units[0]
    verdict = Decision(pair[0].name, pair[1].name, Verdict.DIFFERENT, "me", "2026-01-02")
    assert Evidence(pilots, results, [Ruling(*pair, verdict)]).of(pair[0]) == []


def test_provinces_are_compared_apart_as_the_matching_does() -> None:
    pilots, results = (
        units(name, [unit(province, *TOWN[1:], own) for province in ("甲省", "己省")])
        for name, own in (("p", "清水社区"), ("r", "青水社区"))
    )
    (only,) = Evidence(pilots, results).of(pilots.units[0])
    assert only.unit is results.units[0]
