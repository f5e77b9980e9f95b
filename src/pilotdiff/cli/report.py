"""pilotdiff report: the answer as a page to read, print and pass on."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from pilotdiff.cli import options, output, page
from pilotdiff.cli.confirmations import Confirming
from pilotdiff.cli.language import spoken
from pilotdiff.cli.loading import Loader
from pilotdiff.cli.overwriting import refuse_overwriting
from pilotdiff.cli.pipeline import reconcile, reconciler_of
from pilotdiff.cli.progress import Progress
from pilotdiff.report.filters import Filter
from pilotdiff.report.registers import register_of

FILE = Path("report.html")


def report(
    pilots: options.Pilots = None,
    results: options.Results = None,
    file: Annotated[
        Path,
        typer.Option("-o", "--output", metavar="FILE", help="The page; - is standard output."),
    ] = FILE,
    only: options.Only = None,
    level: options.LevelOption = None,
    category: options.Category = None,
    within: options.Within = None,
    decisions: options.Decisions = None,
    confirm: options.Confirm = None,
    catalogue: options.Catalogue = None,
    id_column: options.IdColumn = "",
    name_column: options.NameColumn = "",
    as_of: options.AsOf = None,
    no_record: options.NoRecord = False,
    lang: options.Lang = None,
    quiet: options.Quiet = False,
    no_progress: options.NoProgress = False,
    debug: options.Debug = False,
) -> None:
    """The answer as one HTML page: figures, findings, and every unit with its evidence.

    It opens from disk and needs no network. Without lists, the shipped example.
    """
    del debug  # the entry point sees to it
    page.refuse(file, to_screen=True)
    words = spoken(lang)
    progress = Progress(shown=not (quiet or no_progress))
    loader = Loader(progress, words, id_column, name_column, catalogue, record=not no_record)
    refuse_overwriting([file], (pilots, results, decisions, *(confirm or ())), loader)
    chosen = Filter.of(only, level, category, within)
    hearing = Confirming(confirm or ())
    reconciler = reconciler_of(decisions, record=not no_record, as_of=as_of)
    found = reconcile(pilots, results, loader, reconciler, chosen, hearing=hearing)
    register = register_of(found.pilots, found.results, as_of, without=no_record)
    found = replace(found, register=register)
    made = page.rendered(found, loader, reconciler, alone=pilots is not None)
    if file == page.STANDARD_OUTPUT:
        output.write([made])
        return
    page.written(made, file)
    if not quiet:
        output.note(words("Page: {file}", file=file))
