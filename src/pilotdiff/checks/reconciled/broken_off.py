"""Units at one end of a list of which none is in the other list, where nearly all before them are:
the other list may have been cut off, or lack an annex."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pilotdiff.checks.between.groups import paired_lists
from pilotdiff.checks.code import finds, found, note
from pilotdiff.checks.reconciled.reconciled_pairs import pair_rows
from pilotdiff.model import Filed, Finding, Outcome, Row, Unit, msg
from pilotdiff.reconciliation import Reconciler

# Of rows in any order so few come out so, or fewer.
_CHANCE = 0.001
# Fewer at an end, or a smaller share of the list, may have come to nothing together.
_FEWEST, _SHARE = 3, 0.05
# The units of one place may all have failed.
_PLACES = 2
# A longer list is looked through by its totals.
_MOST = 50_000
_NO_ENDS = (Outcome.NOT_ELIGIBLE, Outcome.REPEATED)
_PILOTS_END = msg(
    "Of the last {n} pilots none is among the results, of the {others} before them {kept}: the "
    "result list may be cut off, or lack a part"
)
_PILOTS_BEGIN = msg(
    "Of the first {n} pilots none is among the results, of the {others} behind them {kept}: the "
    "result list may lack its beginning"
)
_RESULTS_END = msg(
    "Of the last {n} results none was a pilot, of the {others} before them {kept}: the pilot list "
    "may be cut off, or lack a part"
)
_RESULTS_BEGIN = msg(
    "Of the first {n} results none was a pilot, of the {others} behind them {kept}: the pilot list "
    "may lack its beginning"
)


@finds(
    note(
        "broken-off",
        msg("None of the units at one end of a list is in the other, and many before them are"),
        msg("Of 40 pilots the first 25 have 20 results, and the last 15, of four counties, none"),
    )
)
def check(documents: Sequence[Filed], reconciler: Reconciler) -> Iterator[Finding]:
    """Yield it of the lists of pilots and of results that are compared with one other list alone:
    of several each holds a part."""
    pairs = paired_lists(documents)
    held = Counter(filed.source.id for pair in pairs for filed in (pair.pilots, pair.results))
    for pair in pairs:
        if held[pair.pilots.source.id] == held[pair.results.source.id] == 1:
            yield from in_short(pair.pilots, pair.results, pair_rows(pair, reconciler))


def in_short(pilots: Filed, results: Filed, rows: Sequence[Row]) -> Iterator[Finding]:
    """Yield the same of two lists whose rows are known."""
    if not 0 < len(rows) <= _MOST:
        return
    ours = [
        _Listed(row.pilot, row.result is not None or row.outcome is Outcome.MERGED)
        for row in rows
        if row.pilot is not None and row.outcome not in _NO_ENDS
    ]
    theirs = [
        _Listed(row.result, row.pilot is not None or row.outcome is Outcome.SPLIT)
        for row in rows
        if row.result is not None and row.outcome not in _NO_ENDS
    ]
    theirs.sort(key=lambda each: each.unit.entry.line)
    for listed, end, begin, cut, whole in (
        (ours, _PILOTS_END, _PILOTS_BEGIN, results, pilots),
        (theirs, _RESULTS_END, _RESULTS_BEGIN, pilots, results),
    ):
        for run, saying in ((listed[::-1], end), (listed, begin)):
            if n := _without_partner(run):
                kept = sum(each.has_partner for each in run)
                message = saying.given(n=n, others=len(run) - n, kept=kept)
                where = (whole.source.id, run[n - 1].unit.entry.line)
                yield found("broken-off", cut, 0, message, other=where)


class _Listed(NamedTuple):
    """A unit in the order of its list, and whether the other list has it."""

    unit: Unit
    has_partner: bool


def _without_partner(listed: Sequence[_Listed]) -> int:
    """Return how many units at the beginning of a row the other list lacks; 0 where that may be
    chance, or where they lie in one place and others elsewhere."""
    n = next((at for at, each in enumerate(listed) if each.has_partner), 0)
    kept = sum(each.has_partner for each in listed)
    places = {_place(each.unit) for each in listed[:n]}
    is_of_one = len(places) < _PLACES and len({_place(each.unit) for each in listed}) > 1
    if n < max(_FEWEST, _SHARE * len(listed)) or is_of_one:
        return 0
    return n if _chance(n, kept, len(listed)) < _CHANCE else 0


def _place(unit: Unit) -> tuple[str, ...]:
    return (unit.entry.section, *unit.parents)


def _chance(n: int, kept: int, all_: int) -> float:
    """Return how likely it is that none of so many that were kept at random is among the first n.

    >>> round(_chance(4, 4, 8), 4), _chance(0, 4, 8)
    (0.0143, 1.0)
    """
    chance = 1.0
    for at in range(n):
        chance *= 1 - kept / (all_ - at)
        if chance < _CHANCE:
            break
    return chance
