"""Lines that name a unit before a colon and tell of it behind: 东岭村：位于县城以北，种茶为生。"""

from collections.abc import Iterator

from pilotdiff.listing.lines.cuts import CLAUSE_END
from pilotdiff.listing.lines.pieces import Piece, Shape
from pilotdiff.listing.lines.titles_and_dates import leading_units
from pilotdiff.listing.naming import CERTAIN
from pilotdiff.listing.recognise.surroundings import Surroundings
from pilotdiff.listing.unit_names.first_names import read_first_name
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.model import Level

_COLONS = ("：", ":")
_SHORT_STORY = 12
_PATH = 2
_SERIES = 3
_TOLD = (Shape.HEADING, Shape.PROSE)


def told_line(around: Surroundings, at: int) -> Name | None:
    """Return the unit of such a line beside which another stands: a bulleted path beside one of its
    tier, or a town or village in a series."""
    name = _path(around.pieces[at])
    return name if name is not None and _paired(around, at, name) else told_in_a_series(around, at)


def _path(piece: Piece) -> Name | None:
    name = _told_of(piece)
    return name if name is not None and len(name.reading.parts) >= _PATH else None


def _paired(around: Surroundings, at: int, name: Name) -> bool:
    own = around.pieces[at]
    if own.ordinal is None:
        return False
    near = around.beside(at)
    others = (_path(piece) for piece in near if piece.style == own.style)
    return any(other and other.reading.level is name.reading.level for other in others)


def told_in_a_series(around: Surroundings, at: int) -> Name | None:
    """Return the town or village of such a line that stands with two others of its tier, one
    below the other."""
    name = _low(around.pieces[at])
    if name is None:
        return None
    series = [name, *_run(around, at, -1, name), *_run(around, at, 1, name)]
    return name if len({one.text for one in series}) >= _SERIES else None


def _run(around: Surroundings, at: int, step: int, name: Name) -> Iterator[Name]:
    """Yield the names of the lines above or below, as far as they are needed and told alike."""
    for i in range(at + step, at + step * _SERIES, step):
        other = _low(around.pieces[i]) if 0 <= i < len(around.pieces) else None
        if other is None or other.reading.level is not name.reading.level:
            return
        yield other


def _low(piece: Piece) -> Name | None:
    # Numbered sentences are told from others by their numbers.
    if piece.shape not in _TOLD or piece.text.heading or piece.ordinal is not None:
        return None
    name = _told_of(piece)
    if name is None or name.reading.level.depth < Level.TOWNSHIP.depth:
        return None
    return None if leading_units(name.note) or read_first_name(name.note) else name


def _told_of(piece: Piece) -> Name | None:
    text = piece.text.text
    name = read_first_name(text, piece.body)
    if name is None or name.reading.sure < CERTAIN:
        return None
    name = name._replace(note=CLAUSE_END.split(name.note, maxsplit=1)[0])
    behind = text[name.stop :].lstrip()[:1]
    return name if behind in _COLONS and "、" not in name.note[:_SHORT_STORY] else None
