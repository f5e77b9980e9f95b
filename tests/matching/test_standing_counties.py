"""Without the official record: units of one name in two counties that stand side by side."""

from typing import Any

import pytest

from casefile import cases
from listed import listed
from pilotdiff.matching import match
from pilotdiff.model import Pairing


def _one(pilot: str, result: str, *more: str) -> Pairing:
    found = match(listed([pilot, *more]), listed([result, *more]), record=False)
    return next(each for each in found.pairings if each.pilot.name == pilot.replace("/", ""))


@pytest.mark.parametrize("case", cases("matching_places", "both_counties"))
def test_a_person_decides_where_the_standard_has_both_counties(case: dict[str, Any]) -> None:
    own, there = case["own"], case["there"]
    city, kept = "河北省/石家庄市", "河北省/石家庄市/灵寿县/白石镇"
    pairing = _one(f"{city}/{own}", f"{city}/{there}", f"{kept}/柳湾村", f"{kept}/石桥镇")
    assert pairing.confidence <= 0.5
    assert "side by side" in str(pairing.reason)


def test_a_county_under_its_later_name_is_no_second_one() -> None:
    pairing = _one("河北省/石家庄市/鹿泉市/白石镇/东岭村", "河北省/石家庄市/鹿泉区/白石镇/东岭村")
    assert pairing.confidence > 0.9


def test_a_county_made_of_another_is_none_that_has_stood_beside_it() -> None:
    pairing = _one(
        "浙江省/杭州市/余杭区/白石街道/东岭社区", "浙江省/杭州市/临平区/白石街道/东岭社区"
    )
    assert pairing.confidence > 0.5
