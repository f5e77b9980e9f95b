"""The working papers of a report, the workbook among them."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pilotdiff.cli.loading import Loader
from pilotdiff.report.report_types import Report, checked

if TYPE_CHECKING:
    from pilotdiff.reconciliation import Reconciler
    from pilotdiff.report.word_papers.paper_head import PaperHead


def files(folder: Path) -> tuple[Path, ...]:
    """Return the papers that are written to a folder, the workbook among them."""
    from pilotdiff.report.papers import PAPER_FILES

    return tuple(folder / name for name in PAPER_FILES)


def write_asked_papers(
    report: Report,
    folder: Path,
    headings: str,
    loader: Loader,
    reconciler: "Reconciler | None",
    head: "PaperHead | None" = None,
) -> None:
    """Write the papers to the folder; the `reconciler` tells the checks of the workbook and of the
    papers to sign, without it none of these is written; `head` is what stands on top of them.

    Raises UserError."""
    from pilotdiff.report import papers

    signed = partial(_to_sign, report, loader, reconciler, head) if reconciler else None
    with loader.progress.stage(loader.words("writing")):
        papers.write_working_papers(report, folder, headings, loader.words, signed)


def _to_sign(
    report: Report, loader: Loader, reconciler: "Reconciler", head: "PaperHead | None", folder: Path
) -> None:
    """Write what a person fills in and signs; what the checks say of the two lists stands in it."""
    from pilotdiff.cli.page import filed_lists
    from pilotdiff.report.signed_papers import write_signed

    with loader.progress.stage(loader.words("checking")):
        findings = checked(report, filed_lists(report, loader), reconciler)
    with loader.progress.stage(loader.words("writing the workbook")) as tick:
        write_signed(report, findings, folder, loader.words, head, tick)
