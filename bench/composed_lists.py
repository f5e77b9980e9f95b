"""Two lists, composed out of the official record, and what became of each of their units."""

import random
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from elsewhere import edition
from pilotdiff.matching.names.name_keys import name_of
from pilotdiff.model import Level

PROVINCES = ("13", "14", "21", "22", "32", "34", "35", "36", "37", "41", "43", "45", "50", "52")
LEVELS = ("province", "prefecture", "county", "township", "community")
YEAR, EARLIER = 2021, 2016
# Of a hundred pilots so many.
FATES = dict(zip(
    ("went on", "another kind", "renamed, told", "renamed", "merged, told", "merged", "split",
     "dropped", "namesake"), (40, 8, 5, 4, 5, 4, 4, 20, 10), strict=True,
))  # fmt: skip
# How remarks tell of them: {a} is the earlier name, {b} the other pilot that was merged.
TOLD = {
    "renamed": ("（原{a}）", "（曾用名：{a}）", "（又名{a}）", "（由{a}更名）"),
    "merged": ("（由{a}、{b}合并）", "（{b}并入）", "（2020年撤并{b}）", "（含{b}）"),
    "split": ("（从{a}析出）", "（由{a}分设）", "（自{a}划出）", "（从{a}分出）"),
}
KINDS = (("街道", "镇"), ("村", "社区"), ("社区", "村"), ("镇", "街道"), ("乡", "镇"))
Names = tuple[str, ...]


class Item(NamedTuple):
    """A unit as a list has it: its path, its code, a remark behind its name."""

    path: Names
    code: str = ""
    note: str = ""


class Truth(NamedTuple):
    """Which pilot became which result, what each came to, and what a result is that none became."""

    pilots: list[Item]
    results: list[Item]
    became: dict[int, int]
    fate: dict[int, str]
    merged: dict[int, int]
    new: dict[int, str]

    def add(self, path: Names, code: str = "", note: str = "") -> int:
        """Put a unit into the results; return its number."""
        self.results.append(Item(path, code, note))
        return len(self.results) - 1


@cache
def units(province: str, level: Level, year: int) -> dict[str, Names]:
    """The paths of a province's units of legal kinds, by code."""
    return {
        at[1:]: tuple(row[name] for name in LEVELS[: level.depth + 1])
        for at, row in edition(province, level, year).items()
        if row["county"]
        and name_of(level, row[LEVELS[level.depth]]).kind in ("村", "社区", "乡", "镇", "街道")
    }


