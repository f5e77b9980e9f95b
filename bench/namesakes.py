"""How many units share a name, and what equal names are worth whose place is known in part.

    python bench/namesakes.py names > src/pilotdiff/matching/tables/frequent_names.tsv
    python bench/namesakes.py shares
    python bench/namesakes.py odds [towns|villages|north]

names   the names that many units of the nation bear, of the record's edition of 2021
shares  how many others of a name lie in its province, prefecture and county, for each that the
        nation has
odds    lists of a chosen few as bench/chosen.py draws them, of each name only what lies above a
        level kept: of equal names that either list has once, how many are two units, by how many
        others the place has
"""

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

from chosen import FEW, FEWEST, provinces
from nbs import Row, gold
from pilotdiff.matching.names.name_keys import name_of
from pilotdiff.model import Level
from pilotdiff.record import Recorded
from pilotdiff.record.prefectures import keys, prefecture

YEAR = 2021
# A name that fewer units of the nation bear is in no table.
LEAST = {Level.TOWNSHIP: 4, Level.COMMUNITY: 20}
LEVELS = {"province": 2, "prefecture": 4, "county": 6}
PARENTS = ("province", "prefecture", "county", "township")
DRAWS = {"towns": 60, "villages": 20, "north": 20}


def standing(level: Level) -> Iterator[Recorded]:
    """Give all units of a level that stand in the year."""
    for key in keys():
        for unit in prefecture(key, level).under(key):
            if not unit.distance(YEAR):
                yield unit


@cache
def called(level: Level, own: str) -> str:
    """A name as it is counted: stem and kind."""
    name = name_of(level, own)
    return name.stem + name.kind


def names() -> None:
    """Print the frequent names of both levels, with how many units bear them."""
    print("# Names that many units of the nation bear, of the statistical division codes of 2021.")
    print("# Made by bench/namesakes.py. level, how many bear each, names")
    for level, least in LEAST.items():
        counts = Counter(called(level, unit.name) for unit in standing(level))
        bearing: dict[int, list[str]] = defaultdict(list)
        for name, count in counts.items():
            if count >= least:
                bearing[count].append(name)
        for count in sorted(bearing, reverse=True):
            print(level.value, count, " ".join(sorted(bearing[count])), sep="\t")


def shares() -> None:
    """Print how many others of a name lie in one place, for each other that the nation has."""
    for level, least in LEAST.items():
        units = [(unit.code, called(level, unit.name)) for unit in standing(level)]
        nation = Counter(name for _, name in units)
        for place, digits in LEVELS.items():
            there = Counter((code[:digits], name) for code, name in units)
            told = {True: [0.0, 0.0, 0.0], False: [0.0, 0.0, 0.0]}
            for (_, name), count in there.items():
                sums = told[nation[name] >= least]
                sums[0] += count
                sums[1] += count * (count - 1)
                sums[2] += count * (nation[name] - 1)
            for frequent, (number, others, all_others) in told.items():
                print(
                    f"{level.value} {place} {'frequent' if frequent else 'other'}: "
                    f"{others / number:.4f} others a unit, "
                    f"{others / max(1, all_others):.4f} of those in the nation"
                )


def drawn(before: list[Row], after: list[Row], name: str, chance: random.Random) -> list[list[Row]]:
    """Draw a list of pilots and one of results, as bench/chosen.py does."""
    known, later = gold(name), {row["id"]: row for row in after}
    pilots = chance.sample(before, max(FEWEST, round(len(before) * FEW.pilots)))
    went = [known.result.get(row["id"], "") for row in pilots]
    kept = [each for each in went if each in later and chance.random() < FEW.kept]
    rest = [row for row in after if row["id"] not in went]
    others = chance.sample(rest, max(FEWEST, round(len(rest) * FEW.others)))
    return [pilots, [*(later[each] for each in kept), *others]]


def odds(name: str) -> None:
    """Print how many pairs of equal names are wrong, by how many others of the name there are."""
    level = Level.TOWNSHIP if name == "towns" else Level.COMMUNITY
    known, chance = gold(name), random.Random(5)
    told: dict[tuple[int, int], Counter[str]] = defaultdict(Counter)
    for before, after in provinces(name).values():
        for depth in range(1, level.depth):

            def key(row: Row, depth: int = depth) -> tuple[str, ...]:
                place = tuple(row[each] for each in PARENTS[:depth])
                return (*place, called(level, row[level.value]))

            counts = [Counter(map(key, rows)) for rows in (before, after)]
            for _ in range(DRAWS[name]):
                sides: list[dict[tuple[str, ...], list[str]]] = [defaultdict(list) for _ in "12"]
                for side, rows in zip(sides, drawn(before, after, name, chance), strict=True):
                    for row in rows:
                        side[key(row)].append(row["id"])
                for own, (pilot, *more) in sides[0].items():
                    results = sides[1].get(own, ())
                    if more or len(results) != 1:
                        continue
                    others = max(count[own] for count in counts) - 1
                    right = known.result.get(pilot) == results[0]
                    judged = pilot in known.result or results[0] in known.pilot
                    if ("pilot", pilot) not in known.marked and judged:
                        band = next(b for b in (50, 20, 10, 5, 3, 2, 1, 0) if others >= b)
                        told[depth, band].update({"wrong": not right, "pairs": 1, "others": others})
    for (depth, band), found in sorted(told.items()):
        mean = found["others"] / found["pairs"]
        each = found["wrong"] / max(1, found["pairs"] - found["wrong"]) / mean if mean else 0.0
        print(
            f"{PARENTS[depth - 1]} known, {band} others or more: {found['pairs']} pairs, "
            f"{found['wrong']} wrong; odds for each other {each:.4f}"
        )


if __name__ == "__main__":
    {"names": names, "shares": shares}.get(sys.argv[1], lambda: odds(sys.argv[2]))()
