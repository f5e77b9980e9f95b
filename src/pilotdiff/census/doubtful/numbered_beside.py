"""Lines that count on from a unit of the list and begin with one, of which none was read."""

from collections.abc import Collection, Iterator, Sequence

from pilotdiff.listing.lines.ordinals import Ordinal, read_ordinal
from pilotdiff.listing.lines.titles_and_dates import leading_units
from pilotdiff.listing.naming import CERTAIN
from pilotdiff.listing.unit_names.first_names import read_first_name
from pilotdiff.model import DoubtfulLine, Level, Line, Listing, Role, Unit, msg
from pilotdiff.names import whole_name
from pilotdiff.patterns import pattern

_SENTENCES = frozenset({Role.RUNNING_TEXT, Role.NOTE, Role.FURNITURE})
_LONGEST = 20
_SIGNS = pattern(r"\W+")
_WHY = msg("bears the number before or behind that of a unit, begins with a name, and is no unit")


def numbered_beside(
    listing: Listing, units: Sequence[Unit], missing: Collection[int]
) -> Iterator[DoubtfulLine]:
    """Yield them: 1.清岗县白溪镇东岭村 98.5。 above 2.清岗县白溪镇西岭村, which is one.

    `missing` are the lines of names that were left out.
    """
    numbered = {unit.entry.line for unit in units if unit.entry.ordinal}
    if not numbered:
        return
    sentences = {each.line for each in listing.readings if each.role in _SENTENCES}
    sentences -= {unit.entry.line for unit in units}.union(missing)
    said = listing.solid_lines() if sentences else []
    for at, line in enumerate(said):
        if line.number in numbered and not line.cells:
            for step in (-1, 1):
                yield from _counting_on(said, at, step, sentences)


def _counting_on(
    said: Sequence[Line], at: int, step: int, sentences: Collection[int]
) -> Iterator[DoubtfulLine]:
    """Yield the sentences next to a line, above or below, that count on from it and name a unit."""
    last = read_ordinal(said[at].text)
    while last is not None and 0 <= at + step < len(said):
        at += step
        line = said[at]
        own = read_ordinal(line.text) if line.number in sentences else None
        if own is None or not _is_next(own, last, step) or not _names_a_unit(line.text, own):
            return
        yield DoubtfulLine(line.number, line.text.strip()[:_LONGEST], _WHY)
        last = own


def _is_next(own: Ordinal, last: Ordinal, step: int) -> bool:
    return own.style == last.style and own.value == last.value + step


def _names_a_unit(text: str, ordinal: Ordinal) -> bool:
    """Tell whether the words behind a line's number begin with a place of the standard, or with a
    name that is surely a unit's."""
    name = read_first_name(text, ordinal.end)
    if name is not None and name.reading.sure >= CERTAIN:
        return True
    first, *_ = _SIGNS.split(text[ordinal.end :].strip(), maxsplit=1)
    return bool(leading_units(text[ordinal.end :]) or whole_name(first, Level.PROVINCE))
