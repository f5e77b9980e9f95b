"""pilotdiff panel: many lists as one table, unit by year."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pilotdiff.cli import options, output
from pilotdiff.cli.language import spoken
from pilotdiff.cli.loading import Loader
from pilotdiff.cli.progress import Progress
from pilotdiff.model import UserError
from pilotdiff.report.formats import Format

if TYPE_CHECKING:
    from pilotdiff.report.panel_files import TableFormat


def panel(
    documents: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DOC]...", help="Lists, by file or id, or folders of them; all when none is."
        ),
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="DIR", help="Write the tables there."),
    ] = None,
    parquet: Annotated[
        bool, typer.Option("--parquet", help="With -o: Parquet files too (needs pyarrow).")
    ] = False,
    stata: Annotated[
        bool, typer.Option("--stata", help="With -o: Stata files too (needs pandas).")
    ] = False,
    format: options.FormatOption = Format.TABLE,
    table: Annotated[
        str,
        typer.Option(
            "--table",
            metavar="NAME",
            help="What csv, json and jsonl show: listings, unit_years, wide, rates or doubtful.",
        ),
    ] = "listings",
    decisions: options.Decisions = None,
    catalogue: options.Catalogue = None,
    id_column: options.IdColumn = "",
    name_column: options.NameColumn = "",
    no_record: options.NoRecord = False,
    processes: Annotated[
        int | None,
        typer.Option(
            "--processes",
            metavar="N",
            min=1,
            help="Read so many documents at a time; else by cores.",
        ),
    ] = None,
    lang: options.Lang = None,
    quiet: options.Quiet = False,
    no_progress: options.NoProgress = False,
    debug: options.Debug = False,
) -> None:
    """Many lists as one table, unit by year, with stable ids and codes.

    Which units are the same through all lists, what became of each, how many went on by province
    and year, and the links that a person must decide on.
    """
    del debug  # the entry point sees to it
    from pilotdiff.cli.many_documents import filed_all
    from pilotdiff.cli.pipeline import heard_by_all, reconciler_of
    from pilotdiff.panel import panel_of
    from pilotdiff.reading.folders import opened

    words = spoken(lang)
    loader = Loader(
        Progress(shown=not (quiet or no_progress)), words, id_column, name_column, catalogue
    )
    formats = _refuse(folder, parquet=parquet, stata=stata)
    reconciler = reconciler_of(decisions, record=not no_record)
    filed = filed_all(opened(documents or ()), loader, processes) if documents else loader.filed()
    heard_by_all(reconciler, filed, words, quiet=quiet)
    with loader.progress.stage(words("matching")) as tick:
        found = panel_of(filed, reconciler, tick, record=not no_record)
    if not found.lists:
        raise UserError("no list found in {names}: give one that names units", names=found.left_out)
    from pilotdiff.report.answers.panel_answer import PanelAnswer, table_of

    if folder:
        from pilotdiff.report.panel_files import write
        from pilotdiff.version import VERSION

        with loader.progress.stage(words("writing")):
            write(found, folder, formats, words, VERSION)
    output.show(PanelAnswer(found, table_of(found, table), words), format, quiet=quiet)
    if folder and not quiet:
        output.note(words("Panel: {folder}", folder=folder))


def _refuse(folder: Path | None, *, parquet: bool, stata: bool) -> "Sequence[TableFormat]":
    """Before the work, what could not be written. Raises UserError."""
    if folder is None:
        if parquet or stata:
            raise UserError("Parquet and Stata files go to a folder: name one with -o")
        return ()
    from pilotdiff.report.panel_files import TableFormat, check_formats
    from pilotdiff.report.papers import check

    asked = {TableFormat.PARQUET: parquet, TableFormat.STATA: stata}
    formats = [each for each, wanted in asked.items() if wanted]
    check(folder)
    check_formats(formats)
    return formats
