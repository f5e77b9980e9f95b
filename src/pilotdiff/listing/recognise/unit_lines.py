"""Lines whose names can be read: entries, or places over the names below them."""

from collections.abc import Iterator, Sequence
from itertools import islice

from pilotdiff.listing.carried_parents import Parts, holds
from pilotdiff.listing.lines.date_lines import is_date
from pilotdiff.listing.lines.following import following
from pilotdiff.listing.lines.headings import read_heading
from pilotdiff.listing.lines.pieces import Piece, Shape, single
from pilotdiff.listing.lines.titles_and_dates import is_signature
from pilotdiff.listing.omissions import OMITTED
from pilotdiff.listing.recognise.candidates import Candidate
from pilotdiff.listing.recognise.halves import halves
from pilotdiff.listing.recognise.in_place import leaves_out
from pilotdiff.listing.recognise.parent_evidence import bare_count, begins_numbers, parent_evidence
from pilotdiff.listing.recognise.surroundings import Surroundings
from pilotdiff.listing.unit_names.line_names import Name, Names
from pilotdiff.model import LEVELS, DivisionPath, Level, Role, msg
from pilotdiff.names import gazetteer, is_zone, known, whole_within
from pilotdiff.names.called_by_programmes import is_of_programmes
from pilotdiff.names.head_words import is_head_word
from pilotdiff.patterns import pattern

_PATHS = 2
_NO_NAMES = Names(())
_SIGNS = msg("an office that signs")
_COMMITTEE = pattern(r"(?:[村居]民委员会|[村居]委会)\s*$", needs="会")


def unit_lines(around: Surroundings, at: int) -> Iterator[Candidate]:
    """Yield what a line whose names can be read may be."""
    piece = around.pieces[at]
    if _signs(around, at):
        yield Candidate(Role.FURNITURE, piece, ("words_of_a_page",), why=_SIGNS)
        return
    if at in around.said_again:
        yield Candidate(Role.RUNNING_TEXT, piece, ("a_sentence",))
        return
    name = single(piece)
    if name is not None and leaves_out(name):
        evidence = ("item_by_its_place",)
        yield Candidate(Role.UNREAD, piece, evidence, why=OMITTED, told=True)
        return
    if at in around.decided:
        yield Candidate(Role.ITEM, piece, ("reads_as_units", "verdict_below"), names=piece.names)
        return
    yield Candidate(Role.ITEM, piece, ("reads_as_units",), names=piece.names)
    if name is not None and (held := tuple(parent_evidence(around, at, piece, name))):
        title = piece.text.text[piece.body :].strip()
        declared = piece.names.declared if piece.names else None
        declared = bare_count(name) if declared is None else declared
        path = _with_its_kind(name.path)
        yield Candidate(Role.PARENT, piece, held, path=path, title=title, declared=declared)
    if piece.ordinal is not None and (whole := halves(around, at)) is not None:
        yield whole
    if name is None:
        return
    above: Parts = ()
    if _is_wording(name) and _opens_the_list(around, at):
        held, above = ("name_of_no_place",), name.reading.parts[:1]
    elif _may_be_a_title(around, at, name):
        held, above = ("name_of_no_place",), name.reading.parts[:-1]
    elif _over_whole_paths(around, at, name):
        held = ("whole_paths_below",)
    else:
        return
    heading = read_heading(name.text)
    yield Candidate(Role.HEADING, piece, held, path=above, title=name.text, heading=heading)


def _with_its_kind(path: Parts) -> Parts:
    """Return the path of a place, with its kind where the standard has it in the place above."""
    *above, (level, own) = path
    whole = whole_within(own, level, DivisionPath.of(above)) if above and not known(own) else ()
    return (*above, *(whole or path[-1:]))


def _signs(around: Surroundings, at: int) -> bool:
    """Tell whether an office stands over a date alone: 清岗省药品监督管理局 / 2016年9月8日. The
    committee of a village right below that of another one is listed as that is."""
    below = around.next(at)
    if below is None or not is_signature(around.pieces[at].text.text.strip()):
        return False
    two = around.pieces[max(at - 1, 0) : at + 1]
    listed = len(two) > 1 and all(_COMMITTEE.search(each.text.text) for each in two)
    return is_date(below) and not listed


def _opens_the_list(around: Surroundings, at: int) -> bool:
    """Tell whether names follow a line that are not numbered as it is, and none stand above it."""
    pieces = around.pieces
    if not names_follow(around, at) or any(p.names is not None for p in islice(pieces, at)):
        return False
    below = next((p for p in following(pieces, at + 1) if p.names is not None), None)
    style = around.pieces[at].style
    return not style or below is None or below.style != style


def _may_be_a_title(around: Surroundings, at: int, name: Name) -> bool:
    """Tell whether a name is the title of the paths below it, opens the page but for its own
    places, or has a number and theirs begin again: 二、清岗市平安社区 / 1.白溪县东岭镇西岭村."""
    pieces = around.pieces
    if not titles_lower_paths(pieces[at : at + LINES_OF_A_TITLE], name):
        return False
    if pieces[at].ordinal is not None:
        return begins_numbers(around, at) and pieces[at + 1].style != pieces[at].style
    named = (one for piece in islice(pieces, at) for one in (piece.names or _NO_NAMES).names)
    return all(one.path[-1] in name.path[:-1] for one in named)


def _is_wording(name: Name) -> bool:
    """Tell whether a path leads from a province right to what sounds like a township: no township
    lies so, and 北京市健康街乡 is the title of a list."""
    parts = name.reading.parts
    return parts[0][0] is Level.PROVINCE and parts[1:2] != () and parts[1][0] is Level.TOWNSHIP


def _over_whole_paths(around: Surroundings, at: int, name: Name) -> bool:
    """Tell whether whole paths of its tier, numbered in another way, stand below a bare name that
    nothing knows: 2.文旅街道 / 2-1.清岗市白溪区南岭街道."""
    piece, below = around.pieces[at], around.pieces[at + 1 : at + 1 + _PATHS]
    if piece.ordinal is None or len(name.path) > 1 or known(name.text) or not below:
        return False
    names = [other for p in below if p.names is not None and (other := single(p))]
    tier, first = name.reading.level, below[0]
    if not names or single(first) is None or any(p.style == piece.style for p in below):
        return False
    whole = (len(n.path) > 1 and n.header is None for n in names)
    return all(whole) and all(n.reading.level is tier for n in names)


def names_follow(around: Surroundings, at: int) -> bool:
    """Tell whether the next line that says anything is one of names."""
    following = around.next(at)
    return following is not None and following.shape is Shape.NAMES


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
