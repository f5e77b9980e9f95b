"""Headings that may be names of units, and units whose name may be a title."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.listing.recognise.named_places import without_count
from pilotdiff.model import DoubtfulLine, Level, Listing, Role, Unit, msg
from pilotdiff.names import gazetteer, has_generic_stem, split
from pilotdiff.names.called_by_programmes import is_of_programmes, titles_borne
from pilotdiff.patterns import pattern

_IS_BORNE = msg("taken for a heading, but hundreds of villages are called so: it may be a unit")
_OPENS = msg(
    "it opens the list with a place, and the names below state none: it may be their title, or its "
    "place may hold for them too"
)
_HEADS = msg("the list calls units of several tiers {stem}: it may be a heading of theirs")
_KINDS = ("县", "区", "镇", "乡", "村", "社区", "街道")
_BELOW = 2
_OF_MOST = 2
_WORDS = frozenset({Role.TITLE, Role.HEADING, Role.RUNNING_TEXT})


_HAN = pattern(r"\p{Han}{1,6}")
_IS_BETWEEN = msg("taken for a heading, but villages stand above it too: it may be one of them")


def borne_titles(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the headings that villages bear for their name too, whose word of a title stands in no
    other line of words: 白石镇 / 文明村 / 清河村, where no other line speaks of what is 文明; and
    the one called like a village among villages: 东岭村 / 生态村 / 西岭村."""
    words = [each for each in listing.readings if each.role in _WORDS]
    heads = [each for each in words if each.role is Role.HEADING and _is_village(each.text)]
    for each in heads:
        text = each.text.strip()
        stem, kind = split(Level.COMMUNITY, text)
        borne = kind == "村" and stem in titles_borne()
        if not borne and (len(heads) > 1 or not _stands_among_villages(each.line, units)):
            continue
        if not any(stem in other.text for other in words if other.line != each.line):
            yield DoubtfulLine(each.line, text, _IS_BORNE if borne else _IS_BETWEEN)


def _is_village(text: str) -> bool:
    stem, kind = split(Level.COMMUNITY, text.strip())
    return kind in ("村", "社区") and _HAN.fullmatch(stem) is not None


def _stands_among_villages(line: int, units: Sequence[Unit]) -> bool:
    """Tell whether the units right above and below a line are villages."""
    at = bisect_right(units, line, key=lambda unit: unit.entry.line)
    return 0 < at < len(units) and all(u.level is Level.COMMUNITY for u in units[at - 1 : at + 1])


_COUNTS = msg("taken for a heading by its count, and it reads like a village: it may be a unit")


def counted_names(listing: Listing) -> Iterator[DoubtfulLine]:
    """Yield the heading that counts what stands below it and reads like a village of a county, of
    as many characters as most are, which no programme calls so: 清岗县红旗村（2个）. What several
    places have is what they were chosen as."""
    counted = [each for each in listing.sections if each.declared is not None]
    read = [read_unit(without_count(section.title)[0]) for section in counted]
    borne = Counter(reading.parts[-1][1] for reading in read if reading is not None)
    for section, reading in zip(counted, read, strict=True):
        if reading is None or len(reading.parts) < _BELOW or reading.sure < CERTAIN:
            continue
        level, own = reading.parts[-1]
        called = is_of_programmes(level, own) or has_generic_stem(level, own) or borne[own] > 1
        if level is Level.COMMUNITY and not called and len(split(level, own)[0]) == _OF_MOST:
            yield DoubtfulLine(section.line, section.title, _COUNTS)


