"""Two small lists and what the matching says of each pilot."""

from typing import Any

import pytest

from casefile import cases
from listed import listed, pairings, told
from pilotdiff.matching.names.families import opposed
from pilotdiff.matching.names.name_keys import name_of
from pilotdiff.model import Level

HOME = "四川省/成都市/金堂县/又新镇/"


@pytest.mark.parametrize("case", cases("matching", "lists"))
def test_what_is_said_of_each_pilot(case: dict[str, Any]) -> None:
    pilots, results = listed(case["pilots"]), listed(case["results"])
    assert told(pilots, results) == case["wanted"]
    if "rule" in case:
        assert {pairing.rule for pairing in pairings(pilots, results)} == {case["rule"]}


@pytest.mark.parametrize("case", cases("matching_opposites", "opposed"))
def test_a_contradiction_is_never_accepted(case: dict[str, Any]) -> None:
    one, other = case["text"].split()
    assert opposed(*(name_of(Level.COMMUNITY, text).stem for text in (one, other)))
    assert told(listed([HOME + one]), listed([HOME + other])) in (["1 -"], ["1 ? 1"])


@pytest.mark.parametrize("case", cases("matching_opposites", "alike"))
def test_a_difference_that_is_none(case: dict[str, Any]) -> None:
    one, other = case["text"].split()
    assert not opposed(*(name_of(Level.COMMUNITY, text).stem for text in (one, other)))
    assert told(listed([HOME + one]), listed([HOME + other])) == ["1 = 1"]
