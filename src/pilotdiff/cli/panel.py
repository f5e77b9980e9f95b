"""pilotdiff panel: many lists as one table, unit by year."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pilotdiff.cli import first_told, output
from pilotdiff.cli.call import Call, takes
from pilotdiff.cli.loading import Loader
from pilotdiff.cli.options import output_folder
from pilotdiff.cli.progress import Progress
from pilotdiff.language import ENGLISH
from pilotdiff.model import Filed, UserError

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
def command(
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
    from pilotdiff.cli.pipeline import heard_by_all
    from pilotdiff.panel import panel_of
    from pilotdiff.reading.folders import opened
    from pilotdiff.report.answers.panel_answer import PanelAnswer, check_table, table_of

    check_table(table)
    words, loader, reconciler = call.words, call.loader, call.reconciler
    formats = _refuse(folder, parquet=parquet, stata=stata)
    filed = _filed_all(opened(documents or ()), loader, processes) if documents else loader.filed()
    heard_by_all(reconciler, filed, words, quiet=call.quiet)
    if not call.quiet:
        first_told.tell_of(filed, words)
    with loader.progress.stage(words("matching")) as tick:
        found = panel_of(filed, reconciler, tick, record=not call.no_record)
    if not found.lists:
        raise UserError("no list found in {names}: give one that names units", names=found.left_out)
    if folder:
        from pilotdiff.report.panel_files import write_panel
        from pilotdiff.version import VERSION

        with loader.progress.stage(words("writing")):
            write_panel(found, folder, formats, words, VERSION)
    call.show(PanelAnswer(found, table_of(found, table), words))
    if folder and not call.quiet:
        output.remark(words("Panel: {folder}", folder=folder))


def _refuse(folder: Path | None, *, parquet: bool, stata: bool) -> "Sequence[TableFormat]":
    """Before the work, what could not be written. Raises UserError."""
    if folder is None:
        if parquet or stata:
            raise UserError("Parquet and Stata files go to a folder: name one with -o")
        return ()
    from pilotdiff.report.folder_record import refuse_foreign
    from pilotdiff.report.panel_files import TableFormat, check_formats, file_names
    from pilotdiff.report.whole_folder import refuse_unwritable

    asked = {TableFormat.PARQUET: parquet, TableFormat.STATA: stata}
    formats = [each for each, wanted in asked.items() if wanted]
    refuse_unwritable(folder)
    check_formats(formats)
    refuse_foreign(folder, file_names(formats))
    return formats


# Fewer files are read sooner than processes start.
_PAYS = 8


def _filed_all(names: Sequence[str], loader: Loader, processes: int | None) -> tuple[Filed, ...]:
    """Return the documents as `Loader.filed` does, read by so many processes side by side.

    `None` is as many as there are cores. Raises UserError for the first that cannot be read.
    """
    wide = min(processes or os.cpu_count() or 1, len(names))
    if wide < 2 or (processes is None and len(names) < _PAYS):
        return loader.filed(names)
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    alone = Loader(
        Progress(shown=False), ENGLISH, loader.id_column, loader.name_column, loader.catalogue
    )
    title = loader.words("reading {n} documents", n=len(names))
    with loader.progress.stage(title) as tick, ProcessPoolExecutor(wide, get_context()) as pool:
        found: list[Filed] = []
        for one in pool.map(_read, [alone] * len(names), names):
            found.append(one)
            tick(len(found), len(names))
    return tuple(found)


def _read(loader: Loader, name: str) -> Filed:
    return loader.filed([name])[0]
