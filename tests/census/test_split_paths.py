"""Lines of a text whose units may be the tiers of one path."""

from typing import Any

import pytest

from casefile import cases
from pilotdiff.census.doubtful.split_paths import split_paths
from pilotdiff.listing import outline
from pilotdiff.model import Document, Line
from pilotdiff.units import resolve


def lines_in_doubt(text: str) -> list[int]:
    lines = tuple(Line(at, line) for at, line in enumerate(text.splitlines(), start=1))
    units = resolve(outline(Document("list.txt", "txt", "", 0, lines)))
    return [each.line for each in split_paths(units.units)]


@pytest.mark.parametrize("case", cases("census_parts", "tiers"))
def test_units_in_tiers_on_a_line_are_told(case: dict[str, Any]) -> None:
    assert lines_in_doubt(case["text"]) == case["wanted"]
