"""pilotdiff explain: why a unit came out as it did."""

from dataclasses import replace
from typing import Annotated

import typer

from pilotdiff.cli import options, output
from pilotdiff.cli.confirmations import Confirming
from pilotdiff.cli.language import spoken
from pilotdiff.cli.loading import Loader
from pilotdiff.cli.pipeline import reconcile, reconciler_of
from pilotdiff.cli.progress import Progress
from pilotdiff.model import Row, UserError
from pilotdiff.report.filters import units
from pilotdiff.report.report_types import Report

MOST = 5


def explain(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A unit of either list, or a part of its name.")
    ],
    pilots: options.Pilots = None,
    results: options.Results = None,
    decisions: options.Decisions = None,
    confirm: options.Confirm = None,
    catalogue: options.Catalogue = None,
    id_column: options.IdColumn = "",
    name_column: options.NameColumn = "",
    lang: options.Lang = None,
    no_progress: options.NoProgress = False,
    debug: options.Debug = False,
) -> None:
    """Why a unit came out as it did: as read, repaired and compared.

    Without lists, in the shipped example.
    """
    del debug  # the entry point sees to it
    words = spoken(lang)
    loader = Loader(Progress(shown=not no_progress), words, id_column, name_column, catalogue)
    reconciler, hearing = reconciler_of(decisions), Confirming(confirm or ())
    report = _about(name, reconcile(pilots, results, loader, reconciler, hearing=hearing))
    from pilotdiff.matching.evidence import considered_for
    from pilotdiff.report.screen.explanation_screen import parts

    evidence = report.evidence()
    candidates = [considered_for(row, evidence) for row in report.rows]
    output.draw(lambda _: parts(report, candidates, words))


def _about(name: str, report: Report) -> Report:
    """The report narrowed to the rows that this name means; whole names win over parts."""
    from pilotdiff.repair import fold

    wanted = fold(name.strip())
    whole = tuple(row for row in report.rows if wanted in map(fold, _names(row)))
    found = whole or tuple(
        row for row in report.rows if any(wanted in fold(n) for n in _names(row))
    )
    if not found:
        raise UserError(
            "no unit of {pilots} and {results} has {name} in its name: try a shorter part of it",
            pilots=report.pilot_source,
            results=report.result_source,
            name=name,
        )
    if len(found) > MOST:
        raise UserError(
            "{n} units have {name} in their names: say which, e.g. {some}",
            n=len(found),
            name=name,
            some=tuple(_names(row)[0] for row in found[:MOST]),
        )
    return replace(report, rows=found)


def _names(row: Row) -> list[str]:
    """Whole names and own names of both units."""
    return [name for unit in units(row) for name in (unit.name, unit.own)]
