"""`reconcile`: two lists in whatever form to what became of every unit.

>>> [str(row.outcome) for row in reconcile(["长沙县开慧乡"], ["长沙县开慧镇"]).rows]
['renamed']
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pilotdiff.face.list_input import ListInput, ToldColumns
from pilotdiff.face.listed_units import ListedUnits
from pilotdiff.face.own_columns import refuse_unkept
from pilotdiff.face.read_list import filed_input, listed
from pilotdiff.face.told_decisions import DecisionsInput, book_of
from pilotdiff.model import Level, Outcome, UserError
from pilotdiff.outcomes import ACCEPT, ACCEPT_FEW, MARGIN, PROPOSE, Thresholds
from pilotdiff.reconciliation import Reconciler
from pilotdiff.report.filters import Filter, asked_beside
from pilotdiff.report.registers import register_of
from pilotdiff.report.report_types import Report, build, with_verdicts
from pilotdiff.version import VERSION


def reconcile(
    pilots: ListInput,
    results: ListInput,
    *,
    name: str = "",
    id: str = "",
    category: str = "",
    levels: Mapping[str, str] | None = None,
    keep: Sequence[str] = (),
    decisions: DecisionsInput | None = None,
    confirm: Iterable[ListInput] = (),
    only: Iterable[str] = (),
    level: Iterable[str] = (),
    categories: Iterable[str] = (),
    within: Iterable[str] = (),
    accept: float = ACCEPT,
    margin: float = MARGIN,
    propose: float = PROPOSE,
    record: bool = True,
    as_of: int | None = None,
) -> Report:
    """Return what became of every unit of two lists.

    The lists are given as `read` takes them, or as it gave them; name, id, category, levels and
    keep tell of the columns of both, as there. Where the two differ, read them one by one.

    decisions     verdicts of persons: the file that `review` writes, or its rows
    confirm       documents that are heard for what they say of the units
    only, level, categories, within  the rows that the report is narrowed to
    accept, margin, propose  from which confidence, 0 to 1, a pairing is accepted, by which lead
                  over its best rival, and from which confidence it is proposed for review;
                  where accept is not given, 0.95 is asked for in lists of a chosen few
    record        whether the official record is heard; as_of: in its edition of that year

    Raises UserError: a list cannot be read or holds no unit; decisions contradict each other.
    """
    lists = _lists(pilots, results, ToldColumns.of(name, id, category, levels, keep, ""))
    given = _thresholds(accept, margin, propose)
    reconciler = Reconciler(book_of(decisions), record=record, as_of=as_of, thresholds=given)
    beside = asked_beside(no_record=not record, as_of=as_of, id_column=id, name_column=name)
    chosen = _filter(only, level, categories, within)
    report = _judged(lists, reconciler, chosen, beside, confirm)
    return replace(
        report, thresholds=given, register=register_of(*lists, as_of, without=not record)
    )


def report_of(
    pilots: ListInput | Report, results: ListInput | None, decisions: DecisionsInput | None
) -> Report:
    """Return the report that was given, else that on the two lists. Raises UserError."""
    if isinstance(pilots, Report):
        return pilots
    return reconcile(pilots, results if results is not None else [], decisions=decisions)


def _lists(
    pilots: ListInput, results: ListInput, told: ToldColumns
) -> tuple[ListedUnits, ListedUnits]:
    lists = _list(pilots, told, "pilots"), _list(results, told, "results")
    refuse_unkept(told.keep, *lists)
    return lists


def _list(given: ListInput, told: ToldColumns, label: str) -> ListedUnits:
    """Return a list that holds a unit at least. Raises UserError."""
    units = listed(given, told, label)
    if not units.units:
        raise UserError(
            "no list found in {name}: give one that names units", name=units.listing.document.name
        )
    return units


def _judged(
    lists: tuple[ListedUnits, ListedUnits],
    reconciler: Reconciler,
    chosen: Filter,
    beside: Mapping[str, object],
    confirm: Iterable[ListInput],
) -> Report:
    """Return the report on two lists, with what the documents of `confirm` say of it."""
    from pilotdiff.confirming import confirmed

    pilots, results = lists
    others = [filed_input(each) for each in confirm]
    applied = reconciler.hear(pilots, results)
    rows = reconciler.rows(pilots, results)
    report = build(
        pilots,
        results,
        confirmed(rows, others) if others else rows,
        only=chosen,
        options={**chosen.told(), **beside},
        version=VERSION,
    )
    report = with_verdicts(report, rows, reconciler, applied)
    return replace(
        report,
        others=tuple(each.units for each in others),
        pilots_kept=pilots.kept,
        results_kept=results.kept,
    )


def _thresholds(accept: float, margin: float, propose: float) -> Thresholds:
    """Read the thresholds of a call.

    Raises UserError where one is no probability, or more is accepted than proposed.
    """
    given = Thresholds(accept, margin, propose, ACCEPT_FEW if accept == ACCEPT else accept)
    for name, value in given._asdict().items():
        if not 0 <= value <= 1:
            raise UserError("{name} is {value}: give a number from 0 to 1", name=name, value=value)
    if propose > accept:
        raise UserError(
            "propose is {propose} and accept {accept}: what is accepted is surer than what is "
            "proposed",
            propose=propose,
            accept=accept,
        )
    return given


def _filter(
    only: Iterable[str], level: Iterable[str], categories: Iterable[str], within: Iterable[str]
) -> Filter:
    """Return the rows asked for; one word is a list of it. Raises UserError for a word that is
    none."""
    return Filter.of(
        tuple(Outcome(_one_of(each, "only", tuple(Outcome))) for each in _several(only)),
        tuple(Level(_one_of(each, "level", tuple(Level))) for each in _several(level)),
        _several(categories),
        _several(within),
    )


def _several(given: Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _one_of(value: str, name: str, choices: tuple[str, ...]) -> str:
    if value not in choices:
        raise UserError(
            "{parameter} cannot be {value}: choose one of {choices}",
            parameter=name,
            value=value,
            choices=tuple(map(str, choices)),
        )
    return value
