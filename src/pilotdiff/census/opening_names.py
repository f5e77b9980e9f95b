"""Numbered paragraphs that open with the name of a unit: （一）清岗县白溪镇东岭村。该村……"""

from collections.abc import Iterator, Sequence

from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.listing.ordinals import read_ordinal
from pilotdiff.model import DoubtfulLine, Listing, Role, Unit, msg
from pilotdiff.patterns import pattern

_WHY = msg("opens a numbered paragraph as others do: it may be a unit of the list")
_OPENING = pattern(r"(?P<name>\p{Han}{4,24})[。：:\s]")
_FEWEST = 2


def opening_names(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the names, each with its place, that open numbered paragraphs, two at least, which were
    read as running text, where no unit is called so."""
    names = {unit.own for unit in units}
    opening = [
        (each.line, name)
        for each in listing.readings
        if each.role is Role.RUNNING_TEXT and (name := _opening(each.text))
    ]
    if len(opening) >= _FEWEST:
        for line, name in opening:
            if not name.endswith(tuple(names)):
                yield DoubtfulLine(line, name, _WHY)


def _opening(text: str) -> str:
    """Return the path that a numbered paragraph opens with, "" for none."""
    ordinal = read_ordinal(text)
    found = _OPENING.match(text, ordinal.end) if ordinal else None
    reading = read_unit(found["name"]) if found else None
    if found is None or reading is None or reading.sure < CERTAIN or len(reading.parts) < _FEWEST:
        return ""
    return found["name"]
