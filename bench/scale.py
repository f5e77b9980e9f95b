"""What matching costs as the lists grow: from files to written CSVs, on the nation's villages.

usage: python bench/scale.py [--plot docs/scale.svg]      (the plot needs `pip install .[bench]`)

Every run is the command in a process of its own; the smaller lists are the provinces first in the
file, as many as come nearest to the size.
"""

import argparse
import csv
import gzip
import tempfile
from pathlib import Path

from measured import COMMAND, cost
from nbs import SHARED

SIZES = (1_000, 10_000, 50_000, 100_000, 200_000, 400_000, 700_000)


def nation(year: int) -> tuple[list[str], list[list[str]]]:
    """Header and rows of an edition."""
    path = SHARED / "nbs" / f"villages_nation_{year}.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    return header, rows


def counties(rows: list[list[str]], size: int) -> set[tuple[str, ...]]:
    """The first counties that together have about `size` rows."""
    chosen: set[tuple[str, ...]] = set()
    for count, row in enumerate(rows):
        if count >= size:
            break
        chosen.add(tuple(row[2:5]))
    return chosen


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--plot", help="write a plot there")
    plot = parser.parse_args().plot
    editions = {year: nation(year) for year in (2016, 2021)}
    points = []
    print("| pilots | results | seconds | s per 100,000 rows | MiB |\n|---|---|---|---|---|")
    for size in SIZES:
        chosen = counties(editions[2016][1], size)
        with tempfile.TemporaryDirectory() as name:
            folder, counts = Path(name), []
            for year, (header, rows) in editions.items():
                kept = [row for row in rows if tuple(row[2:5]) in chosen]
                counts.append(len(kept))
                with (folder / f"{year}.csv").open("w", encoding="utf-8", newline="") as file:
                    csv.writer(file).writerows([header, *kept])
            files = [folder / f"{year}.csv" for year in (2016, 2021)]
            command = [COMMAND, "match", *files, "-o", folder / "out", "-q"]
            seconds, _, mebibytes = cost(command)
        points.append((sum(counts), seconds, mebibytes))
        each = seconds / sum(counts) * 100_000
        print(
            f"| {counts[0]:,} | {counts[1]:,} | {seconds:.1f} | {each:.2f} | {mebibytes:.0f} |",
            flush=True,
        )
    if plot:
        draw(points, plot)


def draw(points: list[tuple[int, float, float]], path: str) -> None:
    """Seconds and MiB against rows."""
    from matplotlib import pyplot

    figure, (left, right) = pyplot.subplots(1, 2, figsize=(9, 3.4))
    sizes = [size / 1000 for size, _, _ in points]
    left.plot(sizes, [seconds for _, seconds, _ in points], marker="o")
    right.plot(sizes, [mebibytes for _, _, mebibytes in points], marker="o", color="tab:orange")
    for axis, title in ((left, "seconds, file to file"), (right, "MiB, largest process")):
        axis.set_title(title)
        axis.set_xlabel("thousand rows, both lists")
        axis.set_ylim(bottom=0)
        axis.grid(alpha=0.3)
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})


if __name__ == "__main__":
    main()
