"""What stands below a place and speaks for its being one: rows, tables, what cannot be read."""

from collections.abc import Sequence

from pilotdiff.listing.carried_parents import Parts, holds, stands_lower
from pilotdiff.listing.institutions import may_stand_among_names
from pilotdiff.listing.lines.pieces import Piece, Shape, single
from pilotdiff.listing.lines.titles_and_dates import is_signature
from pilotdiff.listing.recognise.named_places import leading_place, short_place
from pilotdiff.listing.recognise.surroundings import Surroundings, first_name
from pilotdiff.listing.recognise.unreadable_names import begins_with_a_town
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.listing.unit_names.short_forms import read_in_a_place, tiers_below
from pilotdiff.model import Level
from pilotdiff.patterns import pattern

_PATHS = 2
# Names that one place may hold.
MOST_IN_A_PLACE = 100
_BETWEEN = pattern(r"[、，,\s]+")


def holds_the_row(name: Name, following: Piece) -> bool:
    """Tell whether the line below is a row of names that all lie in a name by the codes:
    济南市 / 历下区 市中区."""
    row = following.names.names if following.names is not None else ()
    if len(row) < _PATHS or any(one.header is not None for one in (name, *row)):
        return False
    return all(holds(name.path[-1], below.path[0]) is True for below in row)


def over_short_names(around: Surroundings, at: int, path: Parts) -> bool:
    """Tell whether the lines right below a place say no more than what those in it are called
    without their kinds: two lines, a row, one above the next place of its tier, or one below the
    last of such places. 河北省 / 平山 / 正定; 河北省 / 平山、正定; 河北省 / 平山 / 湖北省."""
    below = around.pieces[at + 1 : at + 1 + _PATHS]
    if not below or path[-1][0].depth >= Level.COUNTY.depth:
        return False
    first = short_row(below[0], path)
    if len(first) != 1:
        return bool(first)
    name = first_name(below[-1])
    beyond = name.path if name is not None else place_of_line(below[-1])
    if beyond and beyond[-1][0] is path[-1][0]:
        return True
    return any(short_row(piece, path) for piece in below[1:]) or _is_last_of_such(around, at, path)


def _is_last_of_such(around: Surroundings, at: int, path: Parts) -> bool:
    """Tell whether the place before one, of its tier, stands over such a line."""
    for i in range(at - 1, max(-1, at - 1 - MOST_IN_A_PLACE), -1):
        place = place_of_line(around.pieces[i])
        if place and place[-1][0] is path[-1][0]:
            below = around.pieces[i + 1]
            return bool(short_row(below, place)) or _are_all_in(below, place)
    return False


def _are_all_in(piece: Piece, place: Parts) -> bool:
    """Tell whether a line is of names that lie in a place by the codes."""
    names = piece.names.names if piece.names is not None else ()
    return bool(names) and all(holds(place[-1], name.path[0]) is True for name in names)


def place_of_line(piece: Piece) -> Parts:
    """Return the place that is all of a line, with its kind or without: 石家庄市, 石家庄; () for
    any other line."""
    name = single(piece)
    return name.path if name is not None else short_place(piece.text.text[piece.body :].strip())


def short_row(piece: Piece, path: Parts) -> list[Name]:
    """Return the names of a line that says no more than what units in a place are called without
    their kinds: 平山、正定 below 石家庄市; [] for any other line."""
    text = piece.text.text
    end = piece.body + len(text[piece.body :].rstrip(" \u3000。；;、，,"))
    own = "".join(text[piece.body : end].split())
    spans = [(piece.body, end)] if tiers_below(own, path) else _pieces(text, piece.body, end)
    found = read_in_a_place(text, spans, path) if spans else {}
    return [name for names in found.values() for name in names] if len(found) == len(spans) else []


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [match.span() for match in _BETWEEN.finditer(text, start, end)]
    edges = zip([start, *(stop for _, stop in cuts)], [*(cut for cut, _ in cuts), end], strict=True)
    return [(left, right) for left, right in edges if left < right]


