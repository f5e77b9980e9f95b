"""What the reader makes of lists in text whose truth is known: composed out of real names.

usage: python bench/composed_text.py [FIRST] [LAST] [--show SEED FORM] [--silent]

Each seed draws units of the official record (villages of ../shared/nbs too, where it is there),
some of them under made-up names, and forms to lay them out in: headings of one to three tiers in
many styles, numbers, several names a line or abreast, `town：village、village`, sentences, types,
remarks, what stands around a list, dirt. For every form the units are counted:

  right   with their tier and all parents that the page states
  wrong   their own name in another path
  false   a unit whose name no wanted one has
  lost    in no unit
  told    of the wrong, false and lost those of which a doubt, a line left out or a finding speaks
  silent  the others: nothing speaks of the unit, its line, a parent that it lacks, or the totals
          and numbers of the list
  alarms  lists that are read right, and of which something is said to be missing or doubtful

`--show` prints the list of a seed, what is wanted of it and what was read, where FORM is one of its
forms ("" for any); `--silent` prints every unit that nothing is said of.
"""

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from composed_forms import Page, page
from composed_lists import LEVELS, PROVINCES, YEAR, Names, units
from elsewhere import edition
from nbs import table
from pilotdiff import read
from pilotdiff.census.rows_apart import ROWS_APART
from pilotdiff.checks.first_warnings import foremost
from pilotdiff.face.listed_units import ListedUnits
from pilotdiff.filing import filed
from pilotdiff.model import DoubtfulLine, Finding, LeftOut, Level, Skipped, Unit, UserError
from pilotdiff.repair import fold
from wanted_units import compared, wanted

_STEMS = (
    "清岗",
    "石塘湾",
    "云栖",
    "白鹭洲",
    "柏林坡",
    "新安里",
    "和顺",
    "双桥头",
    "栗子园",
    "望江楼",
)
_MOST = 14
# Findings that speak of the whole list: a total that differs, numbers that are missing.
_OF_ALL = ("total", "count", "ordinal", "heading-gap", "list-not-whole")
_COLUMNS = ("right", "wrong", "false", "lost", "told", "silent", "alarms", "lists")


class Judged(NamedTuple):
    """How a list was read: counts, and the names of units that are amiss and not told."""

    counts: Counter[str]
    silent: list[str]
    read: ListedUnits | None


@cache
def places(province: str, level: Level, odd: bool) -> list[Names]:
    """The paths of a province's units; odd ones are those of no legal kind, zones and farms."""
    if level is Level.COUNTY:
        return sorted({path[:3] for path in units(province, Level.TOWNSHIP, YEAR).values()})
    usual = units(province, level, YEAR)
    if not odd:
        return sorted(usual.values())
    rows = edition(province, level, YEAR).items()
    return sorted(tuple(row[n] for n in LEVELS[: level.depth + 1])
                  for at, row in rows if row["county"] and at[1:] not in usual)  # fmt: skip


@cache
def villages() -> list[Names]:
    """Villages of the statistical codes, with the endings that these write."""
    try:
        rows = table("villages_2021")
    except FileNotFoundError:
        return []
    return sorted({tuple(row[name] for name in LEVELS) for row in rows})


def drawn(chance: random.Random, level: Level) -> tuple[list[Names], int]:
    """Some units, and how many names of their paths the title states."""
    province = chance.choice(PROVINCES)
    odd = chance.random() < 0.08 and level is not Level.COUNTY
    pool = places(province, level, odd) or places(province, level, odd=False)
    if level is Level.COMMUNITY and chance.random() < 0.2:
        pool = villages() or pool
    first = chance.choice(pool)
    top = chance.randint(0, min(3, level.depth))
    within = [path for path in pool if path[:top] == first[:top]] if top else pool
    # Units of few places, as lists have them: some of each town or county.
    seeds = chance.sample(within, min(len(within), chance.randint(1, 4)))
    near = [path for path in within if any(path[:-1] == one[:-1] for one in seeds)]
    few = chance.sample(near, min(len(near), chance.randint(2, _MOST)))
    found = {path if chance.random() < 0.9 else renamed(path, chance) for path in few}
    return sorted(found), top


def renamed(path: Names, chance: random.Random) -> Names:
    """The unit under a name that no record has, of the same kind."""
    kinds = ("街道", "社区", "村", "镇", "乡", "县", "区", "市")
    kind = next((kind for kind in kinds if path[-1].endswith(kind)), "")
    return (*path[:-1], chance.choice(_STEMS) + kind) if kind else path


