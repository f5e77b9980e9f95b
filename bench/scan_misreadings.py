"""Measure what becomes of misread names: lists corrupted with look-alikes, matched with themselves.

usage: python bench/scan_misreadings.py UNITS.csv [--lists 8] [--seed 1] [--sure]

Of each list a quarter of the names have a character that looks like the right one in its place,
and one in twenty lacks a character; as many units are another one, or gone. The list is then text
that another program recognised, doubtful throughout; with --sure nothing is doubtful. Printed is
each kind with its outcomes, right where a row joins what belongs together, and what the official
record settled.
"""

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import NamedTuple

from pilotdiff.listing import outline
from pilotdiff.model import Row, Scan, Units
from pilotdiff.outcomes.print_lookalikes import look_alike_in_print
from pilotdiff.reading import read_bytes
from pilotdiff.reading.recognised_text import foreign_doubts
from pilotdiff.reconciliation import Reconciler
from pilotdiff.units import resolve

_COUNTIES = 6
_A_COUNTY = 8
_COMMON = "市山石江河湖东西南北上下天大新安和平龙泉林田金水木土日月白云"


class Name(NamedTuple):
    """A unit as it stands in the clean list and on the scan ("" where it is gone), and what was
    done to it."""

    clean: str
    read: str
    kind: str


def names_of(places: Sequence[Sequence[tuple[str, str]]], random: Random) -> Iterator[Name]:
    """Yield the names of one list; a unit is the name of its county and its own."""
    for place in places:
        chosen = random.sample(place, _A_COUNTY + 1)
        for above, own in chosen[:-1]:
            drawn = random.random()
            clean = above + own
            if drawn < 0.25:
                at = random.randrange(len(clean) - 1)
                alike = [c for c in _ALL if look_alike_in_print(clean[at], c)] or list(_COMMON)
                read = clean[:at] + random.choice(alike) + clean[at + 1 :]
                yield Name(clean, read, "misread" if read != clean else "same")
            elif drawn < 0.30:
                at = len(above) + random.randrange(max(len(own) - 2, 1))
                yield Name(clean, clean[:at] + clean[at + 1 :], "lost")
            elif drawn < 0.35 and chosen[-1][0] == above:
                yield Name(clean, "".join(chosen[-1]), "another")
                chosen[-1] = ("", "")
            elif drawn < 0.40:
                yield Name(clean, "", "gone")
            else:
                yield Name(clean, clean, "same")


def _listed(names: Sequence[str], recognised: bool) -> Units:
    text = "\n".join(["示范单位名单", *(f"{n}、{name}" for n, name in enumerate(names, 1))])
    document = read_bytes("list.txt", text.encode())
    if recognised:
        told = tuple(doubt for line in document.lines for doubt in foreign_doubts(line))
        document = replace(document, scan=Scan(doubts=told))
    return resolve(outline(document))


def outcomes(names: Sequence[Name], sure: bool) -> Iterator[str]:
    """Yield for each row what its unit was, what became of it, and whether that is right."""
    read = [name for name in names if name.read]
    clean, scan = _listed([n.clean for n in names], False), _listed([n.read for n in read], True)
    if sure:
        document = replace(scan.listing.document, scan=Scan())
        scan = replace(scan, listing=replace(scan.listing, document=document))
    for row in Reconciler().rows(clean, scan):
        mine = names[int(row.pilot.entry.ordinal) - 1] if row.pilot else None
        its = read[int(row.result.entry.ordinal) - 1] if row.result else None
        yield from _said(row, mine, its)


def _said(row: Row, mine: Name | None, its: Name | None) -> Iterator[str]:
    kind = (mine or its or Name("", "", "?")).kind
    belongs = mine is its and kind != "another"
    judged = "" if not (mine and its) else ", right" if belongs else ", WRONG"
    told = ", told as unread" if "not all of the scan" in str(row.reason) else ""
    yield f"{kind:<10}{row.outcome.value}{judged}{told}"
    if "can be meant" in str(row.reason):
        yield f"settled by the record{judged}"


def main() -> None:
    """Print what was counted over so many lists."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("units", type=Path)
    parser.add_argument("--lists", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sure", action="store_true")
    given = parser.parse_args()
    random = Random(given.seed)
    places: dict[str, list[tuple[str, str]]] = defaultdict(list)
    with given.units.open(encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            if row["county"] and "直辖" not in row["prefecture"]:
                above, own = row["prefecture"] + row["county"], row["township"] + row["community"]
                places[above].append((above, own))
    large = [units for units in places.values() if len(units) > _A_COUNTY + 1]
    counts: Counter[str] = Counter()
    for _ in range(given.lists):
        names = list(names_of(random.sample(large, _COUNTIES), random))
        counts.update(outcomes(names, given.sure))
    for said, times in sorted(counts.items()):
        print(f"{said:<40}{times:>6}")


_ALL = sorted(
    set(
        "".join(
            line
            for line in (Path(__file__).parents[1] / "src/pilotdiff/outcomes/print_lookalikes.txt")
            .read_text("utf-8")
            .splitlines()
            if not line.startswith("#")
        )
    )
)

if __name__ == "__main__":
    main()
