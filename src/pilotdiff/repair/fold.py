"""The comparison key: all written variants of a character are one.

乾/干, 於/于, 塚/冢, 里/裏/裡, 臺/台, 濛/蒙: characters that OpenCC's tables or tables/variants.tsv
relate fall into one class, and one member stands for each. For comparing, never for showing.
"""

from collections.abc import Iterator
from functools import cache

from pilotdiff.repair import tables

_DICTIONARIES = ("TSCharacters", "STCharacters", "TWVariants", "HKVariants")


def _related() -> Iterator[tuple[str, str]]:
    for name in _DICTIONARIES:
        for char, others in tables.opencc(name).items():
            for other in others:
                yield char, other
    for row in tables.own("variants"):
        for other in row[1]:
            yield row[0], other


@cache
def _classes() -> dict[str, list[str]]:
    """Each character that has variants, with the shared list of its class, the plainest first."""
    classes: dict[str, list[str]] = {}
    for one, other in _related():
        mine = classes.setdefault(one, [one])
        theirs = classes.get(other)
        if theirs is None:
            mine.append(other)
            classes[other] = mine
        elif theirs is not mine:
            mine.extend(theirs)
            for char in theirs:
                classes[char] = mine
    return classes


@cache
def _table() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table[0x3000] = " "
    for char, variants in _classes().items():
        shown = min(variants, key=_plainness)
        if char != shown:
            table[ord(char)] = shown
    return table


def _plainness(char: str) -> tuple[bool, bool, str]:
    """Characters in daily simplified use come first, so that kind words keep their form."""
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return True, True, char
    return False, char in tables.opencc("TSCharacters"), char


def fold(text: str) -> str:
    """The key on which variants of script and width are equal; same length, idempotent."""
    return text.translate(_table())


def variant_only(one: str, other: str) -> bool:
    """Whether two names differ as written but not in their folds."""
    return one != other and fold(one) == fold(other)


def variants(char: str) -> tuple[str, ...]:
    """The character with all that are written for it: 区 → 区, 區."""
    return tuple(dict.fromkeys((char, *_classes().get(char, ()))))
