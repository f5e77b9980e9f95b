"""Units that stand higher than all others, or of which nothing says where they lie: what stood
behind their names, or over them, may be lost."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from pilotdiff.census.doubtful.unit_views import UnitViews
from pilotdiff.facts.chosen_words import ENTERED, NAMED_AS
from pilotdiff.listing.unit_names.kindless_villages import NO_KIND
from pilotdiff.model import LEVELS, DoubtfulLine, Level, Listing, Unit, msg
from pilotdiff.names import gazetteer, split
from pilotdiff.names.kinds import is_kind_word, kind_at_end
from pilotdiff.patterns import pattern
from pilotdiff.repair import to_simplified

_HIGH = msg("stands above the level of the others: the end of its name may be cut off")
_FEWEST, _FEWEST_WITH_PLACES = 4, 3
_ONE_IN = 8
_MOST_PLACED = 0.75
_HOLDS = msg("leaves out the place right above it, which the others state: its name may hold it")
_KINDLESS = msg("no kind tells that {town}, in which it lies, is a street or town: its place does")
_PLACE_ABOVE = msg(
    "states no place, as one above it does on its line; that may hold for this one too"
)
_LONG = 5
_COUNTY = Level.COUNTY.depth
_OF_A_PEOPLE = ("族乡", "族镇", "族街道")
_TOWNS_ARE = pattern(
    r"(?:乡镇|镇乡|[镇乡街]|街道)(?:[（(]\p{Han}{1,4}[）)])?(?:分别)?(?:是|为|有|包括|如下)[：:]",
    needs="：:",
)
# Within the sentence, whose clauses may name more of them.
_AS_TOWNS = pattern(
    rf"[^。；;]{{0,400}}?(?:{ENTERED}|{NAMED_AS}|命名|认定)[^，,。；;]{{0,24}}?(?:乡镇|村镇|镇街|[镇乡]|街道)"
    r"(?:[”」]|称号|名单|[（(]|[，,。；;]|$)"
)
_MOST_END_SO = ("村", "社区", "村委会", "居委会")
_ZONES = ("开发区", "新区", "园区", "管理区", "示范区")
_CALLED = {
    Level.TOWNSHIP: ("镇", "乡", "街道"),
    Level.COUNTY: ("县", "区", "市", "旗"),
    Level.PREFECTURE: ("市", "州", "盟"),
    Level.PROVINCE: ("省", "自治区", "直辖市"),
}


def odd_standing(listing: Listing, views: UnitViews) -> Iterator[DoubtfulLine]:
    """Yield the first of few units that stand so, each with the reason."""
    units, first = views.units, views.first_in_places
    if len(units) > _FEWEST_WITH_PLACES:
        yield from _high(listing, views)
        for level in (Level.PROVINCE, Level.PREFECTURE, Level.COUNTY):
            if any(unit.lacks(level) for unit in first):
                yield from _without_place(units, level)
        if any(unit.lacks(level) for unit in first for level in (Level.COUNTY, Level.TOWNSHIP)):
            yield from _swallowing(units)
    if any(unit.lacks(Level.COUNTY) for unit in first):
        yield from _behind_the_first(listing, units)
    yield from _in_kindless_towns(units)
    yield from _without_kind(listing, views.of_odd_names)


def _high(listing: Listing, views: UnitViews) -> Iterator[DoubtfulLine]:
    """Yield units above the level of nearly all others where no heading speaks of their level."""
    depths = Counter({level.depth: len(units) for level, units in views.by_level.items()})
    usual, times = depths.most_common(1)[0]
    higher = [u for level in LEVELS[:usual] for u in views.by_level.get(level, ())]
    if times < _FEWEST:
        higher = [unit for unit in higher if times == _FEWEST_WITH_PLACES and _states_place(unit)]
    if not higher or len(higher) * _ONE_IN > max(times, _ONE_IN):
        return
    near = {unit.entry.line + step for unit in higher for step in (-1, 0, 1)}
    begun = set(_begun([unit for unit in views.units if unit.entry.line in near]))
    lines = {line.number: line.text for line in listing.document.lines}
    for unit in higher:
        if unit.entry.level is unit.level or unit.own.endswith(_ZONES):
            continue
        if f"{unit.own}）" in lines.get(unit.entry.line, "").replace(")", "）"):
            continue  # the bracket behind it closes its name
        called = _is_called_for(listing, unit) or _is_said_of(lines, unit)
        if unit in begun or not (called or _is_city_among_counties(unit, usual)):
            yield DoubtfulLine(unit.entry.line, unit.entry.raw, _HIGH)


def _begun(units: Sequence[Unit]) -> Iterator[Unit]:
    """Yield the units with whose whole name that of a unit beside them begins: 东河镇 above
    东河镇花园村."""
    for one, other in pairwise(units):
        if abs(one.entry.line - other.entry.line) <= 1:
            short, whole = sorted((one, other), key=lambda unit: len(unit.entry.text))
            if whole.entry.text.startswith(short.entry.text) and short.level is not whole.level:
                yield short


def _states_place(unit: Unit) -> bool:
    """Tell whether a unit's own text states a parent too, and nothing else is told of it."""
    stated = [level for level in LEVELS[: unit.level.depth] if unit.path[level.depth]]
    return not unit.entry.note and any(level not in unit.inferred for level in stated)


