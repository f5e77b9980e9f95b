"""A short line that is no name: a heading, a parent, an entry by its place, or none of the list."""

from collections.abc import Iterator

from pilotdiff.listing.among_lines.towns_by_place import county_over_communities
from pilotdiff.listing.carried_parents import Parts, holds, stands_lower
from pilotdiff.listing.institutions import is_institution, is_office, may_stand_among_names
from pilotdiff.listing.lines.headings import Heading, of_what_lies_in, read_heading
from pilotdiff.listing.lines.items import read_names
from pilotdiff.listing.lines.pieces import Piece, Shape, without_specks
from pilotdiff.listing.lines.titles_and_dates import is_signature, leading_units
from pilotdiff.listing.omissions import NOT_READ, is_omission
from pilotdiff.listing.recognise.candidates import Candidate, LinePlace
from pilotdiff.listing.recognise.halves import halves
from pilotdiff.listing.recognise.in_place import is_unread_name, read_in_place
from pilotdiff.listing.recognise.named_places import (
    body_of_a_place,
    bracketed_place,
    counted_place,
    leading_place,
    lone_zone,
    place_before_rubbish,
    reporting_place,
    short_place,
    unread_reporter,
    without_count,
)
from pilotdiff.listing.recognise.parent_evidence import begins_numbers
from pilotdiff.listing.recognise.rows_below import over_short_names
from pilotdiff.listing.recognise.surroundings import Surroundings, first_name
from pilotdiff.listing.recognise.unit_lines import names_follow
from pilotdiff.listing.recognise.unreadable_names import (
    begins_with_a_town,
    begins_with_units,
    is_damaged_name,
    is_labelled_row,
    may_be_unread,
)
from pilotdiff.listing.recognise.vouched_lines import vouched_lines
from pilotdiff.listing.unit_names.line_names import Names
from pilotdiff.listing.unit_names.places_by_short_names import places_by_short_names
from pilotdiff.listing.unit_names.short_forms import short_path
from pilotdiff.model import Level, Role, Said, msg
from pilotdiff.names import sorts_areas
from pilotdiff.patterns import pattern

_TOTAL = pattern(r"^(?:总计|合计|共计|总共|一共)[:：\s]*(?P<number>\d{1,6})\s*[个家项处名]?[。.]?$")
_SERIES = 3
_REMARK = msg("a remark in brackets below a unit")
_IN_BRACKETS = pattern(r"\s*[（(][^（()）]{1,24}[)）]\s*")


def heading_lines(around: Surroundings, at: int, place: LinePlace) -> Iterator[Candidate]:
    """Yield what a short line that reads as no name may be."""
    piece = around.pieces[at]
    if at in around.verdicts:
        yield Candidate(Role.RUNNING_TEXT, piece, ("a_sentence",))
        return
    groups = piece.heading is not None and piece.heading.groups
    found = None if groups or _leads_lower(around, at) else read_in_place(piece, place)
    yield from in_its_place(piece, found)
    yield from parents(around, at, place)
    vouched = tuple(vouched_lines(around, at, place.level))
    yield from vouched
    if (whole := halves(around, at)) is not None:
        yield whole
    if (total := _TOTAL.match(piece.text.text.strip())) is not None:
        number = int(total["number"])
        yield Candidate(Role.TOTAL, piece, ("a_count", "words_of_a_total"), declared=number)
    is_read = isinstance(found, Names) or any(map(_is_vouched, vouched))
    held = () if is_read or _sorts_areas(piece) else tuple(_unread_evidence(around, at, place))
    if held:
        text = piece.text.text[piece.body :].strip()
        over = _over_communities(around, at, text.rstrip("：:"))
        yield Candidate(Role.UNREAD, piece, held, path=over, title=text, why=NOT_READ, told=True)
    if _is_remark_below(around, at):
        yield Candidate(Role.NOTE, piece, ("remark_below",), why=_REMARK)
    if held := tuple(_heading_evidence(around, at)):
        yield _heading(piece, held, around.led.get(at, ()))
    yield Candidate(Role.FURNITURE, piece, ("stands_alone",), why=msg("stands in no list"))


def _leads_lower(around: Surroundings, at: int) -> bool:
    """Tell whether a line is a path of places written short over a name that lies lower: 石家庄市
    灵寿 over 南岭村."""
    piece = around.pieces[at]
    path = places_by_short_names(piece.text.text[piece.body :])
    below = around.next(at) if path else None
    name = first_name(below) if below is not None else None
    return name is not None and stands_lower(name.path[0], path[-1])


def _is_vouched(candidate: Candidate) -> bool:
    return candidate.names is not None and candidate.names.names[0].vouched


def in_its_place(piece: Piece, found: Names | Said | None) -> Iterator[Candidate]:
    """Yield a line that its place makes an item: its names, or why they cannot be read."""
    if isinstance(found, Names):
        yield Candidate(Role.ITEM, piece, ("item_by_its_place",), names=found)
    elif found is not None:
        yield Candidate(Role.UNREAD, piece, ("item_by_its_place",), why=found, told=True)


