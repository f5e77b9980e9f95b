"""Lines that read like one unit and say what the names below are chosen as: 清岗县平安村（2个）
over 东岭村、西岭村."""

from collections.abc import Iterator, Sequence
from itertools import chain, takewhile

from pilotdiff.listing.lines.headings import Heading, may_be_wording, read_heading, tier_called
from pilotdiff.listing.lines.pieces import Piece, Shape, single
from pilotdiff.listing.recognise.named_places import bracketed_place
from pilotdiff.listing.unit_names.line_names import Header, Name
from pilotdiff.model import Level
from pilotdiff.patterns import pattern

_NEAR = 40


def with_names_called(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, each that says what the names below it are chosen as read as their header,
    in the place that it states. `pieces` hold no blank lines."""
    out = list(pieces)
    for at, piece in enumerate(pieces[:-1]):
        name = single(piece)
        if name is None or name.header is not None or not _may_head(piece, pieces[at + 1]):
            continue
        calls = _calls_what_follows if pieces[at + 1].names is not None else _calls_past_a_place
        worded = may_be_wording(*name.path[-1])
        if (worded and calls(pieces, at, name)) or _counts_all(pieces, at, name):
            out[at] = _as_header(piece, name)
    return out


_LIST = pattern(r"名[单册]\s*$")


def with_types_below_places(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, lists of types that stand right below a place read as what is called so
    there, and no titles of lists of their own, where several places have some: 清岗县 /
    示范镇名单 / 白溪镇 / 示范村名单 / 北岭县 / 示范镇名单. Where the first of them stands
    elsewhere, they are titles. `pieces` hold no blank lines."""
    out = list(pieces)
    types = {at: heading for at, piece in enumerate(pieces) if (heading := _type_list(piece))}
    below = [at for at in types if at and _place_alone(pieces[at - 1])]
    if len(below) > 1 and below[0] == next(iter(types)):
        for at, heading in types.items():
            out[at] = pieces[at]._replace(heading=heading)
    return out


def _type_list(piece: Piece) -> Heading | None:
    """Return what a line calls, if it is words of a programme for a tier and the word for a list:
    示范镇名单."""
    text = piece.text.text[piece.body :].strip()
    if piece.shape is not Shape.HEADING or _LIST.search(text) is None:
        return None
    heading = read_heading(_LIST.sub("", text))
    return heading if tier_called(heading) is not None else None


def _place_alone(piece: Piece) -> bool:
    """Tell whether a line is one place above the towns."""
    name = single(piece)
    path = piece.header.path if piece.header is not None else name.path if name is not None else ()
    if not path:
        bare, path, _ = bracketed_place(piece.text.text[piece.body :])
        path = () if bare else path
    return bool(path) and path[-1][0].depth <= Level.COUNTY.depth


def _may_head(piece: Piece, below: Piece) -> bool:
    """Tell whether a line counts, or bears a number in whose style the line below bears none."""
    counts = piece.names is not None and piece.names.declared is not None
    return counts or (piece.ordinal is not None and below.style != piece.style)


def _as_header(piece: Piece, name: Name) -> Piece:
    *above, (level, own) = name.path
    declared = piece.names.declared if piece.names else None
    heading = read_heading(own)._replace(level=level, declared=declared, listing=True)
    title = piece.text.text[piece.body :].strip()
    header = Header(title, tuple(above), heading, declared)
    return piece._replace(shape=Shape.HEADER, names=None, header=header)


def _calls_what_follows(pieces: Sequence[Piece], at: int, name: Name) -> bool:
    """Tell whether a line's one name is a word of headings or programmes, and names of its tier
    stand right below it which it counts, or which are not written as it is: 一、清岗县平安村 over
    东岭村、西岭村.

    A town over villages is their town, whatever it is called: 平安镇（2个） over 东岭村. One that
    is numbered like other units is a unit: 一、平安村 before 二、东岭村.
    """
    piece, below = pieces[at], pieces[at + 1]
    *above, (level, _) = name.path
    if below.names is None or _is_numbered_like_units(pieces, at):
        return False
    if _place_over(below, level):
        return _calls_past_a_place(pieces, at, name)
    if below.names.names[0].reading.level is not level:
        return False
    if piece.names is not None and piece.names.declared is not None:
        return below.names.declared is None  # else each row counts: 平安村（3个） / 东岭村（2个）
    lacks_a_tier = bool(above) and above[-1][0].depth < level.depth - 1
    begins = below.ordinal is not None and below.ordinal.value == 1
    return lacks_a_tier or begins or len(below.names.names) > 1 or _heads_by_turns(pieces, at)


def _counts_all(pieces: Sequence[Piece], at: int, name: Name) -> bool:
    """Tell whether a village of no town counts the villages below it, and no more stand there:
    一、清岗县红旗村（2个） over 东岭村、西岭村."""
    piece, level = pieces[at], name.reading.level
    declared = piece.names.declared if piece.names is not None else None
    over = name.path[-2][0] if len(name.path) > 1 else None
    if declared is None or level is not Level.COMMUNITY or over is Level.TOWNSHIP:
        return False
    run = takewhile(lambda below: _is_of_tier(below, level), pieces[at + 1 :])
    return sum(len(below.names.names) for below in run if below.names is not None) == declared


def _is_of_tier(piece: Piece, level: Level) -> bool:
    """Tell whether a line holds names of a tier alone, and counts none."""
    names = piece.names
    if names is None or names.declared is not None:
        return False
    return all(name.reading.level is level for name in names.names)


def _calls_past_a_place(pieces: Sequence[Piece], at: int, name: Name) -> bool:
    """Tell whether a place above the towns stands right below a line that counts what it calls, or
    is numbered as others are that call theirs: 一、平安村（2个） / 清岗县：东岭村、西岭村."""
    piece, below = pieces[at], pieces[at + 1]
    if not _place_over(below, name.reading.level) or _is_numbered_like_units(pieces, at):
        return False
    counts = piece.names is not None and piece.names.declared is not None
    return counts or _heads_by_turns(pieces, at)


def _place_over(piece: Piece, level: Level) -> bool:
    """Tell whether a line begins with a place above the towns, and above a tier."""
    name = piece.names.names[0] if piece.names is not None else None
    header = piece.header if name is None else name.header
    path = header.path if header is not None else name.path if name is not None else ()
    return bool(path) and path[-1][0].depth <= min(Level.COUNTY.depth, level.depth - 1)


def _is_numbered_like_units(pieces: Sequence[Piece], at: int) -> bool:
    """Tell whether a line near one bears a number of its style and one name, no such word."""
    return any(not may_be_wording(*one.path[-1]) for one in _numbered_alike(pieces, at))


def _heads_by_turns(pieces: Sequence[Piece], at: int) -> bool:
    """Tell whether another line of the number's style is such a word: 一、先进镇 / 白溪镇 /
    二、先进村 / 东岭村."""
    return any(may_be_wording(*one.path[-1]) for one in _numbered_alike(pieces, at))


def _numbered_alike(pieces: Sequence[Piece], at: int) -> Iterator[Name]:
    """Yield the one names of the lines near one that are numbered in its style."""
    if pieces[at].ordinal is None:
        return
    below, above = range(at + 1, at + _NEAR), range(at - 1, at - _NEAR, -1)
    for each in chain(below, above):
        if 0 <= each < len(pieces) and pieces[each].style == pieces[at].style:
            name = single(pieces[each])
            if name is not None:
                yield name
