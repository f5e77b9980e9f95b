"""Lines numbered as the units are that stand over nothing and give none: 2.县开发区 between
1.白石镇 and 3.黑石镇, whose words are those of a heading."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pilotdiff.listing.headings import read_heading
from pilotdiff.listing.ordinals import Ordinal, read_ordinal
from pilotdiff.model import LeftOut, LineReading, Listing, Role, Unit, msg

_WHY = msg("it is numbered as the units are, and is read as a heading with none under it")
# So many lines of units make a style of numbers theirs.
_FEWEST = 3
_OVER = (Role.HEADING, Role.PARENT, Role.FURNITURE, Role.TITLE)


def numbered_like_units(listing: Listing, units: Sequence[Unit]) -> Iterator[LeftOut]:
    """Yield the headings of a text that go on with the numbers in whose style units are numbered,
    and have nothing under them; one that announces a number of units is compared with that."""
    lines = {unit.entry.line for unit in units if not unit.entry.columns}
    told = [each for each in listing.readings if each.role is not Role.BLANK] if lines else []
    numbers = [read_ordinal(each.text) if _may_be_numbered(each) else None for each in told]
    styles = Counter(
        number.style
        for each, number in zip(told, numbers, strict=True)
        if number is not None and each.line in lines
    )
    last: dict[str, int] = {}
    for at, (each, number) in enumerate(zip(told, numbers, strict=True)):
        if number is None:
            continue
        goes_on = number.value in (1, last.get(number.style, 0) + 1)
        last[number.style] = number.value
        empty = each.role is Role.HEADING and each.line not in lines
        if empty and goes_on and styles[number.style] >= _FEWEST:
            text = each.text[number.end :].strip()
            below = told[at + 1] if at + 1 < len(told) else None
            if _is_empty(number, below) and read_heading(text).declared is None:
                yield LeftOut(each.line, text, _WHY)


def _may_be_numbered(reading: LineReading) -> bool:
    return reading.role in (Role.ITEM, Role.HEADING)


def _is_empty(number: Ordinal, below: LineReading | None) -> bool:
    """Tell whether what stands below a heading lies in none, nor opens a part of it: it goes on
    with the numbers, or is a place or a heading without one."""
    own = read_ordinal(below.text) if below is not None else None
    if below is None or (own is not None and own.style == number.style):
        return True
    return own is None and below.role in _OVER
