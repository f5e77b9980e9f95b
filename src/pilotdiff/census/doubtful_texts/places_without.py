"""Counties, cities and towns over villages, read as entries or passed over, of whose kind others
stand over names in the same list: 清岗区 / 白溪街道：东岭社区 / 北岭区 / 高新区：西岭社区."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from pilotdiff.listing.lines.ordinals import read_ordinal
from pilotdiff.listing.naming import read_unit
from pilotdiff.model import DoubtfulLine, Level, LineReading, Listing, Role, Unit, msg
from pilotdiff.names import gazetteer, is_zone, known
from pilotdiff.patterns import pattern

_FEWEST = 2
_WHY = msg(
    "places written like it stand over names in this list, and it stands over none: its names may "
    "not be read"
)

_NAMED_AGAIN = msg("the names below it lie in it and state it again: it may be their title")


def lone_place(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield a city or county that opens a list, alone of its tier and without a number, where all
    other units state it again: 清岗省白溪市 / 白溪市东岭县."""
    first, *others = units or (None,)
    if first is None or not others or first.level.depth > Level.COUNTY.depth:
        return
    if first.entry.ordinal or first.entry.level is first.level:
        return
    depth = first.level.depth
    if all(
        unit.level.depth > depth
        and unit.path[depth] == first.own
        and unit.entry.raw.strip().startswith(first.own)
        for unit in others
    ):
        yield DoubtfulLine(first.entry.line, first.entry.raw, _NAMED_AGAIN)


_BELOW = msg("{place}, above it, is not read as a place over others: it may lie there")


def places_without(
    listing: Listing, units: Sequence[Unit], missing: Collection[int]
) -> Iterator[DoubtfulLine]:
    """Yield such places, each alone on its line, where most of the list lies lower and no heading
    speaks of their tier; and the units below such an entry, or such a line of `missing`, up to the
    next place: they may lie in it, and not in the place above."""
    usual = Counter(unit.level.depth for unit in units).most_common(1)
    over = {key for each in listing.readings if each.role is Role.PARENT and (key := _key(each))}
    if not over or not usual or usual[0][0] <= Level.COUNTY.depth:
        return
    read = {unit.entry.line for unit in units}
    lowest = Level.COUNTY.depth if _OF_TOWNS.search(listing.title) else usual[0][0] - 1
    high = {unit.entry.line: unit for unit in units if _may_be_over(unit, lowest)}
    between = range(min(read), max(read))
    passed = {r.line for r in listing.readings if r.role is Role.FURNITURE and r.line in between}
    asked = high.keys() | (set(missing) - read) | passed
    alike = [each for each in listing.readings if each.line in asked and _key(each) in over]
    for each in alike:
        if (unit := high.get(each.line)) or each.line in passed:
            yield DoubtfulLine(each.line, unit.entry.raw if unit else each.text.strip(), _WHY)
    yield from _below(listing, units, alike)


# A title of towns, which villages may stand below: 示范县镇名单, 示范乡镇和示范村.
_OF_TOWNS = pattern(r"(?:[县村]镇|乡镇|[镇乡]村?|街道)(?:[、和及（(]|社区|名单|公示|$)")


def _may_be_over(unit: Unit, lowest: int) -> bool:
    """Tell whether a unit stands no lower than at a tier, and neither a heading nor a note tells of
    it."""
    high = unit.level.depth <= lowest
    return high and unit.entry.level is not unit.level and not unit.entry.note


def _below(
    listing: Listing, units: Sequence[Unit], places: Sequence[LineReading]
) -> Iterator[DoubtfulLine]:
    """Yield the units between a place and the next that stands over names, which lie elsewhere."""
    without = {each.line: each.text.strip() for each in places}
    if not without:
        return
    starts = sorted({*_starts(listing, without.keys()), *without})
    for unit in units:
        at = bisect_left(starts, unit.entry.line)
        place = without.get(starts[at - 1]) if at else None
        if place and not place.endswith(tuple(filter(None, unit.path))):
            why = _BELOW.given(place=place)
            yield DoubtfulLine(unit.entry.line, unit.entry.raw, why)


def _starts(listing: Listing, without: Collection[int]) -> Iterator[int]:
    """Yield the lines that stand over others; a heading right below a place without names may be of
    that place."""
    below = False
    for each in listing.readings:
        head = each.role is Role.HEADING
        if each.role is Role.PARENT or (head and not below):
            yield each.line
        below = each.line in without or (below and (head or each.role is Role.BLANK))


_BY_TURNS = msg(
    "each place of this list stands over one line of names, and it stands between two: it may be "
    "the place over the names below it"
)


def zones_by_turns(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield a zone read as a town, alone on its line between two lines of towns of a county, where
    every other county has one such line: 西溪区 / 东岭街道 / 西溪风景区 / 南岭街道."""
    lines: dict[tuple[str, ...], dict[int, list[Unit]]] = {}
    for unit in units:
        if unit.level is Level.TOWNSHIP and unit.entry.above:
            of_county = lines.setdefault(unit.path[: Level.COUNTY.depth + 1], {})
            of_county.setdefault(unit.entry.line, []).append(unit)
    single = sum(len(of_county) == 1 for of_county in lines.values())
    several = [of_county for of_county in lines.values() if len(of_county) > 1]
    if single < _FEWEST or len(several) != 1:
        return
    rows = [row for _, row in sorted(several[0].items())]
    for row in rows[1:-1]:
        if len(row) == 1 and row[0].own.endswith("区"):
            yield DoubtfulLine(row[0].entry.line, row[0].entry.raw, _BY_TURNS)


_OF_A_COUNTY = msg("stands behind towns of {county} on its line: it may be a zone of that one")


def zones_behind_towns(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the zones of a line that the standard does not have, read as counties without their
    city in their names, behind a town of a county of that city: 白溪市：清岗县东岭镇、东部新区."""
    town: Unit | None = None
    found: dict[tuple[int, str], list[str]] = {}
    for unit in units:
        if unit.level is Level.TOWNSHIP:
            town = unit
        elif town is None or town.entry.line != unit.entry.line or not _is_bare_zone(unit):
            town = None
        elif _may_hold(town.path.county, unit) and town.path.prefecture == unit.path.prefecture:
            found.setdefault((unit.entry.line, town.path.county), []).append(unit.entry.text)
    for (line, county), zones in found.items():
        yield DoubtfulLine(line, "、".join(zones), _OF_A_COUNTY.given(county=county), tuple(zones))


def _may_hold(county: str, zone: Unit) -> bool:
    return county not in ("", zone.own)


def _is_bare_zone(unit: Unit) -> bool:
    bare = unit.level is Level.COUNTY and unit.entry.text == unit.own
    return bare and is_zone(unit.own) and not known(unit.own)


def _key(reading: LineReading) -> tuple[Level, str] | None:
    """Return the tier of the place that a line is and nothing else, and how it is numbered."""
    ordinal = read_ordinal(reading.text)
    found = read_unit(reading.text[ordinal.end if ordinal else 0 :].strip())
    if found is None:
        return None
    tier = gazetteer.tier_over_towns(*found.parts[-1])
    return tier, ordinal.style if ordinal else ""