def _is_city_among_counties(unit: Unit, usual: int) -> bool:
    if unit.level is Level.PROVINCE:
        return unit.own.endswith("市") and usual <= Level.COUNTY.depth
    return unit.level is Level.PREFECTURE and usual == Level.COUNTY.depth


def _is_called_for(listing: Listing, unit: Unit) -> bool:
    """Tell whether the title, or the heading over a unit, speaks of its level: 示范村镇名单."""
    said = (listing.title + unit.entry.section + unit.entry.category).replace("乡村", "村")
    for part in (*unit.path, "社区"):
        said = said.replace(part, "") if part else said
    return any(kind in said for kind in _CALLED.get(unit.level, ()))


def _is_said_of(lines: Mapping[int, str], unit: Unit) -> bool:
    """Tell whether a sentence says before its colon that they are towns, 入选的乡镇是：白溪镇, or
    behind them that they were honoured as such: 白溪镇入选示范乡镇."""
    if unit.level is not Level.TOWNSHIP:
        return False
    text = to_simplified(lines.get(unit.entry.line, ""))
    behind = text.partition(unit.own)[2]
    return _TOWNS_ARE.search(text) is not None or _AS_TOWNS.match(behind) is not None


def _behind_the_first(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the first town or village of each line that has no county, where those above them state
    theirs on their lines and stand over others without: 东岭村（清岗县） / 西岭村, 清岗县：白石镇 /
    石桥镇."""
    firsts = [next(of_line) for _, of_line in groupby(units, lambda unit: unit.entry.line)]
    if any(unit.entry.columns for unit in firsts):
        return
    lines = {line.number: line.text for line in listing.document.lines}
    texts = [lines.get(unit.entry.line, "") for unit in firsts]
    bare = [_is_without_county(*each) for each in zip(texts, firsts, strict=True)]
    low = [unit for unit in firsts if unit.level.depth > _COUNTY]
    both = zip(texts, firsts, strict=True)
    stated = {unit for text, unit in both if unit in low and _states_its_county(text, unit)}
    if len(stated) + sum(bare) < len(low) or (low and low[0] not in stated):
        return
    below = False
    for unit, lacks in zip(firsts, bare, strict=True):
        below = unit in stated or (below and lacks)
        if below and lacks:
            yield DoubtfulLine(unit.entry.line, unit.entry.raw, _PLACE_ABOVE)


def _is_without_county(text: str, unit: Unit) -> bool:
    """Tell whether a town or village lies in no county, and in no city that its line names or that
    has no counties."""
    city = unit.path.prefecture
    if unit.level.depth <= _COUNTY or (city and not gazetteer.has_counties(city)):
        return False
    return not unit.path.county and not any(name and name in text for name in unit.path[:_COUNTY])


def _states_its_county(text: str, unit: Unit) -> bool:
    """Tell whether a unit's own text, or a place beside it on its line, names its county, or its
    city where that has none."""
    city = unit.path.prefecture
    tier = Level.COUNTY if gazetteer.has_counties(city) or not city else Level.PREFECTURE
    beside = unit.entry.above and unit.entry.above[-1] in text
    return bool(unit.path[tier.depth]) and bool(beside or tier not in unit.inferred)


def _without_place(units: Sequence[Unit], upper: Level) -> Iterator[DoubtfulLine]:
    """Yield the units of which nothing says in which province, city or county they lie, where
    headings say it of nearly all others; of those that follow one another the first."""
    depth = upper.depth
    below = [unit for unit in units if unit.level.depth > depth]
    over = sum(bool(unit.path[depth]) and bool(unit.entry.above) for unit in below)
    if over < max(_FEWEST, _MOST_PLACED * len(below)):
        return
    placed = True
    for unit in below:
        has = bool(unit.path[depth] or unit.entry.above)
        if placed and not has:
            yield DoubtfulLine(unit.entry.line, unit.entry.raw, _WHERE[upper])
        placed = has


def _swallowing(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield units that leave out the tier above them, which nearly all others state, and whose name
    is so long that it may hold it: 清岗县阜川真唐家湾村 among names of towns and villages."""
    for upper, level in ((Level.TOWNSHIP, Level.COMMUNITY), (Level.COUNTY, Level.TOWNSHIP)):
        below = [unit for unit in units if unit.level.depth >= level.depth]
        lacking = [unit for unit in below if not unit.path[upper.depth]]
        stated = len(below) - len(lacking)
        if stated < max(_FEWEST_WITH_PLACES, _MOST_PLACED * len(below)):
            continue
        for unit in lacking:
            part = unit.path[level.depth]
            long = len(split(level, part)[0]) >= _LONG and not part.endswith(_OF_A_PEOPLE)
            if long and any(unit.path[: upper.depth]):
                yield DoubtfulLine(unit.entry.line, unit.entry.raw, _HOLDS)


def _in_kindless_towns(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the first unit of each town that no kind tells to be one, of those in a column of
    towns only where others bear theirs."""
    towns = {unit.path.township: unit for unit in reversed(units) if unit.path.township}
    odd = [town for town in towns if not _bears_a_kind(town)]
    few = 2 * len(odd) <= len(towns)
    for town in reversed(odd):
        entry = towns[town].entry
        if towns[town].level is Level.COMMUNITY and (few or not entry.columns):
            yield DoubtfulLine(entry.line, entry.raw, _KINDLESS.given(town=town))


def _without_kind(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the lines of text whose names have no kind, and are units by the lines beside them."""
    low = (u for u in units if u.level is Level.COMMUNITY and not u.own.endswith(_MOST_END_SO))
    bare = {u.entry.line: u.entry for u in low if u.entry.columns and _is_bare(u.own)}
    for line in listing.document.lines if bare else ():
        if line.number in bare and not line.cells:
            yield DoubtfulLine(line.number, bare[line.number].raw, NO_KIND)


def _is_bare(village: str) -> bool:
    return kind_at_end(Level.COMMUNITY, village) is None


def _bears_a_kind(town: str) -> bool:
    return (
        town.endswith("区") or is_kind_word(town) or kind_at_end(Level.TOWNSHIP, town) is not None
    )


_WHERE = {
    Level.PROVINCE: msg("nothing says in which province it lies: a heading may be missing over it"),
    Level.PREFECTURE: msg("nothing says in which city it lies: a heading may be missing over it"),
    Level.COUNTY: msg("nothing says in which county it lies: a heading may be missing over it"),
}
