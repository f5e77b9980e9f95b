from making import unit, units
from pilotdiff.decisions.evidence import EvidenceArchive
from pilotdiff.matching import match

COUNTY = ("甲省", "乙市", "丙县")


def test_the_features_and_the_rivals_of_a_proposal() -> None:
    pilots = units("p", [unit(*COUNTY, "丁镇", "东光村"), unit(*COUNTY, "戊镇", "红旗村")])
    results = units("r", [unit(*COUNTY, "丁镇", name) for name in ("东湖村", "东江村")])
    (pairing,) = match(pilots, results).pairings
    found = EvidenceArchive(pilots, results, (), [pairing]).about(pairing)
    assert {"at_home", "one_character"} <= {each.feature for each in found.match_weights}
    (rival,) = found.rivals
    assert (rival.unit.name, rival.is_pilot) == (pairing.runner_up, False)


def test_who_would_take_the_pilots_place_is_a_rival_too() -> None:
    pilots = units("p", [unit(*COUNTY, "丁镇", name) for name in ("东光村", "东江村")])
    results = units("r", [unit(*COUNTY, "丁镇", "东湖村")])
    (pairing,) = match(pilots, results).pairings
    (rival,) = EvidenceArchive(pilots, results, (), [pairing]).about(pairing).rivals
    assert (rival.unit.name, rival.is_pilot) == (pairing.runner_up, True)
