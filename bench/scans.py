"""Measure what is read of scans: entries exactly right, seconds and memory a page, doubts.

usage: python bench/scans.py FOLDER…    each holds scan.pdf and entries.csv (the units in order)

An entry that is wrong is told where a line of its own says that it is doubtful, or that it was left
out; `untold` counts the others. The list is then matched against its scan: nothing changed, so that
every `renamed`, `dropped` and `new` is false. What the scan leaves open belongs under `review`.
`silent` counts the dropped that do not say that the scan was not read whole.
"""

import csv
import resource
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from pilotdiff.checks import check
from pilotdiff.filing import filed
from pilotdiff.listing import outline
from pilotdiff.model import LEVELS, Outcome, Row, Unit, Units
from pilotdiff.outcomes.unread_places import unread
from pilotdiff.reading import read_document
from pilotdiff.reconciliation import Reconciler
from pilotdiff.units import resolve

_CHANGED = (Outcome.RENAMED, Outcome.DROPPED, Outcome.NEW, Outcome.REVIEW)


def main(folders: list[str]) -> None:
    """Print a line for each scan, and the sums."""
    outcomes = "".join(f"{outcome.value:>9}" for outcome in _CHANGED)
    print(
        f"{'scan':<24}{'right':>7}{'of':>5}{'false':>7}{'untold':>8}{'s/page':>8}{'doubts':>8}{outcomes}"
        f"{'silent':>8}"
    )
    right = wanted_in_all = 0
    for folder in map(Path, folders):
        began = time.process_time()
        document = read_document(str(folder / "scan.pdf"))
        seconds = time.process_time() - began
        units = resolve(outline(document))
        found, wanted = Counter(_path(unit.path) for unit in units.units), _wanted(folder)
        good = sum((found & wanted).values())
        right, wanted_in_all = right + good, wanted_in_all + wanted.total()
        pages = len({box.page for box in document.scan.boxes}) if document.scan else 1
        doubts = len(document.scan.doubts) if document.scan else 0
        changed = _changed(folder, units)
        print(
            f"{folder.name:<24}{good:>7}{wanted.total():>5}{(found - wanted).total():>7}"
            f"{_untold(units, found - wanted):>8}"
            f"{seconds / pages:>8.1f}{doubts:>8}"
            + "".join(f"{len(rows):>9}" for rows in changed.values())
            + f"{_silent(changed, units):>8}"
        )
        for kind, some in (("missing", wanted - found), ("false", found - wanted)):
            for unit in some:
                print(f"    {kind}: {'/'.join(filter(None, unit))}")
        for outcome, rows in changed.items():
            for row in rows:
                print(f"    {outcome.value}: {_name(row.pilot)} → {_name(row.result)}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{right} of {wanted_in_all} right, {peak:,.0f} MiB at most")


def _changed(folder: Path, scan: Units) -> dict[Outcome, list[Row]]:
    """Return the rows of the list matched against its scan that are not promoted, by outcome."""
    clean = resolve(outline(read_document(str(folder / "entries.csv"))))
    rows = Reconciler().rows(clean, scan)
    return {outcome: [row for row in rows if row.outcome is outcome] for outcome in _CHANGED}


def _silent(changed: Mapping[Outcome, Sequence[Row]], scan: Units) -> int:
    """Count the dropped that do not say that the scan was not read whole."""
    alone = {row.result.entry.line for row in changed[Outcome.NEW] if row.result}
    return len(changed[Outcome.DROPPED]) if unread(scan, alone) is None else 0


def _untold(units: Units, false: Counter[tuple[str, ...]]) -> int:
    """Count the false entries whose line nothing is said of."""
    told = {finding.line for finding in check([filed(units)])}
    told |= {each.line for each in units.census.doubtful}
    told |= {each.line for each in units.census.left_out}
    wrong = [unit for unit in units.units if _path(unit.path) in false]
    return sum(unit.entry.line not in told for unit in wrong)


def _name(unit: Unit | None) -> str:
    return "" if unit is None else unit.name


def _wanted(folder: Path) -> Counter[tuple[str, ...]]:
    """Count the units that stand on the scan."""
    with (folder / "entries.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    return Counter(_path([row[level.value] for level in LEVELS]) for row in rows)


def _path(parts: Sequence[str]) -> tuple[str, ...]:
    """Return a path without its province, which a list may leave out."""
    return tuple(part for part in parts[1:] if part) or (parts[0],)


if __name__ == "__main__":
    main(sys.argv[1:])