def _heading(piece: Piece, held: tuple[str, ...], led: Parts) -> Candidate:
    heading = piece.heading or Heading("")
    bare, path, declared = bracketed_place(piece.text.text[piece.body :])
    if path and bare:
        heading = read_heading(bare)._replace(title=heading.title)
        if declared is not None:
            heading = heading._replace(declared=declared)
    if led:
        heading = of_what_lies_in(heading, piece.text.text, led[-1][1])
    names = None
    if heading.units:
        start = piece.text.text.rindex(heading.units)
        names = read_names(piece.text.text[: start + len(heading.units)], start)
    return Candidate(
        Role.HEADING,
        piece,
        held,
        names=names,
        path=(path if bare else ()) or led,
        title=heading.title,
        heading=heading,
        declared=heading.declared,
    )


def _heading_evidence(around: Surroundings, at: int) -> Iterator[str]:
    piece = around.pieces[at]
    listing = piece.heading is not None and piece.heading.listing
    bare, path, _ = bracketed_place(piece.text.text[piece.body :])
    # A place alone in brackets, （清岗县）, has no word of a list but its own kind.
    of_a_list = read_heading(bare).listing if path and bare else listing and not path
    if of_a_list or _sorts_areas(piece):
        yield "words_of_a_list"
    if piece.text.heading:
        yield "set_as_heading"
    if piece.ordinal is not None:
        yield "numbered"
    if names_follow(around, at):
        yield "names_follow"
    if at in around.led:
        yield "begins_with_a_place"


def _sorts_areas(piece: Piece) -> bool:
    """Tell whether a line is a word for areas of a sort and has no other of a list: 高风险地区."""
    if piece.heading is not None and piece.heading.listing:
        return False
    return sorts_areas(piece.text.text[piece.body :].strip().rstrip("：:"))


def parents(around: Surroundings, at: int, place: LinePlace) -> Iterator[Candidate]:
    """Yield the line as a place over the names below it, though it is no whole name."""
    piece = around.pieces[at]
    text = without_specks(piece.text.text[piece.body :].strip())
    if at in around.without_any:
        none = around.without_any[at]
        yield Candidate(Role.PARENT, piece, ("has_none",), path=none, title=text)
        return
    path, held, declared = _as_a_place(around, at, text)
    if not path or not held:
        return
    heads_on = ("goes_on_with_headings",) if place.heads_on else ()
    told = (*held, *heads_on, *_told_below(around, at, path))
    yield Candidate(Role.PARENT, piece, told, path=path, title=text, declared=declared)


def _as_a_place(around: Surroundings, at: int, text: str) -> tuple[Parts, list[str], int | None]:
    """Return the place that a line names short, in brackets or with words around it, what speaks
    for its being one, and how many names it announces; () for any other line."""
    held = []
    bare, path, declared = bracketed_place(text)
    if path and not bare:
        held.append("place_in_brackets")
    elif path := short_place(bare := text.rstrip("：:")) or places_by_short_names(bare):
        held.append("short_place")
    elif (stated := counted_place(text))[0]:
        path, declared = stated
        held += ["short_place", "counts_what_follows"]
    elif (zone := lone_zone((counted := without_count(text))[0])) is not None:
        path, declared = zone.path, counted[1]
        held += ["zone_alone"] if declared is None else ["zone_alone", "counts_what_follows"]
    elif path := body_of_a_place(text):
        held.append("body_of_a_place")
    elif path := reporting_place(text.rstrip("：:")):
        held.append("reports_names")
    elif path := _office_over(around, at, text.rstrip("：:")):
        held.append("office_over_names")
    elif path := _over_communities(around, at, text.rstrip("：:")):
        held.append("town_by_its_place")
    elif around.pieces[at].ordinal is not None:
        path, declared = place_before_rubbish(text)
        held += ["place_before_rubbish"] * bool(path)
    return path, held, declared


def _told_below(around: Surroundings, at: int, path: Parts) -> list[str]:
    """Return what the lines below one speak of its being the place over them."""
    held: list[str] = []
    below = around.names_below(at)
    if below is not None:
        again = path[-1] in below.path[:-1]
        deeper = again or below.path[0][0].depth > path[-1][0].depth
        held.append("lower_name_below" if deeper else "no_lower_name_below")
        if deeper and not again and holds(path[-1], below.path[0]) is False:
            held.append("codes_contradict")
    elif over_short_names(around, at, path):
        held.append("holds_the_row_below")
    elif (following := around.next(at)) is None:
        held.append("no_lower_name_below")
    else:
        held += [] if _may_stand_below(following, path) else ["no_lower_name_below"]
    return held


def _office_over(around: Surroundings, at: int, text: str) -> Parts:
    """Return the place of an office that stands over names which lie lower: 清岗市民政局 over
    1.白溪县; () for any other line."""
    path = leading_place(text) if is_office(text) else ()
    if not path or not text.startswith("".join(leading_units(text))):
        return ()
    following, below = around.next(at), around.names_below(at)
    if following is not None and following.shape is Shape.TABLE:
        return path
    lower = below is not None and below.path[0][0].depth > path[-1][0].depth
    return path if lower else ()