def composed(seed: int) -> Page:
    """The list of a seed."""
    chance = random.Random(f"text {seed}")
    level = chance.choice((Level.COUNTY, Level.TOWNSHIP, Level.COMMUNITY, Level.COMMUNITY))
    paths, top = drawn(chance, level)
    return page(chance, paths, level, top)


def judged(given: Page) -> Judged:
    """Read a list and compare it with what is wanted."""
    try:
        found = read(given.text)
    except UserError:
        return Judged(Counter(lost=len(given.entries), told=len(given.entries)), [], None)
    right, wrong, false, lost = compared(found.units, given.entries)
    findings = foremost(filed(found))
    parents = {one.name: one.path[-3:-1] for one in map(wanted, given.entries)}
    amiss: list[tuple[str, Names, int]] = [("lost", (one.name,), 0) for one in lost]
    # A wrong one is told too where the parent that it lacks is.
    amiss += [("wrong", (unit.own, *parents[unit.own]), unit.entry.line) for unit in wrong]
    amiss += [("false", (unit.own,), unit.entry.line) for unit in false]
    silent = [f"{kind} {names[0]}" for kind, names, at in amiss
              if found.units and not told(found, findings, names, at)]  # fmt: skip
    counts = Counter(right=len(right), wrong=len(wrong), false=len(false), lost=len(lost))
    counts += Counter(told=len(amiss) - len(silent), silent=len(silent))
    counts["alarms"] = int(not amiss and warned(found, findings))
    return Judged(counts, silent, found)


def told(found: ListedUnits, findings: Sequence[Finding], names: Sequence[str], line: int) -> bool:
    """Whether anything is said of one of the names, of their line, or of the list as a whole."""
    said: list[LeftOut | DoubtfulLine | Skipped] = [*found.census.missing, *found.census.doubtful]
    said += [one for one in (*found.listing.skipped, *found.unread) if one.suspicious]
    if line in {one.line for one in said} | {one.line for one in findings}:
        return True
    if any(one.reason == ROWS_APART for one in found.census.doubtful):
        return True
    texts = [fold(one.text) for one in said]
    if any(fold(name.rstrip("?")) in text for name in names for text in texts):
        return True
    return any(one.code.startswith(_OF_ALL) for one in findings)


def warned(found: ListedUnits, findings: Sequence[Finding]) -> bool:
    """Whether something is said to be missing or doubtful."""
    return bool(findings or found.census.missing or found.census.doubtful)


def shown(given: Page, found: ListedUnits | None) -> None:
    """Print a list, what is wanted of it and what was read."""
    print(" | ".join(given.forms), given.text, *given.entries, sep="\n")
    if found is None:
        return
    for unit in found.units:
        print("  read", unit_line(unit))
    said: list[LeftOut | DoubtfulLine] = [*found.census.missing, *found.census.doubtful]
    for each in said:
        print("  told", each.line, each.text, each.reason)
    for finding in foremost(filed(found)):
        print("  found", finding.code, finding.line, finding.message)


def unit_line(unit: Unit) -> str:
    """A unit as a line that stands beside what is wanted."""
    return f"{unit.entry.line} {unit.level.value}: " + "/".join(filter(None, unit.path))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("first", type=int, nargs="?", default=0)
    parser.add_argument("last", type=int, nargs="?", default=200)
    parser.add_argument("--show", nargs=2, metavar=("SEED", "FORM"))
    parser.add_argument("--silent", action="store_true")
    asked = parser.parse_args()
    if asked.show:
        given = composed(int(asked.show[0]))
        if not asked.show[1] or asked.show[1] in given.forms:
            shown(given, judged(given).read)
        return
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for seed in range(asked.first, asked.last):
        given = composed(seed)
        counts, silent, _ = judged(given)
        for form in {*given.forms, "all"}:
            counted[form] += counts + Counter(lists=1)
        if asked.silent and silent:
            print(seed, *given.forms[:2], *silent, sep=" | ")
    print("".join(f"{name:>7}" for name in _COLUMNS), "form", sep="  ")
    for form, counts in sorted(counted.items()):
        print("".join(f"{counts[name]:7}" for name in _COLUMNS), form, sep="  ")


if __name__ == "__main__":
    main()
