"""Villages and towns called like an honour or a zone among their neighbours: 1.文明村 / 2.东岭村;
白石镇（3个） / 东岭村 / 文明村 / 东坝管理区."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile

from pilotdiff.listing.carried_parents import Parts
from pilotdiff.listing.lines.items import read_names
from pilotdiff.listing.lines.pieces import Piece, Shape, single
from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.listing.unit_names.line_names import Name, Names
from pilotdiff.model import Level
from pilotdiff.names import Reading, below_township
from pilotdiff.names.kinds import kind_at_end
from pilotdiff.patterns import pattern

_LOW = (Level.TOWNSHIP, Level.COMMUNITY)
_FIRST = 1
# Villages that a town may have.
_MOST = 100


def with_honoured_names(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, each heading that sounds like a unit read as one where its number goes on
    from that of a unit of its tier, or up to one, or where the town above counts it among its
    villages, as it may count a zone. `pieces` hold no blank lines.
    """
    worded = {at: names for at, piece in enumerate(pieces) if (names := _named(piece)) is not None}
    worded |= {at: names for at, piece in enumerate(pieces) if (names := _zone(piece)) is not None}
    out = list(pieces)
    for at, names in worded.items():
        numbered = pieces[at].ordinal is not None
        if _is_numbered_as_units(pieces, worded, at) if numbered else _counted(pieces, worded, at):
            out[at] = pieces[at]._replace(shape=Shape.NAMES, heading=None, names=names)
    return out


def _named(piece: Piece) -> Names | None:
    """Return the unit that a heading sounds like; None for any other line."""
    if piece.shape is not Shape.HEADING:
        return None
    names = read_names(piece.text.text, piece.body, trusting=True) or _town(piece)
    if names is None or len(names.names) != 1 or names.unread or names.names[0].note:
        return None
    return names if names.names[0].reading.level in _LOW else None


def _town(piece: Piece) -> Names | None:
    """Return the town that a line sounds like though it is made of words of honours alone."""
    text = piece.text.text[piece.body :].strip()
    parts = town_like_an_honour(text)
    if not parts:
        return None
    left = piece.text.text.index(text, piece.body)
    reading = Reading(parts, Level.TOWNSHIP, CERTAIN)
    return Names((Name(left, left + len(text), text, reading, stop=left + len(text)),))


def town_like_an_honour(text: str) -> Parts:
    """Return the town that a text sounds like which words of honours begin, or are: 美丽湾镇,
    中心镇; () for any other.

    >>> [name for _, name in town_like_an_honour("中心镇")], town_like_an_honour("中心村")
    (['中心镇'], ())
    """
    reading = read_unit(text)
    if reading is not None and [level for level, _ in reading.parts] != [Level.TOWNSHIP]:
        return ()
    kind = kind_at_end(Level.TOWNSHIP, text)
    town = kind is not None and kind.weight == 1 and _NAME.fullmatch(text) is not None
    return ((Level.TOWNSHIP, text),) if town else ()


_NAME = pattern(r"\p{Han}{3,12}")


def _zone(piece: Piece) -> Names | None:
    """Return the village that a line without a number which names a zone alone may be; None for any
    other line."""
    names = piece.names
    if names is None or piece.ordinal is not None or _tier(piece) is not Level.COUNTY:
        return None
    (zone,) = names.names
    if names.declared is not None or zone.note or zone.above or len(zone.reading.parts) > 1:
        return None
    village = zone._replace(reading=below_township(zone.text, zone.reading))
    return Names((village,)) if village.reading.level is Level.COMMUNITY else None


def _is_numbered_as_units(pieces: Sequence[Piece], worded: Mapping[int, Names], at: int) -> bool:
    """Tell whether a line stands in a row of numbers with units of its tier, and heads none."""
    own, tier = pieces[at].ordinal, worded[at].names[0].reading.level
    row = [*_row(pieces, worded, at, -1), *_row(pieces, worded, at, 1)]
    beside = [pieces[n] for n in (at - 1, at + 1) if 0 <= n < len(pieces)]
    alike = [one.ordinal for one in beside if one.style == pieces[at].style]
    if own is None or any(other and abs(other.value - own.value) != 1 for other in alike):
        return False
    below = pieces[at + 1].ordinal if at + 1 < len(pieces) else None
    heads = below is not None and below.style != own.style and below.value == _FIRST
    of_its_tier = heads and tier in (Level.COMMUNITY, _tier(pieces[at + 1]))
    return tier in {_tier(pieces[n]) for n in row} and not of_its_tier


def _row(pieces: Sequence[Piece], worded: Mapping[int, Names], at: int, step: int) -> Iterable[int]:
    """Yield the lines that go on with a line's numbers, each one name or sounding like one."""
    value = own.value if (own := pieces[at].ordinal) is not None else 0
    for n in range(at + step, len(pieces) if step > 0 else -1, step):
        value += step
        ordinal = pieces[n].ordinal
        if ordinal is None or (ordinal.style, ordinal.value) != (pieces[at].style, value):
            return
        if n not in worded and _tier(pieces[n]) is None:
            return
        yield n


def _tier(piece: Piece) -> Level | None:
    """Return the tier of the one name of a line; None for any other."""
    name = single(piece)
    return name.reading.level if name is not None else None


def _counted(pieces: Sequence[Piece], worded: Mapping[int, Names], at: int) -> bool:
    """Tell whether a line is one of as many villages below a town as that counts."""
    if worded[at].names[0].reading.level is not Level.COMMUNITY:
        return False

    def is_village(n: int) -> bool:
        return n in worded or _tier(pieces[n]) is Level.COMMUNITY

    above = list(takewhile(is_village, range(at - 1, max(at - _MOST, 0) - 1, -1)))
    below = list(takewhile(is_village, range(at + 1, min(at + _MOST, len(pieces)))))
    town = pieces[at - len(above) - 1] if at > len(above) else None
    if town is None or town.names is None or _tier(town) is not Level.TOWNSHIP:
        return False
    return town.names.declared == len(above) + 1 + len(below)
