"""Places of a document that gave no entry: what a list seems to lack may stand there."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import cache
from itertools import islice, pairwise

from pilotdiff.census.scan_doubts import standing_high
from pilotdiff.census.unread_units import unread_units
from pilotdiff.model import LEVELS, Level, Message, Outcome, Row, Unit, Units, msg, msgs
from pilotdiff.model.messages import chained, clauses
from pilotdiff.outcomes.named_beside import told_beside

_MOST_SHOWN = 5
_WIDEST = 20
"""A wider gap in the numbers is that between two lists."""


def with_unread(rows: Sequence[Row], pilots: Units, results: Units) -> tuple[Row, ...]:
    """Return the rows; the reason of what only one list has begins with the lines of the other that
    should name a unit and gave none, and with how many units that states and does not list. Those
    of a scan are told by `unread`."""
    most = len(rows)
    theirs, ours = _Holes(results, most, pilots), _Holes(pilots, most)
    holes = {Outcome.DROPPED: theirs, Outcome.NOT_ELIGIBLE: theirs, Outcome.NEW: ours}
    if not (theirs.any or ours.any):
        return tuple(rows)
    return tuple(
        row._replace(reason=chained((*told, row.reason)))
        if row.outcome in holes
        and (told := holes[row.outcome].of(row.pilot or row.result))
        and told_beside(row) is None
        else row
        for row in rows
    )


_LEFT_OUT = msg("not all of the other document was read ({where}), it may stand there")
_SCAN = msg("not all of the scan was read ({where}), it may stand there")
_LACKING = msgs(
    "the other document states {n} unit more than it lists, it may be that one",
    "the other document states {n} units more than it lists, it may be one of them",
    0,
)


_PAGES = msgs("{n} page that is not there", "{n} pages that are not there", 0)


class _Holes:
    """What of a document that is no scan gave no unit and should, as reasons tell it; a page may
    hold the `most` that there can be."""

    def __init__(self, units: Units, most: int, chosen_from: Units | None = None) -> None:
        known = unread_units(units, chosen_from)
        self._short = known.short
        self._lines: tuple[Message, ...] = ()
        # Also what says itself that it was not chosen is told, and bears on no rate.
        said = {each.line for each in units.census.missing} | set(known.lines)
        where = [msg("line {line}", line=line) for line in sorted(said)]
        where += [msg("number {number}", number=number) for number in known.numbers]
        if known.pages:
            where.insert(0, msgs(_PAGES.text, _PAGES.many, known.pages))
        if where and units.listing.document.scan is None:
            number = most if known.pages else len(known.lines) + len(known.numbers)
            self._lines = (_LEFT_OUT.given(where=tuple(where[:_MOST_SHOWN]), number=number),)
        self.any = bool(self._lines or self._short)

    def of(self, unit: Unit | None) -> tuple[Message, ...]:
        """Return what is told of a unit: a total of other levels says nothing of it."""
        lacking = [level for level in (None, unit and unit.level) if level in self._short]
        return (*self._lines, *(_lacking(level, self._short[level]) for level in lacking))


def _lacking(level: Level | None, number: int) -> Message:
    of = -1 if level is None else level.depth
    return msgs(_LACKING.text, _LACKING.many, number, number=number, of=of)


def places_unread(row: Row) -> tuple[int, ...]:
    """Return the places of the other document that gave no unit and in which that of a row may
    stand, as its reason tells: a number below 0 for each, the same in all rows of two lists."""
    if row.outcome not in (Outcome.DROPPED, Outcome.NEW) or not isinstance(row.reason, Message):
        return ()
    found: tuple[int, ...] = ()
    for clause in clauses(row.reason):
        if isinstance(clause, Message) and clause.text in _TELLING:
            told = dict(clause.values)
            found += _numbers(int(str(told["number"])), int(str(told.get("of", _LINES))))
    return found


_TELLING = (_LEFT_OUT.text, _SCAN.text, _LACKING.text)
# What places are numbered by, beside the depths of levels and -1 for none.
_LINES = -2
_SORTS = len(LEVELS) + 2


@cache
def _numbers(number: int, of: int) -> tuple[int, ...]:
    """Return so many numbers below 0, others for each level.

    >>> _numbers(2, -2), _numbers(2, -1)
    ((-1, -8), (-2, -9))
    """
    return tuple(-(1 + (of - _LINES) + at * _SORTS) for at in range(number))


def unread(units: Units, alone: Container[int] = (), most: int = 0) -> Message | None:
    """Return what of a scanned list was not read, None where nothing tells and for other lists.
    A page that gave no text may hold `most` units.

    That are numbers left out between its entries, places with ink that gave no text, lines that
    should name a unit and do not, units that stand above the level of nearly all others, and
    doubtful entries that nothing was matched with: they stand in the lines `alone`.
    """
    document = units.listing.document
    if document.scan is None:
        return None
    left_out = [each.line for each in units.census.left_out if not each.accepted]
    left_out += standing_high(units.units)
    left_out += [each.line for each in units.census.doubtful if each.line in alone]
    where = [*_missing_numbers(units), *(msg("line {line}", line=line) for line in left_out)]
    places = dict.fromkeys(where)
    places |= dict.fromkeys(msg("page {page}", page=page) for page in document.scan.silent)
    if not places:
        return None
    number = max(len(places), most if document.scan.silent else 0)
    return _SCAN.given(where=tuple(islice(places, _MOST_SHOWN)), number=number)


def _missing_numbers(units: Units) -> Iterator[Message]:
    """Yield the numbers that are left out before the first entry of a list and between others."""
    numbers = [
        int(unit.entry.ordinal)
        for unit in units.units
        if unit.entry.ordinal.isascii() and unit.entry.ordinal.isdigit()
    ]
    for one, other in pairwise([0, *numbers]):
        if 1 < other - one < _WIDEST:
            for number in range(one + 1, other):
                yield msg("number {number}", number=number)
