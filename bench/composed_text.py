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

import random
from collections.abc import Collection, Iterator
from functools import cache, partial

from composed_forms import Page, page
from composed_judging import Judged, arguments, judged, print_counts, print_read
from composed_lists import LEVELS, PROVINCES, YEAR, Names, units
from elsewhere import edition
from nbs import table
from pilotdiff import read
from pilotdiff.model import Level

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


def _judged(seeds: range, *, silent: bool) -> Iterator[tuple[Collection[str], Judged]]:
    for seed in seeds:
        given = composed(seed)
        found = judged(partial(read, given.text), given.entries)
        if silent and found.silent:
            print(seed, *given.forms[:2], *found.silent, sep=" | ")
        yield given.forms, found


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument("--show", nargs=2, metavar=("SEED", "FORM"))
    asked = parser.parse_args()
    if not asked.show:
        print_counts(_judged(range(asked.first, asked.last), silent=asked.silent))
        return
    given = composed(int(asked.show[0]))
    if not asked.show[1] or asked.show[1] in given.forms:
        print(" | ".join(given.forms), given.text, *given.entries, sep="\n")
        if (found := judged(partial(read, given.text), given.entries).read) is not None:
            print_read(found)


if __name__ == "__main__":
    main()
