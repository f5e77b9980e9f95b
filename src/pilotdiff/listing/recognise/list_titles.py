"""Titles that read like units: 清岗市美丽乡村 over the villages of towns in 清岗市."""

from collections.abc import Iterator, Sequence

from pilotdiff.listing.carried_parents import holds
from pilotdiff.listing.lines.pieces import Piece
from pilotdiff.listing.unit_names.called_by_programmes import is_of_programmes
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.model import LEVELS, Level
from pilotdiff.names import gazetteer, is_zone
from pilotdiff.names.head_words import is_head_word

# So many lines are looked at.
LINES_OF_A_TITLE = 12
_LOW = (Level.COMMUNITY, Level.TOWNSHIP)
_FEWEST = 2


def titles_lower_paths(pieces: Sequence[Piece], name: Name) -> bool:
    """Tell whether the first of some lines, a name, is the title of the others: it leaves out a
    tier between the place that it states and its own, and the names below begin within that place
    and nearly all state the tier: 清岗市平安社区 / 白溪县东岭镇西岭社区.

    A city over no counties, and a zone, have villages right below them: 嘉峪关市东岭村 above
    敦煌市白石镇西岭村 is a unit, since the other city does not lie in its own.
    """
    *above, (level, own) = name.path
    if level not in _LOW or not above or name.header is not None:
        return False
    if name.note and not is_head_word(name.note):
        return False
    place = above[-1]
    between = LEVELS[place[0].depth + 1 : level.depth]
    if not between or not gazetteer.find(place[1]) or is_zone(place[1]):
        return False
    below = list(_below(pieces))
    needed = 1 if is_of_programmes(level, own) else _FEWEST
    if len(below) < needed or any(not _begins_within(place, one) for one in below):
        return False
    stating = [one for one in below if any(part[0] in between for part in one.path)]
    return below[0] in stating and 4 * len(stating) >= 3 * len(below)


def _below(pieces: Sequence[Piece]) -> Iterator[Name]:
    """Yield the names of the lines right below the first."""
    for piece in pieces[1:]:
        yield from piece.names.names if piece.names is not None else ()


def _begins_within(place: tuple[Level, str], name: Name) -> bool:
    """Tell whether a name's path begins below a place, and not elsewhere by the codes."""
    if place in name.path[:-1]:
        return True
    first = name.path[0]
    return first[0].depth > place[0].depth and holds(place, first) is not False
