"""Places read as entries over lower units that do not state them: their parents, perhaps, or their
neighbours in a list of both."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pilotdiff.census.doubtful.called_lower import of_no_unit
from pilotdiff.listing.lines.ordinals import read_ordinal
from pilotdiff.listing.recognise.named_places import lone_zone
from pilotdiff.model import LEVELS, DoubtfulLine, Level, Listing, Unit, msg
from pilotdiff.patterns import pattern

_OVER = msg(
    "villages that state no town stand below it: it may be the parent of them, and no entry of the "
    "list"
)
_OVER_OTHERS = msg(
    "lower units that state no place of its tier stand below it: it may be the parent of them, and "
    "no entry of the list"
)
_AGAIN = msg(
    "the units below state it again: it may be the heading over them, and no entry of the list"
)
_NOWHERE = msg("{place}, an entry of the list right above its heading, may be its parent")
_SAYS = {
    Level.PREFECTURE: pattern(r"[市州盟]", needs="市州盟"),
    Level.COUNTY: pattern(r"[县区市旗]", needs="县区市旗"),
    Level.TOWNSHIP: pattern(r"[镇乡街]|苏木", needs="镇乡街苏"),
}
_FEWEST, _TWO_TIERS, _FEWEST_BELOW = 2, 2, 4
_LINES = 3


def towns_over_villages(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the places that may be parents of what stands below them: all of several,
    清岗县 / 白溪镇 / 东岭村 / 北岭县 / 南岭镇 / 西岭村, or one over units that a heading before it
    places elsewhere, 白溪区： / 东岭镇 / 清岗县 / 西岭镇."""
    heads = _by_turns(units) or _each_over_others(units) or _among_whole_paths(units)
    heads = heads or [*_between(units), *_lone_zones(units)] or _over_all_others(units)
    again = [] if heads else _stated_again(units)
    if not (heads or again) or any(_is_called(listing, unit, units) for unit in heads or again):
        yield from _below_entries(listing, units)
        return
    yield from (DoubtfulLine(unit.entry.line, unit.entry.raw, _AGAIN) for unit in again)
    why = _OVER if heads and heads[0].level is Level.TOWNSHIP else _OVER_OTHERS
    yield from (DoubtfulLine(unit.entry.line, unit.entry.raw, why) for unit in heads)


