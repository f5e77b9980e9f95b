"""Parents that a cell's name begins with, beside those that stand in cells of its row.

A path (成都市温江区 beside 成都市) goes below them; what is glued to a name stays with it
(南丰县长红垦殖场 beside 南丰县).
"""

from collections.abc import Sequence

from pilotdiff.listing.carried_parents import Parts
from pilotdiff.listing.tables.cell_units import CellUnit
from pilotdiff.model import Level
from pilotdiff.names import in_full, known, parse, split


def own_parts(
    unit: CellUnit, above: Sequence[str], level: Level, spread: bool, *, kindless: bool = False
) -> Parts:
    """Return the parts of a unit below the parents that its row states.

    南丰县长红垦殖场 beside 南丰县 is the name of a farm, 成都市温江区 beside 成都市 a path; where
    most cells of the column are paths, the standard has the rest, or several parents stand in it
    from the province down, it is one. A county beside another county stands where its column, of a
    `level`, says. In a column without kinds the end of 宏村 is none.
    """
    parts = below(unit.parts, above)
    if kindless and len(parts) == 1 and parts[0][0].depth > level.depth:
        return ((level, parts[0][1]),)
    own = parts[-1][0]
    upper = own.depth < level.depth
    taken = upper and above[own.depth] not in ("", parts[-1][1])
    if len(parts) == 1 and upper:
        return ((level, parts[0][1]),) if taken else parts
    if len(parts) < 2 or not any(above[level.depth] for level, _ in parts[:-1]):
        return parts
    if contradicts(parts, above):
        return parts
    agree = all(_is_same(above[part[0].depth], part) for part in parts[:-1])
    whole = len(parts) > 2 and parts[0] == (Level.PROVINCE, above[0])
    if agree and not taken and (spread or whole or own in known(parts[-1][1])):
        return (*((at, above[at.depth] or text) for at, text in parts[:-1]), parts[-1])
    return parts if spread else ((level if taken else own, unit.own.text),)


def _is_same(stated: str, part: tuple[Level, str]) -> bool:
    """Tell whether a row states nothing of a level, or what the name repeats: 北京市, 北京."""
    return stated in ("", part[1]) or stated == in_full(*part)


def below(parts: Parts, above: Sequence[str]) -> Parts:
    """Return the parts of a path that its row's own county takes apart better: beside 清岗市,
    白县镇东岭村 is a village of 白县镇, and 白县 no second county.
    """
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
