"""diff for official Chinese lists: what became of every pilot unit, with the evidence.

    import pilotdiff

    pilots = pilotdiff.read("pilots.html")
    results = pilotdiff.read("results.xlsx")
    report = pilotdiff.reconcile(pilots, results)
    for row in report.rows:
        print(row.outcome, row.pilot, row.result, row.reason)

The types of the answer are in `pilotdiff.model`. Input that a person can mend raises
`pilotdiff.model.UserError`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pilotdiff.model import Ruling, Units
    from pilotdiff.report.model import Report

__all__ = ["read", "reconcile"]


def read(source: str, *, id_column: str = "", name_column: str = "") -> Units:
    """The units that a document lists: a path, or "-" for standard input.

    The columns are those of a table whose headers are not recognised. A document without a list
    gives no units; its figures and the lines passed over are in `.listing`. Raises UserError.
    """
    from pilotdiff import listing, reading, units

    document = reading.read(source)
    return units.resolve(listing.outline(document, id_column=id_column, name_column=name_column))


def reconcile(pilots: Units, results: Units, rulings: Sequence[Ruling] = ()) -> Report:
    """What became of every unit; `rulings` are the decisions of persons, as `decisions` applies."""
    from pilotdiff.matching import match
    from pilotdiff.outcomes import judge
    from pilotdiff.report.model import build
    from pilotdiff.version import VERSION

    rows = judge(pilots, results, match(pilots, results, rulings), rulings)
    return build(pilots, results, rows, version=VERSION)
