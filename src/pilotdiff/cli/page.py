"""The page of a report, with what checks and the programme say of its documents."""

from pathlib import Path
from typing import TYPE_CHECKING

from pilotdiff.cli.loading import Loader
from pilotdiff.model import Filed, SourceKind, Units, UserError
from pilotdiff.report.report_types import Report, checked

if TYPE_CHECKING:
    from pilotdiff.reconciliation import Reconciler

STANDARD_OUTPUT = Path("-")


def refuse(file: Path, *, to_screen: bool = False) -> None:
    """Refuse, before the work, a file that could not be written; `to_screen` where - is one that
    can be.

    Raises UserError."""
    from pilotdiff.report.page.page_file import refuse_page

    if file != STANDARD_OUTPUT:
        refuse_page(file)
    elif not to_screen:
        raise UserError("standard output shows the rows: name a file for the page")


def page_text(report: Report, loader: Loader, reconciler: "Reconciler", *, alone: bool) -> str:
    """Return the page; `alone` where two lists were named and no document beside them is known.

    The checks and the programme are told what became of the units by the `reconciler`.
    """
    from pilotdiff.programme import funnel as funnelled
    from pilotdiff.report.page.document import render

    with loader.progress.stage(loader.words("writing")):
        documents = filed_lists(report, loader) if alone else loader.filed()
        funnel = None if alone else funnelled(documents, reconciler)
        found = checked(report, documents, reconciler)
        return render(report, loader.words, found, documents, funnel)


def written(page: str, file: Path) -> None:
    """Write the page to a file, whole or not at all. Raises UserError."""
    from pilotdiff.report.page.page_file import write_page_file

    write_page_file(page, file)


def filed_lists(report: Report, loader: Loader) -> tuple[Filed, ...]:
    """Return the two lists with what is known of them."""
    sides = (report.pilots, SourceKind.PILOTS), (report.results, SourceKind.RESULTS)
    return tuple(_filed(units, kind, loader) for units, kind in sides)


def _filed(units: Units, kind: SourceKind, loader: Loader) -> Filed:
    """Return a list under the kind that its place in the call gives it, whatever its title says."""
    from pilotdiff import filing

    known = loader.known.find(units.listing.document.name)
    if known is not None:
        return filing.completed(Filed(known, units))
    return filing.filed(units, kind=kind)
