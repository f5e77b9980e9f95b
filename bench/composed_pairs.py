"""What `match` says of lists whose truth is known: composed out of the official record.

usage: python bench/composed_pairs.py [FIRST] [LAST] [--no-record] [--show WORD] [--keep DIR]

Each seed draws a province, a level, and lists of a chosen few or of whole counties; each pilot has
a fate, its places may change (a town becomes a street, a county a district), and either list has a
layout, a script, codes and damage of its own. What is said of each unit is counted:

  right     the pair, merger, split, new or dropped one that it is
  withheld  a proposal
  unsaid    a merger or split that a remark tells of, and the answer does not
  lost      dropped or new, though it went on
  false     another unit's pair, merger or split, accepted

`--show` prints the units of a verdict or a fate, `--keep` writes the lists.
"""

import argparse
import random
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

from composed_lists import EARLIER, LEVELS, Composer, Item, Truth, units
from dirt import converter
from pilotdiff import read, reconcile
from pilotdiff.face.listed_units import ListedUnits
from pilotdiff.model import Level, Outcome, Row, UserError

LAYOUTS = (
    "lines", "lines", "no province", "no prefecture", "headings", "columns", "elided", "codes",
    "other codes", "slipped codes", "some codes", "traditional", "damaged", "joined",
)  # fmt: skip


class Sheet(NamedTuple):
    """A list as it is given, and which units stand in each of its lines, in their order."""

    text: str
    lines: dict[int, list[int]]
    is_table: bool


def sheet(items: list[Item], layout: str, title: str, chance: random.Random) -> Sheet:
    """Lay a list out, in an order that is drawn."""
    order = chance.sample(range(len(items)), len(items))
    if layout in ("headings", "elided", "joined"):
        order.sort(key=lambda at: items[at].path[:-1])
    if layout == "damaged":
        items = [damaged(item, chance) for item in items]
    if layout in ("columns", "elided") or layout.endswith("codes"):
        return _table(items, order, layout, chance)
    out, above = [title], tuple[str, ...]()
    lines: dict[int, list[int]] = defaultdict(list)
    for number, at in enumerate(order, 1):
        item = items[at]
        if layout == "headings" and item.path[:-1] != above:
            out.append("".join(item.path[:-1]) + "：")
        if layout == "joined" and item.path[:-1] == above:
            out[-1] += "、" + item.path[-1] + item.note
        else:
            out.append(f"{number}.{said(item, layout)}")
        above = item.path[:-1]
        lines[len(out)].append(at)
    text = "\n".join(out) + "\n"
    return Sheet(converter()(text) if layout == "traditional" else text, lines, is_table=False)


def said(item: Item, layout: str) -> str:
    """A unit as a line says it."""
    hidden = {"no province": 1, "no prefecture": 2, "headings": len(item.path) - 1}.get(layout, 0)
    return "".join(dict.fromkeys(item.path[hidden:])) + item.note


def _table(items: list[Item], order: list[int], layout: str, chance: random.Random) -> Sheet:
    has_codes = layout.endswith("codes")
    heads = ["code", "name"] if has_codes else LEVELS[: len(items[0].path)]
    out, lines, above = [",".join(heads)], {}, ("",) * len(LEVELS)
    for at, code in zip(order, _codes([items[at] for at in order], layout, chance), strict=True):
        *parents, own = items[at].path
        cells = [code, said(items[at], layout)] if has_codes else [*parents, own + items[at].note]
        if layout == "elided":
            same = (n for n, cell in enumerate(parents) if cell != above[n])
            cells = [""] * (first := next(same, len(parents))) + cells[first:]
        above = items[at].path
        out.append(",".join(cells))
        lines[len(out)] = [at]
    return Sheet("\n".join(out) + "\n", lines, is_table=True)


def _codes(items: list[Item], layout: str, chance: random.Random) -> list[str]:
    level = list(Level)[len(items[0].path) - 1]
    codes = [item.code for item in items]
    if layout == "some codes":
        codes = [code if chance.random() < 0.6 else "" for code in codes]
    elif layout == "slipped codes":
        codes = ["", *codes[:-1]]
    elif layout == "other codes":
        province = next(code[:2] for code in codes if code)
        before = {path: code for code, path in units(province, level, EARLIER).items()}
        codes = [before.get(item.path, "") for item in items]
    return [code[:9] if level is Level.TOWNSHIP else code for code in codes]


