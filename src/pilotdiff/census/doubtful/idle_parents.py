"""Lines read as places over others of which no unit says that it lies there."""

from collections.abc import Iterator, Sequence

from pilotdiff.listing.omissions import says_none
from pilotdiff.listing.recognise.named_places import without_count
from pilotdiff.listing.unit_names.phrases_like_units import is_sound
from pilotdiff.model import DoubtfulLine, Level, LineReading, Listing, Role, Unit, msg
from pilotdiff.names import Reading, gazetteer, parse, split
from pilotdiff.repair import to_simplified
from pilotdiff.repair.pinyin import drop_annotations

_WHY = msg("was read as a place over others, and no unit of the list lies in it")
_STEM = 2


def idle_parents(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the lines that name such a place and nothing else: 清岗市 over 白溪县, which took its
    place. One that says that it has none is heard."""
    if not units:
        return
    parts = tuple({part for unit in units for part in unit.path if part})
    stems = {part[:_STEM] for part in parts}
    last = max(unit.entry.line for unit in units)
    lines = {unit.entry.line for unit in units}
    places = {each.line: _bare_text(each) for each in listing.readings if each.role is Role.PARENT}
    for reading in listing.readings:
        if reading.line not in places or reading.line in lines or says_none(reading.text):
            continue
        text = places[reading.line]
        broken = (places.get(reading.line - 1, "") + text, text + places.get(reading.line + 1, ""))
        wholes = (without_count(whole)[0] for whole in broken if whole != text)
        if any(whole.endswith(parts) for whole in wholes):
            continue  # 清岗 / 镇（5个）
        if reading.line < last and stems.isdisjoint(_stems(to_simplified(text))):
            yield DoubtfulLine(reading.line, text, _WHY)


def _bare_text(reading: LineReading) -> str:
    """Return a line without pinyin, its blanks, its colon and the brackets around it."""
    return (
        "".join(drop_annotations(reading.text).text.split()).rstrip("：:").strip("【】〔〕《》[]")
    )


_WORDS = frozenset({Role.TITLE, Role.HEADING})
_STATES = msg("taken for words over the list, but it states {place}, where no unit of it lies")


def idle_titles(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the titles and headings that read like a county, or a town or village in one, where no
    unit lies: 清岗县白溪镇 文明村 over 北岭县南岭镇 东岭村, 清岗县 over 北岭县石桥镇."""
    if not units:
        return
    stems = {_bare(part) for unit in units for part in unit.path if part}
    above = _right_above(listing, units[0].entry.line)
    for reading in listing.readings:
        text = "".join(to_simplified(reading.text).split())
        words = reading.role in _WORDS or reading.line == above
        found = parse(text) if words and len(text) <= _LONGEST else None
        over = _places(found) if found is not None else []
        if over and stems.isdisjoint(map(_bare, over)):
            yield DoubtfulLine(reading.line, reading.text.strip(), _STATES.given(place=over[-1]))


def _places(reading: Reading) -> list[str]:
    """Return the county of the standard and the town in it that a reading states; [] for none."""
    named = [(level, name) for level, name in reading.parts if level in _TIERS]
    known = bool(named) and named[0][0] is Level.COUNTY and gazetteer.find_whole(named[0][1])
    return [name for _, name in named] if known and is_sound(reading) else []


def _right_above(listing: Listing, line: int) -> int | None:
    """Return the line of furniture right above one, blank lines aside; None for none."""
    told = [r for r in listing.readings if r.line < line and r.role is not Role.BLANK][-1:]
    return next((each.line for each in told if each.role is Role.FURNITURE), None)


def _bare(name: str) -> str:
    return split(Level.COUNTY, name)[0][:_STEM]


_TIERS = frozenset({Level.COUNTY, Level.TOWNSHIP})
_LONGEST = 20


def _stems(text: str) -> Iterator[str]:
    """Yield the beginnings that a name within a text may have, those of one character too."""
    yield from text
    yield from (text[at : at + _STEM] for at in range(len(text) - 1))