class Composer:
    """The lists of a seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(f"pairs {seed}")
        pick = self.chance.choice
        self.level = pick((Level.COMMUNITY, Level.COMMUNITY, Level.TOWNSHIP))
        self.province = pick(PROVINCES)
        self.every = units(self.province, self.level, YEAR)
        self.order, self.paths = list(self.every), frozenset(self.every.values())
        self.beside: dict[str, list[str]] = defaultdict(list)
        self.counties: dict[str, list[str]] = defaultdict(list)
        for code, path in self.every.items():
            self.beside[path[-1]].append(code)
            self.counties[code[:6]].append(code)
        self.is_whole = self.chance.random() < 0.3

    def drawn(self) -> list[str]:
        """The codes of the pilots."""
        if self.is_whole:
            some = self.chance.sample(sorted(self.counties), 2)
            return [code for each in some for code in self.counties[each]][:300]
        few, counties = self.chance.choice((12, 40, 120)), self.chance.choice((2, 8, 20))
        some = self.chance.sample(sorted(self.counties), min(counties, len(self.counties)))
        pool = [code for each in some for code in self.counties[each]]
        return self.chance.sample(pool, min(few, len(pool)))

    def truth(self) -> Truth:
        """The pilots, the results, and what became of each."""
        codes = self.drawn()
        chosen, places = set(codes), {code[:6] for code in codes}
        told = Truth([Item(self.every[c], c) for c in codes], [], {}, {}, {}, {})
        for at, code in enumerate(codes):
            if at not in told.fate:
                told.fate[at] = self.chance.choices(list(FATES), list(FATES.values()))[0]
                self._befall(told, at, code, chosen)
        pool = [c for c in self.order if c not in chosen and (not self.is_whole or c[:6] in places)]
        there = {item.code for item in told.results}
        for code in self.chance.sample(pool, min(len(pool), len(codes) // 4)):
            if code not in there:
                told.new[told.add(self.every[code], code)] = "new"
        self._recut(told)
        return told

    def _befall(self, told: Truth, at: int, code: str, chosen: set[str]) -> None:
        path, fate = self.every[code], told.fate[at]
        above, own = path[:-1], path[-1]
        turned = (*above, another_kind(own))
        other = self._partner(told, at)
        if (fate.startswith("merged") and other is None) or turned in self.paths:
            told.fate[at] = fate = "went on"
        is_told = fate.endswith("told")
        if fate in ("went on", "split"):
            told.became[at] = told.add(path, code)
        elif fate == "another kind":
            told.became[at] = told.add(turned, code)
        elif fate.startswith("renamed"):
            note = self.chance.choice(TOLD["renamed"]).format(a=own) if is_told else ""
            told.became[at] = told.add((*above, self._unlike(path)), code, note)
        elif fate.startswith("merged") and other is not None:
            names = {"a": own, "b": told.pilots[other].path[-1]}
            note = self.chance.choice(TOLD["merged"]).format(**names) if is_told else ""
            told.became[at] = told.add(path, code, note)
            told.fate[other], told.merged[other] = f"{fate}, the other", told.became[at]
        elif fate == "namesake":
            self._namesake(told, path, code, chosen)
        if fate == "split":
            note = self.chance.choice(TOLD["split"]).format(a=own)
            told.new[told.add((*above, self._unlike(path)), "", note)] = "split"

    def _namesake(self, told: Truth, path: Names, code: str, chosen: set[str]) -> None:
        """Put a unit of the same name elsewhere into the results, if the record has one."""
        there = chosen | {item.code for item in told.results}
        town = name_of(Level.TOWNSHIP, path[-2]).stem
        others = [
            c
            for c in self.beside[path[-1]]
            if c not in there and name_of(Level.TOWNSHIP, self.every[c][-2]).stem != town
        ]
        near = [c for c in others if c[:6] == code[:6]] or others
        if near:
            told.new[told.add(self.every[near[0]], near[0])] = "namesake"

    def _partner(self, told: Truth, at: int) -> int | None:
        """A pilot of the same place behind this one, of which nothing is told yet."""
        above, behind = told.pilots[at].path[:-1], range(at + 1, len(told.pilots))
        found = (b for b in behind if told.pilots[b].path[:-1] == above and b not in told.fate)
        return next(found, None)

    def _unlike(self, path: Names) -> str:
        """A name of the same kind that shares no character, and that no unit of the county has."""
        kind = name_of(self.level, path[-1]).kind
        while True:
            found = self.every[self.chance.choice(self.order)][-1]
            name = name_of(self.level, found)
            is_free = not any(self.every[code][:3] == path[:3] for code in self.beside[found])
            if is_free and name.kind == kind and not set(name.stem) & set(path[-1]):
                return found

    def _recut(self, told: Truth) -> None:
        """Make streets of towns, or districts of counties, in the results of some lists."""
        turn = self.chance.choice([None, None, ("镇", "街道"), ("县", "区")])
        if turn is None:
            return
        depth = Level.TOWNSHIP.depth if turn[0] == "镇" else Level.COUNTY.depth
        for at, item in enumerate(told.results):
            name = item.path[depth]
            plain = len(name) > 2 and "族" not in name and name.endswith(turn[0])
            if depth < self.level.depth and plain:
                path = (*item.path[:depth], name[:-1] + turn[1], *item.path[depth + 1 :])
                told.results[at] = item._replace(path=path)


def another_kind(name: str) -> str:
    """The name as its unit is called after a change of kind."""
    return next((name.removesuffix(a) + b for a, b in KINDS if name.endswith(a)), name)