def titles_among_units(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield a first unit that states where it lies above units of its tier that have no place; or
    have its own, where it is called what programmes call their units: 清岗镇美丽村 / 东岭村. So
    does each that has a number above others without: 一、清岗县红旗村 / 东岭村、西岭村."""
    numbered = [unit for unit in units if unit.entry.ordinal]
    heads = numbered if units and numbered[:1] == [units[0]] else units[:1]
    others = [unit for unit in units if unit not in heads]
    if len(others) < _BELOW or any(unit.entry.ordinal for unit in others):
        return
    level, place = units[0].level, units[0].parents
    if not _may_be_called(units[0]) or not all(map(_states_a_place, heads)):
        return
    if all(unit.level is not level for unit in others):
        return
    if any(_without_remark(unit.entry.raw) != unit.own for unit in others):
        return
    of_programmes = is_of_programmes(level, units[0].own)
    places = {unit.path[: level.depth] for unit in others}
    lowest = max(at for at, part in enumerate(place) if part)
    if not any(path[lowest] for path in places) or (of_programmes and places == {place}):
        yield from (DoubtfulLine(unit.entry.line, unit.entry.raw, _OPENS) for unit in heads)


def _may_be_called(unit: Unit) -> bool:
    """Tell whether a unit is a town or village, or a county that no standard has."""
    county = unit.level is Level.COUNTY and not gazetteer.find_whole(unit.own)
    return county or unit.level.depth > Level.COUNTY.depth


def _states_a_place(unit: Unit) -> bool:
    return unit.entry.raw.strip() != unit.own and any(unit.parents)


def _without_remark(raw: str) -> str:
    return raw.partition("（")[0].partition("(")[0].strip()


def heads_of_tiers(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield units without a place of their own that are what the title or a programme calls its
    units, where they stand beside another tier of such, which holds none of them: 先行镇 and 先行村
    below 先行县、镇、村名单, 平安社区 and 平安村."""
    lines = {reading.text.strip() for reading in listing.readings} if units else set()
    for unit in units:
        own = unit.own
        stem = split(unit.level, own)[0]
        called = stem in listing.title or is_of_programmes(unit.level, own)
        if len(stem) < _BELOW or not called or unit.entry.raw.strip() != own:
            continue
        others = {stem + kind for kind in _KINDS}.difference(unit.path)
        if own in lines and not others.isdisjoint(lines):
            yield DoubtfulLine(unit.entry.line, own, _HEADS.given(stem=stem))


_TITLE = msg(
    "{n} units bear this one name, each in another place: it may be what the places are called, "
    "and they the units"
)
_FEWEST, _LONG = 3, 6
_ENDS = ("区", "园", "基地", "小镇")


def shared_titles(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the first unit of a name that most units bear, no two of them in one place:
    国家农业先行区 of 清岗县, 白溪县."""
    towns = [unit for unit in units if unit.level is Level.TOWNSHIP and len(unit.own) >= _LONG]
    for name, n in Counter(unit.own for unit in towns).most_common(1):
        same = [unit for unit in towns if unit.own == name]
        apart = len({tuple(unit.path) for unit in same}) == n
        if n >= _FEWEST and 2 * n > len(units) and apart and name.endswith(_ENDS):
            entry = same[0].entry
            yield DoubtfulLine(entry.line, entry.raw, _TITLE.given(n=n))


_CALLED = msg(
    "a word of programmes, and a unit in each of {n} counties: it may be a heading of the names "
    "below it"
)


def words_in_several_counties(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the first unit called by a word of programmes and nothing else, on a line of its own,
    that stands in all counties of a text, or right in half of them, two at least: 平安村 of 清岗县
    and of 白溪县."""
    counties = {unit.path.county for unit in units} - {""}
    called: dict[str, list[Unit]] = {}
    for unit in units:
        if unit.entry.raw.strip() == unit.own and is_of_programmes(unit.level, unit.own):
            called.setdefault(unit.own, []).append(unit)
    for same in called.values():
        places = {unit.path.county for unit in same} - {""}
        right_below = not any(map(_in_a_town, same))
        needed = len(counties) / 2 if right_below else len(counties)
        if len(places) > 1 and len(places) >= needed and len(units) > len(same):
            entry = same[0].entry
            yield DoubtfulLine(entry.line, entry.raw, _CALLED.given(n=len(places)))


def _in_a_town(unit: Unit) -> bool:
    return unit.level is Level.COMMUNITY and bool(unit.path.township)


_BEHIND = msg("a word of programmes behind another unit: it may be what that is called")


def words_behind_units(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield units that are called by a word of programmes and nothing else, and close a line of two
    that a blank parts: 清岗县白溪镇东岭村 平安村. `units` stand in no table."""
    called = [unit for unit in units if is_of_programmes(unit.level, unit.own)]
    of_line = Counter(unit.entry.line for unit in units) if called else Counter()
    texts = {line.number: line.text.strip() for line in listing.document.lines} if called else {}
    for unit in called:
        line = unit.entry.line
        before = texts.get(line, "").removesuffix(unit.own)
        if of_line[line] == _BELOW and before[-1:].isspace():
            yield DoubtfulLine(line, unit.own, _BEHIND)