def over_names_past_prose(name: Name, beyond: Sequence[Piece]) -> bool:
    """Tell whether names two tiers below a name, all in it by the codes, stand behind what is told
    of it: 清岗市 / 清岗市风光秀丽。 / 白溪县：南岭镇东岭村、….

    Of one tier below it, each told of in its turn, it may be the neighbour.
    """
    beyond = beyond[:1] if beyond and _gives_parents(beyond[0]) else beyond
    lower = [first_name(piece) for piece in beyond]
    own = name.reading.level.depth
    return bool(lower) and all(
        below is not None
        and below.reading.level.depth > own + 1
        and holds(name.path[-1], below.path[0]) is True
        for below in lower
    )


def holds_the_unread(name: Name, following: Piece) -> bool:
    """Tell whether the line below cannot be read and begins with a place that lies in a name by
    the codes: 清岗省 / 白溪县老街夜市."""
    below = following.text.text[following.body :].strip()
    if following.names is not None or following.shape is not Shape.HEADING or is_signature(below):
        return False
    place = leading_place(below)
    return bool(place) and holds(name.path[-1], place[0]) is True


def over_an_unread_village(around: Surroundings, at: int, name: Name) -> bool:
    """Tell whether what begins with a town and cannot be read stands below a county, near names
    that begin with towns: 清岗县 / 白溪镇那高查."""
    below = around.next(at)
    if below is None or name.reading.level is not Level.COUNTY or not begins_with_a_town(below):
        return False
    return around.towns_near(at)


def over_an_unread_number(around: Surroundings, at: int, name: Name, following: Piece) -> bool:
    """Tell whether the line below a place without a number has one and cannot be read, and the
    number goes on to a lower name: 清岗区 / 4.白溪柳巷 / 5.白溪镇东岭村."""
    second, number = around.next(at + 1), following.ordinal
    if around.pieces[at].ordinal is not None or number is None or second is None:
        return False
    if following.shape is not Shape.HEADING or second.style != following.style:
        return False
    below = first_name(second) if second.ordinal is not None else None
    if below is None or second.ordinal is None or second.ordinal.value != number.value + 1:
        return False
    own = following.text.text[following.body :]
    return may_stand_among_names(own) and stands_lower(below.path[0], name.path[-1])


def stands_over_a_table(around: Surroundings, at: int, table: Piece, name: Name) -> bool:
    """Tell whether a table of lower units without a column of its tier stands below a name."""
    if table.table is None:
        return False
    columns = table.table.columns[0]
    own = name.reading.level.depth
    if columns.depth <= own or any(columns.levels[depth] >= 0 for depth in range(own + 1)):
        return False
    before = single(around.pieces[at - 1]) if at else None
    return before is None or before.reading.level is not name.reading.level


def is_a_row_of_a_type(piece: Piece) -> bool:
    """Tell whether a line is a row of names behind their type: 文明村：白溪镇东岭村."""
    header = piece.names.names[0].header if piece.names is not None else None
    heading = header.heading if header is not None and not header.path else None
    return heading is not None and heading.listing


def _gives_parents(piece: Piece) -> bool:
    """Tell whether a line is a row of names behind their parent: 清岗区：和平街道、车站街道."""
    header = piece.names.names[0].header if piece.names is not None else None
    return header is not None and bool(header.path)


def has_rows_below(around: Surroundings, at: int, name: Name) -> bool:
    """Tell whether such rows stand below a name; one that cannot be read may stand between."""
    below = around.next(at)
    if below is not None and _is_unread_row(below):
        below = around.next(at + 1)
    return below is not None and stands_over_rows(name, below)


_ROW = pattern(r"[^（(：:、，,]{2,16}[（(：:][^（()）：:]+[）)]?[。；;]?", needs="（(：:")


def _is_unread_row(piece: Piece) -> bool:
    """Tell whether a line is written as a row is, and cannot be read: 石桥（东坝口、西坝口）."""
    if piece.shape is not Shape.HEADING or (piece.heading is not None and piece.heading.listing):
        return False
    return _ROW.fullmatch(piece.text.text[piece.body :].strip()) is not None


def stands_over_rows(name: Name, piece: Piece) -> bool:
    """Tell whether a line is a row of names behind their parent, and that lies lower than a place
    or states it again and goes on: 清岗区：和平街道、车站街道 and 清岗市清岗区：和平街道 below
    清岗市."""
    header = piece.names.names[0].header if piece.names is not None else None
    if header is None or not header.path or header.path[-1][0] is Level.COMMUNITY:
        return False
    again = name.path[-1] in header.path[:-1]
    return again or stands_lower(header.path[0], name.path[-1])
