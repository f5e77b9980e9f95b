"""The keys by which names are compared: script, width, kind wording and numerals folded away."""

from functools import lru_cache
from typing import NamedTuple

from pilotdiff.model import LEVELS, Level
from pilotdiff.names import split
from pilotdiff.repair import fold

_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_NUMERALS = frozenset("〇一二三四五六七八九十百")


class Name(NamedTuple):
    """A unit's own name as it is compared.

    text  folded: equal texts are the same name in any script
    stem  folded, without kind, remarks in brackets and the 第 of an ordinal
    kind  the canonical kind, "" when no kind word ends the name
    """

    text: str
    stem: str
    kind: str


@lru_cache(maxsize=1 << 20)
def name_of(level: Level, text: str) -> Name:
    """The keys of one part of a path."""
    stem, kind = split(level, _without_remark(text))
    stem = fold(stem)
    if not stem.isalpha() or "第" in stem:
        stem = _plain(stem)
    return Name(fold(text), stem, kind)


def _without_remark(text: str) -> str:
    cut = max(text.find("（"), text.find("("))
    return text[:cut] if cut > 1 else text


def _plain(stem: str) -> str:
    stem = stem.translate(_DIGITS)
    at = stem.find("第")
    if 0 <= at < len(stem) - 1 and stem[at + 1] in _NUMERALS:
        return stem[:at] + stem[at + 1 :]
    return stem


@lru_cache(maxsize=1 << 18)
def place_key(depth: int, text: str) -> str:
    """A parent's key: its stem, with its kind below the province (甘孜藏族自治州 → 甘孜州)."""
    if not text:
        return ""
    name = name_of(LEVELS[depth], text)
    return name.stem if depth == 0 else name.stem + name.kind


@lru_cache(maxsize=1 << 18)
def place_stem(depth: int, key: str) -> str:
    """The stem of a parent's key."""
    return key if depth == 0 else split(LEVELS[depth], key)[0]


@lru_cache(maxsize=1 << 16)
def unglued(stem: str, place: tuple[str, ...]) -> str:
    """A stem without parents that a clerk wrote before it (惠东县港口 → 港口, 陈旗呼和 → 呼和)."""
    for depth, key in enumerate(place):
        for parent in _spellings(depth, key):
            if stem.startswith(parent) and len(stem) > len(parent) + _left_over(parent, key):
                stem = stem[len(parent) :]
                break
    return stem


def _left_over(parent: str, key: str) -> int:
    """A parent's bare stem may begin a name by chance: more must be left than a kind word."""
    return 0 if parent == key else 1


def _spellings(depth: int, key: str) -> tuple[str, ...]:
    """How a parent stands before a name: whole, without kind, or its first character with it."""
    stem = place_stem(depth, key)
    short = stem[:1] + key[len(stem) :]
    return tuple(
        spelling
        for spelling in (key, stem, short if len(stem) > _LONG else "")
        if len(spelling) > 1
    )


# Only long stems are shortened to one character (陈巴尔虎旗 → 陈旗).
_LONG = 2
