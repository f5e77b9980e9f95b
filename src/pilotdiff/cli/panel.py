"""pilotdiff panel: many lists as one table, unit by year."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pilotdiff.cli import first_told, output
from pilotdiff.cli.call import Call, takes
from pilotdiff.cli.options import output_folder
from pilotdiff.model import UserError

if TYPE_CHECKING:
    from pilotdiff.report.panel_files import TableFormat


_Documents = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[DOC]...", help="Lists, by file or id, or folders of them; all when none is."
    ),
]
_Folder = Annotated[Path | None, output_folder(help="Write the tables there.")]
_Parquet = Annotated[
    bool, typer.Option("--parquet", help="With -o: Parquet files too (needs pyarrow).")
]
_Stata = Annotated[bool, typer.Option("--stata", help="With -o: Stata files too (needs pandas).")]
_Table = Annotated[
    str,
    typer.Option(
        "--table",
        metavar="NAME",
        help="What csv, json and jsonl show: listings, unit_years, wide, rates or doubtful.",
    ),
]
_Processes = Annotated[
    int | None,
    typer.Option(
        "--processes", metavar="N", min=1, help="Read so many documents at a time; else by cores."
    ),
]


@takes(
    "documents folder parquet stata format table decisions catalogue id_column name_column "
    "no_record processes lang quiet no_progress debug"
)
def panel(
    call: Call,
    documents: _Documents = None,
    folder: _Folder = None,
    parquet: _Parquet = False,
    stata: _Stata = False,
    table: _Table = "listings",
    processes: _Processes = None,
) -> None:
    """Many lists as one table, unit by year, with stable ids and codes.

    Which units are the same through all lists, what became of each, how many went on by province
    and year, and the links that a person must decide on.
    """
    from pilotdiff.cli.many_documents import filed_all
    from pilotdiff.cli.pipeline import heard_by_all
    from pilotdiff.panel import panel_of
    from pilotdiff.reading.folders import opened
    from pilotdiff.report.answers.panel_answer import PanelAnswer, check_table, table_of

    check_table(table)
    words, loader, reconciler = call.words, call.loader, call.reconciler
    formats = _refuse(folder, parquet=parquet, stata=stata)
    filed = filed_all(opened(documents or ()), loader, processes) if documents else loader.filed()
    heard_by_all(reconciler, filed, words, quiet=call.quiet)
    if not call.quiet:
        first_told.tell_of(filed, words)
    with loader.progress.stage(words("matching")) as tick:
        found = panel_of(filed, reconciler, tick, record=not call.no_record)
    if not found.lists:
        raise UserError("no list found in {names}: give one that names units", names=found.left_out)
    if folder:
        from pilotdiff.report.panel_files import write
        from pilotdiff.version import VERSION

        with loader.progress.stage(words("writing")):
            write(found, folder, formats, words, VERSION)
    call.show(PanelAnswer(found, table_of(found, table), words))
    if folder and not call.quiet:
        output.note(words("Panel: {folder}", folder=folder))


def _refuse(folder: Path | None, *, parquet: bool, stata: bool) -> "Sequence[TableFormat]":
    """Before the work, what could not be written. Raises UserError."""
    if folder is None:
        if parquet or stata:
            raise UserError("Parquet and Stata files go to a folder: name one with -o")
        return ()
    from pilotdiff.report.folder_record import refuse_foreign
    from pilotdiff.report.panel_files import TableFormat, check_formats, file_names
    from pilotdiff.report.whole_folder import check

    asked = {TableFormat.PARQUET: parquet, TableFormat.STATA: stata}
    formats = [each for each, wanted in asked.items() if wanted]
    check(folder)
    check_formats(formats)
    refuse_foreign(folder, file_names(formats))
    return formats
