"""The working papers of a report, the workbook among them."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pilotdiff.cli.loading import Loader
from pilotdiff.report.report_types import Report

if TYPE_CHECKING:
    from pilotdiff.reconciliation import Reconciler


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
    from pilotdiff.cli.page import checked, lists
    from pilotdiff.report.workbook import write

    with loader.progress.stage(loader.words("checking")):
        findings = checked(report, lists(report, loader), reconciler)
    with loader.progress.stage(loader.words("writing the workbook")) as tick:
        write(report, findings, path, loader.words, tick)
