"""Measure what is read of scans: entries exactly right, seconds and memory a page, doubts.

usage: python bench/scans.py FOLDER…    each holds scan.pdf and entries.csv (the units in order)
"""

import csv
import resource
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from pilotdiff.listing import outline
from pilotdiff.model import LEVELS, Document
from pilotdiff.reading import read
from pilotdiff.units import resolve


def main(folders: list[str]) -> None:
    """Print a line for each scan, and the sums."""
    print(f"{'scan':<24}{'right':>7}{'of':>5}{'false':>7}{'s/page':>8}{'doubts':>8}")
    right = wanted_in_all = 0
    for folder in map(Path, folders):
        began = time.process_time()
        document = read(str(folder / "scan.pdf"))
        seconds = time.process_time() - began
        found, wanted = _found(document), _wanted(folder)
        good = sum((found & wanted).values())
        right, wanted_in_all = right + good, wanted_in_all + wanted.total()
        pages = len({box.page for box in document.scan.boxes}) if document.scan else 1
        doubts = len(document.scan.doubts) if document.scan else 0
        print(
            f"{folder.name:<24}{good:>7}{wanted.total():>5}{(found - wanted).total():>7}"
            f"{seconds / pages:>8.1f}{doubts:>8}"
        )
        for kind, some in (("missing", wanted - found), ("false", found - wanted)):
            for unit in some:
                print(f"    {kind}: {'/'.join(filter(None, unit))}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{right} of {wanted_in_all} right, {peak:,.0f} MiB at most")


def _found(document: Document) -> Counter[tuple[str, ...]]:
    """Count the units read, by their paths."""
    return Counter(_path(unit.path) for unit in resolve(outline(document)).units)


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
