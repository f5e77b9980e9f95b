"""What is asked of a folder before papers are written to it, and whether a workbook goes there."""

from pathlib import Path

from pilotdiff.model import UserError
from pilotdiff.report.papers import WORKBOOK
from pilotdiff.report.report_types import Report
from pilotdiff.report.whole_folder import check

# Rows of which a workbook is written in a few seconds; a longer list is rarely read in one.
LONG = 12_000


def workbook_wanted(report: Report, asked: bool | None) -> bool:
    """Tell whether a workbook is to be written: as asked, else where the list is not long."""
    return len(report.rows) <= LONG if asked is None else asked


def refuse_folder(folder: Path, decisions: Path | None, *, workbook: bool) -> None:
    """Refuse, before the work, a folder that could not be written to, or one with a workbook whose
    verdicts would be lost. Raises UserError."""
    check(folder)
    path = folder / WORKBOOK
    if workbook and path.exists():
        from pilotdiff.decisions import load
        from pilotdiff.decisions.own_verdicts import holds_own_verdicts

        if holds_own_verdicts(path, load(decisions) if decisions else None):
            raise UserError(
                "{path} holds what a person decided or wrote and no other file given here holds, "
                "and a new one would take its place: move it, name another folder, or leave the "
                "new one out with --no-workbook",
                path=path,
            )
