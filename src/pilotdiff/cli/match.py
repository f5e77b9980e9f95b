"""pilotdiff match: what became of every pilot unit."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pilotdiff.cli import options, output, page, written_papers
from pilotdiff.cli.confirmations import Confirming
from pilotdiff.cli.language import spoken
from pilotdiff.cli.loading import Loader
from pilotdiff.cli.overwriting import refuse_overwriting
from pilotdiff.cli.pipeline import reconcile, reconciler_of
from pilotdiff.cli.progress import Progress
from pilotdiff.cli.quoting import retyped
from pilotdiff.model import UserError
from pilotdiff.report.filters import Filter
from pilotdiff.report.formats import Format
from pilotdiff.report.registers import register_of
from pilotdiff.report.report_types import Report

if TYPE_CHECKING:
    from pilotdiff.report.word_papers.paper_head import PaperHead


def match(
    pilots: options.Pilots = None,
    results: options.Results = None,
    folder: options.Output = None,
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="FILE", help="Write a page to read there, as report does."),
    ] = None,
    format: options.FormatOption = Format.TABLE,
    headings: options.HeadingsOption = options.Headings.EN,
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
    workbook: Annotated[
        bool | None,
        typer.Option(
            "--workbook/--no-workbook",
            help="With -o: a workbook too, or the CSV files only; default by the number of rows.",
        ),
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit 1 if a row is not promoted unchanged.")
    ] = False,
    fail_on_review: Annotated[
        bool,
        typer.Option(
            "--fail-on-review", help="Exit 1 if a person must still decide, or a name is left out."
        ),
    ] = False,
    paper: Annotated[
        Path | None,
        typer.Option(
            "--paper",
            metavar="FILE",
            help="With -o: a TOML file with what stands at the head of the papers to sign.",
        ),
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option(
            "--against",
            metavar="DIR",
            help="Tell what comes out otherwise than in the working papers there.",
        ),
    ] = None,
    quiet: options.Quiet = False,
    no_progress: options.NoProgress = False,
    debug: options.Debug = False,
) -> None:
    """Reconcile two lists; with none, the shipped example.

    Each is a file (text, HTML, Word, PDF or a table), - for standard input, or the id of a shipped
    document (see pilotdiff sources).
    """
    del debug  # the entry point sees to it
    words = spoken(lang)
    progress = Progress(shown=not (quiet or no_progress))
    _refuse(folder, html, decisions, workbook=workbook is not False)
    head = _head(paper, folder)
    loader = Loader(progress, words, id_column, name_column, catalogue, record=not no_record)
    read = pilots, results, *(confirm or ())
    refuse_overwriting(written_papers.files(folder) if folder else (), read, loader)
    refuse_overwriting([html] if html else (), (*read, decisions), loader)
    chosen = Filter.of(only, level, category, within)
    # A screen shows no reason but of what is in doubt.
    only_screen = format is Format.TABLE and not (folder or html)
    hearing = Confirming(confirm or (), in_doubt=only_screen)
    reconciler = reconciler_of(decisions, record=not no_record, as_of=as_of)
    report = reconcile(pilots, results, loader, reconciler, chosen, chosen.told(), hearing)
    if against:
        from pilotdiff.report.earlier_papers import since

        report = replace(report, since=since(report.rows, against, report.options))
    if not only_screen:
        register = register_of(report.pilots, report.results, as_of, without=no_record)
        report = replace(report, register=register)
    if folder:
        from pilotdiff.report.papers_folder import workbook_wanted

        with_workbook = workbook_wanted(report, workbook)
        written_papers.write(
            report, folder, headings, loader, reconciler if with_workbook else None, head
        )
    if html:
        made = page.rendered(report, loader, reconciler, alone=pilots is not None)
        page.written(made, html)
    if not (quiet and format is Format.TABLE):
        bearing = {
            "--decisions": decisions,
            "--confirm": confirm,
            "--catalogue": catalogue,
            "--id-column": id_column,
            "--name-column": name_column,
        }
        from pilotdiff.report.answers.reconciliation_answer import ReconciliationAnswer

        given = retyped((pilots, results), bearing)
        answer = ReconciliationAnswer(report, words, given, written=folder is not None)
        output.show(answer, format, headings)
    if folder and not quiet:
        output.note(words("Working papers: {folder}", folder=folder))
        if workbook is None and not with_workbook:
            output.note(words("The list is long: with --workbook there is a workbook too."))
    if html and not quiet:
        output.note(words("Page: {file}", file=html))
    raise typer.Exit(_code(report, exit_code=exit_code, fail_on_review=fail_on_review))


def _refuse(
    folder: Path | None, html: Path | None, decisions: Path | None, *, workbook: bool
) -> None:
    """Before the work, what could not be written. Raises UserError."""
    if folder:
        from pilotdiff.report.papers_folder import refuse_folder

        refuse_folder(folder, decisions, workbook=workbook)
    if html:
        page.refuse(html)


def _head(paper: Path | None, folder: Path | None) -> "PaperHead | None":
    """What stands at the head of the papers to sign. Raises UserError."""
    if paper is None:
        return None
    if folder is None:
        raise UserError("--paper is for papers to sign: name their folder with -o")
    from pilotdiff.report.word_papers.paper_head import read_head

    return read_head(paper)


def _code(report: Report, *, exit_code: bool, fail_on_review: bool) -> int:
    """1 when the rows shown are not as the caller demands."""
    from pilotdiff.report.summary import left_over, undecided

    missing = any(units.census.missing for units in (report.pilots, report.results))
    open_ = undecided(report.rows) or missing
    return int((exit_code and left_over(report.rows)) or (fail_on_review and open_))
