"""Villages in brackets behind a town of their name, among rows of towns with their villages:
白石镇（白石村） / 黑石镇（东岭村、西岭村）."""

from collections.abc import Sequence

from pilotdiff.listing.lines.pieces import Piece, single
from pilotdiff.listing.unit_names.line_names import Header, Name, Names
from pilotdiff.listing.unit_names.name_reading import read_name
from pilotdiff.model import Level
from pilotdiff.names import split

_FEWEST = 2
_OPENING = ("（", "(")


def with_bracketed_villages(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, each town behind which a village of its name stands in brackets read as a
    row of it, where two lines or more, and no fewer, are such rows of other villages: alone it may
    be a remark. `pieces` hold no blank lines.
    """
    rows = sum(map(_is_row, pieces)) if any(map(_town, pieces)) else 0
    if rows < _FEWEST:
        return list(pieces)
    found = {at: row for at, piece in enumerate(pieces) if (row := _as_row(piece)) is not None}
    if len(found) > rows:
        return list(pieces)
    return [found.get(at, piece) for at, piece in enumerate(pieces)]


def _is_row(piece: Piece) -> bool:
    """Tell whether a line is a row of villages in brackets behind their town."""
    first = piece.names.names[0] if piece.names is not None else None
    if first is None or first.header is None or not first.header.path:
        return False
    tiers = first.header.path[-1][0], first.reading.level
    opened = piece.text.text[first.start - 1 : first.start] in _OPENING
    return opened and tiers == (Level.TOWNSHIP, Level.COMMUNITY)


def _town(piece: Piece) -> Name | None:
    """Return the one name of a line that is a town and has a note; None for any other line."""
    town = single(piece)
    if town is None or town.reading.level is not Level.TOWNSHIP or town.header is not None:
        return None
    return town if town.note else None


def _as_row(piece: Piece) -> Piece | None:
    """Return a town and the village of its name in brackets as a row; None for any other line."""
    town = _town(piece)
    left = piece.text.text.find(town.note, town.end) if town is not None else -1
    if town is None or piece.names is None or left < 1:
        return None
    right = left + len(town.note)
    village = read_name(piece.text.text, left, right)
    if village is None or len(village.path) > 1 or village.reading.level is not Level.COMMUNITY:
        return None
    stems = [split(*name.reading.parts[-1])[0] for name in (town, village)]
    if stems[0] != stems[1] or piece.text.text[left - 1] not in _OPENING:
        return None
    named = village._replace(
        above=town.path, header=Header(town.text, town.path), ordinal=town.ordinal, stop=right + 1
    )
    return piece._replace(names=Names((named,)))