def _below_entries(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the first units of headings that stand right below an entry and state no place of its
    tier, nor does anything else: 1、清岗县 / 2、白溪县 / （东岭镇） / ①西岭村."""
    for place, below in pairwise(units):
        if place.level not in _SAYS or place.entry.columns or below.path[place.level.depth]:
            continue
        if not _may_lie_in(below, place):
            continue
        lower = LEVELS[place.level.depth + 1 :]
        over = [below.path[one.depth] for one in lower if one in below.inferred]
        lines = range(place.entry.line + 1, below.entry.line)
        between = [section.title for section in listing.sections if section.line in lines]
        if between and all(any(part and part in title for part in over) for title in between):
            why = _NOWHERE.given(place=place.own)
            yield DoubtfulLine(below.entry.line, below.entry.raw, why)


def _by_turns(units: Sequence[Unit]) -> list[Unit]:
    """Return the places of a list in which each stands over lower units, () where one does not."""
    heads: list[Unit] = []
    over: Unit | None = None
    for unit in units:
        has_some = heads[-1:] == [over]
        begins = over is None or (unit.level is over.level and has_some)
        if begins and unit.level in _SAYS and not unit.entry.columns:
            over = unit
        elif over is None or not _may_lie_in(unit, over):
            return []
        elif not has_some:
            if _goes_on(unit, over):
                return []
            heads.append(over)
    return heads if len(heads) >= _FEWEST and heads[-1] is over else []


def _over_all_others(units: Sequence[Unit]) -> list[Unit]:
    """Return the first city or county of a list where all others are lower units that state none,
    白溪市 / 清岗县 / 东岭园区 / 北岭县 / 西岭县; [] for any other list."""
    if len(units) <= _FEWEST_BELOW or units[0].level not in _HIGH or units[0].entry.columns:
        return []
    place, *others = units
    below = all(_may_lie_in(unit, place) and not _goes_on(unit, place) for unit in others)
    return [place] if below else []


def _stated_again(units: Sequence[Unit]) -> list[Unit]:
    """Return the places of a list each of which stands over units that state it, where all others
    do and are of one tier: 白石镇 / 白石镇东岭村 / 青石镇 / 青石镇西岭村; [] for any other list."""
    heads: list[Unit] = []
    if len({unit.level for unit in units}) > _TWO_TIERS:
        return []
    over: Unit | None = None
    for unit in units:
        begins = over is None or unit.level is over.level
        has_some = over is None or heads[-1:] == [over]
        if begins and (not has_some or unit.level not in _SAYS):
            return []
        if begins:
            over = unit
        elif over is None or not _states(unit, over):
            return []
        elif not has_some:
            heads.append(over)
    return heads if heads[-1:] == [over] else []


def _states(unit: Unit, place: Unit) -> bool:
    """Tell whether a lower unit on a further line states the place above it, of which no number
    says that it is its neighbour."""
    if unit.entry.columns or unit.entry.line == place.entry.line or _goes_on(unit, place):
        return False
    return unit.level.depth > place.level.depth and unit.path[place.level.depth] == place.own


def _each_over_others(units: Sequence[Unit]) -> list[Unit]:
    """Return the counties and higher places of a list of whatever tiers that stand right over a
    lower unit which states no place of its tier, 清岗市 / 高新区东岭社区 / 清岗县 / 黑石镇西岭社区;
    () where most do not."""
    places = [unit for unit in units if unit.level in _HIGH]
    if len(places) < _FEWEST or any(unit.entry.columns for unit in places):
        return []
    over = [one for one, below in pairwise(units) if one.level in _HIGH and _lies_open(below, one)]
    return over if len(over) >= _FEWEST and 2 * len(over) > len(places) else []


def _among_whole_paths(units: Sequence[Unit]) -> list[Unit]:
    """Return the towns right over villages that state none, as where a line broke within their
    path, where they are the only towns and all other villages state theirs: 白石镇东岭村 / 青石镇 /
    西岭村 / 青石镇南岭村; [] for any other list."""
    town = Level.TOWNSHIP
    towns = [unit for unit in units if unit.level is town]
    if not towns or _MOST_BROKEN * len(towns) > len(units) or any(u.entry.columns for u in towns):
        return []
    over = [one for one, below in pairwise(units) if one.level is town and _lies_open(below, one)]
    behind = (other for one, other in pairwise(units) if one.level is not town)
    others = [unit for unit in (*units[:1], *behind) if unit.level is not town]
    whole = all(unit.path.township and town not in unit.inferred for unit in others)
    return over if whole and len(over) == len(towns) else []


_MOST_BROKEN = 4
_HIGH = (Level.PREFECTURE, Level.COUNTY)


def _lies_open(unit: Unit, place: Unit) -> bool:
    """Tell whether a lower unit states no place of a tier, and no number says that both are
    neighbours."""
    lower = unit.level.depth > max(place.level.depth, Level.COUNTY.depth)
    return lower and _may_lie_in(unit, place) and not _goes_on(unit, place)


def _between(units: Sequence[Unit]) -> Iterator[Unit]:
    """Yield the places that stand between units of another place of their tier, of which those
    behind do not state it."""
    for before, unit, behind in zip(units, units[1:], units[2:], strict=False):
        depth = unit.level.depth
        if unit.level not in _SAYS or unit.entry.columns or not _may_lie_in(behind, unit):
            continue
        if _goes_on(behind, unit):
            continue
        place = behind.path[depth]
        if place and place == before.path[depth] != unit.own and behind.entry.above:
            yield unit


def _lone_zones(units: Sequence[Unit]) -> Iterator[Unit]:
    """Yield the zones called by their kind alone between towns without a county: 白溪镇 / 开发区 /
    南岭镇."""
    for before, unit, behind in zip(units, units[1:], units[2:], strict=False):
        if unit.entry.columns or lone_zone(unit.own) is None or _goes_on(behind, unit):
            continue
        lines = len({one.entry.line for one in (before, unit, behind)})
        beside = (before, behind)
        if lines == _LINES and all(map(_is_bare_town, beside)):
            yield unit


def _is_bare_town(unit: Unit) -> bool:
    stated = unit.path.county and Level.COUNTY not in unit.inferred
    return unit.level is Level.TOWNSHIP and not stated


def _may_lie_in(unit: Unit, place: Unit) -> bool:
    """Tell whether a unit is a lower one on a further line that may lie in the place above it."""
    if unit.level.depth <= place.level.depth or unit.entry.line == place.entry.line:
        return False
    named = unit.path[place.level.depth]
    return not named or (place.level in unit.inferred and not _stands_on_its_line(named, unit))


def _stands_on_its_line(place: str, unit: Unit) -> bool:
    """Tell whether a place stands before the colon of a unit's row, and not in a heading over it:
    清岗市：白溪县."""
    before = any(text.endswith(place) for text in unit.entry.above)
    return before and place not in unit.entry.section


def _goes_on(unit: Unit, before: Unit) -> bool:
    """Tell whether a number follows that of the unit before: both are numbered as neighbours."""
    one, other = (read_ordinal(each.entry.ordinal + "、甲") for each in (before, unit))
    return one is not None and other is not None and other.value == one.value + 1


def _is_called(listing: Listing, unit: Unit, units: Sequence[Unit]) -> bool:
    """Tell whether the title, or the heading over a place, speaks of its tier."""
    said = listing.title + unit.entry.section + unit.entry.category
    for part in {part for each in units for part in each.path if part and part in said}:
        said = said.replace(part, "")
    return _SAYS[unit.level].search(of_no_unit(_OF_OFFICES.sub("", said))) is not None


# What stands right under a city or county speaks of no others: 市直.
_OF_OFFICES = pattern(r"[省市州县区](?:直|本级)", needs="直本")