def _over_communities(around: Surroundings, at: int, text: str) -> Parts:
    """Return the county and town that a line begins with over communities whose numbers begin
    below it; () for any other line: among names it may be one of them."""
    below = around.names_below(at) if begins_numbers(around, at) else None
    over = below is not None and below.path[0][0] is Level.COMMUNITY
    return county_over_communities(text) if over else ()


def _may_stand_below(piece: Piece, path: Parts) -> bool:
    """Tell whether a line that holds no name may go on with what a place stands over."""
    if piece.shape is Shape.HEADER and piece.header is not None and piece.header.path:
        return piece.header.path[0][0].depth > path[-1][0].depth
    if piece.shape in (Shape.TABLE, Shape.NUMBER, Shape.HEADER):
        return True
    if piece.shape is not Shape.HEADING or is_signature(piece.text.text):
        return False
    return not short_place(piece.text.text[piece.body :], Level.COUNTY)


def _is_bracket(piece: Piece) -> bool:
    bracket = _IN_BRACKETS.fullmatch(piece.text.text) is not None
    return piece.ordinal is None and bracket and not is_omission(piece.text.text)


def _is_remark_below(around: Surroundings, at: int) -> bool:
    """Tell whether a line in brackets, and another near it, stands between two that are numbered
    alike, the first of them a unit: what it grows or makes."""
    piece, above, below = around.pieces[at], around.pieces[at - 1] if at else None, around.next(at)
    near = [*around.pieces[max(at - 2, 0) : at], *around.pieces[at + 1 : at + 3]]
    if not (_is_bracket(piece) and any(map(_is_bracket, near))):
        return False
    if above is None or above.ordinal is None or below is None:
        return False
    goes_on = below.ordinal is None or below.ordinal.value > above.ordinal.value
    alike = below.style == above.style and goes_on
    numbered = above.names is not None and (alike or below.ordinal is None)
    return numbered and bracketed_place(piece.text.text)[1] == ()


def _is_path(text: str) -> bool:
    """Tell whether a text begins with a city and its county, and names what lies in it:
    清岗市白溪区东岭大队."""
    units = leading_units(text)
    rest = text.removeprefix("".join(units))
    return len(units) > 1 and rest != text and may_stand_among_names(rest)


def _unread_evidence(around: Surroundings, at: int, place: LinePlace) -> Iterator[str]:
    piece = around.pieces[at]
    listing = piece.heading is not None and piece.heading.listing
    if place.continues:
        yield "number_goes_on"
    if place.open and is_damaged_name(piece):
        yield "damaged_name"
    if place.open and is_labelled_row(piece):
        yield "stands_among_names"
    if listing:
        return
    bare = piece.text.text[piece.body :]
    alone = bool(short_place(bare) or counted_place(bare)[0] or short_path(bare, 0, len(bare)))
    if not alone and (is_unread_name(piece, place) or _begins_between_names(around, at)):
        yield "begins_with_units"
    path = place.open and _is_path(bare) and halves(around, at) is None
    if piece.ordinal is not None and (path or _is_office(bare)):
        yield "begins_with_units"
    if begins_with_a_town(piece) and around.towns_near(at):
        yield "begins_with_units"
    if begins_a_series(around, at):
        yield "begins_a_series"
    if place.open and unread_reporter(bare):
        yield "reports_unread"
    if (place.open or piece.ordinal is not None) and at in around.institutions.lines:
        yield "stands_among_bodies"
    if place.open and (may_be_unread(piece) or _office_over_names(around, at)):
        yield "stands_among_names"


def _begins_between_names(around: Surroundings, at: int) -> bool:
    """Tell whether a line between names that stand under no heading begins with a known unit."""
    before = around.pieces[at - 1] if at else None
    if before is None or before.names is None or not names_follow(around, at):
        return False
    return begins_with_units(around.pieces[at])


def _is_office(text: str) -> bool:
    """Tell whether a text is an office that begins with its place: 清岗县民政局."""
    return bool(leading_units(text)) and is_signature(text)


def _office_over_names(around: Surroundings, at: int) -> bool:
    """Tell whether an office or body, which is no place, stands between names: 清岗县民政局."""
    piece = around.pieces[at]
    text = piece.text.text[piece.body :]
    return names_follow(around, at) and (is_signature(text) or is_institution(text))


def begins_a_series(around: Surroundings, at: int) -> bool:
    """Tell whether the names behind a line go on with its number: it is one of the first."""
    first = around.pieces[at].ordinal
    if first is None:
        return False
    for ahead, following in enumerate(around.pieces[at + 1 : at + 1 + _SERIES], start=1):
        number = following.ordinal
        if number is None or (number.style, number.value) != (first.style, first.value + ahead):
            return False
        if following.names is not None:
            return True
    return False
