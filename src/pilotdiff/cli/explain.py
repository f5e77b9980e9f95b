"""pilotdiff explain: why a unit came out as it did."""

from typing import Annotated

import typer

from pilotdiff.cli import options, output
from pilotdiff.cli.confirmations import Confirming
from pilotdiff.cli.language import spoken
from pilotdiff.cli.loading import Loader
from pilotdiff.cli.pipeline import reconcile, reconciler_of
from pilotdiff.cli.progress import Progress
from pilotdiff.report.named_rows import named_rows


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
    report = named_rows(name, reconcile(pilots, results, loader, reconciler, hearing=hearing))
    if report.receipt:
        output.note(words(report.receipt[0]))
    from pilotdiff.matching.evidence import considered_for
    from pilotdiff.report.screen.explanation_screen import parts

    evidence = report.evidence()
    candidates = [considered_for(row, evidence) for row in report.rows]
    output.draw(lambda _: parts(report, candidates, words))
