"""pilotdiff beside its peers and the floor in one go: seconds, memory, and each as a ratio.

usage: python bench/ratios.py [--runs 3] [--data towns villages nation]   (polars: `make frames`)

Every run is a process of its own, from two CSV files with level columns to written pairs; the least
of the runs counts.
  floor      polars: both files read, joined on equal names, the pairs written
  script     rapidfuzz within a county, see peers.in_counties
  pilotdiff  the command to its written CSVs, without the official record and with it
Then start-up: `match` on the shipped example and the bare imports, CPU seconds in pairs.
"""

import argparse
import csv
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from measured import COMMAND, cost
from nbs import Row, table, write
from peers import in_counties
from startup import FLOOR, MATCH, PROJECT

EDITIONS = {"towns": "towns", "villages": "villages", "nation": "villages_nation"}
LEVELS = ["province", "prefecture", "county", "township", "community"]
ARGUMENTS = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
ARGUMENTS.add_argument("--runs", type=int, default=3)
ARGUMENTS.add_argument("--pairs", type=int, default=30, help="runs of start-up")
ARGUMENTS.add_argument("--data", nargs="*", choices=EDITIONS, default=list(EDITIONS))
ARGUMENTS.add_argument("--floor", nargs=3, help=argparse.SUPPRESS)
ARGUMENTS.add_argument("--script", nargs=3, help=argparse.SUPPRESS)


def join(ours: str, theirs: str, written: str) -> None:
    """Write the pairs of equal names with a columnar engine."""
    import polars

    one, other = (polars.read_csv(path, infer_schema=False) for path in (ours, theirs))
    keys = [level for level in LEVELS if level in one.columns]
    one.join(other, on=keys).select("id", "id_right").write_csv(written)


def link(ours: str, theirs: str, written: str) -> None:
    """Write the pairs that the script finds."""
    with Path(written).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(in_counties(_rows(ours), _rows(theirs)))


def _rows(path: str) -> Iterator[Row]:
    with Path(path).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def commands(folder: Path) -> dict[str, list[str]]:
    """Every tool over the two files of a folder."""
    files = [str(folder / f"{year}.csv") for year in (2016, 2021)]
    itself = [sys.executable, __file__]
    match = [COMMAND, "match", *files, "-q"]
    papers = ["-o", str(folder / "papers"), "--no-workbook"]
    return {
        "floor": [*itself, "--floor", *files, str(folder / "floor.csv")],
        "script": [*itself, "--script", *files, str(folder / "script.csv")],
        "pilotdiff --no-record": [*match, *papers, "--no-record"],
        "pilotdiff": [*match, *papers],
    }


def beside(name: str, runs: int) -> None:
    """Print the rows of one pair of lists."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for year in (2016, 2021):
            write(folder / f"{year}.csv", table(f"{EDITIONS[name]}_{year}"))
        best = {
            tool: min(cost(command) for _ in range(runs))
            for tool, command in commands(folder).items()
        }
    for tool, (seconds, _, mebibytes) in best.items():
        ratios = (f"{seconds / best[other][0]:.2f}" for other in ("script", "floor"))
        print(
            f"| {name} | {tool} | {seconds:.1f} | {mebibytes:.0f} | {' | '.join(ratios)} |",
            flush=True,
        )


def start_up(pairs: int) -> None:
    """Print what `match` takes against the bare imports."""
    both = [(cost(FLOOR, PROJECT).cpu, cost(MATCH, PROJECT).cpu) for _ in range(pairs)]
    floor, match = (sorted(times)[pairs // 2] for times in zip(*both, strict=True))
    print(f"\nstart-up: {match * 1000:.0f} ms of CPU, {match / floor:.2f} times the bare imports")


def main() -> None:
    options = ARGUMENTS.parse_args()
    if options.floor:
        join(*options.floor)
    elif options.script:
        link(*options.script)
    else:
        day = datetime.now(UTC).date()
        machine = (
            f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}"
        )
        print(f"{day}, {machine}\n\n| lists | tool | s | MiB | × script | × floor |")
        print("|---|---|---:|---:|---:|---:|", flush=True)
        for name in options.data:
            beside(name, options.runs)
        start_up(options.pairs)


if __name__ == "__main__":
    main()
