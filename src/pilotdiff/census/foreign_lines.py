"""Lines without a Chinese character where a unit should stand: 3.ÇàÁúÕò, 4.N/A behind 2.白溪镇."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pilotdiff.listing.lines.ordinals import Ordinal, read_ordinal
from pilotdiff.model import LeftOut, LineReading, Listing, Role, Unit, msg
from pilotdiff.model.plain_rows import beside_plain_rows
from pilotdiff.patterns import pattern

_GOES_ON = msg("its number goes on from that of the unit above, and no Chinese character is in it")
_AMONG = msg("it stands among the units, in signs that Chinese text read in a wrong encoding has")
_ROLES = (Role.NOTE, Role.PAGE)
_CHINESE = pattern(r"\p{Han}|[〓\t]")
# What the bytes of Chinese characters are in Western and Cyrillic sets; the marks of pinyin and of
# other languages are few beside plain letters.
_WRONG = pattern(r"[\u00a1-\u00ff\u0400-\u045f]")
_MOSTLY = 0.6
_FEWEST = 4


def foreign_lines(listing: Listing, units: Sequence[Unit]) -> Iterator[LeftOut]:
    """Yield such lines: those that bear the next number of the list, and those among its units
    that look like Chinese text in a wrong encoding."""
    read = [each for each in beside_plain_rows(listing.readings) if _may_be_one(each)]
    held = sorted({unit.entry.line for unit in units}) if read else []
    if not held:
        return
    last = _last_numbers(listing, {above for one in read if (above := _above(one.line, held))})
    for each in read:
        above = _above(each.line, held)
        ordinal = _numbered(each.text)
        if ordinal is not None and _is_next(ordinal, last.get(above)):
            last[above] = ordinal
            yield LeftOut(each.line, each.text, _GOES_ON)
        elif held[0] < each.line < held[-1] and _is_wrong(each.text):
            yield LeftOut(each.line, each.text, _AMONG)


def _may_be_one(reading: LineReading) -> bool:
    text = reading.text
    return reading.role in _ROLES and bool(text) and _CHINESE.search(text) is None


def _above(line: int, held: Sequence[int]) -> int:
    """Return the line of the last unit above a line, 0 where there is none."""
    at = bisect_left(held, line)
    return held[at - 1] if at else 0


def _last_numbers(listing: Listing, asked: set[int]) -> dict[int, Ordinal]:
    """Return the numbers that the asked lines begin with."""
    lines = beside_plain_rows(listing.document.lines)
    found = ((one.number, read_ordinal(one.text)) for one in lines if one.number in asked)
    return {number: ordinal for number, ordinal in found if ordinal is not None}


def _numbered(text: str) -> Ordinal | None:
    """Return the number that a line begins with, where more stands behind it."""
    ordinal = read_ordinal(text)
    return ordinal if ordinal is not None and text[ordinal.end :].strip() else None


def _is_next(one: Ordinal, last: Ordinal | None) -> bool:
    return last is not None and one.style == last.style and one.value == last.value + 1


def _is_wrong(text: str) -> bool:
    """Tell whether most of a line's signs are of a wrong encoding.

    >>> _is_wrong("ÇàÁúÕò"), _is_wrong("qīng lóng zhèn"), _is_wrong("Qinglong")
    (True, False, False)
    """
    signs = [sign for sign in text if not sign.isspace()]
    wrong = len(_WRONG.findall(text))
    return wrong >= _FEWEST and wrong > _MOSTLY * len(signs)
