"""Parents that a cell's name begins with, beside those that stand in cells of its row.

A path (成都市温江区 beside 成都市) goes below them; what is glued to a name stays with it
(南丰县长红垦殖场 beside 南丰县).
"""

from collections.abc import Sequence

from pilotdiff.listing.carried_parents import Parts, holds
from pilotdiff.listing.tables.cell_units import CellUnit
from pilotdiff.model import LEVELS, Level
from pilotdiff.names import (
    Reading,
    below_township,
    in_full,
    is_zone,
    known,
    parse,
    split,
    whole_within,
)
from pilotdiff.names.kinds import kind_at_end


def own_parts(
    unit: CellUnit, above: Sequence[str], level: Level, spread: bool, *, kindless: bool = False
) -> Parts:
    """Return the parts of a unit below the parents that its row states.

    南丰县长红垦殖场 beside 南丰县 is the name of a farm, 成都市温江区 beside 成都市 a path; where
    most cells of the column are paths, the standard has the rest, a town stands behind its county,
    or several parents stand in it from the province down, it is one. A county beside another county
    stands where its column, of a `level`, says. In a column without kinds the end of 宏村 is none.
    """
    parts = parts_below(unit, above)
    if kindless and len(parts) == 1 and parts[0][0].depth > level.depth:
        return ((level, parts[0][1]),)
    own = parts[-1][0]
    upper = own.depth < level.depth
    taken = upper and above[own.depth] not in ("", parts[-1][1])
    if len(parts) == 1 and upper:
        return ((level, parts[0][1]),) if taken else parts
    if is_glued(parts, above, level):
        return ((level, unit.own.text),)
    if len(parts) < 2 or not any(above[level.depth] for level, _ in parts[:-1]):
        return parts
    if contradicts(parts, above):
        return parts
    agree = all(_is_same(above[part[0].depth], part) for part in parts[:-1])
    whole = len(parts) > 2 and parts[0] == (Level.PROVINCE, above[0])
    whole = whole or _is_town_behind_its_county(parts, above)
    if agree and not taken and (spread or whole or own in known(parts[-1][1])):
        path = (*((at, above[at.depth] or text) for at, text in parts[:-1]), parts[-1])
        return with_stated(path, above)
    return parts if spread else ((level if taken else own, unit.own.text),)


def _is_town_behind_its_county(parts: Parts, above: Sequence[str]) -> bool:
    """Tell whether a name is that of a town or village behind its county, as its row has it: what a
    farm is called by, 南丰县长红垦殖场, stays with it."""
    kind = kind_at_end(*parts[-1])
    return kind is not None and kind.weight == 1 and parts[0] == (Level.COUNTY, above[_COUNTY])


_COUNTY = Level.COUNTY.depth


def parts_below(unit: CellUnit, above: Sequence[str]) -> Parts:
    """Return the parts of a unit as the places of its row tell them apart."""
    return _in_its_place(unit, above) or below(unit.parts, above)


def _in_its_place(unit: CellUnit, above: Sequence[str]) -> Parts:
    """Return the unit that a cell names without its kind, 平山, in the places of its row; () for
    any other."""
    level, name = unit.parts[-1]
    if len(unit.parts) > 1 or level is Level.PROVINCE or len(name) <= len(unit.own.text):
        return ()
    return whole_within(unit.own.text, level, above)


def is_glued(parts: Parts, above: Sequence[str], level: Level) -> bool:
    """Tell whether a name begins with the short name of a place that holds the one its row states:
    the zone 北京东岭开发区 beside 怀柔区 lies in it.

    >>> zone = ((Level.PROVINCE, "北京"), (Level.TOWNSHIP, "东岭开发区"))
    >>> is_glued(zone, ("", "", "怀柔区", "", ""), Level.TOWNSHIP)
    True
    >>> is_glued(zone, ("北京市", "", "", "", ""), Level.TOWNSHIP)
    False
    """
    if len(parts) < 2 or split(*parts[0])[1]:
        return False
    return any(at.depth < level.depth for at, _ in _passed_over(parts, above))


