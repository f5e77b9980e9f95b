"""Townships and communities of a prefecture, as the packed tables have them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from itertools import product

from pilotdiff.in_groups import in_groups
from pilotdiff.model import Level
from pilotdiff.record import packs
from pilotdiff.record.recorded import DIGITS, Recorded, spans_of_bits
from pilotdiff.repair import fold

_PACKS = {Level.TOWNSHIP: "townships.pack", Level.COMMUNITY: "villages.pack"}
# A prefecture's communities take some 0.2 MB while they are held; the townships of all, some 10.
_HELD = {Level.TOWNSHIP: None, Level.COMMUNITY: 24}
# So often is a part asked before an index costs less than looking through it.
_OFTEN = 16


class _Part:
    """The rows of a level that lie together in a pack, found by code or by stem."""

    def __init__(self, begin: str, level: Level) -> None:
        self._level = level
        self._head = packs.head(_PACKS[level])
        self._rows = packs.part_columns(_PACKS[level], begin, DIGITS[level])
        self._asked = 0

    def under(self, prefix: str, wanted: Callable[[str], bool] | None) -> Iterator[Recorded]:
        """Yield all whose code begins with `prefix`, in the order of the codes; of a name that is
        `wanted`."""
        stems, codes = self._stems, self._codes
        rest = 10 ** (DIGITS[self._level] - len(prefix))
        start = int(prefix) * rest
        there: Iterable[int] = range(bisect_left(codes, start), bisect_left(codes, start + rest))
        if wanted is not None:
            there = [at for at in there if wanted(self._name(at, stems[at]))]
        return (self._row(at, codes[at], stems[at]) for at in there)

    def named(self, stem: str, prefix: str) -> list[Recorded]:
        """Return all of a very stem whose code begins with `prefix`."""
        self._asked += 1
        if self._asked < _OFTEN:
            found = _lines(self._rows.stems, packs.encoded(stem))
            units = [self._row(at, self._rows.code(at), stem) for at in found]
        else:
            units = self._index.get(stem, [])
        return [unit for unit in units if unit.code.startswith(prefix)]

    @cached_property
    def _index(self) -> dict[str, list[Recorded]]:
        """All rows by their stems: a long list asks again and again."""
        index: dict[str, list[Recorded]] = {}
        for at, (code, stem) in enumerate(zip(self._codes, self._stems, strict=True)):
            index.setdefault(stem, []).append(self._row(at, code, stem))
        return index

    @cached_property
    def _stems(self) -> list[str]:
        return packs.decoded(self._rows.stems).split("\n")[1:-1]

    @cached_property
    def _codes(self) -> Sequence[int]:
        return self._rows.codes()

    def _row(self, at: int, code: int, stem: str) -> Recorded:
        years = _spans(self._rows.years[at], self._head.editions)
        digits = str(code).zfill(DIGITS[self._level])
        return Recorded(digits, self._level, self._name(at, stem), years)

    def _name(self, at: int, stem: str) -> str:
        return stem + self._head.kinds[self._rows.kinds[at]]


def _lines(text: bytes, line: bytes) -> list[int]:
    """Return the numbers of the lines of a text that are a line; the first is behind a line break.

    >>> _lines(b"\\na\\nb\\na\\n", b"a")
    [0, 2]
    """
    whole, counted, number = b"\n%b\n" % line, 0, 0
    found = []
    at = text.find(whole)
    while at >= 0:
        number += text.count(b"\n", counted, at)
        counted = at
        found.append(number)
        at = text.find(whole, at + 1)
    return found


class Prefecture:
    """The rows of a level in one prefecture, of which only the parts asked about are unpacked."""

    def __init__(self, key: str, level: Level) -> None:
        self._level = level
        self._begins = packs.block_parts(_PACKS[level], key)
        self._width = len(self._begins[0]) if self._begins else 0
        self._parts: dict[str, _Part] = {}

    def under(self, prefix: str, wanted: Callable[[str], bool] | None = None) -> Iterator[Recorded]:
        """Yield all whose code begins with `prefix`, in the order of the codes; of a name that is
        `wanted`, where that is asked."""
        return (each for at in self._among(prefix) for each in self._part(at).under(prefix, wanted))

    def named(self, stem: str, prefix: str) -> list[Recorded]:
        """Return all of a stem whose code begins with `prefix`; variants of characters are equal,
        where none has the very stem."""
        among = self._among(prefix)
        if len(among) == 1:
            parts = [self._part(among[0])]
            if found := parts[0].named(stem, prefix):
                return found
            spelt = spellings(stem, self._level)[1:]
        else:
            spelt = spellings(stem, self._level)
            parts = [self._part(at) for at in among if self._may_hold(at, spelt)]
        for each in spelt:
            found = []
            for part in parts:
                found += part.named(each, prefix)
            if found:
                return found
        return []

    def _may_hold(self, begin: str, stems: Sequence[str]) -> bool:
        return begin in self._parts or packs.may_hold(_PACKS[self._level], begin, stems)

    def _among(self, prefix: str) -> Sequence[str]:
        """Return how the codes of the parts begin in which codes may begin with `prefix`."""
        begin = prefix[: self._width]
        if len(begin) == self._width and begin in self._begins:
            return (begin,)
        return [each for each in self._begins if each.startswith(begin)]

    def _part(self, begin: str) -> _Part:
        if begin not in self._parts:
            self._parts[begin] = _Part(begin, self._level)
        return self._parts[begin]


@lru_cache(maxsize=1 << 12)
def spellings(stem: str, level: Level) -> tuple[str, ...]:
    """Return the stem, and as what the tables may have it where they write other variants.

    >>> spellings("于潜", Level.TOWNSHIP)
    ('于潜', '於潜')
    """
    rare, plain = _rare(level), fold(stem)
    if plain == stem and rare.keys().isdisjoint(plain):
        return (stem,)  # most stems
    written = [(char, *rare.get(char, ())) for char in plain]
    return tuple(dict.fromkeys((stem, *map("".join, product(*written)))))


@cache
def _rare(level: Level) -> dict[str, list[str]]:
    """Return the characters of the tables that are variants, by those that stand for them."""
    return in_groups(packs.head(_PACKS[level]).rare, fold)


_spans = lru_cache(maxsize=4096)(spans_of_bits)


def prefecture(key: str, level: Level) -> Prefecture:
    """Return the townships or communities of the prefecture whose codes begin with `key` (4
    digits)."""
    return _KEPT[level](key, level)


# A township without its parents is sought in every prefecture, one after the other.
_KEPT = {level: lru_cache(maxsize=most)(Prefecture) for level, most in _HELD.items()}


def keys(start: str = "") -> list[str]:
    """Return the prefectures, by their four digits, whose codes begin with `start`."""
    return [key for key in packs.head(_PACKS[Level.TOWNSHIP]).blocks if key.startswith(start)]


def editions(level: Level) -> tuple[int, ...]:
    """Return the years of which the record has an edition of townships, or of communities."""
    return packs.head(_PACKS[level]).editions


def sought(stem: str, start: str = "") -> list[str]:
    """Return the prefectures in which a stem of a community may occur, the whole nation read
    through."""
    pack, spelt = _PACKS[Level.COMMUNITY], spellings(stem, Level.COMMUNITY)
    return [key for key in keys(start) if packs.may_hold(pack, key, spelt)]
