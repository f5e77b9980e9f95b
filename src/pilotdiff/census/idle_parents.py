"""Lines read as places over others of which no unit says that it lies there."""

from collections.abc import Iterator, Sequence

from pilotdiff.listing.omissions import says_none
from pilotdiff.model import DoubtfulLine, Listing, Role, Unit, msg
from pilotdiff.repair import to_simplified

_WHY = msg("was read as a place over others, and no unit of the list lies in it")
_STEM = 2


def idle_parents(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the lines that name such a place and nothing else: 清岗市 over 白溪县, which took its
    place. One that says that it has none is heard."""
    if not units:
        return
    stems = {part[:_STEM] for unit in units for part in unit.path if part}
    last = max(unit.entry.line for unit in units)
    lines = {unit.entry.line for unit in units}
    for reading in listing.readings:
        if reading.role is not Role.PARENT or reading.line in lines or says_none(reading.text):
            continue
        text = "".join(reading.text.split()).rstrip("：:")
        if reading.line < last and stems.isdisjoint(_stems(to_simplified(text))):
            yield DoubtfulLine(reading.line, text, _WHY)


def _stems(text: str) -> Iterator[str]:
    """Yield the beginnings that a name within a text may have, those of one character too."""
    yield from text
    yield from (text[at : at + _STEM] for at in range(len(text) - 1))
