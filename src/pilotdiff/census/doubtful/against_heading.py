"""Units that lie in another county or town than the heading right over them names, or in none."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from pilotdiff.listing.carried_parents import holds
from pilotdiff.listing.entries import PATH
from pilotdiff.listing.lines.cuts import CLOSING, OPENING
from pilotdiff.listing.lines.ordinals import number_end
from pilotdiff.model import DivisionPath, DoubtfulLine, Level, Listing, Message, Unit, msg
from pilotdiff.names import Reading, gazetteer, parse, split
from pilotdiff.patterns import IN_BRACKETS, pattern

_WHY = msg(
    "it is read as of {county}, and stands below the heading {heading}: that may be where it lies"
)
_NOWHERE = msg("it stands below the heading {heading}, and is read as of no county")
_BESIDE = msg(
    "it is read as a county, and stands below the heading {heading}: it may be a town there"
)
_COUNTED = pattern(rf"{IN_BRACKETS}$", needs="）)")
_COUNTY = Level.COUNTY.depth
# What stands before a colon as the place of a row.
_LONGEST = 24
_TOWNS = ("镇", "乡")


def against_heading(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the units that lie in another county than the heading over them, or in none, of each
    heading the fewer: 1. 白石县镇南社区 below 清岗县, where 白石县镇 may be a town."""
    for section, below in groupby(units, key=lambda unit: unit.entry.section):
        heading = _county_over(section)
        among = list(below) if heading else []
        if not gazetteer.find_whole(heading) and all(u.path.county != heading for u in among):
            continue
        other = [unit for unit in among if _lies_elsewhere(unit, heading)]
        for unit in other if 2 * len(other) <= len(among) else other[:1]:
            why = _reason(unit).given(heading=heading, county=unit.path.county)
            yield DoubtfulLine(unit.entry.line, unit.entry.raw, why)


@cache
def _county_over(section: str) -> str:
    """Return the county that the headings over units state, "" where a city stands below it.

    >>> _county_over(f"成都市{PATH}温江区{PATH}（一）天府街道"), _county_over("成都市")
    ('温江区', '')
    """
    for title in reversed(section.split(PATH)):
        reading = _read(title)
        if reading is not None and reading.level is Level.COMMUNITY:
            return ""
        if reading is not None and any(level.depth <= _COUNTY for level, _ in reading.parts):
            return dict(reading.parts).get(Level.COUNTY, "")
    return ""


_IN_ROW = msg(
    "it is read as of {county}, and stands in the row of {heading}: that may be where it lies"
)


