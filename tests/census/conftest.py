"""What the tests of single doubts share."""

from collections.abc import Callable

import pytest

from pilotdiff.listing import outline
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve


@pytest.fixture(name="doubtful")
def _doubtful() -> Callable[[str], list[str]]:
    """Return the texts of a list that are in doubt, in the order of its lines."""

    def texts(text: str) -> list[str]:
        units = resolve(outline(read_bytes("list.txt", text.encode())))
        return [line.text for line in units.census.doubtful]

    return texts
