"""Measures how names that the official record does not have are told for slips.

    python bench/slips.py [PREFECTURES]

Of every name of the edition of 2021 in some prefectures, drawn at random: how often it would be
told for a slip of a neighbour, were it the one name there that the record did not have (a fault),
and how often a slip made of it is told: one character that sounds alike, tones aside, or looks
alike. A place that the record has is never told for a slip, so that the first is a share of the
few names that stand in no edition.

Then the names of 2021 against the record as it was in 2018: how many of all are told for slips of a
unit whose code went to another one (the most that are faults), or went on (a name respelt).
"""

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from pilotdiff.checks.recorded.recorded_slips import may_be_slip
from pilotdiff.matching.names.families import look_alike
from pilotdiff.matching.names.sounds import mostly_alike
from pilotdiff.model import Level
from pilotdiff.names import split
from pilotdiff.record import Recorded, one_off
from pilotdiff.record.prefectures import keys, prefecture

_YEAR, _BEFORE = 2021, 2018
# How many digits of a code say the parent.
_PARENTS = {Level.TOWNSHIP: 6, Level.COMMUNITY: 9}
_PREFECTURES = 40


def _neighbours(level: Level, drawn: Sequence[str]) -> Iterator[list[str]]:
    """Yield the names of each parent."""
    for key in drawn:
        groups: dict[str, list[str]] = defaultdict(list)
        for unit in prefecture(key, level).under(key):
            if unit.distance(_YEAR) == 0:
                groups[unit.code[: _PARENTS[level]]].append(unit.name)
        yield from groups.values()


def _told(level: Level, name: str, names: Sequence[str]) -> str:
    """Return the one of the names that a name is told to be a slip for, "" when none or several."""
    close = {each for each in names if one_off(name, each) and may_be_slip(level, name, each)}
    return close.pop() if len(close) == 1 else ""


def _slip(
    level: Level, name: str, characters: Sequence[str], chance: random.Random, kind: str
) -> str:
    """Return the name with one character of its stem replaced, "" when none is found."""
    alike = mostly_alike if kind == "sound" else look_alike
    stem = split(level, name)[0]
    at = chance.randrange(len(stem))
    others = [each for each in characters if each != stem[at] and alike(stem[at], each)]
    return name[:at] + chance.choice(others) + name[at + 1 :] if others else ""


def measure(level: Level, drawn: Sequence[str]) -> None:
    """Print the shares of a level."""
    chance, counts = random.Random(1), Counter[str]()
    groups = list(_neighbours(level, drawn))
    # In the order of their use: a slip is mostly a character that is written more.
    use = Counter(character for group in groups for name in group for character in name)
    characters = [character for character, n in use.most_common() if n > 2]
    for names in groups:
        for name in names:
            if len(split(level, name)[0]) < 2:
                continue
            counts["names"] += 1
            rest = [each for each in names if each != name]
            counts["false"] += bool(_told(level, name, rest))
            if chance.random() > 0.1:
                continue
            for kind in ("sound", "look"):
                slip = _slip(level, name, characters, chance, kind)
                if slip and slip not in names:
                    counts[kind] += 1
                    counts[f"{kind} told"] += _told(level, slip, names) == name
    print(f"{level}: {counts['names']} names")
    print(f"  told though right: {counts['false'] / counts['names'] * 10_000:.1f} of 10,000")
    for kind in ("sound", "look"):
        share = counts[f"{kind} told"] / max(1, counts[kind])
        print(f"  slips by {kind} told: {share:.1%} of {counts[kind]}")


def afterwards(level: Level, drawn: Sequence[str]) -> None:
    """Print how many names of a level are told for slips by an edition of three years before."""
    counts, digits = Counter[str](), _PARENTS[level]
    for key in drawn:
        then: dict[str, list[Recorded]] = defaultdict(list)
        now: dict[str, list[Recorded]] = defaultdict(list)
        for unit in prefecture(key, level).under(key):
            if unit.first <= _BEFORE:
                then[unit.code[:digits]].append(unit)
            if unit.distance(_YEAR) == 0:
                now[unit.code[:digits]].append(unit)
        for parent in then.keys() & now.keys():
            known = {split(level, each.name)[0] for each in then[parent]}
            listed = {each.name for each in now[parent]}
            left = {e.name: e.code for e in then[parent] if not e.distance(_BEFORE)}
            gone = [name for name in left if name not in listed]
            counts["names"] += len(now[parent])
            for unit in now[parent]:
                if split(level, unit.name)[0] not in known:
                    counts["unknown"] += 1
                    if meant := _told(level, unit.name, gone):
                        counts["respelt" if left[meant] == unit.code else "other"] += 1
    print(
        f"{level}s of {_YEAR} against {_BEFORE}: {counts['names']} names, {counts['unknown']} not "
        f"known then, {counts['respelt']} told for slips under the same code, {counts['other']} "
        "under another"
    )


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else _PREFECTURES
    some = random.Random(3).sample(keys(), size)
    for which in (Level.TOWNSHIP, Level.COMMUNITY):
        measure(which, some)
        afterwards(which, some)
