"""Names of provinces, prefectures and counties with their codes (GB/T 2260)."""

from functools import cache, lru_cache
from typing import NamedTuple

from pilotdiff.model import Level
from pilotdiff.names.kinds import PLACEHOLDERS
from pilotdiff.names.tables import rows

# The corps stands beside the provinces; its cities carry Xinjiang's codes.
CORPS = ("新疆生产建设兵团", "生产建设兵团", "兵团")
_XINJIANG = "650000"


class Division(NamedTuple):
    """A division of the standard: its code and its level.

    bare   whether the name looked up stood without its kind (四川, 成都)
    """

    code: str
    level: Level
    bare: bool

    @property
    def prefix(self) -> str:
        """The part of the code that its children share."""
        return self.code[: {Level.PROVINCE: 2, Level.PREFECTURE: 4}.get(self.level, 6)]


@cache
def _codes() -> dict[str, list[str]]:
    """Codes by name, whole or short; a code with "-" behind it stands for a name without kind."""
    table: dict[str, list[str]] = {}
    for code, name, _, short, bare in rows("divisions.tsv"):
        table.setdefault(name, []).append(code)
        if short:
            table.setdefault(short, []).append(code)
        if bare:
            table.setdefault(bare, []).append(code + "-")
    for name in CORPS:
        table.setdefault(name, []).append(_XINJIANG)
    for name in PLACEHOLDERS:
        table.pop(name, None)
    return table


@cache
def _divisions(name: str) -> tuple[Division, ...]:
    return tuple(_division(code) for code in _codes()[name])


def _division(code: str) -> Division:
    number, bare = code[:6], code.endswith("-")
    if number.endswith("0000"):
        return Division(number, Level.PROVINCE, bare)
    return Division(number, Level.PREFECTURE if number.endswith("00") else Level.COUNTY, bare)


def editions() -> list[str]:
    """The years whose standards the gazetteer was made from, the oldest first."""
    return sorted({edition for _, _, edition, *_ in rows("divisions.tsv")})


@cache
def longest() -> int:
    """The length of the longest name in the gazetteer."""
    return max(map(len, _codes()))


@cache
def _lengths() -> dict[str, set[int]]:
    table: dict[str, set[int]] = {}
    for name in _codes():
        table.setdefault(name[:2], set()).add(len(name))
    return table


@lru_cache(maxsize=1 << 14)
def lengths(start: str) -> tuple[int, ...]:
    """How long the names are that begin with these two characters, shortest first."""
    return tuple(sorted(_lengths().get(start, ())))


def find(name: str) -> tuple[Division, ...]:
    """The divisions that carry a name, whole or short; () when the standard has none."""
    return _divisions(name) if name in _codes() else ()


def known(name: str) -> tuple[Level, ...]:
    """The levels at which the gazetteer has a name, whole or short (甘孜州, 四川)."""
    return tuple(dict.fromkeys(division.level for division in find(name)))


@lru_cache(maxsize=1 << 14)
def homes(name: str) -> frozenset[str]:
    """Return the prefectures, by the four digits of their codes, that have had a county so called.

    >>> len(homes("鼓楼区")) > 1, len(homes("砀山县"))
    (True, 1)
    """
    found = (division for division in find(name) if division.level is Level.COUNTY)
    return frozenset(division.code[:4] for division in found)


@lru_cache(maxsize=1 << 14)
def codes(level: Level, name: str) -> frozenset[str]:
    """The codes under which the standard has a name of a level, those of its successors too.

    襄樊市 and 襄阳市 share theirs; 遵义县 has that of 播州区, which took its place.
    """
    found = (division for division in find(name) if not division.bare)
    own = {division.code for division in found if division.level is level}
    return frozenset(own.union(*(_successors().get((code, name), ()) for code in own)))


def formerly(level: Level, name: str) -> tuple[str, ...]:
    """Other names of a level that share a code with a name, in the order of the standard."""
    own = codes(level, name)
    return tuple(dict.fromkeys(old for code in sorted(own) for old in _called(level).get(code, ())))


@cache
def _called(level: Level) -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for name in names(level):
        for code in codes(level, name):
            table.setdefault(code, []).append(name)
    return table


@cache
def _successors() -> dict[tuple[str, str], list[str]]:
    table: dict[tuple[str, str], list[str]] = {}
    for code, name, successor, _, _ in rows("successors.tsv"):
        table.setdefault((code, name), []).append(successor)
    return table


@cache
def _past() -> frozenset[str]:
    found = rows("divisions.tsv")
    last = max(row[2] for row in found)
    return frozenset(row[1] for row in found) - {row[1] for row in found if row[2] == last}


def is_current(name: str) -> bool:
    """Whether the newest edition has a whole name, or none had it."""
    return name not in _past()


def names(level: Level) -> list[str]:
    """The whole names of a level, past ones too, in the order of their codes."""
    return [row[1] for row in rows("divisions.tsv") if _division(row[0]).level is level]


def agree(upper: Division, lower: Division) -> bool:
    """Whether, by their codes, the lower division lies in the upper one."""
    return lower.code.startswith(upper.prefix)
