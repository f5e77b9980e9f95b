"""Stem and kind of a part for every tier and wording; short forms of long names."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile import cases
from pilotdiff.model import LEVELS, Level
from pilotdiff.names import in_full, kind_words, split


@pytest.mark.parametrize("case", cases("names_parts", "split"))
def test_stem_and_kind(case: dict[str, Any]) -> None:
    assert split(Level(case["level"]), case["text"]) == (case["stem"], case["kind"])


@pytest.mark.parametrize("case", cases("names_parts", "short"))
def test_a_short_form_stands_for_one_long_name(case: dict[str, Any]) -> None:
    assert in_full(Level(case["level"]), case["text"]) == case["whole"]


@pytest.mark.parametrize("level", LEVELS)
def test_every_wording_gives_its_canonical_kind(level: Level) -> None:
    for word, found in kind_words(level).items():
        stem, kind = split(level, "青岩" + word)
        if found.kind != "-":
            assert (stem, kind) == ("青岩", found.kind), word
            assert 0 <= found.weight <= 1


@given(
    st.sampled_from(LEVELS),
    st.text(st.sampled_from("青岩民族自治区县市州镇乡村社街道"), min_size=1),
)
def test_a_stem_is_never_empty_and_begins_the_text(level: Level, text: str) -> None:
    stem, kind = split(level, text)
    assert stem
    assert text.startswith(stem)
    assert kind or stem == text
