"""Units whose place the names before them give, and that may lie elsewhere."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from pilotdiff.census.doubtful.recorded_towns import is_recorded_town, other_town_begun
from pilotdiff.listing.unit_names.elided_counties import county_before, county_before_village
from pilotdiff.model import DivisionPath, DoubtfulLine, Level, Unit, msg
from pilotdiff.names import split

_BEHIND_STRANGERS = msg(
    "it stands behind a unit of {county} in a row of {heading}: it may lie in the one or the other"
)


def behind_strangers(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the villages of a row of one county that follow a unit of another: 南岭村 of 清岗县：
    东岭村、白溪县石桥镇西岭村、南岭村."""
    for _, row in groupby(units, key=lambda unit: unit.entry.line):
        county = ""
        for unit in row:
            if Level.COUNTY not in unit.inferred:
                county = unit.path.county
            elif unit.path.township and Level.TOWNSHIP not in unit.inferred:
                county = ""
            elif county and unit.path.county not in ("", county):
                why = _BEHIND_STRANGERS.given(county=county, heading=unit.path.county)
                yield DoubtfulLine(unit.entry.line, unit.entry.raw, why)


_STATED = msg("another line of the list states {town} in {county}: it may lie there")


def stated_elsewhere(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the units whose county nothing but the title gives, where others state their town in
    another county, and none in that: 白溪镇东岭村 and 清岗县白溪镇西岭村 in 北岭县示范村名单."""
    stated: dict[str, set[str]] = {}
    for unit in units:
        if unit.path.township and unit.path.county and Level.COUNTY not in unit.inferred:
            stated.setdefault(unit.path.township, set()).add(unit.path.county)
    for unit in units if stated else ():
        counties = stated.get(unit.path.township, set())
        if Level.COUNTY in unit.inferred and counties and unit.path.county not in counties:
            why = _STATED.given(town=unit.path.township, county="、".join(sorted(counties)))
            yield DoubtfulLine(unit.entry.line, unit.entry.raw, why)


_LONG_NAME = msg(
    "all others of its row state their town: its long name may begin with its own, and it lies in "
    "{town} for the one before it"
)
_OTHERS = 3
# Of 59,709 names of the codes of two provinces 236 are so long, the kind left out.
_LONG = 5


def short_towns(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the one village of a row whose town the name before it gives, where its name is long
    and all others state theirs: 白溪乡东岭村、南岭镇西岭村、朝阳升石桥渡村."""
    for _, row in groupby(units, key=lambda unit: unit.entry.line):
        villages = [unit for unit in row if unit.level is Level.COMMUNITY]
        elided = [unit for unit in villages if Level.TOWNSHIP in unit.inferred]
        if len(elided) != 1 or len(villages) <= _OTHERS:
            continue
        if len(split(Level.COMMUNITY, elided[0].own)[0]) >= _LONG:
            entry, town = elided[0].entry, elided[0].path.township
            yield DoubtfulLine(entry.line, entry.raw, _LONG_NAME.given(town=town))


_RECORDED_BEFORE = msg(
    "the official record has it in {county}, which its line names before {other}: it may lie there"
)
_RECORDED_TOWN = msg(
    "it begins like {town}, which the official record has in its county: it may lie there, and not "
    "in {other}"
)


def recorded_elsewhere(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the towns of a row whose county the name before them gives, where the record has them
    in another county of the row: 清岗区白溪街道、清岗开发区南岭街道、石桥镇; and the villages that
    begin like another town of their county: 白溪镇东岭村、石桥西岭村."""
    for _, row in groupby(units, key=lambda unit: unit.entry.line):
        counties: list[DivisionPath] = []
        town = ""
        for unit in row:
            path = unit.path
            if Level.COUNTY not in unit.inferred:
                counties.append(path)
            elif path.township and Level.TOWNSHIP not in unit.inferred:
                if other := _recorded_before(path, counties):
                    why = _RECORDED_BEFORE.given(county=other, other=path.county)
                    yield DoubtfulLine(unit.entry.line, unit.entry.raw, why, (unit.entry.raw,))
            elif town and path.township == town and (begun := other_town_begun(unit.path)):
                why = _RECORDED_TOWN.given(town=begun, other=town)
                yield DoubtfulLine(unit.entry.line, unit.entry.raw, why, (unit.entry.raw,))
            town = path.township if Level.TOWNSHIP not in unit.inferred else town


def _recorded_before(path: DivisionPath, counties: Sequence[DivisionPath]) -> str:
    """Return the county of a row in which the record has a town that was put into the last one of
    the row, "" where it has it there, or in none."""
    *others, last = counties or (DivisionPath(),)
    if not others or last.county != path.county or is_recorded_town(path, path.township):
        return ""
    found = (one.county for one in others if is_recorded_town(one, path.township))
    return next((county for county in found if county != path.county), "")


_TOWN_BEGINS = msg(
    "its town begins with {county} written short: it may lie there, and not in {other}"
)
_VILLAGE_BEGINS = msg("it begins with {county} written short: it may lie there, and not in {other}")


def short_counties(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the units whose county the names before them give, and whose town begins with another
    county of its city, its kind left out, or which without a town do so with one of its province:
    清岗区余东岭村、平湖东岭村."""
    for unit in units:
        county, town = unit.path[Level.COUNTY.depth], unit.path[Level.TOWNSHIP.depth]
        if not county or Level.COUNTY not in unit.inferred:
            continue
        begun = county_before(town, county) if town else county_before_village(unit.own, county)
        if begun and not (town and is_recorded_town(unit.path, town)):
            why = (_TOWN_BEGINS if town else _VILLAGE_BEGINS).given(county=begun, other=county)
            yield DoubtfulLine(unit.entry.line, unit.entry.raw, why)
