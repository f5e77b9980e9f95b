"""One entry → the path it states, with what its header or line states for it."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from pilotdiff import names
from pilotdiff.model import LEVELS, DivisionPath, Entry, Level, Wildcard
from pilotdiff.names import Reading
from pilotdiff.patterns import pattern

# How much surer a reading must be to overrule the level that the heading gives.
_OVERRULES = 0.25


_MADE = tuple.__new__


class StatedPath(NamedTuple):
    """What a list states of a unit: the path of its own text, and that with what stands above."""

    own: DivisionPath
    path: DivisionPath
    level: Level


def stated_path(entry: Entry, context: DivisionPath) -> StatedPath | None:
    """Return the path an entry states; None when its text is no unit's name, or no character is
    left of that (〓〓〓, 清岗县■■村): which unit it is nobody can tell. The `context` of its
    document tells which of several a name without its kind is: 平山 of a list of 河北省."""
    found = _read(entry, context)
    if found is None:
        return None
    if entry.columns and found.path.county[-1:] not in _ENDS_OF_COUNTIES:
        found = _in_its_city(found, context)
    if found.level is Level.COUNTY:
        found = _in_its_county(found, context)
    own = found.own[found.level.depth]
    lost = not own.isalnum() and _is_lost(found.level, own)
    return None if lost and not any(map(_is_told, entry.wildcards)) else found


# What the names of counties end with, and "" of none.
_ENDS_OF_COUNTIES = "县区市旗"


def _in_its_city(found: StatedPath, context: DivisionPath) -> StatedPath:
    """Return a path whose columns give its county without its kind with the one that lies in the
    places above it, or in those of its document: 连山 in a list of 葫芦岛市."""
    county, path = found.path.county, found.path
    over = path[: Level.COUNTY.depth]
    above = path.joined(context) if context.agrees(over) else path
    whole = names.whole_within(county, Level.COUNTY, above)
    if not whole or whole[0][1] == county:
        return found
    own, path = (
        each.with_part(*whole[0]) if each.county == county else each
        for each in (found.own, found.path)
    )
    return found._replace(own=own, path=path)


def _in_its_county(found: StatedPath, context: DivisionPath) -> StatedPath:
    """Return an area that no standard knows as a town where nothing but its document tells where it
    lies, which is about a county: it is none beside that."""
    name = found.own.county
    beside = context.county in ("", name) or any(found.path[: Level.COUNTY.depth])
    if beside or not name.endswith("区") or names.known(name):
        return found
    town = DivisionPath(township=name)
    return StatedPath(town, town, Level.TOWNSHIP)


def _is_lost(level: Level, own: str) -> bool:
    """Tell whether nothing is left of a name but its kind, and places before it.

    >>> _is_lost(Level.COMMUNITY, "〓〓村"), _is_lost(Level.COMMUNITY, "清岗县■■■")
    (True, True)
    >>> _is_lost(Level.COMMUNITY, "石〓村"), _is_lost(Level.COMMUNITY, "东岭（西）村")
    (False, False)
    """
    stem, _ = names.split(level, own)
    return _NOTHING_LEFT.search(stem) is not None or not any(map(str.isalnum, own))


def _is_told(wildcard: Wildcard) -> bool:
    """Tell whether anything is known of a lost character."""
    return wildcard != Wildcard()


# Signs that stand where characters are lost, blacked out or left open.
_NOTHING_LEFT = pattern(r"(?:^|[省市州盟县区旗镇乡道])[〓■□▇█▓▢○●◯◇◆×*＊?？]+$")


def _read(entry: Entry, context: DivisionPath) -> StatedPath | None:
    columns, level = entry.columns, entry.level
    if columns:
        whole = level is not None and type(columns) is DivisionPath and not entry.above
        if whole and level is not None and columns[level.depth]:
            # Nearly every row of a large table.
            return _MADE(StatedPath, (columns, columns, level))
        return _from_columns(entry)
    reading = _parse(entry.text, entry.level)
    if level is not None and (reading is None or len(reading.parts) == 1):
        reading = _written_short(entry, level, context) or reading
    if reading is None:
        return None
    reading = _lowered(entry, reading, context)
    own = DivisionPath.of(map(with_own_kind, reading.parts))
    if (town := _town_over(entry, reading, own)) is not None:
        return StatedPath(own, own.joined(town), reading.level)
    above = _above(entry.above, reading.parts[0][0], context)
    return StatedPath(own, own.under(above), reading.level)


def _town_over(entry: Entry, reading: Reading, own: DivisionPath) -> DivisionPath | None:
    """Return what stands over a village that begins with the name of a place above its town:
    清岗县实验社区 in 清岗县, 白石镇; None for any other."""
    if reading.level is not Level.COMMUNITY or len(reading.parts) == 1 or own.township:
        return None
    above = _above(entry.above, Level.COMMUNITY, DivisionPath())
    stated = all(above[level.depth] == own[level.depth] for level, _ in reading.parts[:-1])
    return above if above.township and stated else None


def _written_short(entry: Entry, level: Level, context: DivisionPath) -> Reading | None:
    """Return the unit that an entry names without its kind where its list tells the level,
    示范省份：河北、内蒙古; None where it names none so."""
    text = entry.text
    if len(whole := names.whole_name(text, level)) != 1 or len(whole[0][1]) <= len(text):
        return None
    above = _above(entry.above, level, context).joined(context)
    return Reading(names.whole_within(text, level, above), level, 1.0)


@lru_cache(maxsize=1 << 12)
def with_own_kind(part: tuple[Level, str]) -> tuple[Level, str]:
    """Return the part with its kind where it is a province or city written without: 北京|东城区."""
    level, text = part
    bare = level.depth < Level.COUNTY.depth and level in names.known(text)
    return (level, names.in_full(level, text)) if bare else part


def _lowered(entry: Entry, reading: Reading, context: DivisionPath) -> Reading:
    """Return the reading beneath the entry's parents: 琉璃河地区 in a district is a township, and a
    zone in a document about one."""
    level, first = reading.parts[0]
    if level is Level.TOWNSHIP and entry.above[-1:] == (f"{first}街道",):
        # 石桥街后街社区 of 石桥街街道 is called so in full.
        return names.parse(entry.text, below=level) or reading
    if not entry.above:
        in_county = context.county and level is Level.COUNTY and names.is_zone(first)
        return names.below_county(entry.text, reading) if in_county else reading
    if level.depth >= Level.TOWNSHIP.depth == reading.level.depth:
        return reading
    above = dict(part for text in entry.above for part in parent_parts(text))
    county = above.get(Level.COUNTY, "")
    if Level.TOWNSHIP in above:
        reading = names.below_township(entry.text, reading, county)
    return names.below_county(entry.text, reading, county) if county else reading


def _parse(text: str, level: Level | None) -> Reading | None:
    free = names.parse(text)
    if level is None or (free is not None and free.level is level):
        return free
    hinted = names.parse(text, level)
    if hinted is None or free is None:
        return hinted or free
    return free if free.sure - hinted.sure > _OVERRULES else hinted


def _above(texts: tuple[str, ...], level: Level, context: DivisionPath) -> DivisionPath:
    """Return the path that headers give, its parts above `level`, the top of the entry's own,
    only. A zone over villages lies in the county that the document is about."""
    path = DivisionPath()
    in_county = Level.COUNTY if context.county and level is Level.COMMUNITY else None
    for text in texts:
        below = in_county if path.level is None and names.is_zone(text) else path.level
        stated = tuple(map(with_own_kind, parent_parts(text, below=below)))
        if len(stated) > 1 and path.level is not None and _are_stated_otherwise(stated[:-1], path):
            stated = ((stated[-1][0], text),)  # 海口 over 桂林岭开发区, which is not in 桂林
        parts = [part for part in stated if part[0].depth < level.depth]
        if not parts and stated and level is not Level.PROVINCE:
            # A zone over towns is a county, though its name alone reads like a town: 西咸新区.
            higher = names.parse(text, LEVELS[level.depth - 1])
            parts = list(higher.parts) if higher else _raised_zone(text, level)
        if parts and parts[0][0] is Level.COUNTY and _is_unknown_city(path):
            path = DivisionPath(path.province, path.county)
        elif (
            level is Level.COMMUNITY
            and path.level in (None, Level.COUNTY)
            and (_is_none(stated, path.county) if path.level else _is_bare(stated, context))
        ):
            parts = [(Level.TOWNSHIP, text)]  # its place in a path alone tells what it is
        path = DivisionPath.of(parts).joined(path)
    return path


def _are_stated_otherwise(parts: Iterable[tuple[Level, str]], path: DivisionPath) -> bool:
    """Tell whether a path has other places of the tiers of such parts."""
    return all(path[level.depth] not in ("", name) for level, name in parts)


def _is_unknown_city(path: DivisionPath) -> bool:
    """Tell whether a path ends in a city that nobody knows and that nothing places in another: over
    a county it is a prefecture, 清岗市，白溪县，东岭村."""
    alone = path.level is Level.COUNTY and not path.prefecture
    return alone and path.county.endswith("市") and not names.known(path.county)


def _is_none(stated: tuple[tuple[Level, str], ...], county: str) -> bool:
    """Tell whether what stands between a county and a village states no tier, or that of a county,
    as none lies in another that the standard has: 清岗县，石桥花园，东岭村,
    清岗县，白溪区，东岭村.
    """
    if len(stated) != 1 or stated[0][0] is not Level.COUNTY:
        return not stated
    known = names.known(stated[0][1])
    return not known or (stated[0][1] != county and Level.COUNTY in names.known(county))


def _is_bare(stated: tuple[tuple[Level, str], ...], context: DivisionPath) -> bool:
    """Tell whether what stands over a village alone has no kind, and is no county of a document
    about one: 石桥：东岭村, 城关：西岭村."""
    if len(stated) != 1 or stated[0][0] is not Level.COUNTY:
        return not stated
    return bool(context.county) and not names.split(*stated[0])[1]


def _raised_zone(text: str, level: Level) -> list[tuple[Level, str]]:
    """Raise a zone to a prefecture where it stands over what is in place of a county, and to a
    county where it stands over towns; to a prefecture a county that nobody knows too, which holds
    cities in Taiwan."""
    if level is Level.TOWNSHIP and names.is_park(text):
        return [(Level.COUNTY, text)]
    over = names.is_zone(text) or (text.endswith("县") and not names.known(text))
    return [(Level.PREFECTURE, text)] if level is Level.COUNTY and over else []


def parent_parts(text: str, below: Level | None = None) -> tuple[tuple[Level, str], ...]:
    """Return the parts of a header or title text: a path, or a name without its kind (太原).

    Right `below` a county 白溪地区 is a town.

    >>> [name for _, name in parent_parts("四川省成都市")]
    ['四川省', '成都市']
    """
    reading = names.parse(text)
    if reading is not None and below is Level.COUNTY:
        town = reading.level is Level.TOWNSHIP and reading.parts[0][0] is Level.COUNTY
        lower = names.parse(text, below=below) if town else None
        reading = lower or names.below_county(text, reading)
    if reading is not None:
        return reading.parts
    levels = names.known(text)
    return ((levels[0], text),) if levels else ()


def _from_columns(entry: Entry) -> StatedPath | None:
    """Return the path that a table's columns give, below what stands above the table."""
    columns = entry.columns
    own = columns if isinstance(columns, DivisionPath) else DivisionPath(*columns)
    level = entry.level
    if level is None and (deepest := own.level) is not None:
        whole = not entry.text or entry.text.endswith(own[deepest.depth])
        level = deepest if whole else None
    path = own
    if entry.above:
        top = next((LEVELS[depth] for depth in range(5) if own[depth]), Level.PROVINCE)
        path = own.under(_above(entry.above, top, DivisionPath()))
    if level is not None and own[level.depth]:
        return StatedPath(own, path, level)
    return _beside_columns(entry, path)


def _beside_columns(entry: Entry, columns: DivisionPath) -> StatedPath | None:
    """Join the parents that columns give with the rest that the name column gives."""
    reading = _parse(entry.text, None)
    if reading is None:
        return None
    own = DivisionPath.of(reading.parts)
    return StatedPath(own, own.under(columns), reading.level)
