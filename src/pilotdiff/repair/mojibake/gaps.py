"""Characters of misread UTF-8 of which a byte was dropped, told by what is left of them."""

from enum import StrEnum
from typing import NamedTuple

from pilotdiff.model import Message, Said, Wildcard, msg
from pilotdiff.model.repairs import LOST
from pilotdiff.repair.gbk.byte_pairs import LOST_BYTE
from pilotdiff.repair.gbk.surprise import surprise

_CLEARLY = 2.5  # nats by which one candidate must be likelier than the next
_KINDS = "省市州盟县縣区區旗镇鎮乡鄉村街道"
_COUNTED = "年月日个個号號批"
_SIGNS = "、，。：；（）"
_UNDEFINED = (0x81, 0x8D, 0x8F, 0x90, 0x9D)  # bytes that cp1252 cannot show
_CONTINUING = range(0x80, 0xC0)
# Why a character stands for what is left of it.
_COMMON_SIGN = msg("{char} alone of the characters {bytes} is a common sign")
_BEHIND_NUMBER = msg("{char} alone of the characters {bytes} is at home behind a number")
_KIND_OF_UNIT = msg("{char} alone of the characters {bytes} is a kind of unit")
_LIKELIEST = msg("{char} is by far the likeliest of the characters {bytes}")


class Misreading(StrEnum):
    """How bytes were misread."""

    UTF8_AS_GBK = "utf-8 as gbk"
    UTF8_AS_LATIN = "utf-8 as latin-1"
    GBK_AS_LATIN = "gbk as latin-1"


class Char(NamedTuple):
    """A character read again from the bytes [start, end); `said` when a lost byte was told."""

    char: str
    start: int
    end: int
    wildcard: Wildcard | None = None
    said: Said = ""


class Gap(NamedTuple):
    """What is left of a character of `width` bytes, and the bytes around it (0 at the ends)."""

    left: tuple[int, ...]
    width: int
    before: int
    after: int
    misread: Misreading


def told(gap: Gap, start: int, end: int) -> Char:
    """Return the character of the gap where only one makes sense there, else a 〓."""
    could = _candidates(gap)
    whole = gap.left + (LOST_BYTE,) * (gap.width - len(gap.left))
    left = " ".join("??" if byte == LOST_BYTE else f"{byte:02X}" for byte in whole)
    for among, why in _places(gap):
        fitting = [char for char in among if char in could]
        if len(fitting) == 1 or (fitting and among == _SIGNS):
            return Char(fitting[0], start, end, None, why.given(char=fitting[0], bytes=left))
    likeliest = sorted(could, key=surprise)[:2]
    if _certain(likeliest):
        said = _LIKELIEST.given(char=likeliest[0], bytes=left)
        return Char(likeliest[0], start, end, None, said)
    known = Wildcard(among="".join(sorted(could)))
    return Char(LOST, start, end, known, msg("{bytes} is all that survived of 〓", bytes=left))


def _places(gap: Gap) -> list[tuple[str, Message]]:
    """Return the characters that the place of the gap asks for, and in words why."""
    places: list[tuple[str, Message]] = []
    if gap.left[0] in (0xE3, 0xEF):
        places.append((_SIGNS, _COMMON_SIGN))
    if 0x30 <= gap.before <= 0x39:
        places.append((_COUNTED, _BEHIND_NUMBER))
    if gap.after < 0x80:
        places.append((_KINDS, _KIND_OF_UNIT))
    return places


def _candidates(gap: Gap) -> set[str]:
    """Return every character with one byte more than is left, where only one byte is missing."""
    known = [byte for byte in gap.left if byte != LOST_BYTE]
    if len(known) != gap.width - 1:
        return set()
    marked = LOST_BYTE in gap.left
    holes = [gap.left.index(LOST_BYTE)] if marked else range(1, gap.width)
    filled = (
        bytes((*known[:hole], byte, *known[hole:]))
        for hole in holes
        for byte in _droppable(gap, known[hole] if hole < len(known) else gap.after)
    )
    return {char for data in filled if (char := _utf8(data))}


def _droppable(gap: Gap, following: int) -> list[int]:
    """Return the bytes that the wrong character set cannot show before that byte."""
    if gap.misread is Misreading.UTF8_AS_LATIN:
        return list(_UNDEFINED)
    if following < 0x40:
        return list(_CONTINUING)
    return [byte for byte in _CONTINUING if not _in_gbk(byte, following)]


def _in_gbk(lead: int, trail: int) -> bool:
    try:
        return len(bytes((lead, trail)).decode("gbk")) == 1
    except UnicodeDecodeError:
        return False


def _utf8(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return ""


def _certain(likeliest: list[str]) -> bool:
    if not likeliest:
        return False
    first, *others = map(surprise, likeliest)
    return all(first + _CLEARLY < other for other in others)
