from typing import Any

import making
from pilotdiff.matching.explanation import considered

PLACE = ("甲省", "乙市", "丙县", "丁镇")


def lists() -> Any:
    pilots = [
        making.unit(*PLACE, "清水社区", id="1"),
        making.unit(*PLACE, "白山村", id="2", line=2),
    ]
    results = [
        making.unit(*PLACE, "青水社区", id="1"),
        making.unit(*PLACE, "白山村", id="2", line=2),
    ]
    return making.units("p", pilots), making.units("r", results)


def test_what_is_left_over_has_candidates_with_features() -> None:
    pilots, results = lists()
    (only,) = considered(pilots.units[0], pilots, results)
    assert only.unit is results.units[0]
    assert only.match_weights
    assert abs(only.score - sum(each.weight for each in only.match_weights)) < 0.05


def test_either_side_may_be_asked() -> None:
    pilots, results = lists()
    (only,) = considered(results.units[0], pilots, results, is_pilot=False)
    assert only.unit is pilots.units[0]


def test_a_certain_pairing_considered_nobody() -> None:
    pilots, results = lists()
    assert considered(pilots.units[1], pilots, results) == []


def test_a_level_that_one_list_lacks_has_no_candidates() -> None:
    pilots, results = lists()
    assert considered(making.unit("甲省", "乙市"), pilots, results) == []
