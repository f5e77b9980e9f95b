"""How fast a long text list is read: a heading, then numbered lines that hold a whole path each.

    .venv/bin/python bench/text.py [lines] [--profile]

The names are those of the statistical codes in ../shared/nbs. Wanted: 10,000 entries a second
from the document to its units.
"""

import cProfile
import csv
import gzip
import pstats
import resource
import sys
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import TypeVar

from pilotdiff.listing import outline
from pilotdiff.model import Document, Line
from pilotdiff.units import resolve

Value = TypeVar("Value")
NAMES = Path(__file__).parents[2] / "shared" / "nbs" / "villages_nation_2016.csv.gz"
NATION = 666_655


def document(lines: int) -> Document:
    """So many names from all over the nation as a text."""
    with gzip.open(NAMES, "rt", encoding="utf-8-sig", newline="") as rows:
        names = (row["name"] for row in csv.DictReader(rows))
        chosen = islice(names, 0, None, max(1, NATION // lines))
        numbered = [f"{n}．{name}" for n, name in enumerate(islice(chosen, lines), start=1)]
    text = ["城乡社区治理试点单位名单", "一、社区（村）", *numbered]
    numbers = enumerate(text, start=1)
    return Document("list.txt", "txt", "", 0, tuple(Line(n, line) for n, line in numbers))


def timed(name: str, entries: int, step: Callable[[], Value]) -> Value:
    """The step's value; prints its seconds and entries a second."""
    start = time.perf_counter()
    value = step()
    spent = time.perf_counter() - start
    print(f"{name:8} {spent:6.1f} s  {entries / spent:8,.0f} entries/s")
    return value


def main() -> None:
    """Measure and print."""
    sizes = [int(given) for given in sys.argv[1:] if given.isdigit()]
    lines = sizes[0] if sizes else 200_000
    read = document(lines)
    profile = cProfile.Profile()
    if "--profile" in sys.argv:
        profile.enable()
    units = timed("all", lines, lambda: resolve(timed("outline", lines, lambda: outline(read))))
    profile.disable()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(units.units):,} units of {lines:,} lines, {peak:,.0f} MiB at most")
    if "--profile" in sys.argv:
        pstats.Stats(profile).sort_stats("tottime").print_stats(45)


if __name__ == "__main__":
    main()
