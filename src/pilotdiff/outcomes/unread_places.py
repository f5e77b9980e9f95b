"""Places of a document that gave no entry: what a list seems to lack may stand there."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import cache
from itertools import islice, pairwise

from pilotdiff.census.doubtful.scan_doubts import standing_high
from pilotdiff.census.unread_units import UnreadUnits, unread_units
from pilotdiff.model import LEVELS, Level, Message, Outcome, Row, Unit, Units, msg, msgs
from pilotdiff.model.messages import chained, clauses
from pilotdiff.outcomes.named_beside import told_beside
from pilotdiff.outcomes.unread_whereabouts import Whereabouts, counted_again, places_of_lines

_MOST_SHOWN = 5
_WIDEST = 20
"""A wider gap in the numbers is that between two lists."""


def with_unread(rows: Sequence[Row], pilots: Units, results: Units) -> tuple[Row, ...]:
    """Return the rows; the reason of what only one list has begins with the lines of the other that
    should name a unit and gave none, and with how many units that states and does not list. Those
    of a scan are told by `unread`."""
    most = len(rows)
    theirs = _holes(results, most, pilots, chosen=True)
    ours = _holes(pilots, most, results)
    holes = {Outcome.DROPPED: theirs, Outcome.NOT_ELIGIBLE: theirs, Outcome.NEW: ours}
    if not (theirs or ours):
        return tuple(rows)
    return tuple(
        row._replace(reason=chained((*told, row.reason)))
        if row.outcome in holes
        and (
            told := [said for one in holes[row.outcome] for said in one.of(row.pilot or row.result)]
        )
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


_AGAIN = msgs(
    "the other document states as many units as it has entries, and {n} of them stands in it "
    "already: it may be meant there",
    "the other document states as many units as it has entries, and {n} of them stand in it "
    "already: it may be meant there",
    0,
)
_PAGES = msgs("{n} page that is not there", "{n} pages that are not there", 0)


def _holes(units: Units, most: int, others: Units, *, chosen: bool = False) -> list[_Holes]:
    """Return what gave no unit in each of the documents that the units stand in."""
    made = (
        _Holes(document, most, others, chosen=chosen, place=place)
        for place, document in enumerate(units.documents)
    )
    return [one for one in made if one.any]


class _Holes:
    """What of a document that is no scan gave no unit and should, as reasons tell it; a page may
    hold the `most` that there can be."""

    def __init__(self, units: Units, most: int, others: Units, *, chosen: bool, place: int) -> None:
        self._again = counted_again(units)
        self._document = {"document": place} if place else {}
        known = unread_units(units, others if chosen else None)
        self._short, self._most = known.short, most
        self._known: UnreadUnits | None = None
        if units.listing.document.scan is None:
            # Also what says itself that it was not chosen is told, and bears on no rate.
            said = {each.line for each in units.census.missing} - set(known.lines)
            self._said = tuple(sorted(said))
            self._known = known if said or _is_lacking(known) else None
            places = map(Whereabouts, places_of_lines(units, known, others.units))
            self._stated = [(at, place) for at, place in enumerate(places) if any(place.place)]
            self._told: dict[Sequence[str], tuple[Message, ...]] = {}
        self.any = bool(self._known or self._short or self._again)

    def of(self, unit: Unit | None) -> tuple[Message, ...]:
        """Return what is told of a unit: lines that state another place say nothing of it, nor does
        a total of other levels."""
        if unit is None:
            return ()
        lacking = [level for level in (None, unit.level) if level in self._short]
        told = self._in_lines(unit) if self._known else ()
        told += tuple(_lacking(level, self._short[level]) for level in lacking)
        if self._again:
            told += (msgs(_AGAIN.text, _AGAIN.many, self._again, number=self._again, of=_REPEATS),)
        return tuple(one.given(**self._document) for one in told) if self._document else told

    def _in_lines(self, unit: Unit) -> tuple[Message, ...]:
        parents = unit.parents if self._stated else ()
        told = self._told.get(parents)
        if told is None:
            apart = (at for at, place in self._stated if not place.may_be_in(parents))
            told = self._told[parents] = tuple(self._left_out(tuple(apart)))
        return told

    def _left_out(self, elsewhere: tuple[int, ...]) -> Iterator[Message]:
        """Yield what is told of units that do not lie where the lines `elsewhere` say."""
        known = self._known
        assert known is not None, "asked of a document that was read whole"
        here = {line for at, line in enumerate(known.lines) if at not in elsewhere}
        where = [msg("line {line}", line=line) for line in sorted(here | set(self._said))]
        where += [msg("number {number}", number=number) for number in known.numbers]
        where[:0] = [msg("the rest behind line {line}", line=line) for line in known.open_ends]
        if known.pages:
            where.insert(0, msgs(_PAGES.text, _PAGES.many, known.pages))
        if where:
            any_number = bool(known.pages or known.open_ends)
            number = self._most if any_number else len(known.lines) + len(known.numbers)
            told = _LEFT_OUT.given(where=tuple(where[:_MOST_SHOWN]), number=number)
            yield told.given(elsewhere=elsewhere) if elsewhere and not any_number else told


def _is_lacking(known: UnreadUnits) -> bool:
    return bool(known.lines or known.numbers or known.pages or known.open_ends)


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
            elsewhere = told.get("elsewhere", ())
            assert isinstance(elsewhere, tuple), "numbers of lines"
            sort = (
                int(str(told.get("of", _LINES)))
                - _LINES
                + _SORTS * int(str(told.get("document", 0)))
            )
            found += _numbers(int(str(told["number"])), sort, elsewhere)
    return found


_TELLING = (_LEFT_OUT.text, _SCAN.text, _LACKING.text, _AGAIN.text)
# What places are numbered by, beside the depths of levels and -1 for none.
_LINES = -2
_REPEATS = len(LEVELS)
_SORTS = len(LEVELS) + 3
_MOST_SORTS = 10_000


@cache
def _numbers(number: int, sort: int, but: tuple[int, ...] = ()) -> tuple[int, ...]:
    """Return so many numbers below 0, others for each sort of place; without some of the first.

    >>> _numbers(2, 0), _numbers(2, 1), _numbers(2, 0, (0,))
    ((-1, -10001), (-2, -10002), (-10001,))
    """
    return tuple(-(1 + sort + at * _MOST_SORTS) for at in range(number) if at not in but)


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
