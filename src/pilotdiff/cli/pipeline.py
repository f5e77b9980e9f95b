"""Two lists in, a report out: what `match` and `explain` have in common."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from pilotdiff.cli.confirmations import NO_CONFIRMATIONS, Confirming, confirmed_rows
from pilotdiff.cli.loading import Loader
from pilotdiff.model import Row, Ruling, Units, UserError
from pilotdiff.report.filters import Filter
from pilotdiff.report.report_types import Report, build
from pilotdiff.version import VERSION


def reconcile(
    pilots: str | None,
    results: str | None,
    loader: Loader,
    only: Filter | None = None,
    options: Mapping[str, object] | None = None,
    decisions: Path | None = None,
    hearing: Confirming = NO_CONFIRMATIONS,
    record: bool = True,
) -> Report:
    """Return the report on two lists, on the shipped example when none is named. Raises
    UserError."""
    if decisions is None:
        lists = both(pilots, results, loader)
        rows, others = confirmed_rows(judged(*lists, loader, record=record), lists, loader, hearing)
        report = build(*lists, rows, only=only, options=options, version=VERSION)
        return replace(report, others=others)
    from pilotdiff.cli import verdicts
    from pilotdiff.decisions import load

    book = load(decisions)
    lists = both(pilots, results, loader)
    applied = verdicts.applied(book, *lists, loader.words)
    rows, others = confirmed_rows(
        judged(*lists, loader, applied.rulings, record=record), lists, loader, hearing
    )
    report = build(*lists, rows, only=only, options=options, version=VERSION)
    return replace(report, decisions=verdicts.record(book, applied), others=others)


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
    return loader.load_list(pilots), loader.load_list(results)


def judged(
    pilots: Units,
    results: Units,
    loader: Loader,
    rulings: Sequence[Ruling] = (),
    *,
    record: bool = True,
) -> tuple[Row, ...]:
    """Return what became of every unit of the two lists, with or without the official record."""
    from pilotdiff.matching import match
    from pilotdiff.outcomes import judge

    with loader.progress.stage(loader.words("matching")) as tick:
        found = match(pilots, results, rulings, progress=tick, record=record)
        return judge(pilots, results, found, rulings)
