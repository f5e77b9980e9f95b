"""diff for official Chinese lists: what became of every pilot unit, with the evidence.

    import pilotdiff

    report = pilotdiff.reconcile("pilots.html", "results.xlsx")
    print(report.summary["dropped"])
    for row in report.rows:
        print(row.outcome, row.pilot, row.result, row.reason)

The types of the answers are in `pilotdiff.model`. Input that a person can mend raises
`pilotdiff.UserError`. docs/api.md shows more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pilotdiff.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence
    from os import PathLike

    from pilotdiff.model import Filed, Finding, Ruling, Units, UserError
    from pilotdiff.report.report_types import Report

__version__ = VERSION
__all__ = ["UserError", "__version__", "check", "read", "reconcile"]


def read(source: str | PathLike[str], *, id_column: str = "", name_column: str = "") -> Units:
    """The units that a document lists: a path, "-" for standard input, or a shipped document's id.

    The columns are those of a table whose headers are not recognised. A document without a list
    gives no units; its figures and the lines passed over are in `.listing`. Raises UserError.
    """
    return _filed(source, id_column, name_column).units


def reconcile(
    pilots: Units | str | PathLike[str],
    results: Units | str | PathLike[str],
    rulings: Sequence[Ruling] = (),
    *,
    confirm: Sequence[Units | str | PathLike[str]] = (),
) -> Report:
    """What became of every unit of two lists, as `read` gives them or where it finds them.

    `rulings` are the decisions of persons, as `pilotdiff.decisions.apply` finds them; the documents
    of `confirm` are heard for what they say of the units. Raises UserError.
    """
    from dataclasses import replace

    from pilotdiff.confirming import confirmed
    from pilotdiff.reconciliation import Reconciler
    from pilotdiff.report.report_types import build

    reconciler = Reconciler()
    reconciler.rule(rulings)
    ours, theirs, others = _units(pilots), _units(results), list(map(_document, confirm))
    rows = confirmed(reconciler.rows(ours, theirs), others)
    report = build(ours, theirs, rows, version=__version__)
    heard = tuple(filed.units for filed in others)
    return replace(report, rulings=tuple(rulings), others=heard)


def check(
    *documents: Units | str | PathLike[str], rulings: Sequence[Ruling] = ()
) -> tuple[Finding, ...]:
    """What the documents say against themselves and each other; of one alone, against itself.

    They are units as `read` gives them, or where it finds them; `rulings` are the decisions of
    persons on units of these very lists. Raises UserError.
    """
    from pilotdiff.checks import check as findings
    from pilotdiff.reconciliation import Reconciler

    reconciler = Reconciler()
    reconciler.rule(rulings)
    return findings(list(map(_document, documents)), reconciler=reconciler)


def _units(given: Units | str | PathLike[str]) -> Units:
    from pilotdiff.model import Units

    return given if isinstance(given, Units) else read(given)


def _document(given: Units | str | PathLike[str]) -> Filed:
    from pilotdiff.filing import filed
    from pilotdiff.model import Units

    return filed(given) if isinstance(given, Units) else _filed(given)


def _filed(source: str | PathLike[str], id_column: str = "", name_column: str = "") -> Filed:
    """A file of that name comes before a shipped document of that id."""
    from os import fspath
    from pathlib import Path

    from pilotdiff import filing, listing, reading, units
    from pilotdiff.catalogue import catalogue, described, document
    from pilotdiff.model import Filed

    name = fspath(source)
    known = None if name == "-" or Path(name).exists() else catalogue().find(name)
    columns = {"id_column": id_column, "name_column": name_column}
    if known is None:
        read = listing.outline(reading.read(name), **columns)
        return filing.filed(units.resolve(read))
    shipped = units.resolve(described(listing.outline(document(known), **columns), known))
    return filing.completed(Filed(known, shipped))


def __getattr__(name: str) -> object:
    """UserError when it is asked for: to import the package costs next to nothing."""
    if name == "UserError":
        from pilotdiff.model import UserError

        return UserError
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
