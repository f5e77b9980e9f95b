"""The comparison key: all written variants of a character are one.

乾/干, 於/于, 里/裏/裡, 臺/台, 濛/蒙: one member, that in daily simplified use, stands for each
class of tables/fold.tsv. For comparing, never for showing.
"""

from functools import cache

from pilotdiff.repair import tables


@cache
def _table() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table[0x3000] = " "
    for shown, others in tables.own("fold"):
        for char in others:
            table[ord(char)] = shown
    return table


def fold(text: str) -> str:
    """Return the key on which variants of script and width are equal; same length, idempotent.

    >>> fold("溫江區") == fold("温江区")
    True
    """
    if _variants().isdisjoint(text):
        return text  # most texts: to translate a character that stays takes longest
    return text.translate(_table())


@cache
def _variants() -> frozenset[str]:
    """Return the characters that another one stands for."""
    return frozenset(map(chr, _table()))


@cache
def _classes() -> dict[str, str]:
    return {row[0]: row[1] for row in tables.own("fold")}


def variants(char: str) -> tuple[str, ...]:
    """Return the character with all that are written for it: 区 → 区, 區.

    >>> variants("区")
    ('区', '區')
    """
    shown = fold(char)
    return tuple(dict.fromkeys(char + shown + _classes().get(shown, "")))
