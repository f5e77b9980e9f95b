"""pilotdiff trace: one unit through all documents."""

from typing import TYPE_CHECKING, Annotated

import typer

from pilotdiff.cli import options, output
from pilotdiff.cli.language import spoken
from pilotdiff.cli.loading import Loader
from pilotdiff.cli.pipeline import heard_by_all, reconciler_of
from pilotdiff.cli.progress import Progress
from pilotdiff.model import UserError
from pilotdiff.report.formats import Format
from pilotdiff.report.registers import asked_year

if TYPE_CHECKING:
    pass


def trace(
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="A unit: its name, with or without its parents."),
    ],
    files: options.Documents = None,
    format: options.FormatOption = Format.TABLE,
    headings: options.HeadingsOption = options.Headings.EN,
    within: Annotated[
        str, typer.Option("--within", metavar="PLACE", help="The one that lies in this place.")
    ] = "",
    decisions: options.Decisions = None,
    catalogue: options.Catalogue = None,
    as_of: options.AsOf = None,
    no_record: options.NoRecord = False,
    id_column: options.IdColumn = "",
    name_column: options.NameColumn = "",
    lang: options.Lang = None,
    quiet: options.Quiet = False,
    no_progress: options.NoProgress = False,
    debug: options.Debug = False,
) -> None:
    """One unit through all documents, in time, with what became of it and of all that lies in it.

    Without files, the documents of the catalogue.
    """
    del debug  # the entry point sees to it
    from pilotdiff.tracing import trace as traced

    words = spoken(lang)
    if not name.strip():
        raise UserError("no name is given: name a unit, such as 成都市")
    loader = Loader(
        Progress(shown=not (quiet or no_progress)),
        words,
        id_column,
        name_column,
        catalogue,
        record=not no_record,
    )
    reconciler = reconciler_of(decisions, record=not no_record, as_of=asked_year(as_of))
    documents = loader.filed(list(dict.fromkeys(files or ())))
    heard_by_all(reconciler, documents, words, quiet=quiet)
    trail = traced(name, documents, within, reconciler)
    if not (trail.ways or trail.words):
        from pilotdiff.tracing.unnamed import unnamed

        raise unnamed(trail, within)
    from pilotdiff.report.answers.trail_answer import TrailAnswer

    output.show(TrailAnswer(trail, words), format, headings, quiet=quiet)
