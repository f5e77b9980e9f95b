"""Areas that are no prefecture among the towns of a county: 清岗区 / 1.南坝地区 / 2.白石镇."""

from collections.abc import Sequence
from itertools import groupby

from pilotdiff.listing.lines.pieces import Piece
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.model import Level
from pilotdiff.names import below_county, gazetteer


def with_areas_among_towns(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, each area that no prefecture ever was read as a town where a town stands
    in its row, right above or below it on a line numbered in its way, or a county of the standard
    alone right above it; so are those that follow it. `pieces` hold no blank lines.
    """
    out = list(pieces)
    numbers = range(len(pieces))
    for is_area, run in groupby(numbers, key=lambda at: _area(pieces[at]) is not None):
        first, *more = run
        last = more[-1] if more else first
        if not is_area:
            for at in (first, *more):
                out[at] = _with_areas_of_its_row(pieces[at])
            continue
        style = pieces[first].style
        beside = [pieces[at] for at in (first - 1, last + 1) if at in numbers]
        among = any(each.style == style and _begins_with_town(each) for each in beside)
        if among or (first and _is_known_county(pieces[first - 1])):
            for at in (first, *more):
                out[at] = _lowered(pieces[at])
    return out


def _names(piece: Piece) -> Sequence[Name]:
    return piece.names.names if piece.names is not None else ()


def _area(piece: Piece) -> Name | None:
    """Return the area that is all of a line; None for any other line."""
    names = _names(piece)
    return names[0] if len(names) == 1 and _is_area(names[0]) else None


def _is_area(name: Name) -> bool:
    return len(name.path) == 1 and gazetteer.is_unknown_area(*name.path[0])


def _begins_with_town(piece: Piece) -> bool:
    names = _names(piece)
    return bool(names) and names[0].reading.level is Level.TOWNSHIP


def _is_known_county(piece: Piece) -> bool:
    """Tell whether a line is a county of the standard, with or without what it lies in."""
    names = _names(piece)
    if len(names) != 1 or names[0].header is not None:
        return False
    level, name = names[0].path[-1]
    return level is Level.COUNTY and bool(gazetteer.find_whole(name))


def _with_areas_of_its_row(piece: Piece) -> Piece:
    names = _names(piece)
    if not any(map(_is_area, names)):
        return piece
    return _lowered(piece) if any(n.reading.level is Level.TOWNSHIP for n in names) else piece


def _lowered(piece: Piece) -> Piece:
    """Return a piece with its areas read as towns."""
    if piece.names is None:
        return piece
    names = tuple(
        name._replace(reading=below_county(name.text, name.reading)) if _is_area(name) else name
        for name in piece.names.names
    )
    return piece._replace(names=piece.names._replace(names=names))
