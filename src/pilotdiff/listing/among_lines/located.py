"""Lines that say where the unit of the line above lies: 乌岩村 / 所在地：清岗区白溪镇."""

from collections.abc import Sequence

from pilotdiff.listing.carried_parents import Parts
from pilotdiff.listing.lines.pieces import Piece, single
from pilotdiff.listing.unit_names.name_reading import read_name
from pilotdiff.patterns import pattern
from pilotdiff.repair.texts import merged

_WHERE = pattern(
    r"\s*(?:所?在地(?:址|点|区)?|所属(?:地区?|区域)?|(?:详细|具体|通[讯信]|办公|联系)?地\s*址|位置|坐落)\s*[：:]\s*",
    needs="：:",
)


def with_places(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, each line that says where the unit above lies made part of that unit.

    `pieces` hold no blank lines.
    """
    out: list[Piece] = []
    for piece in pieces:
        located = _located(out[-1], piece) if out else None
        if located is None:
            out.append(piece)
        else:
            out[-1] = located
    return out


def _located(unit: Piece, where: Piece) -> Piece | None:
    """Return a line of one name with the parents that the next line states."""
    label = _WHERE.match(where.text.text)
    name = single(unit) if label is not None else None
    if label is None or name is None or name.above or unit.names is None:
        return None
    place = read_name(where.text.text, label.end(), len(where.text.text))
    above = _above(place.path, name.path) if place is not None else ()
    if not above:
        return None
    # In lines put together the spaces in front are gone.
    blank = len(unit.text.text) - len(unit.text.text.lstrip())
    start, end, stop = (at - blank for at in (name.start, name.end, name.stop))
    placed = name._replace(start=start, end=end, stop=stop, above=above)
    names = unit.names._replace(names=(placed,))
    return unit._replace(text=merged([unit.text, where.text]), names=names)


def _above(place: Parts, own: Parts) -> Parts:
    """Return the parents of a unit in a place, which may hold or repeat it; () where it can't."""
    if place[-1] == own[-1]:
        return tuple(part for part in place if part[0].depth < own[0][0].depth)
    return place if place[-1][0].depth < own[0][0].depth else ()
