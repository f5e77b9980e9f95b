"""pilotdiff report: the answer as a page to read, print and pass on."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from pilotdiff.cli import first_told, output, page
from pilotdiff.cli.call import Call, takes
from pilotdiff.cli.confirmations import Confirming
from pilotdiff.cli.overwriting import refuse_overwriting
from pilotdiff.cli.pipeline import report_on
from pilotdiff.report.registers import register_of

PAGE_FILE = Path("report.html")


@takes(
    "pilots results file only level category within decisions confirm catalogue id_column "
    "name_column as_of no_record lang quiet no_progress debug"
)
def command(
    call: Call,
    file: Annotated[
        Path,
        typer.Option("-o", "--output", metavar="PAGE_FILE", help="The page; - is standard output."),
    ] = PAGE_FILE,
) -> None:
    """The answer as one HTML page: figures, findings, and every unit with its evidence.

    It opens from disk and needs no network. Without lists, the shipped example.
    """
    page.refuse(file, to_screen=True)
    loader, reconciler, confirm = call.loader, call.reconciler, call.confirm or ()
    lists = call.pilots, call.results
    refuse_overwriting([file], (*lists, call.decisions, *confirm), loader)
    hearing = Confirming(confirm)
    found = report_on(*lists, loader, reconciler, call.chosen, hearing=hearing)
    register = register_of(found.pilots, found.results, call.as_of, without=call.no_record)
    found = replace(found, register=register)
    if not call.quiet:
        first_told.tell(found.foremost, call.words)
    made = page.page_text(found, loader, reconciler, alone=call.pilots is not None)
    if file == page.STANDARD_OUTPUT:
        output.write_out([made])
        return
    page.written(made, file)
    if not call.quiet:
        output.remark(call.words("Page: {file}", file=file))
