"""What the workbook costs: seconds, MiB and bytes of its file, as the lists grow.

usage: python bench/workbook.py [SIZE...]      (units of the pilot list; default 1,000 to 100,000)

The lists are the first villages of two editions of the statistical division codes. Each size is
measured in a process of its own, from the finished report to the closed file; `cpu` is the time
that a machine with nothing else to do would need.
"""

import gc
import resource
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from nbs import SHARED

SIZES = (1_000, 10_000, 30_000, 100_000)


def cut(year: int, size: int, folder: Path) -> str:
    """The first rows of an edition as a file."""
    path = folder / f"{year}.csv"
    source = SHARED / "nbs" / f"villages_{year}.csv"
    with source.open(encoding="utf-8-sig") as lines, path.open("w", encoding="utf-8") as file:
        file.writelines(islice(lines, size + 1))
    return str(path)


def measure(size: int) -> str:
    """One line of the table."""
    from pilotdiff.cli.loading import Loader
    from pilotdiff.cli.pipeline import reconciler_of, report_on
    from pilotdiff.cli.progress import Progress
    from pilotdiff.language import words
    from pilotdiff.report import workbook

    gc.disable()  # as the command does
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        loader = Loader(Progress(shown=False), words("zh"))
        lists = cut(2016, size, folder), cut(2021, size, folder)
        report = report_on(*lists, loader, reconciler_of(None, record=True, as_of=None))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        start, cpu = time.perf_counter(), time.process_time()
        workbook.write_workbook(report, (), folder / "w.xlsx", loader.words)
        seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        bytes_ = (folder / "w.xlsx").stat().st_size / 1e6
    units = f"{len(report.pilots.units):,} | {len(report.rows):,}"
    return f"| {units} | {seconds:.1f} | {cpu:.1f} | {before:.0f} | {after:.0f} | {bytes_:.1f} |"


def main() -> None:
    if sys.argv[1:2] == ["--one"]:
        print(measure(int(sys.argv[2])))
        return
    print("| pilots | rows | s | cpu s | MiB before | MiB | MB |\n|---|---|---|---|---|---|---|")
    for size in map(int, sys.argv[1:] or SIZES):
        command = [sys.executable, __file__, "--one", str(size)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        print(done.stdout, end="", flush=True)


if __name__ == "__main__":
    main()
