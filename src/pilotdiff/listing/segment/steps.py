"""From one state to the next: what a candidate is worth where it stands, and what it opens."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from pilotdiff.listing.carried_parents import stands_lower
from pilotdiff.listing.lines.headings import names_honoured
from pilotdiff.listing.lines.pieces import Piece, Shape
from pilotdiff.listing.recognise.candidates import Candidate, LinePlace
from pilotdiff.listing.recognise.surroundings import Surroundings
from pilotdiff.listing.sections import frame_style, still_open
from pilotdiff.listing.segment.states import LastEntry, Open, State
from pilotdiff.listing.segment.weights import WEIGHTS
from pilotdiff.listing.unit_names.line_names import Header, Name, Names
from pilotdiff.listing.vocabulary import phrases
from pilotdiff.model import Role
from pilotdiff.names import gazetteer
from pilotdiff.patterns import pattern

_ROW = 3


class Step(NamedTuple):
    """A candidate taken: what it is worth, the evidence that its place adds, the state behind."""

    worth: float
    added: tuple[str, ...]
    state: State


def line_place(state: State, piece: Piece) -> LinePlace:
    """Return where a line stands."""
    ordinal = piece.ordinal
    if ordinal is None:
        return LinePlace(state.open, False, False, state.level)
    frames, style = state.frames, ordinal.style
    heads_on = any(f.style == style and f.number == ordinal.value - 1 for f in frames)
    continues = (
        state.open
        and state.numbered == (style, ordinal.value - 1)
        and not (frames and frames[-1].style == style)
    )
    return LinePlace(state.open, continues, heads_on, state.level)


def step(around: Surroundings, at: int, state: State, taken: Candidate) -> Step:
    """Take a candidate for the line at `at`."""
    if taken.role is Role.ITEM:
        added, after = _item(state, taken)
    elif taken.role in (Role.PARENT, Role.HEADING):
        added, after = _heading(around, at, state, taken)
    else:
        added, after = (), _other(state, taken)
    return Step(_worth(taken.features) + _worth(added), added, after)


@cache
def _worth(features: tuple[str, ...]) -> float:
    return sum(WEIGHTS[key].value for key in features)


def _numbers_a_heading(names: Names) -> bool:
    """Tell whether what a line's number counts is the heading before its colon: 二、示范乡镇：…"""
    header = names.names[0].header
    return header is not None and header.heading is not None and header.heading.level is not None


def heading_of_row(state: State, taken: Candidate) -> Header | None:
    """Return what stands before the colon of a row whose number goes on from that of a heading:
    一、清岗市 / 白溪县 / 二、北岭市（2个）：南岭县、东岭县; None for any other line."""
    header = taken.names.names[0].header if taken.names else None
    if header is None or not header.path or header.heading is not None:
        return None
    heads_on = line_place(state, taken.piece).heads_on
    return header if heads_on and not _goes_on_below(state, taken.piece, header) else None


def _goes_on_below(state: State, piece: Piece, header: Header) -> bool:
    """Tell whether a row's number goes on from that of the row above, below a place numbered alike:
    2.南岭镇：东岭村 behind 1.清岗县 / 1.白溪镇：西岭村."""
    if piece.ordinal is None:
        return False
    own = (piece.ordinal.style, piece.ordinal.value - 1)
    over = (frame for frame in state.frames if (frame.style, frame.number) == own)
    place = next((frame.path[-1] for frame in over if frame.path), None)
    return state.numbered == own and place is not None and stands_lower(header.path[0], place)


def _under_its_heading(state: State, taken: Candidate) -> State:
    """Return the state in which what stands before the colon of a row is the heading in force."""
    piece, header = taken.piece, heading_of_row(state, taken)
    if header is None:
        return state
    number = _number(piece)
    kept = state.frames[: still_open(state.frames, piece.style, header.path, number)]
    opened = Open(piece.style, number, piece.text.line, header.path, None)
    return state._replace(frames=(*kept, opened), parents=_parents(state, opened))


