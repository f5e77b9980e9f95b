"""pilotdiff match: what became of every pilot unit."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pilotdiff.cli import first_told, options, output, page, written_papers
from pilotdiff.cli.call import Call, takes
from pilotdiff.cli.carried_options import of_matching, of_reading
from pilotdiff.cli.confirmations import Confirming
from pilotdiff.cli.earlier_answer import beside_earlier
from pilotdiff.cli.overwriting import refuse_overwriting
from pilotdiff.cli.pipeline import report_on
from pilotdiff.cli.retyped_calls import retyped
from pilotdiff.language import Words
from pilotdiff.model import UserError
from pilotdiff.report.filters import asked_beside
from pilotdiff.report.formats import Format
from pilotdiff.report.registers import register_of
from pilotdiff.report.report_types import Report

if TYPE_CHECKING:
    from pilotdiff.report.word_papers.paper_head import PaperHead


_Page = Annotated[
    Path | None,
    typer.Option("--html", metavar="FILE", help="Write a page to read there, as report does."),
]
_Workbook = Annotated[
    bool | None,
    typer.Option(
        "--workbook/--no-workbook",
        help="With -o: a workbook too, or the CSV files only; default by the number of rows.",
    ),
]
_ExitCode = Annotated[
    bool, typer.Option("--exit-code", help="Exit 1 if a row is not promoted unchanged.")
]
_FailOnReview = Annotated[
    bool,
    typer.Option(
        "--fail-on-review", help="Exit 1 if a person must still decide, or the answer is in doubt."
    ),
]
_HeadFile = Annotated[
    Path | None,
    typer.Option(
        "--paper",
        metavar="FILE",
        help="With -o: a TOML file with what stands at the head of the papers to sign: index, "
        "audited, project, matter, until, objective, conclusion, prepared_by, prepared_on, "
        'reviewed_by, reviewed_on, opinion, each a line such as index = "A-1".',
    ),
]
_Against = Annotated[
    Path | None,
    typer.Option(
        "--against",
        metavar="DIR",
        help="Tell what comes out otherwise than in the working papers there.",
    ),
]


@takes(
    "pilots results folder html format headings only level category within decisions confirm "
    "catalogue id_column name_column as_of no_record lang workbook exit_code fail_on_review "
    "paper against quiet no_progress debug"
)
def command(
    call: Call,
    folder: options.Output = None,
    html: _Page = None,
    workbook: _Workbook = None,
    exit_code: _ExitCode = False,
    fail_on_review: _FailOnReview = False,
    paper: _HeadFile = None,
    against: _Against = None,
) -> None:
    """Reconcile two lists; with none, the shipped example.

    Each is a file (text, HTML, Word, PDF or a table), - for standard input, or the id of a shipped
    document (see pilotdiff sources).
    """
    lists = call.pilots, call.results
    head = _head(paper, folder)
    _refuse(folder, html, call, workbook=workbook is not False)
    # A screen shows no reason but of what is in doubt.
    only_screen = call.format is Format.TABLE and not (folder or html)
    hearing = Confirming(call.confirm or (), in_doubt=only_screen)
    told = call.chosen.told() | asked_beside(
        no_record=call.no_record,
        as_of=call.as_of,
        id_column=call.id_column,
        name_column=call.name_column,
    )
    report = report_on(*lists, call.loader, call.reconciler, call.chosen, told, hearing)
    if against:
        report = beside_earlier(report, against, call)
    if not only_screen:
        register = register_of(report.pilots, report.results, call.as_of, without=call.no_record)
        report = replace(report, register=register)
    with_workbook = folder is not None and _write(report, folder, call, head, workbook)
    if html:
        made = page.page_text(report, call.loader, call.reconciler, alone=call.pilots is not None)
        page.written(made, html)
    _show(report, call, folder, with_workbook=with_workbook)
    if not call.quiet:
        too_long = workbook is None and not with_workbook
        _note_files(call.words, folder, html, with_workbook=with_workbook, too_long=too_long)
    raise typer.Exit(_code(report, exit_code=exit_code, fail_on_review=fail_on_review))


def _write(
    report: Report, folder: Path, call: Call, head: "PaperHead | None", asked: bool | None
) -> bool:
    """Write the working papers, and return whether a workbook is among them; tell what becomes of
    those that stood there."""
    from pilotdiff.report.papers_folder import told_of_earlier, workbook_wanted

    with_workbook = workbook_wanted(report, asked)
    earlier = told_of_earlier(folder, report, workbook=with_workbook)
    reconciler = call.reconciler if with_workbook else None
    written_papers.write_asked_papers(report, folder, call.headings, call.loader, reconciler, head)
    for said in earlier:
        output.remark(call.words(said))
    return with_workbook


def _show(report: Report, call: Call, folder: Path | None, *, with_workbook: bool) -> None:
    """Show the answer, and beside data what became of the verdicts; quietly, data alone."""
    data = call.format is not Format.TABLE
    if data and not call.quiet:
        if call.format is not Format.MARKDOWN:
            first_told.tell(report.foremost, call.words)
        for said in report.receipt:
            output.remark(call.words(said))
    if data or not call.quiet:
        from pilotdiff.report.answers.reconciliation_answer import ReconciliationAnswer

        lists, given = (call.pilots, call.results), of_matching(call)
        filled = str(folder / "reconciliation.xlsx") if folder and with_workbook else ""
        handed_back = retyped(lists, given | {"--decisions": filled}) if filled else ""
        typed, written = retyped(lists, given), folder is not None
        call.show(
            ReconciliationAnswer(
                report, call.words, typed, handed_back, written=written, asked=of_reading(call)
            )
        )


def _note_files(
    words: Words, folder: Path | None, html: Path | None, *, with_workbook: bool, too_long: bool
) -> None:
    """Say what was written, and that a workbook was not because the list is long."""
    if folder:
        first = "reconciliation.xlsx" if with_workbook else "diff.csv"
        output.remark(
            words("Working papers: {folder}; open {file} first", folder=folder, file=first)
        )
        if too_long:
            output.remark(words("The list is long: with --workbook there is a workbook too."))
    if html:
        output.remark(words("Page: {file}", file=html))


def _refuse(folder: Path | None, html: Path | None, call: Call, *, workbook: bool) -> None:
    """Before the work, what could not be written. Raises UserError."""
    read = call.pilots, call.results, *(call.confirm or ())
    refuse_overwriting(written_papers.files(folder) if folder else (), read, call.loader)
    refuse_overwriting([html] if html else (), (*read, call.decisions), call.loader)
    if folder:
        from pilotdiff.report.papers_folder import refuse_folder

        refuse_folder(folder, call.decisions, workbook=workbook, chosen=call.chosen)
    if html:
        page.refuse(html)


def _head(paper: Path | None, folder: Path | None) -> "PaperHead | None":
    """Return what stands at the head of the papers to sign. Raises UserError."""
    if paper is None:
        return None
    if folder is None:
        raise UserError("--paper is for papers to sign: name their folder with -o")
    from pilotdiff.report.word_papers.paper_head import read_head

    return read_head(paper)


def _code(report: Report, *, exit_code: bool, fail_on_review: bool) -> int:
    """1 when the rows shown are not as the caller demands."""
    from pilotdiff.report.headline import is_doubted
    from pilotdiff.report.summary import differs_at_all, undecided

    open_ = undecided(report.rows) or is_doubted(report)
    return int((exit_code and differs_at_all(report.rows)) or (fail_on_review and open_))
