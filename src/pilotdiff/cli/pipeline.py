"""Two lists in, a report out: what `match` and `explain` have in common."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pilotdiff.cli.confirmations import NO_CONFIRMATIONS, Confirming, confirmed_rows
from pilotdiff.cli.loading import Loader
from pilotdiff.language import Words
from pilotdiff.model import Filed, Row, Units, UserError
from pilotdiff.report.filters import Filter
from pilotdiff.report.report_types import Report, build, with_verdicts
from pilotdiff.version import VERSION

if TYPE_CHECKING:
    from pilotdiff.reconciliation import Reconciler


def reconciler_of(decisions: Path | None, *, record: bool, as_of: int | None) -> "Reconciler":
    """Return what decides with the verdicts of a file, with the official record of a year or
    without it. Raises UserError."""
    from pilotdiff.reconciliation import Reconciler

    if decisions is None:
        return Reconciler(record=record, as_of=as_of)
    from pilotdiff.decisions import load

    return Reconciler(load(decisions), record=record, as_of=as_of)


def report_on(
    pilots: str | None,
    results: str | None,
    loader: Loader,
    reconciler: "Reconciler",
    only: Filter | None = None,
    options: Mapping[str, object] | None = None,
    hearing: Confirming = NO_CONFIRMATIONS,
) -> Report:
    """Return the report on two lists, on the shipped example when none is named. Raises
    UserError."""
    lists = both(pilots, results, loader)
    if not reconciler.book.name:
        return _built(lists, loader, reconciler, only, options, hearing)[0]
    from pilotdiff.cli import verdicts

    applied = verdicts.heard(reconciler, *lists, loader.words)
    report, rows = _built(lists, loader, reconciler, only, options, hearing)
    return with_verdicts(report, rows, reconciler, applied)


def _built(
    lists: tuple[Units, Units],
    loader: Loader,
    reconciler: "Reconciler",
    only: Filter | None,
    options: Mapping[str, object] | None,
    hearing: Confirming,
) -> tuple[Report, tuple[Row, ...]]:
    """Return the report, and all rows, whatever it shows of them."""
    rows = decided_rows(*lists, loader, reconciler)
    rows, others = confirmed_rows(rows, lists, loader, hearing)
    report = build(*lists, rows, only=only, options=options, version=VERSION)
    return replace(report, others=others), rows


def heard_by_all(
    reconciler: "Reconciler", documents: Sequence[Filed], words: Words, *, quiet: bool
) -> None:
    """Apply the verdicts to the lists among some documents; say how many were read and applied, and
    warn of each that bears on none of the lists."""
    book = reconciler.book
    if not book.name:
        return
    from pilotdiff.cli import verdicts

    stale = reconciler.hear_all(documents)
    verdicts.warn(book, stale, words)
    if not quiet:
        verdicts.tell_verdicts(book, len(stale), words)


def both(pilots: str | None, results: str | None, loader: Loader) -> tuple[Units, Units]:
    """Return the two lists that the user names, else those of the shipped example. Raises
    UserError."""
    if pilots is None:
        pilots, results = (source.id for source in loader.example())
    if results is None:
        raise UserError(
            "two lists are compared, and only {name} was given: name the later too", name=pilots
        )
    if pilots == results == "-":
        raise UserError("standard input holds one list only: give one of the two as a file")
    return loader.load_pair(pilots, results)


def decided_rows(
    pilots: Units, results: Units, loader: Loader, reconciler: "Reconciler"
) -> tuple[Row, ...]:
    """Return what became of every unit of the two lists, as it was decided."""
    with loader.progress.stage(loader.words("matching")) as tick:
        return reconciler.rows(pilots, results, tick)
