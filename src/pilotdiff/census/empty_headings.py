"""Headings of a list with no unit under them: 一、示范乡镇 / （略） / 二、示范村."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pilotdiff.listing.lines.headings import read_heading
from pilotdiff.model import LeftOut, LineReading, Listing, Role, Unit, msg
from pilotdiff.patterns import pattern

_WHY = msg("a heading with no unit under it")
# （一）, 一、 or 1.: what stands before the words of a heading, and how it numbers.
_NUMBER = pattern(
    r"^\s*(?:(?P<bracket>[（(][一二三四五六七八九十]{1,3}[)）])"
    r"|(?P<sign>[一二三四五六七八九十]{1,3}[、.．])|(?P<word>第[一二三四五六七八九十]{1,3}[类批][、：:]?))\s*"
)
# That nobody was chosen there is said.
_NONE = pattern(r"^\W*(?:[此本]次|今年|本年度)?(?:暂|均)?(?:无|没有|空缺|轮空|未产生|未评|零|0)")


class _Head(NamedTuple):
    """A heading that names a tier: its place among the readings, how it is numbered, the words."""

    at: int
    style: str
    title: str


def empty_headings(listing: Listing, units: Sequence[Unit]) -> Iterator[LeftOut]:
    """Yield the numbered headings of a tier that give no unit, where others numbered so do.

    What they list is elsewhere, or was not read: that the list has no unit of the tier is not told
    by it. A heading that announces a number is compared with what was read, and one that says that
    there is none is heard.
    """
    readings = listing.readings
    heads = [at for at, each in enumerate(readings) if each.role is Role.HEADING]
    lines = {unit.entry.line for unit in units}
    empty, filled = [], set()
    for at, end in pairwise([*heads, len(readings)]):
        head = _head(at, readings[at])
        if head is None:
            continue
        if any(each.line in lines for each in readings[at:end]):
            filled.add(head.style)
        elif _is_silent(readings, at, end):
            empty.append(head)
    for head in empty:
        if head.style in filled:
            yield LeftOut(readings[head.at].line, head.title, _WHY)


def _head(at: int, reading: LineReading) -> _Head | None:
    number = _NUMBER.match(reading.text)
    if number is None or number.lastgroup is None:
        return None
    heading = read_heading(reading.text[number.end() :].strip())
    if heading.level is None or heading.declared is not None or heading.units:
        return None
    return _Head(at, number.lastgroup, reading.text.strip())


def _is_silent(readings: Sequence[LineReading], at: int, end: int) -> bool:
    """Tell whether a heading is followed by no heading below it, and by no word that there is
    nothing."""
    below = end < len(readings) and _style(readings[end]) not in ("", _style(readings[at]))
    return not below and not any(_NONE.match(each.text) for each in readings[at + 1 : end])


def _style(reading: LineReading) -> str:
    number = _NUMBER.match(reading.text)
    return (number.lastgroup if number else None) or ""
