"""The working papers of a report, the workbook among them."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pilotdiff.cli.loading import Loader
from pilotdiff.model import UserError
from pilotdiff.report.report_types import Report

if TYPE_CHECKING:
    from pilotdiff.reconciliation import Reconciler

# Rows of which a workbook is written in a few seconds; a longer list is rarely read in one.
LONG = 12_000


def wanted(report: Report, asked: bool | None) -> bool:
    """Tell whether a workbook is to be written: as asked, else where the list is not long."""
    return len(report.rows) <= LONG if asked is None else asked


def refuse(folder: Path, decisions: Path | None, *, workbook: bool) -> None:
    """Refuse, before the work, a folder that could not be written to, or one with a workbook whose
    verdicts would be lost. Raises UserError."""
    from pilotdiff.report.papers import WORKBOOK, check

    check(folder)
    path = folder / WORKBOOK
    if workbook and path.exists():
        from pilotdiff.decisions import load
        from pilotdiff.decisions.own_verdicts import holds_own_verdicts

        if holds_own_verdicts(path, load(decisions) if decisions else None):
            raise UserError(
                "{path} has been filled in, and a new one would take its place: move it, name "
                "another folder, or leave the new one out with --no-workbook",
                path=path,
            )


def files(folder: Path) -> tuple[Path, ...]:
    """Return the papers that are written to a folder, the workbook among them."""
    from pilotdiff.report.papers import NAMES

    return tuple(folder / name for name in NAMES)


def write(
    report: Report, folder: Path, headings: str, loader: Loader, reconciler: "Reconciler | None"
) -> None:
    """Write the papers to the folder; the `reconciler` tells the checks of the workbook, without
    it none is written. Raises UserError."""
    from pilotdiff.report import papers

    filled = partial(_workbook, report, loader, reconciler) if reconciler else None
    with loader.progress.stage(loader.words("writing")):
        papers.write(report, folder, headings, loader.words, filled)


def _workbook(report: Report, loader: Loader, reconciler: "Reconciler", path: Path) -> None:
    """What the checks say of the two lists stands in it too."""
    from pilotdiff.checks import check
    from pilotdiff.cli.page import lists
    from pilotdiff.report.workbook import write

    with loader.progress.stage(loader.words("checking")):
        findings = check(lists(report, loader), reconciler=reconciler)
    with loader.progress.stage(loader.words("writing the workbook")) as tick:
        write(report, findings, path, loader.words, tick)
