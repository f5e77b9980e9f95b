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
from pilotdiff.report.named_rows import named_rows
from pilotdiff.report.registers import asked_year, register_of


def explain(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A unit of either list, or a part of its name.")
    ],
    pilots: options.Pilots = None,
    results: options.Results = None,
    decisions: options.Decisions = None,
    confirm: options.Confirm = None,
    catalogue: options.Catalogue = None,
    as_of: options.AsOf = None,
    no_record: options.NoRecord = False,
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
    progress, record = Progress(shown=not no_progress), not no_record
    loader = Loader(progress, words, id_column, name_column, catalogue, record=record)
    hearing = Confirming(confirm or ())
    reconciler = reconciler_of(decisions, record=record, as_of=asked_year(as_of))
    found = reconcile(pilots, results, loader, reconciler, hearing=hearing)
    register = register_of(found.pilots, found.results, as_of, without=no_record)
    report = named_rows(name, replace(found, register=register))
    if report.receipt:
        output.note(words(report.receipt[0]))
    from pilotdiff.matching.evidence import considered_for
    from pilotdiff.report.screen.explanation_screen import parts

    evidence = report.evidence()
    candidates = [considered_for(row, evidence) for row in report.rows]
    output.draw(lambda _: parts(report, candidates, words))
