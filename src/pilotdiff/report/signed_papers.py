"""What a person fills in and signs: the workbook, and the papers for the file in Word."""

from collections.abc import Sequence
from pathlib import Path

from pilotdiff.language import Words
from pilotdiff.model import Finding
from pilotdiff.model.callbacks import Tick
from pilotdiff.report import word_papers, workbook
from pilotdiff.report.papers import WORKBOOK
from pilotdiff.report.report_types import Report
from pilotdiff.report.word_papers.paper_head import PaperHead


def write_signed(
    report: Report,
    findings: Sequence[Finding],
    folder: Path,
    words: Words,
    head: PaperHead | None,
    progress: Tick | None = None,
) -> None:
    """Write the workbook and the Word papers to a folder that holds the other papers already.

    `head` is what stands on top of them; `progress` is told the rows of the workbook. Raises
    OSError.
    """
    workbook.write_workbook(report, findings, folder / WORKBOOK, words, progress)
    annexes = sorted(path.name for path in folder.iterdir())
    word_papers.write_word_papers(report, findings, head or PaperHead(), folder, annexes, words)
