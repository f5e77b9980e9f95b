"""Names of provinces, prefectures and counties since 1981: codes, and what became of them."""

from functools import cache, lru_cache
from typing import NamedTuple

from pilotdiff.model import Level
from pilotdiff.names.kinds import PLACEHOLDERS
from pilotdiff.names.tables import rows

# The corps stands beside the provinces; its cities carry Xinjiang's codes.
CORPS = ("新疆生产建设兵团", "新疆兵团", "生产建设兵团", "兵团")
_XINJIANG = "650000"
# In a code of GB/T 2260: the first two digits of the cities that are provinces.
MUNICIPALITIES = ("11", "12", "31", "50")
# Codes were dealt out anew until the standard of 2002: before, one code is no sign of one unit.
_STEADY = 2002


class Tenure(NamedTuple):
    """A code and a name that it bore, from a year to the year of the change.

    last      "" where it is in force
    became    codes of what became of it, joined with ";"
    document  what approved its end, "" where that is not known
    short     甘孜州 for 甘孜藏族自治州
    bare      四川, 甘孜: a province or prefecture without its kind
    """

    code: str
    name: str
    first: str
    last: str
    became: str
    document: str
    short: str
    bare: str


@cache
def tenures() -> tuple[Tenure, ...]:
    """Return all rows of the table, in the order of their codes."""
    return tuple(map(Tenure._make, rows("divisions.tsv")))


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
    older: dict[str, list[str]] = {}
    for code, name, _, last, _, _, short, bare in rows("divisions.tsv"):
        into = older if last and int(last) <= _STEADY else table
        into.setdefault(name, []).append(code)
        if short:
            into.setdefault(short, []).append(code)
        if bare:
            into.setdefault(bare, []).append(code + "-")
    # 石河子市 was a prefecture once; a name in use means what it means now.
    table = older | table
    for name in CORPS:
        table.setdefault(name, []).append(_XINJIANG)
    for name in PLACEHOLDERS:
        table.pop(name, None)
    return table


@cache
def _divisions(name: str) -> tuple[Division, ...]:
    return tuple(dict.fromkeys(map(_division, _codes()[name])))


def _division(code: str) -> Division:
    number, bare = code[:6], code.endswith("-")
    if number.endswith("0000"):
        return Division(number, Level.PROVINCE, bare)
    return Division(number, Level.PREFECTURE if number.endswith("00") else Level.COUNTY, bare)


def editions() -> tuple[str, str]:
    """Return the first and the last year of which the table knows a change."""
    years = [span.first for span in tenures()]
    return min(years), max(years)


@cache
def longest() -> int:
    """Return the length of the longest name in the gazetteer."""
    return max(map(len, _codes()))


@cache
def _lengths() -> dict[str, set[int]]:
    table: dict[str, set[int]] = {}
    for name in _codes():
        table.setdefault(name[:2], set()).add(len(name))
    return table


@lru_cache(maxsize=1 << 14)
def lengths(start: str) -> tuple[int, ...]:
    """Tell how long the names are that begin with these two characters, shortest first."""
    return tuple(sorted(_lengths().get(start, ())))


def find(name: str) -> tuple[Division, ...]:
    """Return the divisions that carry a name, whole or short; () when the standard has none."""
    return _divisions(name) if name in _codes() else ()


def known(name: str) -> tuple[Level, ...]:
    """Return the levels at which the gazetteer has a name, whole or short (甘孜州, 四川)."""
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
    """Return the codes under which a name of a level stood, those of its successors too.

    襄樊市 and 襄阳市 share theirs; 遵义县 has that of 播州区, which took its place.
    """
    own = [span for span in _named().get(name, ()) if _division(span.code).level is level]
    steady = {span.code for span in own if not span.last or int(span.last) > _STEADY}
    return frozenset(steady.union(*(filter(None, map(successor, own)))))


@cache
def _named() -> dict[str, list[Tenure]]:
    table: dict[str, list[Tenure]] = {}
    for span in tenures():
        for name in filter(None, (span.name, span.short)):
            table.setdefault(name, []).append(span)
    return table


@cache
def _begun() -> dict[tuple[str, str], Tenure]:
    """Return what began in a year, by code and year."""
    return {(span.code, span.first): span for span in tenures()}


@cache
def _predecessors() -> dict[tuple[str, str], list[str]]:
    """By code and year: the names of what became it then."""
    table: dict[tuple[str, str], list[str]] = {}
    for span in tenures():
        for code in filter(None, span.became.split(";")):
            table.setdefault((code, span.last), []).append(span.name)
    return table


def successor(span: Tenure) -> set[str]:
    """Return the code of the one division that took the place of another in the year of its end.

    What one joined, or joined to make, is none (崇文区 went into 东城区) unless the name goes on:
    铜官山区 is 铜官区, though a part of it was 狮子山区.
    """
    begun = [(code, span.last) for code in span.became.split(";") if (code, span.last) in _begun()]
    stem = span.name[:-1]
    kept = [key for key in begun if _begun()[key].name[:-1] == stem] or [
        key for key in begun if len(begun) == 1 and _goes_on(span.name, key)
    ]
    return {code for code, _ in kept} if len(kept) == 1 else set()


def _goes_on(name: str, key: tuple[str, str]) -> bool:
    others = [other for other in _predecessors()[key] if other != name]
    start = _begun()[key].name[0]
    return not others or (name[0] == start and all(other[0] != start for other in others))


def formerly(level: Level, name: str) -> tuple[str, ...]:
    """Return other names of a level that share a code with a name, in the order of the standard."""
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
def _past() -> frozenset[str]:
    found = tenures()
    return frozenset(s.name for s in found) - {s.name for s in found if not s.last}


def is_current(name: str) -> bool:
    """Tell whether the newest edition has a whole name, or none had it."""
    return name not in _past()


def is_municipality(name: str) -> bool:
    """Tell whether a name is that of a city that is a province: 天津市, 天津."""
    return any(d.level is Level.PROVINCE and d.code[:2] in MUNICIPALITIES for d in find(name))


def names(level: Level) -> list[str]:
    """Return the whole names of a level, past ones too, in the order of their codes."""
    found = dict.fromkeys(span.name for span in tenures() if _division(span.code).level is level)
    return [name for name in found if level in known(name)]


def agree(upper: Division, lower: Division) -> bool:
    """Tell whether, by their codes, the lower division lies in the upper one."""
    return lower.code.startswith(upper.prefix)
