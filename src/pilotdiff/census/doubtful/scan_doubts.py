"""Entries of a scanned list that may be misread: by the recogniser's own doubt, or the record's."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pilotdiff.in_groups import in_groups
from pilotdiff.model import Document, Doubt, DoubtfulLine, Level, Message, Unit, msg

_MOST_SHOWN = 6
_NEARLY_ALL = 0.9
"""The share of units that stand at one level before one above it says something."""
_MOSTLY = 0.5
"""The share of names that the record must know before it says something of the others."""


def scan_doubts(document: Document, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the entries of a scan of which a character is doubtful, or which no record has.

    Nothing for other documents, nor for text that another program recognised: a note says of all
    of its page that it is doubtful.
    """
    if document.scan is None:
        return
    own = {box.line for box in document.scan.boxes}
    doubts = in_groups(document.scan.doubts, lambda doubt: doubt.line)
    unknown, high = set(_unknown(units)), set(standing_high(units))
    alone = set(_without_place(units))
    for unit in units:
        line = unit.entry.line
        met = [each for each in doubts.get(line, ()) if each.text[each.at] in unit.entry.raw]
        if met and line in own:
            yield DoubtfulLine(line, unit.entry.raw, _unsure(met))
        elif line in unknown:
            why = msg("the official record has no such place: a character may be misread")
            yield DoubtfulLine(line, unit.entry.raw, why)
        elif line in high:
            why = msg("stands above the level of the others: the end of its name may not be read")
            yield DoubtfulLine(line, unit.entry.raw, why)
        elif line in alone:
            why = msg("has no place where others have one: a heading or a cell may not be read")
            yield DoubtfulLine(line, unit.entry.raw, why)


def standing_high(units: Sequence[Unit]) -> Iterator[int]:
    """Yield the lines of the few units that stand above the level of nearly all others: on a scan
    the cell with the rest of the name may have given no text."""
    depths = Counter(unit.level.depth for unit in units)
    usual, times = depths.most_common(1)[0] if depths else (0, 0)
    if times >= _NEARLY_ALL * len(units):
        yield from (unit.entry.line for unit in units if unit.level.depth < usual)


def _without_place(units: Sequence[Unit]) -> Iterator[int]:
    """Yield the lines of units of which nothing above them is known, where others of their level
    have a place: a heading or a cell of the scan may have given no text."""
    placed = {unit.level for unit in units if _is_placed(unit)}
    for unit in units:
        if unit.level.depth > 1 and unit.level in placed and not _is_placed(unit):
            yield unit.entry.line


def _is_placed(unit: Unit) -> bool:
    """Tell whether a unit stands in a county or a prefecture, as far as it can."""
    return any(unit.path[1 : unit.level.depth])


def _unsure(doubts: Sequence[Doubt]) -> Message:
    read = dict.fromkeys("/".join((each.text[each.at], *each.others)) for each in doubts)
    return msg(
        "text recognition was not sure of {characters}", characters=tuple(list(read)[:_MOST_SHOWN])
    )


def _unknown(units: Sequence[Unit]) -> Iterator[int]:
    """Yield the lines of units that the record does not know, where it knows most of a list."""
    from pilotdiff.record import knows

    asked = [unit for unit in units if unit.level is not Level.PROVINCE]
    lines = [unit.entry.line for unit in asked if not knows(unit.path)]
    if len(lines) <= len(asked) * (1 - _MOSTLY):
        yield from lines