def within_its_place(parts: Parts, path: Sequence[str]) -> Parts:
    """Return the parts of a unit, an area that no standard knows below the town, or the county,
    that its row or a heading states for it: it is no county.

    >>> within_its_place(((Level.COUNTY, "白鹭洲区"),), ("", "", "清岗县", "石镇", ""))[0][0].value
    'community'
    >>> within_its_place(((Level.COUNTY, "白鹭洲区"),), ("", "", "清岗县", "", ""))[0][0].value
    'township'
    >>> within_its_place(((Level.COUNTY, "经济开发区"),), ("", "", "清岗县", "", ""))[0][0].value
    'township'
    """
    level, text = parts[-1]
    *_, county, town, _ = path
    if len(parts) > 1 or level is not Level.COUNTY or known(text):
        return parts
    if town:
        return ((Level.COMMUNITY, text),) if text.endswith("区") else parts
    inside = county not in ("", text) and (text.endswith("区") or is_zone(text))
    return ((Level.TOWNSHIP, text),) if inside else parts


def with_stated(parts: Parts, stated: Sequence[str]) -> Parts:
    """Return the parts of a path with the places between them that cells of its row state, but
    those that the standard puts elsewhere.

    >>> town = ((Level.PREFECTURE, "清岗市"), (Level.TOWNSHIP, "白溪镇"))
    >>> [text for _, text in with_stated(town, ("", "", "东岭县", "", ""))]
    ['清岗市', '东岭县', '白溪镇']
    """
    placed = [part for part in _passed_over(parts, stated) if holds(parts[0], part) is not False]
    return tuple(sorted((*parts, *placed), key=lambda part: part[0].depth)) if placed else parts


def _passed_over(parts: Parts, stated: Sequence[str]) -> list[tuple[Level, str]]:
    levels = {level for level, _ in parts}
    between = LEVELS[parts[0][0].depth + 1 : parts[-1][0].depth]
    return [(at, stated[at.depth]) for at in between if stated[at.depth] and at not in levels]


def lies_elsewhere(parts: Parts, stated: Sequence[str]) -> bool:
    """Tell whether a path leaves out a place that its row states: the path's top holds it not, or
    a zone stands as a county beside the one in which it lies."""
    level, name = parts[-1]
    beside = stated[level.depth] if level is Level.COUNTY else ""
    kind = kind_at_end(level, name) if beside and not _is_same(beside, parts[-1]) else None
    return bool(_passed_over(parts, stated)) or (kind is not None and kind.weight < 1)


def _is_same(stated: str, part: tuple[Level, str]) -> bool:
    """Tell whether a row states nothing of a level, or what the name repeats: 北京市, 北京."""
    return stated in ("", part[1]) or stated == in_full(*part)


def below(parts: Parts, above: Sequence[str]) -> Parts:
    """Return the parts of a path that its row's own county takes apart better: beside 清岗市,
    白县镇东岭村 is a village of 白县镇, and 白县 no second county; beside a town 花园北区第二社区
    is one name.
    """
    if above[Level.TOWNSHIP.depth]:
        parts = within_a_town(parts)
    level = parts[0][0]
    stated = above[level.depth]
    if len(parts) < 2 or _is_same(stated, parts[0]):
        return parts
    whole = parse(stated + "".join(text for _, text in parts))
    if whole is None or whole.parts[0] != (level, stated) or whole.level is not parts[-1][0]:
        return parts
    if len(whole.parts) <= len(parts) and contradicts(parts, above):
        return parts
    return whole.parts[1:]


def within_a_town(parts: Parts) -> Parts:
    """Return the parts of a community's name as they read in a cell beside its town:
    花园北区|第二社区 is one.

    >>> within_a_town(((Level.COUNTY, "花园北区"), (Level.COMMUNITY, "第二社区")))[0][1]
    '花园北区第二社区'
    """
    if len(parts) < 2:
        return parts
    text = "".join(text for _, text in parts)
    return below_township(text, Reading(parts, parts[-1][0], 1.0)).parts


def contradicts(parts: Parts, above: Sequence[str]) -> bool:
    """Tell whether a path states another parent than its row does: 清泉镇东岭村 beside 白石镇.

    What may be cut in the wrong place, 河镇口村, states none.
    """
    stems = [split(*part)[0] for part in parts]
    if min(map(len, stems)) < _SHORTEST_STEM:
        return False
    beside = [(at, above[at.depth]) for at, _ in parts[:-1]]
    pairs = zip(stems, beside, strict=False)
    return any(text and split(at, text)[0] != stem for stem, (at, text) in pairs)


_SHORTEST_STEM = 2