def damaged(item: Item, chance: random.Random) -> Item:
    """A unit of which in one of ten a character of the own name was lost."""
    own = item.path[-1]
    if chance.random() >= 0.1 or len(own) < 4:
        return item
    at = chance.randrange(len(own) - 2)
    return item._replace(path=(*item.path[:-1], f"{own[:at]}〓{own[at + 1 :]}"))


def numbered(given: Sheet, path: Path) -> tuple[ListedUnits, dict[str, int]] | None:
    """The units as read, and the number of each by its id; None where the list is misread."""
    path.write_text(given.text, "utf-8")
    try:
        found = read(path)
    except UserError:
        return None
    by_line: dict[int, list[str]] = defaultdict(list)
    for unit in found.units:
        by_line[unit.entry.line].append(unit.id)
    if {at: len(ids) for at, ids in by_line.items()} != {
        at: len(n) for at, n in given.lines.items()
    }:
        return None
    pairs = (zip(ids, given.lines[at], strict=True) for at, ids in by_line.items())
    return found, {unit: number for each in pairs for unit, number in each}


def fate_of(told: Truth, ours: int | None, theirs: int | None) -> str:
    """What became of the pilot of a row, or what its result is."""
    return told.fate[ours] if ours is not None else told.new.get(theirs or 0, "held")


def verdict(row: Row, ours: int | None, theirs: int | None, told: Truth) -> str:
    """What a row amounts to."""
    fate = fate_of(told, ours, theirs)
    went = told.became.get(-1 if ours is None else ours)
    if row.outcome in (Outcome.PROMOTED, Outcome.RENAMED):
        joined = told.merged.get(ours or 0) if went is None and "merged" in fate else went
        return "right" if theirs == joined else "false"
    if row.outcome in (Outcome.REVIEW, Outcome.NOT_ELIGIBLE):
        return "withheld"
    if row.outcome in (Outcome.MERGED, Outcome.SPLIT):
        return "right" if fate.startswith(("merged", "split")) else "false"
    if fate == "held":
        fate = next(told.fate[pilot] for pilot, result in told.became.items() if result == theirs)
        return "right" if fate == "renamed" else "lost"
    if (ours is None and fate == "split") or fate == "merged, told, the other":
        return "unsaid"
    return "right" if went is None or fate == "renamed" else "lost"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("first", type=int, nargs="?", default=0)
    parser.add_argument("last", type=int, nargs="?", default=50)
    parser.add_argument("--no-record", action="store_true")
    parser.add_argument("--show", default="")
    parser.add_argument("--keep", type=Path, default=Path(tempfile.mkdtemp()))
    asked = parser.parse_args()
    asked.keep.mkdir(exist_ok=True)
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for seed in range(asked.first, asked.last):
        composer = Composer(seed)
        told = composer.truth()
        lists: list[tuple[ListedUnits, dict[str, int]]] = []
        layouts = [composer.chance.choice(LAYOUTS) for _ in range(2)]
        province = next(iter(composer.paths))[0]
        given_lists = ("试点", told.pilots), ("示范", told.results)
        for (name, items), layout in zip(given_lists, layouts, strict=True):
            given = sheet(items, layout, f"{province}乡村治理{name}名单", composer.chance)
            path = asked.keep / f"{seed}_{name}{'.csv' if given.is_table else '.txt'}"
            if one := numbered(given, path):
                lists.append(one)
            else:
                counted["  misread"][layout] += 1
        if len(lists) < len(layouts):
            continue
        (pilots, ours), (results, theirs) = lists
        for row in reconcile(pilots, results, record=not asked.no_record).rows:
            at = ours[row.pilot.id] if row.pilot else None
            there = theirs[row.result.id] if row.result else None
            found, fate = verdict(row, at, there, told), fate_of(told, at, there)
            for key in (fate, *(f"  in {layout}" for layout in {*layouts})):
                counted[key][found] += 1
            if asked.show in (found, fate):
                names = [unit.name for unit in (row.pilot, row.result) if unit]
                print(seed, *layouts, found, fate, row.outcome, *names, row.reason, sep=" | ")
    for key, verdicts in sorted(counted.items()):
        print(f"{key:24}", *(f"{what} {n}" for what, n in sorted(verdicts.items()) if n))


if __name__ == "__main__":
    main()
