"""Places over others in which no unit lies."""

from typing import Any

import pytest

from casefile import cases
from pilotdiff.census.doubtful.idle_parents import idle_parents
from pilotdiff.listing import outline
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve


@pytest.mark.parametrize("case", cases("census_parts", "idle_parent"))
def test_a_place_that_gives_way_to_another_is_told(case: dict[str, Any]) -> None:
    text, wanted = case["text"], case["wanted"]
    listing = outline(read_bytes("list.txt", f"示范村名单\n{text}".encode()))
    assert [each.text for each in idle_parents(listing, resolve(listing).units)] == wanted