def against_row(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the units below counties that state another one, and not its city, than the county
    before the colon of their line: 清岗县：白溪镇、北岭县石桥镇; and a town behind that of other
    units, 清岗县红旗村镇：东岭村、白溪镇."""
    texts = {line.number: line.text for line in listing.document.lines} if units else {}
    for number, row in groupby(units, key=lambda unit: unit.entry.line):
        before, *behind = texts.get(number, "").replace(":", "：").split("：")
        if len(behind) == 1 and before[-1:] in _TOWNS and len(before) <= _LONGEST:
            yield from _town_beside(list(row), _place_of(before, Level.TOWNSHIP))
            continue
        heading = _county_over(before) if len(behind) == 1 and len(before) <= _LONGEST else ""
        if not gazetteer.find_whole(heading):
            continue
        for unit in row:
            city = unit.path.prefecture and Level.PREFECTURE not in unit.inferred
            alone = Level.COUNTY not in unit.inferred and unit.path.county and not city
            if unit.level.depth > _COUNTY and alone and _lies_elsewhere(unit, heading):
                why = _IN_ROW.given(county=unit.path.county, heading=heading)
                yield DoubtfulLine(unit.entry.line, unit.entry.raw, why)


def _reason(unit: Unit) -> Message:
    if unit.level is Level.COUNTY:
        return _BESIDE
    return _WHY if unit.path.county else _NOWHERE


_OF_A_TOWN = msg(
    "its name states {town}, and it stands below the heading {heading}: that may be where it lies"
)


# What villages and towns are honoured as, and no town: 第三届文明村镇.
_HONOURED = pattern(r"(?:文明|示范|试点|卫生|生态|特色|美丽|先进)村镇", needs="镇")


def against_town(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the villages that state another town than the heading over them is, of each heading the
    fewer: 白溪镇后街社区 below 白石街道, where 白溪镇 may be what it is called by. And the first
    town below a heading that is the town of villages: 白溪镇 below 清岗县红旗村镇."""
    for section, below in groupby(units, key=lambda unit: unit.entry.section):
        title = section.rpartition(PATH)[2]
        heading = "" if _HONOURED.search(title) else _place_of(title, Level.TOWNSHIP)
        among = list(below) if heading else []
        yield from _town_beside(among, heading)
        stem = split(Level.TOWNSHIP, heading)[0]
        towns = [(unit, unit.path.township) for unit in among if unit.level is Level.COMMUNITY]
        other = [(u, own) for u, own in towns if own and not _is_town(own, heading, stem)]
        for unit, own in other if 2 * len(other) <= len(among) else other[:1]:
            why = _OF_A_TOWN.given(heading=heading, town=own)
            yield DoubtfulLine(unit.entry.line, unit.entry.raw, why)


_BOTH_TOWNS = msg(
    "it is a town, and stands below {heading}, which is read as the town of the others: that may "
    "be what they are called"
)


def _town_beside(among: Sequence[Unit], heading: str) -> Iterator[DoubtfulLine]:
    """Yield the first town of a heading or row that is read as the town of villages too."""
    villages = [unit for unit in among if unit.level is Level.COMMUNITY]
    held = heading and any(unit.path.township == heading for unit in villages)
    towns = (u for u in among if u.level is Level.TOWNSHIP and u.own != heading)
    for unit in list(towns)[:1] if held else ():
        why = _BOTH_TOWNS.given(heading=heading)
        yield DoubtfulLine(unit.entry.line, unit.entry.raw, why)


def _is_town(own: str, heading: str, stem: str) -> bool:
    """Tell whether a town is that of a heading, which says less: 兵团三九团 below 三九团."""
    return own.endswith(heading) or split(Level.TOWNSHIP, own)[0] == stem


def _lies_elsewhere(unit: Unit, heading: str) -> bool:
    """Tell whether a unit does not lie in a county, and is none above it; the corps has lands in
    many."""
    county = unit.path.county
    if unit.path.province == gazetteer.CORPS[0] or unit.level.depth < _COUNTY:
        return False
    if county and heading.endswith(county):
        return False
    stems = [split(Level.COUNTY, name)[0] for name in (county, heading)]
    return stems[0] != stems[1]


@cache
def _place_of(title: str, level: Level) -> str:
    """Return the county or the town that a heading is, "" for any other heading.

    >>> _place_of("成都市温江区（3个）", Level.COUNTY), _place_of("成都市", Level.COUNTY)
    ('温江区', '')
    """
    reading = _read(title)
    return reading.parts[-1][1] if reading is not None and reading.level is level else ""


_BLANKS = pattern(r"\s+")
# Below this a kind is guessed: 上报 behind a county is no town.
_SURE = 0.1


@cache
def _read(title: str) -> Reading | None:
    """Return what a heading reads as without its number, its count, its brackets and blanks.

    >>> _read("（一）【清 岗 县】（3个）：") == parse("清岗县")
    True
    """
    title = _BLANKS.sub("", title).rstrip("：:")
    counted = _COUNTED.sub("", title[number_end(title) :])
    reading = parse(counted.strip(OPENING + CLOSING))
    return reading if reading is not None and reading.sure >= _SURE else None


_OF_A_CITY = msg(
    "it does not lie in {heading}, below whose heading it stands: one of them may be misread"
)


def against_city(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the counties below a city that the divisions have in another one: 北岭县 below the
    heading of a city that never had it."""
    for section, below in groupby(units, key=lambda unit: unit.entry.section):
        heading = next(filter(None, map(_city, reversed(section.split(PATH)))), "")
        for unit in below if heading else ():
            if unit.level is Level.COUNTY and _lies_in_another(unit.path, heading):
                why = _OF_A_CITY.given(heading=heading)
                yield DoubtfulLine(unit.entry.line, unit.entry.raw, why)


def _city(title: str) -> str:
    return _place_of(title, Level.PREFECTURE)


def _lies_in_another(path: DivisionPath, city: str) -> bool:
    if path.prefecture == city or gazetteer.lies_in_no_city(path.county, path.province):
        return False
    return holds((Level.PREFECTURE, city), (Level.COUNTY, path.county)) is False
