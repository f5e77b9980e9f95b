"""How long the page takes: to make, to open in a browser, to filter, search, sort and print.

usage: python bench/page.py [SIZE...]          (Chromium and its driver must be there)

Lists of so many villages from the two editions of the division codes, in the real browser, each
time measured from the key press to the next frame drawn; opened until the rows are listed, those
of a long list that stand packed too. Wanted at 40,000: open in 3 s, each answer within 100 ms.
"""

import csv
import sys
import tempfile
import time
from pathlib import Path

from measured import COMMAND, cost
from scale import counties, nation

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from browser.driving import browser

SIZES = (1_000, 10_000, 40_000)
# From a deed to the frame that shows what came of it.
TIMED = """
const done = arguments[arguments.length - 1], start = performance.now();
(0, eval)(arguments[0]);
requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
"""
LISTED = "return document.getElementById('status').textContent"
DEEDS = {
    "filter": "document.querySelector('[name=outcome][value=dropped]').click()",
    "reset": "document.querySelector('button[type=reset]').click()",
    "search": "search.value = '新'; search.dispatchEvent(new Event('input', {bubbles: true}))",
    "sort by name": "document.querySelector('[data-sort=unit] button').click()",
    "sort back": "document.querySelector('[data-sort=unit] button').click()",
    "open a row": "document.querySelector('button.open').click()",
}


def made(folder: Path, size: int) -> tuple[Path, float]:
    """The page of two lists of about so many villages, and the seconds that it took."""
    chosen = None
    for year in (2016, 2021):
        header, rows = nation(year)
        chosen = chosen or counties(rows, size)
        with (folder / f"{year}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(
                [header, *(row for row in rows if tuple(row[2:5]) in chosen)]
            )
    page = folder / "page.html"
    lists = [folder / "2016.csv", folder / "2021.csv"]
    return page, cost([COMMAND, "report", *lists, "-o", page, "-q"]).seconds


def main() -> None:
    """Print a line a size."""
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    print("| units | made s | MB | open s | " + " | ".join(f"{deed} ms" for deed in DEEDS) + " |")
    print("|---" * (4 + len(DEEDS)) + "|")
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            page, seconds = made(Path(name), size)
            with browser(Path(name)) as driver:
                start = time.perf_counter()
                driver.get(page.as_uri())
                while not driver.execute_script(LISTED):
                    time.sleep(0.02)
                driver.execute_async_script(TIMED, "0")
                opened = time.perf_counter() - start
                units = driver.execute_script(LISTED)
                times = [driver.execute_async_script(TIMED, deed) for deed in DEEDS.values()]
            megabytes = page.stat().st_size / 1e6
            told = [units, f"{seconds:.1f}", f"{megabytes:.1f}", f"{opened:.1f}"]
            print("| " + " | ".join([*told, *(f"{each:.0f}" for each in times)]) + " |", flush=True)


if __name__ == "__main__":
    main()