def heading_beside(state: State, piece: Piece) -> str:
    """Return the style of the place in force whose number a line's own goes on from: it stands
    beside that place, not under it, as 二、清岗镇 does behind 一、白溪县 / 1.南岭镇;
    "" for none."""
    if piece.ordinal is None:
        return ""
    own = (piece.ordinal.style, piece.ordinal.value - 1)
    if state.numbered == own:
        return ""  # it goes on from an entry: numbers begin anew below the place
    beside = any(frame.path and (frame.style, frame.number) == own for frame in state.frames)
    return own[0] if beside else ""


def _number(piece: Piece) -> int | None:
    return piece.ordinal.value if piece.ordinal else None


def _item(state: State, taken: Candidate) -> tuple[tuple[str, ...], State]:
    piece, names = taken.piece, taken.names
    if names is None:
        return (), state._replace(open=True, listed=True, styles=())
    ordinal = piece.ordinal
    state = _under_its_heading(state, taken)
    tier, last = names.names[-1].reading.level.depth, state.last
    added = []
    if state.frames and state.open:
        added.append("under_heading")
    if last is not None and last.tier == tier and last.style == piece.style:
        added.append("same_tier")
    open_ = state.open and not _breaks_off(state, names)
    certain = is_certain(state, piece, names)
    return tuple(added), State(
        open_ or certain,
        state.frames,
        (ordinal.style, ordinal.value)
        if ordinal and not _numbers_a_heading(names)
        else state.numbered,
        LastEntry(piece.style, tier, piece.text.line, len(names.names) >= _ROW),
        _styles(state, piece, parent=_behind_its_place(names)),
        state.listed or certain,
        state.over,
        state.counting(len(names.names)),
        state.parents,
    )


def _behind_its_place(names: Names) -> bool:
    """Tell whether what a row's number counts is the place before its colon: 一、清岗县：白溪镇."""
    header = names.names[0].header
    return header is not None and bool(header.path) and header.heading is None


def _styles(state: State, piece: Piece, *, parent: bool) -> tuple[tuple[str, bool], ...]:
    """Return the styles of the lines of names up to this one, () where it is none."""
    if piece.shape is not Shape.NAMES:
        return ()
    own = (piece.style, parent)
    if own in state.styles:
        return state.styles
    # In one order, so that ways which met the same styles are one way.
    return tuple(sorted((*(each for each in state.styles if each[0] != piece.style), own)))


def _breaks_off(state: State, names: Names) -> bool:
    """Tell whether bare names of a higher tier follow numbered ones: links below the list."""
    last = state.last
    if last is None or not last.style or _nothing_yet(state):
        return False
    return all(name.reading.level.depth < last.tier for name in names.names)


def is_certain(state: State, piece: Piece, names: Names) -> bool:
    """Tell whether entries of a line of names stand under a heading, in a list, or bear a
    number."""
    if piece.ordinal is not None or (state.open and not _breaks_off(state, names)):
        return True
    if _is_led(piece, names):
        return True
    return any(name.header for name in names.names) or _like_the_entries(state, names.names)


# What the sentence of the line above announces: 清岗市3地入选。 / 分别是白溪县东岭镇、…
_LEADS_ON = pattern(r"\s*(?:它们|他们)?(?:分别|依次)[是为有]\s*$")


def _is_led(piece: Piece, names: Names) -> bool:
    """Tell whether a row begins with words that a list alone has before it."""
    start = names.names[0].start
    return len(names.names) > 1 and _LEADS_ON.match(piece.text.text[:start]) is not None


def _like_the_entries(state: State, names: Sequence[Name]) -> bool:
    """Tell whether whole paths, or a row below a row, stand at the tier of the entries above, a
    text between them."""
    last = state.last
    if not state.listed or last is None or state.open:
        return False
    row = last.row and len(names) >= _ROW
    return all(
        (row or len(name.reading.parts) > 1) and name.reading.level.depth == last.tier
        for name in names
    )


