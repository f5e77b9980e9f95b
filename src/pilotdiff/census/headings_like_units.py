"""Lines read as headings or parents that may be units of the list."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from pilotdiff.listing.lines.headings import behind_its_batch, read_heading, speaks_of_programme
from pilotdiff.listing.lines.ordinals import Ordinal, read_ordinal
from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.model import LeftOut, Level, LineReading, Listing, Role, Unit, msg
from pilotdiff.names import has_generic_stem, parse
from pilotdiff.names.called_by_programmes import is_of_programmes
from pilotdiff.names.head_words import listed_tiers
from pilotdiff.names.kinds import kind_at_end
from pilotdiff.patterns import pattern

_SOUNDS = msg("it sounds like a unit of the list, and is read as a heading")
_NAME = pattern(r"\p{Han}{3,14}")
# Headings of one sort begin alike: 示范街道, 示范镇.
_ALIKE = 2


def headings_like_units(listing: Listing, units: Sequence[Unit]) -> Iterator[LeftOut]:
    """Yield the headings without a number that stand between units of a text, over a town, and bear
    a kind of towns, but are no sort of them: 中心镇 between 白石县 and 黑石镇. No other heading
    begins as they do. Of villages `captions` tells."""
    in_text = [unit for unit in units if not unit.entry.columns]
    lines = [unit.entry.line for unit in in_text]
    if not lines:
        return
    held = set(lines)
    heads = [e for e in listing.readings if e.role is Role.HEADING and e.line not in held]
    begun = Counter(each.text.strip()[:_ALIKE] for each in heads)
    for each in heads:
        text = each.text.strip()
        at = bisect_right(lines, each.line)
        if not 0 < at < len(lines) or begun[text[:_ALIKE]] > 1 or read_ordinal(text) is not None:
            continue
        if in_text[at].level is not Level.TOWNSHIP or _NAME.fullmatch(text) is None:
            continue
        kind = kind_at_end(Level.TOWNSHIP, text)
        if kind is not None and kind.weight == 1:
            yield LeftOut(each.line, text, _SOUNDS)


_NUMBERED = msg("it is numbered as the units are, and is read as a heading with none under it")
# So many lines of units make a style of numbers theirs.
_FEWEST = 3
_OVER = (Role.HEADING, Role.PARENT, Role.FURNITURE, Role.TITLE)


def numbered_like_units(listing: Listing, units: Sequence[Unit]) -> Iterator[LeftOut]:
    """Yield the headings of a text that go on with the numbers in whose style units are numbered,
    and have nothing under them: 2.县开发区 between 1.白石镇 and 3.黑石镇. One that announces
    a number of units is compared with that."""
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
                yield LeftOut(each.line, text, _NUMBERED)


def _may_be_numbered(reading: LineReading) -> bool:
    return reading.role in (Role.ITEM, Role.HEADING)


def _is_empty(number: Ordinal, below: LineReading | None) -> bool:
    """Tell whether what stands below a heading lies in none, nor opens a part of it: it goes on
    with the numbers, or is a place or a heading without one."""
    own = read_ordinal(below.text) if below is not None else None
    if below is None or (own is not None and own.style == number.style):
        return True
    return own is None and below.role in _OVER


_DATED = msg("what stands behind its batch or year sounds like a unit, and is read as a heading")


def batches_before_names(listing: Listing) -> Iterator[LeftOut]:
    """Yield the headings that are a batch or year and what reads like a town or village that no
    programme calls so: 第二批石桥镇 below 第一批白溪镇、南岭镇."""
    for each in listing.readings:
        name = behind_its_batch(each.text) if each.role in (Role.HEADING, Role.TITLE) else ""
        found = read_unit(name) if name else None
        if found is None or found.level.depth <= Level.COUNTY.depth or found.sure < CERTAIN:
            continue
        called = is_of_programmes(*found.parts[-1]) or has_generic_stem(*found.parts[-1])
        if not (called or speaks_of_programme([name]) or len(listed_tiers(name)) > 1):
            yield LeftOut(each.line, name, _DATED)


_LISTED = msg(
    "read as the parent of the units below; the title lists its tier too, it may be an entry"
)
_TWO = 2


def parents_in_title(listing: Listing, units: Sequence[Unit]) -> Iterator[LeftOut]:
    """Yield the parents of a tier that the title lists too: 示范乡镇、村名单 / 白石镇 / 石桥村.

    Nothing but the order of the lines tells a town over its villages from one beside them: neither
    they nor the units below have a number, none is set as a heading, and the list has no other unit
    of their tier.
    """
    listed = listed_tiers(listing.title)
    tiers = listed - {unit.level for unit in units}
    if len(listed) < _TWO or not tiers:
        return
    plain = {unit.entry.line for unit in units if not unit.entry.ordinal}
    set_apart = {line.number for line in listing.document.lines if line.heading or line.cells}
    for above, below in zip(listing.readings, listing.readings[1:], strict=False):
        if above.role is Role.PARENT and below.line in plain and above.line not in set_apart:
            found = parse(above.text)
            bare = found is not None and "".join(text for _, text in found.parts) == above.text
            if found is not None and bare and found.level in tiers:
                yield LeftOut(above.line, above.text, _LISTED)
