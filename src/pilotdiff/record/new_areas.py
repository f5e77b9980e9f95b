"""New areas of the State, which stand beside the counties in lists and have no code."""

from functools import cache
from typing import NamedTuple

from pilotdiff.names import gazetteer
from pilotdiff.names.tables import rows

# What the table says of one that its province governs itself.
_NONE = "省直辖"


class NewArea(NamedTuple):
    """A new area that the State set up over parts of several counties.

    prefecture  "" where it lies in several, or in none
    year        in which it was set up
    document    what set it up, by number or by title
    """

    name: str
    province: str
    prefecture: str
    year: int
    document: str


def new_area(name: str) -> NewArea | None:
    """Return the new area of a name, whole or short; None when there is none.

    >>> new_area("贵安新区").province, new_area("贵安").name, new_area("贵安县")
    ('贵州省', '贵安新区', None)
    """
    known = _by_name()
    return known.get(name) or (known.get(f"{name}新区") if not _a_place(name) else None)


def _a_place(name: str) -> bool:
    """Tell whether a name without 新区 is a place of its own: 福州, 长春."""
    return bool(gazetteer.find(name))


@cache
def _by_name() -> dict[str, NewArea]:
    return {
        name: NewArea(name, province, prefecture.removeprefix(_NONE), int(year), document)
        for name, province, prefecture, year, document in rows("new_areas.tsv")
    }