def _heading(
    around: Surroundings, at: int, state: State, taken: Candidate
) -> tuple[tuple[str, ...], State]:
    piece, added = taken.piece, []
    if taken.role is Role.PARENT and piece.shape is Shape.NAMES:
        if (piece.style, False) in state.styles and "other_style_below" in taken.features:
            added.append("same_style_was_item")
        if "lower_name_below" in taken.features and _like_a_parent(state, taken):
            added.append("like_the_parent_above")
        level = state.level
        above = level is not None and taken.path[-1][0].depth < level.depth
        if above and "lower_name_below" in taken.features:
            added.append("over_listed_tier")
    if state.reached:
        added.append("total_reached")
    style = frame_style(piece, taken.path, taken.heading)
    kept = state.frames[: still_open(state.frames, style, taken.path, _number(piece))]
    heading = taken.heading
    opened = Open(
        style,
        _number(piece),
        piece.text.line,
        taken.path,
        heading.level if heading else None,
        taken.declared,
    )
    after = state._replace(
        open=opens(around, at, state, taken),
        frames=(*kept, opened),
        styles=_styles(state, piece, parent=True),
        taken=0,
        parents=_parents(state, opened),
    )
    if taken.names is not None:
        after = _item(after, taken)[1]
    return tuple(added), after


def _parents(state: State, opened: Open) -> tuple[tuple[str, int], ...]:
    """Return how the places over others were written so far, in one order, with one more."""
    if not opened.path:
        return state.parents
    return tuple(sorted({*state.parents, (opened.style, opened.path[-1][0].depth)}))


def _like_a_parent(state: State, taken: Candidate) -> bool:
    """Tell whether a place of its tier, written like it, stands over the entries above, one that a
    higher place has ended too: 清岗市 / 白溪县 / 南岭镇 / 北岭市 / 东岭县. A city without counties
    is of the tier of counties, too: 东莞市 below 白溪县."""
    *above, (level, name) = taken.path
    tiers = {level, gazetteer.tier_over_towns(level, name)}
    styles = (
        (frame_style(taken.piece, (*above, (tier, name)), taken.heading), tier.depth)
        for tier in tiers
    )
    return any(style in state.parents for style in styles)


def opens(around: Surroundings, at: int, state: State, taken: Candidate) -> bool:
    """Tell whether names below a heading are its entries."""
    piece = taken.piece
    if piece.shape is not Shape.HEADING or taken.role is Role.PARENT:
        return True
    heading = taken.heading
    if piece.ordinal is not None or (heading is not None and heading.listing):
        return True
    follow = "names_follow" in taken.features
    if follow and heading is not None and names_honoured(heading.title):
        return True
    label = piece.text.text.strip() in phrases("labels.txt")
    if state.open and not label and follow and _nothing_yet(state):
        return True
    return _like_the_last(around, at, state)


def _nothing_yet(state: State) -> bool:
    """Tell whether no entry stands under the innermost heading yet: it has a heading below it."""
    if not state.frames:
        return False
    return state.last is None or state.last.line < state.frames[-1].line


def _like_the_last(around: Surroundings, at: int, state: State) -> bool:
    """Tell whether the names below a heading of unknown wording stand at the tier above it."""
    following = around.next(at)
    if not state.open or state.last is None or following is None or following.names is None:
        return False
    return following.names.names[0].reading.level.depth == state.last.tier


def _other(state: State, taken: Candidate) -> State:
    piece = taken.piece
    if taken.role is Role.UNREAD:
        ordinal = piece.ordinal
        numbered = (ordinal.style, ordinal.value) if ordinal else state.numbered
        return state._replace(numbered=numbered, styles=(), taken=state.counting(1))
    if taken.role is Role.TOTAL:
        return state._replace(styles=())
    if taken.role is Role.NOTE:
        return state
    over = state.over or "page_is_over" in taken.features
    goes_on = piece.shape is Shape.NUMBER or "tells_of_the_name_above" in taken.features
    open_ = state.open and goes_on
    return state._replace(open=open_, styles=(), over=over)
