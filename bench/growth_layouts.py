"""How the time of reading grows with the lines of a text, by how they are laid out.

    .venv/bin/python bench/growth_layouts.py [lines] [layout ...]

Prints the CPU seconds from a document to its units for a fourth of so many lines (4,000) and for
all, the exponent between them, and the microseconds a line. Names are made up from a seed, so that
no data is needed. Wanted: no exponent above 1.3. One line in fifty is odd, as one in a real list
may be: what a trial of a whole table shows must not be looked at again from each of its lines.
"""

import gc
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from math import log
from random import Random
from typing import NamedTuple

from pilotdiff.listing import outline
from pilotdiff.model import Document, Line
from pilotdiff.units import resolve

SIGNS = "清岗白溪石桥南岭东河青柳红枫长坪金沙云峰双井马鞍龙泉安宁和平永兴"
LINES, FOURTH = 4_000, 4
TITLE = ("城乡社区治理试点单位名单", "")


class Row(NamedTuple):
    """A village with its number and its parents."""

    number: int
    city: str
    county: str
    town: str
    village: str

    @property
    def path(self) -> str:
        return "".join(self[1:])


Layout = Callable[[Row], Sequence[str]]
LAYOUTS: dict[str, Layout] = {
    "numbered paths": lambda r: [f"{r.number}．{r.path}"],
    "paths": lambda r: [r.path],
    "blanks between": lambda r: [f"{r.number}. {' '.join(r[1:])}"],
    "two pieces": lambda r: [f"{r.number}.{r.city}{r.county}  {r.town}{r.village}"],
    "wide gaps": lambda r: ["    ".join(map(str, r))],
    "tabs": lambda r: ["\t".join(map(str, r))],
    "a pipe": lambda r: [f"{r.city}{r.county}|{r.town}{r.village}"],
    "pipes": lambda r: [f"|{'|'.join(map(str, r))}|"],
    "signs": lambda r: ["-".join(r[1:])],
    "a cell a line": lambda r: [str(r.number), r.county, r.village],
    "labels": lambda r: [f"名称：{r.village}", f"所在地：{r.city}{r.county}", "批次：第一批"],
    "a tree": lambda r: [r.city, f"（一）{r.county}", f"1.{r.village}"],
    "rows": lambda r: [f"{r.county}：{r.village}、东{r.village}、西{r.village}"],
    "sentences": lambda r: [f"{r.county}{r.town}在{r.village}开展试点工作，取得明显成效。"],
    "brackets": lambda r: [f"{r.number}.{r.village}（{r.city}{r.county}{r.town}）"],
    "codes": lambda r: [f"{110_000 + r.number} {r.county}{r.village}"],
    "two abreast": lambda r: [f"{r.village}  东{r.village}"],
    "villages": lambda r: [r.village],
    "no kinds": lambda r: [r.village[:2]],
    "blank lines": lambda r: [r.path, ""],
    "no list": lambda r: [f"{r.village[:2]}{r.town[:2]}{r.county[:2]}"],
}


def rows(count: int) -> Iterator[Row]:
    """Yield so many made-up villages, ten a town and fifty a county."""
    random = Random(5)

    def name(kind: str, length: int = 2) -> str:
        return "".join(random.choice(SIGNS) for _ in range(length)) + kind

    for number in range(count):
        if number % 50 == 0:
            city, county = name("市"), name("县")
        if number % 10 == 0:
            town = name("镇")
        village = name("村", 3) if number % 50 != 25 else name("，待定", 3)
        yield Row(number + 1, city, county, town, village)


def seconds(layout: Layout, lines: int) -> float:
    """Return the CPU seconds from a document of so many lines to its units."""
    texts = [text for row in rows(lines) for text in layout(row)][:lines]
    numbered = enumerate((*TITLE, *texts), start=1)
    document = Document("list.txt", "txt", "", 0, tuple(Line(at, text) for at, text in numbered))
    gc.collect()
    start = time.process_time()
    resolve(outline(document))
    return time.process_time() - start


def main() -> None:
    """Measure and print."""
    given = sys.argv[1:]
    lines = int(given.pop(0)) if given and given[0].isdigit() else LINES
    for name in given or LAYOUTS:
        few, all_ = seconds(LAYOUTS[name], lines // FOURTH), seconds(LAYOUTS[name], lines)
        exponent = log(all_ / few) / log(FOURTH)
        told = (
            f"{few:6.2f} s {all_:6.2f} s  exponent {exponent:5.2f}  {all_ / lines * 1e6:6,.0f} µs"
        )
        print(f"{name:15}{told}", flush=True)


if __name__ == "__main__":
    main()
