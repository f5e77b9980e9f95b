"""Text taken back to the bytes it was misread from, and those bytes read again.

Three misreadings are told apart: UTF-8 read as GBK (浙江 → 娴欐睙), UTF-8 read as Latin-1 or cp1252
(æµ™æ±Ÿ), GBK read as Latin-1 or cp1252 (Õã½­).
"""

from collections.abc import Iterator
from typing import NamedTuple

from pilotdiff.model import Wildcard
from pilotdiff.model.repairs import LOST
from pilotdiff.repair.gbk.byte_pairs import LOST_BYTE, character
from pilotdiff.repair.mojibake.gaps import Char, Gap, Misreading, told
from pilotdiff.repair.wildcard import gbk


class Byte(NamedTuple):
    """A byte (LOST_BYTE where unknown) and the place of the shown character it comes from."""

    value: int
    at: int


def bytes_of(text: str, misread: Misreading) -> list[Byte]:
    """Return the bytes behind the shown characters; a character that has none keeps its code
    point."""
    values = _gbk_values if misread is Misreading.UTF8_AS_GBK else _latin_values
    return [Byte(value, at) for at, char in enumerate(text) for value in values(char)]


def _gbk_values(char: str) -> tuple[int, ...]:
    if char == "€":
        return (0x80,)
    return gbk(char) or ((LOST_BYTE,) if char == "\ufffd" else (ord(char),))


def _latin_values(char: str) -> tuple[int, ...]:
    if char < "\u0100":
        return (ord(char),)
    if char == "\ufffd":
        return (LOST_BYTE,)
    encoded = char.encode("cp1252", errors="ignore")
    return (encoded[0],) if encoded else (ord(char),)


def read_again(data: list[Byte], misread: Misreading) -> Iterator[Char]:
    """Yield the characters that the bytes were meant to be."""
    values = [byte.value for byte in data]
    at = 0
    while at < len(values):
        if misread is Misreading.GBK_AS_LATIN:
            char = _gbk_char(values, at)
        else:
            char = _utf8_char(values, at, misread)
        yield char
        at = char.end


def _gbk_char(values: list[int], at: int) -> Char:
    lead, trail = values[at], values[at + 1] if at + 1 < len(values) else None
    if 0 <= lead < 0x81 or lead > 0xFE:
        return Char(chr(lead), at, at + 1)
    if lead == LOST_BYTE:
        known = trail is not None and 0x80 < trail < 0xFF
        return Char(LOST, at, at + 1 + known, Wildcard(trail=trail if known else None))
    if trail is None or 0 <= trail < 0x40 or trail > 0xFE:
        return Char(LOST, at, at + 1, Wildcard(lead=lead))
    found = character(lead, trail) if trail != LOST_BYTE else ""
    wildcard = None if found else Wildcard(lead=lead)
    return Char(found or LOST, at, at + 2, wildcard)


def _utf8_char(values: list[int], at: int, misread: Misreading) -> Char:
    first = values[at]
    width = 2 if 0xC2 <= first <= 0xDF else 3 if 0xE0 <= first <= 0xEF else 0
    if not width:
        stray = first == LOST_BYTE or 0x80 <= first <= 0xFF
        return Char(LOST if stray else chr(first), at, at + 1, Wildcard() if stray else None)
    found, end = [first], at + 1
    while len(found) < width and end < len(values):
        value = _continuation(values[end], found, misread)
        if value is None:
            break
        found.append(value)
        end += 1
    if len(found) == width and LOST_BYTE not in found:
        return Char(bytes(found).decode("utf-8", errors="replace"), at, end)
    before = values[at - 1] if at else 0
    after = values[end] if end < len(values) else 0
    return told(Gap(tuple(found), width, before, after, misread), at, end)


def _continuation(value: int, found: list[int], misread: Misreading) -> int | None:
    """Return the value as the second or third byte of a character; None when it cannot be one."""
    if 0x80 <= value <= 0xBF or value == LOST_BYTE:
        return value
    if value == ord("?"):
        return LOST_BYTE
    if value == ord(" ") and misread is Misreading.UTF8_AS_LATIN and len(found) == 1:
        return 0xA0  # a no-break space, made plain on the way
    return None
