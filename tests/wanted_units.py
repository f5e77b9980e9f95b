"""Units as lists of shapes write them: "county: 河北省/石家庄市?/清岗县".

A level that ends in ? marks an entry that may be there or not, a name that ends in ? a parent that
may; `A|B` is either.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pilotdiff.model import Unit

CITIES = ("北京市", "天津市", "上海市", "重庆市")


class Wanted(NamedTuple):
    """An entry as a shape writes it."""

    level: str
    path: tuple[str, ...]
    optional: bool

    @property
    def name(self) -> str:
        return self.path[-1].split("|")[0].rstrip("?")


class Compared(NamedTuple):
    """Units against what is wanted: right ones, those of another path, false ones, lost ones."""

    right: list[Unit]
    wrong: list[Unit]
    false: list[Unit]
    lost: list[Wanted]


def wanted(entry: str) -> Wanted:
    level, _, names = entry.partition(": ")
    return Wanted(level.rstrip("?"), tuple(names.split("/")), level.endswith("?"))


def path(unit: Unit) -> list[str]:
    parts = [part for part in unit.path if part]
    return [p for at, p in enumerate(parts) if not (at == 1 and p == parts[0])]


def agree(have: Sequence[str], want: Sequence[str]) -> bool:
    """Whether names are those of a path, those marked with ? present or not."""
    if not want:
        return not have
    forms = want[0].rstrip("?").split("|")
    if have and _bare(have[0]) in map(_bare, forms) and agree(have[1:], want[1:]):
        return True
    return want[0].endswith("?") and agree(have, want[1:])


def _bare(name: str) -> str:
    """A province without its kind: 河北省 and 河北 are one here."""
    return re.sub(r"(?<=..)(?:省|(?:壮族|回族|维吾尔)?自治区)$", "", name)


def fits(unit: Unit, one: Wanted) -> bool:
    level = unit.level.value if unit.level else ""
    city = path(unit)[-1:] and path(unit)[-1] in CITIES
    same = level == one.level or (city and {level, one.level} == {"province", "prefecture"})
    return bool(same) and agree(path(unit), one.path)


def compared(units: Iterable[Unit], entries: Iterable[str]) -> Compared:
    """Compare units with the entries wanted of them; one that stands twice counts once."""
    left = [wanted(entry) for entry in entries]
    right: list[Unit] = []
    others: list[Unit] = []
    seen: set[tuple[str, ...]] = set()
    for unit in units:
        hit = next((one for one in left if fits(unit, one)), None)
        if hit is not None:
            left.remove(hit)
            seen.add(tuple(path(unit)))
            right.append(unit)
        elif tuple(path(unit)) not in seen:
            others.append(unit)
    wrong = []
    for unit in others:
        near = next((one for one in left if one.name == path(unit)[-1]), None)
        if near:
            left.remove(near)
            wrong.append(unit)
    false = [unit for unit in others if unit not in wrong]
    return Compared(right, wrong, false, [one for one in left if not one.optional])
