"""Equal names of which a place far above is all that is known: sure only where the name is rare."""

from typing import Any

import pytest

from casefile import cases, table
from listed import listed
from pilotdiff.matching import match
from pilotdiff.matching.match_weights import weights
from pilotdiff.matching.names.name_bearers import expected
from pilotdiff.model import Level, Pairing
from pilotdiff.outcomes import DEFAULT


def _pairing(ours: list[str], theirs: list[str], *, record: bool) -> Pairing:
    found = match(listed(ours), listed(theirs), record=record).pairings
    return next(each for each in found if each.pilot.id == each.result.id == "1")


@pytest.mark.parametrize("case", cases("matching_places", "open"))
@pytest.mark.parametrize("swapped", [False, True])
def test_a_name_is_as_sure_as_its_namesakes_leave_it(case: dict[str, Any], swapped: bool) -> None:
    ours, theirs, wanted = case["ours"], case["theirs"], tuple(case["wanted"])
    lists = ([theirs], [ours]) if swapped else ([ours], [theirs])
    found = [_pairing(*lists, record=record) for record in (True, False)]
    assert tuple(map(DEFAULT.accepts, found)) == wanted


def test_none_of_them_is_beyond_doubt_where_others_bear_the_name() -> None:
    for case in table("matching_places", "open")[:4]:
        for record in (True, False):
            assert _pairing([case["ours"]], [case["theirs"]], record=record).confidence < 0.95


def test_a_bare_name_among_places_is_sought_in_what_they_share() -> None:
    placed = [
        "四川省/成都市/锦江区/春熙路街道/大慈寺社区",
        "四川省/德阳市/旌阳区/黄河街道/泰山路社区",
    ]
    found = _pairing(["////和平村", *placed], ["////和平村", *placed], record=False)
    assert not DEFAULT.accepts(found)
    in_one_town = [placed[0], "四川省/成都市/锦江区/春熙路街道/督院街社区"]
    found = _pairing(["////和平村", *in_one_town], ["////和平村", *in_one_town], record=False)
    assert DEFAULT.accepts(found)


def test_a_place_that_a_unit_leaves_out_is_shared_by_none() -> None:
    rest = ["//临水县/白石镇/柳林村", "四川省/成都市/金堂县/又新镇/清江村"]
    found = _pairing(["////东街村", *rest], ["////东街村", *rest], record=False)
    assert not DEFAULT.accepts(found)
    assert "四川省" not in str(found.reason)


def test_the_units_of_the_record_are_named() -> None:
    found = _pairing(["四川省////和平社区"], ["四川省////和平社区"], record=True)
    assert "四川省" in str(found.reason)
    assert "in the same place" not in str(found.reason)
    several = _pairing(["甘肃省///城关镇"], ["甘肃省///城关镇"], record=True)
    assert "榆中县城关镇" in str(several.reason)


def test_more_are_expected_in_a_larger_place_and_of_a_more_frequent_name() -> None:
    measured = weights().namesakes[Level.COMMUNITY.value]
    told = [expected(Level.COMMUNITY, "和平村", depth, measured).others for depth in range(4)]
    assert told == sorted(told, reverse=True)
    rare = [expected(Level.COMMUNITY, "双瓦槐村", depth, measured).others for depth in range(4)]
    assert all(few < many for few, many in zip(rare[:3], told[:3], strict=True))
