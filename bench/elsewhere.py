"""Quality of matching in provinces that nothing was learned from, out of the official record.

usage: python bench/elsewhere.py township|community CODE... [--years 2016 2021]
                                 [--shares 0.9 0.9 0.9] [--most 5000]

CODE is a province's (43, 61), of `bench/learn.py` none. Two editions of the record are matched by
names alone; the gold is the code that both have, but where the names differ and the very name
stands elsewhere in the county, or the town of the one does, which tells of codes that were dealt
out anew. `--shares` draws lists of many that were chosen: how large a part of the units are pilots,
of their successors results, and of all others. Of a long province so many units are taken, whole
prefectures of them. Printed as by `bench/reliability.py`.
"""

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from nbs import Gold, Row, listed, reliability
from pilotdiff.matching import match
from pilotdiff.matching.names.name_keys import NameKeys, name_of
from pilotdiff.model import Level
from pilotdiff.outcomes import DEFAULT, PROPOSE
from pilotdiff.record import path_of
from pilotdiff.record.prefectures import keys, prefecture

_LEVELS = ("province", "prefecture", "county", "township", "community")
# An id: "n" and the twelve digits of a code; so many characters tell the county, and the town.
_COUNTY, _TOWN = 7, 10


class Editions(NamedTuple):
    """The rows of a province in two years, by id."""

    level: Level
    before: dict[str, Row]
    after: dict[str, Row]

    def name(self, row: Row) -> NameKeys:
        """The compared name of a row's unit."""
        return name_of(self.level, row[_LEVELS[self.level.depth]])

    def cut(self, most: int, seed: str) -> "Editions":
        """The same with so many units at most, whole prefectures of them."""
        sizes: dict[str, int] = defaultdict(int)
        for row in self.before.values():
            sizes[row["prefecture"]] += 1
        places = sorted(sizes)
        random.Random(seed).shuffle(places)
        kept: set[str] = set()
        for place in places:
            if not kept or sum(map(sizes.__getitem__, kept)) + sizes[place] <= most:
                kept.add(place)
        return Editions(
            self.level,
            *({at: r for at, r in rows.items() if r["prefecture"] in kept} for rows in self[1:]),
        )


def edition(province: str, level: Level, year: int) -> dict[str, Row]:
    """The units of a province that stand in a year; of two names of a code the first."""
    parents: dict[str, tuple[str, ...]] = {}
    rows: dict[str, Row] = {}
    for key in filter(lambda each: each.startswith(province), keys()):
        for unit in prefecture(key, level).under(key):
            if unit.distance(year):
                continue
            above = unit.code[: 9 if level is Level.COMMUNITY else 6]
            if above not in parents:
                parents[above] = path_of(unit, year)[: level.depth]
            path = (*parents[above], unit.name)
            at = "n" + unit.code.ljust(12, "0")
            row = {"id": at, "name": "".join(path), **dict(zip(_LEVELS, path, strict=False))}
            rows.setdefault(at, row)
    return rows


def gold(lists: Editions) -> Gold:
    """Which unit kept its code, and what changed."""
    before, after = lists.before, lists.after
    stems = [
        {(at[:_COUNTY], lists.name(row).stem) for at, row in rows.items()}
        for rows in (before, after)
    ]
    towns = [{(at[:_COUNTY], town(row), at[:_TOWN]) for at, row in r.items()} for r in lists[1:]]
    result, change, marked = {}, {}, set()
    for at in before.keys() & after.keys():
        one, other = lists.name(before[at]), lists.name(after[at])
        county = at[:_COUNTY]
        if one.stem != other.stem and (
            (county, one.stem) in stems[1]
            or (county, other.stem) in stems[0]
            or _went_on(county, at, town(before[at]), town(after[at]), towns)
        ):
            marked |= {("pilot", at), ("result", at)}
            continue
        result[at], change[at] = at, _change(before[at], after[at], one, other)
    return Gold(result, change, dict(result), frozenset(marked))


def town(row: Row) -> str:
    """The compared stem of the town of a row."""
    return name_of(Level.TOWNSHIP, row["township"]).stem


def _went_on(
    county: str, at: str, ours: str, theirs: str, towns: list[set[tuple[str, str, str]]]
) -> bool:
    """Whether the town of a code is another now, and the one or the other stands elsewhere in the
    county."""
    return ours != theirs and any(
        any(c == county and t == stem and code != at[:_TOWN] for c, t, code in there)
        for stem, there in ((ours, towns[1]), (theirs, towns[0]))
    )


def _change(before: Row, after: Row, one: NameKeys, other: NameKeys) -> str:
    """What differs, in the words of the gold of `shared/nbs`."""
    if one.stem == other.stem:
        return "same" if before["name"] == after["name"] else "suffix"
    if one.stem in other.stem or other.stem in one.stem:
        return "extended"
    return "one-char" if set(one.stem) & set(other.stem) else "renamed"


def drawn(lists: Editions, shares: tuple[float, float, float]) -> Iterator[list[Row]]:
    """The pilots, then the results: all of them, or those that were chosen."""
    chance = random.Random(f"{shares} {len(lists.before)}")
    pilots = {at: row for at, row in lists.before.items() if chance.random() < shares[0]}
    yield list(pilots.values())
    yield [
        row
        for at, row in lists.after.items()
        if chance.random() < (shares[1] if at in pilots else shares[2])
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("level", type=Level, choices=[Level.TOWNSHIP, Level.COMMUNITY])
    parser.add_argument("provinces", nargs="+")
    parser.add_argument("--years", type=int, nargs=2, default=(2016, 2021))
    parser.add_argument("--shares", type=float, nargs=3, default=(1.0, 1.0, 1.0))
    parser.add_argument("--most", type=int, default=100_000)
    asked = parser.parse_args()
    judged: list[tuple[float, bool]] = []
    for province in asked.provinces:
        whole = Editions(asked.level, *(edition(province, asked.level, y) for y in asked.years))
        lists = whole.cut(asked.most, province)
        truth = gold(lists)
        ours, theirs = (listed(rows) for rows in drawn(lists, tuple(asked.shares)))
        there = {unit.id for unit in theirs.units}
        named = {
            unit.id
            for unit in ours.units
            if truth.result.get(unit.id) in there and truth.change[unit.id] != "renamed"
        }
        found = match(ours, theirs, record=False).pairings
        told = [each for each in found if each.confidence >= PROPOSE or each.rivals]
        accepted = [each for each in told if DEFAULT.accepts(each)]
        said = Counter(map(truth.of, accepted))
        right = {each.pilot.id for each in accepted if truth.of(each) == "right"}
        print(
            f"{province}: recall {len(right & named) / len(named):.4f}, {said['wrong']} wrong and "
            f"{said['disputed']} against rows whose names share nothing, of "
            f"{said.total() - said['silent']}, to review "
            f"{(len(told) - len(accepted)) / len(ours.units):.4f} of {len(ours.units)}"
        )
        verdicts = [(each.confidence, truth.of(each)) for each in told]
        judged += [(sure, verdict == "right") for sure, verdict in verdicts if verdict != "silent"]
    reliability(judged)


if __name__ == "__main__":
    main()
