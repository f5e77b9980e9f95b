"""Places of a document that gave no entry: what a list seems to lack may stand there."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import islice, pairwise

from pilotdiff.census.scan_doubts import standing_high
from pilotdiff.model import Message, Outcome, Row, Units, msg
from pilotdiff.model.messages import chained
from pilotdiff.outcomes.named_beside import told_beside

_MOST_SHOWN = 5
_WIDEST = 20
"""A wider gap in the numbers is that between two lists."""


def with_unread(rows: Sequence[Row], pilots: Units, results: Units) -> tuple[Row, ...]:
    """Return the rows; the reason of what only one list has begins with the lines of the other that
    should name a unit and gave none. Those of a scan are told by `unread`."""
    theirs = _left_out(results)
    holes = {
        Outcome.DROPPED: theirs,
        Outcome.NOT_ELIGIBLE: theirs,
        Outcome.NEW: _left_out(pilots),
    }
    if not any(holes.values()):
        return tuple(rows)
    return tuple(
        row._replace(reason=chained((hole, row.reason)))
        if (hole := holes.get(row.outcome)) and not row.decision and told_beside(row) is None
        else row
        for row in rows
    )


def _left_out(units: Units) -> Message | None:
    """Return what of a document that is no scan gave no unit and should, None where nothing is."""
    lines = dict.fromkeys(each.line for each in units.census.missing)
    if not lines or units.listing.document.scan is not None:
        return None
    return msg(
        "not all of the other document was read ({where}), it may stand there",
        where=tuple(msg("line {line}", line=line) for line in islice(lines, _MOST_SHOWN)),
    )


def unread(units: Units, alone: Container[int] = ()) -> Message | None:
    """Return what of a scanned list was not read, None where nothing tells and for other lists.

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
    where += [msg("page {page}", page=page) for page in document.scan.silent]
    if not where:
        return None
    return msg(
        "not all of the scan was read ({where}), it may stand there",
        where=tuple(islice(dict.fromkeys(where), _MOST_SHOWN)),
    )


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
