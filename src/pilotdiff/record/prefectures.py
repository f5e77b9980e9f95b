"""Townships and communities of a prefecture, as the packed tables have them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from pilotdiff.model import Level
from pilotdiff.names import split
from pilotdiff.record import packs
from pilotdiff.record.recorded import DIGITS, Recorded, spans_of
from pilotdiff.repair import fold

# Digits of a county's code.
_COUNTY = 6
_PACKS = {Level.TOWNSHIP: "townships.pack", Level.COMMUNITY: "villages.pack"}
# A prefecture's communities take some 2 MB while they are held; the townships of all, some 20.
_HELD = {Level.TOWNSHIP: None, Level.COMMUNITY: 24}


class Prefecture:
    """The rows of a level in one prefecture, found by code or by stem."""

    def __init__(self, key: str, level: Level) -> None:
        self._level = level
        self._head = packs.head(_PACKS[level])
        self._rows = packs.columns(_PACKS[level], key, DIGITS[level])
        # Of the whole prefecture, and of each county asked about.
        self._stems: dict[str, dict[str, list[int]]] = {}
        self._folded: dict[str, dict[str, list[int]]] = {}

    def under(self, prefix: str) -> Iterator[Recorded]:
        """Return all whose code begins with `prefix`, in the order of the codes."""
        return map(self._row, self._range(prefix))

    def _range(self, prefix: str) -> range:
        rest = 10 ** (DIGITS[self._level] - len(prefix))
        start, codes = int(prefix) * rest, self._rows.codes
        return range(bisect_left(codes, start), bisect_left(codes, start + rest))

    def _in_town(self, stem: str, prefix: str) -> list[Recorded]:
        """Return the communities of a stem in a township, which has so few that none need be
        indexed."""
        rows, stems = self._range(prefix), self._rows.stems
        found = [at for at in rows if stems[at] == stem]
        key = "" if found else fold(stem)
        return [self._row(at) for at in found or (at for at in rows if fold(stems[at]) == key)]

    def named(self, stem: str, prefix: str = "") -> list[Recorded]:
        """Return all of a stem whose code begins with `prefix`; variants of characters are
        equal."""
        if self._level is Level.COMMUNITY and len(prefix) == DIGITS[Level.TOWNSHIP]:
            return self._in_town(stem, prefix)
        part = prefix[:_COUNTY] if len(prefix) >= _COUNTY else ""
        rows = self._by_stem(part).get(stem) or self._by_fold(part).get(fold(stem), [])
        there = self._range(prefix) if prefix else range(len(self._rows.codes))
        return [self._row(at) for at in rows if at in there]

    def _row(self, at: int) -> Recorded:
        codes, kinds, years, stems = self._rows
        kind = self._head.kinds[kinds[at]]
        code = str(codes[at]).zfill(DIGITS[self._level])
        return Recorded(code, self._level, stems[at] + kind, self._spans(years[at]))

    def _spans(self, bits: int) -> tuple[tuple[int, int], ...]:
        return _spans(bits, self._head.editions)

    def _by_stem(self, part: str) -> dict[str, list[int]]:
        """Return the rows of a county, or of all with "", by their stems."""
        if part not in self._stems:
            found: dict[str, list[int]] = {}
            own, stems = self._level is Level.TOWNSHIP, self._rows.stems
            for at in self._range(part) if part else range(len(stems)):
                name = stems[at]
                found.setdefault(split(self._level, name)[0] if own else name, []).append(at)
            self._stems[part] = found
        return self._stems[part]

    def _by_fold(self, part: str) -> dict[str, list[int]]:
        if part not in self._folded:
            found: dict[str, list[int]] = {}
            for stem, rows in self._by_stem(part).items():
                found.setdefault(fold(stem), []).extend(rows)
            self._folded[part] = found
        return self._folded[part]


_spans = lru_cache(maxsize=4096)(spans_of)


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
    """Return the prefectures in which a stem of a community occurs, the whole nation read
    through."""
    word = stem.encode("utf-8")
    return [key for key in keys(start) if word in packs.block(_PACKS[Level.COMMUNITY], key)]
