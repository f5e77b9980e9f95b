"""`write_papers` and `write_page`: a report on disk, as the command writes it."""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike
from pathlib import Path
from typing import Literal

from pilotdiff import filing
from pilotdiff.model import Filed, Finding, SourceKind, UserError
from pilotdiff.report.report_types import Report, checked

LanguageCode = Literal["en", "zh"]


def write_papers(
    report: Report,
    folder: str | PathLike[str],
    *,
    headings: LanguageCode = "en",
    language: LanguageCode = "en",
    workbook: bool | None = None,
    paper: str | PathLike[str] | None = None,
) -> Path:
    """Write the working papers of a report to a folder, which is made where it is missing.

    They are diff.csv, a CSV an outcome, run.json, datapackage.json, and a workbook with papers to
    sign unless it is refused (by default, lists of more than 12,000 rows have none). `headings`
    are those of the CSV files, `paper` a TOML file with what stands at the head of the papers to
    sign. Raises UserError where the folder cannot be written to, or holds a file of these names
    that pilotdiff did not write or somebody changed. Returns the folder.
    """
    from pilotdiff.language import words
    from pilotdiff.report import papers
    from pilotdiff.report.papers_folder import refuse_folder, workbook_wanted
    from pilotdiff.report.word_papers.paper_head import read_head

    _refuse_language(headings, language)
    there, said = Path(folder), words(language)
    with_workbook = workbook_wanted(report, workbook)
    refuse_folder(there, None, workbook=with_workbook, chosen=report.filter)
    head = read_head(Path(paper)) if paper else None

    def signed(made: Path) -> None:
        from pilotdiff.report.signed_papers import write_signed

        write_signed(report, _findings(report), made, said, head)

    papers.write_working_papers(report, there, headings, said, signed if with_workbook else None)
    return there


def write_page(report: Report, file: str | PathLike[str], *, language: LanguageCode = "en") -> Path:
    """Write a report as one HTML page, which opens from disk and needs no network.

    Raises UserError where the file cannot be written. Returns the file.
    """
    from pilotdiff.language import words
    from pilotdiff.report.page import page_file
    from pilotdiff.report.page.document import render

    _refuse_language(language)
    path = Path(file)
    page_file.refuse_page(path)
    made = render(report, words(language), _findings(report), _lists(report))
    page_file.write_page_file(made, path)
    return path


def _findings(report: Report) -> Sequence[Finding]:
    """Return what the checks say of the two lists, with the verdicts that the report follows."""
    from pilotdiff.reconciliation import Reconciler

    reconciler = Reconciler(record=report.register is not None)
    reconciler.rule(report.rulings)
    return checked(report, _lists(report), reconciler)


def _lists(report: Report) -> tuple[Filed, Filed]:
    """Return the two lists under the kinds that their places in the report give them."""
    return (
        filing.filed(report.pilots, kind=SourceKind.PILOTS),
        filing.filed(report.results, kind=SourceKind.RESULTS),
    )


def _refuse_language(*languages: str) -> None:
    from pilotdiff.language import LANGUAGES

    unknown = next((each for each in languages if each not in LANGUAGES), None)
    if unknown is not None:
        raise UserError(
            "there is no language {language}: choose one of {languages}",
            language=unknown,
            languages=LANGUAGES,
        )
