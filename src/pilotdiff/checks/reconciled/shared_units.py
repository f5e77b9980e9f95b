"""Two lists that name the same units, neither being what became of the other."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from pilotdiff.checks.between.groups import paired_lists
from pilotdiff.checks.code import finds, found, note
from pilotdiff.checks.reconciled.reconciled_pairs import by_level
from pilotdiff.model import Filed, Finding, Outcome, Row, SourceKind, Unit, msg, msgs
from pilotdiff.model.terms import counted
from pilotdiff.reconciliation import Reconciler
from pilotdiff.repair import fold

# Fewer may stand in two lists by chance; with less in common they are two lists.
_LEAST, _SHARE = 3, 0.8
_MOST_NAMED = 3
# These are held against the list of pilots by checks of their own.
_HELD_ELSEWHERE = {SourceKind.PLAN, SourceKind.ZONES}


@finds(
    note(
        "units-shared",
        msg("Two documents list mostly the same units, and neither is what became of the other"),
        msg("A letter and its annex, in two files, name the same 31 units"),
    )
)
def check(documents: Sequence[Filed], reconciler: Reconciler) -> Iterator[Finding]:
    """Yield how many units two documents share, and which stand in one alone."""
    listing = [filed for filed in documents if len(filed.units.units) >= _LEAST]
    told = {(one.pilots.source.id, one.results.source.id) for one in paired_lists(documents)}
    names = {filed.source.id: _names(filed) for filed in listing}
    for one, other in combinations(listing, 2):
        ids = one.source.id, other.source.id
        if ids in told or ids[::-1] in told or _are_held_elsewhere(one, other):
            continue
        fewer = min(len(names[id]) for id in ids)
        if len(names[ids[0]] & names[ids[1]]) >= _SHARE * fewer:
            yield from _shared(one, other, reconciler.rows(one.units, other.units))


def _are_held_elsewhere(one: Filed, other: Filed) -> bool:
    kinds = {one.source.kind, other.source.kind}
    return bool(kinds & _HELD_ELSEWHERE) and SourceKind.PILOTS in kinds


def _names(filed: Filed) -> set[str]:
    return {fold(unit.own) for unit in filed.units.units}


def _shared(one: Filed, other: Filed, rows: Iterable[Row]) -> Iterator[Finding]:
    rows = [row for row in rows if row.pilot or row.result]
    review = (row.pilot or row.result for row in rows if row.outcome is Outcome.REVIEW)
    undecided = [unit for unit in review if unit]
    rows = [row for row in rows if row.outcome is not Outcome.REVIEW]
    both = [row.pilot for row in rows if row.pilot and row.result]
    fewer = min(len(one.units.units), len(other.units.units))
    if len(both) < max(_LEAST, _SHARE * fewer):
        return
    parts = tuple(counted(level, count) for level, count in by_level(both).items())
    here = [row.pilot for row in rows if row.pilot and not row.result]
    there = [row.result for row in rows if row.result and not row.pilot]
    message = msgs(
        "{n} unit stands in {other} too: {levels}",
        "{n} units stand in {other} too: {levels}",
        len(both),
        other=other.source.id,
        levels=parts,
    )
    figures = [("shared", len(both)), ("alone", len(here)), ("alone_there", len(there))]
    if here:
        names = _named(here)
        message = msg("{told}; {n} here alone: {names}", told=message, n=len(here), names=names)
    if there:
        names = _named(there)
        message = msg("{told}; {n} there alone: {names}", told=message, n=len(there), names=names)
    if undecided:
        names = _named(undecided)
        figures.append(("undecided", len(undecided)))
        message = msg(
            "{told}; of {n} a person must decide: {names}",
            told=message,
            n=len(undecided),
            names=names,
        )
    elif not here and not there:
        message = msg("{told}; each list has no other", told=message)
    yield found("units-shared", one, 0, message, tuple(figures), (other.source.id, 0))


def _named(units: Sequence[Unit]) -> tuple[str, ...]:
    """Return the first names; that there are more is said."""
    names = [unit.name for unit in units[:_MOST_NAMED]]
    return (*names, "…") if len(units) > _MOST_NAMED else (*names,)
