"""The papers of a reconciliation for the file, in Word: to print, fill in, sign and seal."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pilotdiff.language import ENGLISH, Words
from pilotdiff.model import Finding

if TYPE_CHECKING:
    from pilotdiff.report.report_types import Report
    from pilotdiff.report.word_papers.paper_head import PaperHead
    from pilotdiff.report.word_papers.paper_parts import PaperPart

PAPER, SHEETS, FORM = "working-paper.docx", "confirmation-sheets.docx", "evidence-form.docx"
MEMO = "memo.docx"
WORD_FILES = (PAPER, SHEETS, FORM, MEMO)


def write_word_papers(
    report: "Report",
    findings: Sequence[Finding],
    head: "PaperHead",
    folder: Path,
    annexes: Sequence[str],
    words: Words,
) -> None:
    """Write the working paper, the sheets to confirm, the statement of evidence and a memo in
    English to a folder.

    `annexes` are the names of the other papers there. Raises OSError.
    """
    from pilotdiff.report.word_papers import docx_file

    titles = report.pilots.listing.called, report.results.listing.called
    for name, blocks in _papers(report, findings, head, (*annexes, *WORD_FILES), words):
        docx_file.write_docx(blocks, folder / name, titles, ENGLISH if name == MEMO else words)


def _papers(
    report: "Report",
    findings: Sequence[Finding],
    head: "PaperHead",
    annexes: Sequence[str],
    words: Words,
) -> "Iterator[tuple[str, Iterator[PaperPart]]]":
    from pilotdiff.report.word_papers.audit_paper import working_paper
    from pilotdiff.report.word_papers.evidence_form import evidence_form
    from pilotdiff.report.word_papers.memo import memo
    from pilotdiff.report.word_papers.place_sheets import place_sheets

    yield PAPER, working_paper(report, findings, head, annexes, words)
    yield SHEETS, place_sheets(report, words)
    yield FORM, evidence_form(report, head, words)
    yield MEMO, memo(report, findings, head, ENGLISH)
