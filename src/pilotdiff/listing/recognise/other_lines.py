"""Lines that are no names by themselves: running text, counts, addresses, what surrounds a page."""

from collections.abc import Iterator

from pilotdiff.listing.lines.cuts import CLAUSE_END
from pilotdiff.listing.lines.doers import DOERS
from pilotdiff.listing.lines.furniture import is_imprint
from pilotdiff.listing.lines.pieces import Piece, Shape, single
from pilotdiff.listing.naming import CERTAIN
from pilotdiff.listing.omissions import NOT_READ, PERSONS
from pilotdiff.listing.recognise.candidates import Candidate, LinePlace
from pilotdiff.listing.recognise.heading_lines import begins_a_series, in_its_place
from pilotdiff.listing.recognise.in_place import is_unread_name, read_in_part
from pilotdiff.listing.recognise.surroundings import Surroundings
from pilotdiff.listing.recognise.told_lines import told_line
from pilotdiff.listing.recognise.unreadable_names import begins_with_a_town
from pilotdiff.listing.sentences.words import uses
from pilotdiff.listing.unit_names.first_names import read_first_name
from pilotdiff.listing.unit_names.line_names import Header, Names
from pilotdiff.listing.unit_names.name_reading import read_name
from pilotdiff.model import Role, msg
from pilotdiff.names import has_generic_stem
from pilotdiff.patterns import pattern

_MANY = pattern(r"[，,。；;、]")
_DAMAGE = pattern(r"[?？�〓□]|</?\w+>|&\w+;")
_LONGEST_HEADING = 30
_GAP = pattern(r"(?<=\S)(?:\s{2,}|\u3000|\t)\s*(?=\S)")
_LONGEST_PATH = 50
_PATH = 2
_THIS = pattern(r"[该本](?P<kind>社区|街道|苏木|嘎查|[省市州盟县区旗镇乡村])")
_FURNITURE = msg("page furniture")
_ROLES = {
    Shape.DOERS: (Role.NOTE, "names_doers", DOERS),
    Shape.PERSONS: (Role.NOTE, "names_persons", PERSONS),
    Shape.ADDRESS: (Role.ADDRESS, "addresses", msg("whom the document addresses")),
    Shape.NUMBER: (Role.PAGE, "number_alone", msg("a number alone")),
    Shape.PAGE: (Role.PAGE, "page_number", msg("a page number")),
}


def running_text(around: Surroundings, at: int, place: LinePlace) -> Iterator[Candidate]:
    """Yield a sentence; or a line of names of which some cannot be read; or a numbered
    unread name."""
    piece = around.pieces[at]
    found = read_in_part(piece, place)
    if (names := around.told_below.get(at)) is not None:
        yield Candidate(Role.ITEM, piece, ("item_by_its_place",), names=names)
    elif found is not None:
        yield from in_its_place(piece, found)
    elif place.continues and (names := _told_of(piece)) is not None:
        yield Candidate(Role.ITEM, piece, ("item_by_its_place",), names=names)
    elif (names := _before_a_gap(piece)) is not None and _like_it(around, at, names):
        yield Candidate(Role.ITEM, piece, ("name_and_remark", "like_its_neighbour"), names=names)
    elif (told := told_line(around, at)) is not None:
        held = ("name_and_remark", "like_its_neighbour", "like_its_neighbour")
        yield Candidate(Role.ITEM, piece, held, names=Names((told,)))
    bare = piece.text.text[piece.body :].strip().rstrip("。；;")
    if place.continues and not CLAUSE_END.search(bare):
        yield Candidate(Role.UNREAD, piece, ("number_goes_on",), why=NOT_READ, told=True)
    if is_unread_name(piece, place) and _is_one_item(bare):
        yield Candidate(Role.UNREAD, piece, ("begins_with_units",), why=NOT_READ, told=True)
    if place.open and begins_with_a_town(piece) and around.towns_near(at):
        yield Candidate(Role.UNREAD, piece, ("begins_with_units",), why=NOT_READ, told=True)
    rest = piece.text.text[piece.body :].strip()
    if place.heads_on and len(rest) <= _LONGEST_HEADING and _DAMAGE.search(rest):
        yield Candidate(Role.HEADING, piece, ("goes_on_with_headings",), title=rest)
    evidence = ["a_sentence"] + ["tells_of_the_name_above"] * _tells_of_the_name_above(around, at)
    yield Candidate(Role.RUNNING_TEXT, piece, tuple(evidence), names=_described(piece))


def _tells_of_the_name_above(around: Surroundings, at: int) -> bool:
    """Tell whether a line goes on to tell of the one name of the line above: 白溪镇 / 该镇位于….
    白溪镇 / 白溪镇地处…."""
    name = single(around.pieces[at - 1]) if at else None
    if name is None:
        return False
    text = around.pieces[at].text.text.strip()
    own = name.reading.parts[-1][1]
    this = _THIS.match(text)
    return text.startswith(own) or (this is not None and own.endswith(this["kind"]))


def _is_one_item(text: str) -> bool:
    """Tell whether a text is short, one item and without a verb that decides on it."""
    if len(text) > _LONGEST_HEADING or _MANY.search(text):
        return False
    return uses("tail").search(text) is None


def _like_it(around: Surroundings, at: int, names: Names) -> bool:
    """Tell whether the line above or below is a unit of the same tier alone, or written the same
    way: a path, a gap, a sentence."""
    level = names.names[0].reading.level
    near = around.beside(at)
    units = (name for piece in near if (name := single(piece)) is not None)
    return any(_before_a_gap(piece) is not None for piece in near) or any(
        name.reading.level is level for name in units
    )


def _before_a_gap(piece: Piece) -> Names | None:
    """Return the whole path that a wide gap parts from what a line tells of it."""
    text = piece.text.text
    gap = _GAP.search(text, piece.body, piece.body + _LONGEST_PATH)
    if gap is None or piece.shape is not Shape.PROSE:
        return None
    name = read_name(text, piece.body, gap.start())
    if name is None or name.reading.sure < CERTAIN or len(name.reading.parts) < _PATH:
        return None
    return Names((name._replace(note=text[gap.end() :].strip()),))


def _told_of(piece: Piece) -> Names | None:
    """Return the unit before a comma whose line goes on to say why: 3.清岗县白溪村，已撤销。"""
    name = read_first_name(piece.text.text, piece.body)
    if name is None or piece.text.text[name.stop : name.stop + 1] not in ("，", ","):
        return None
    return Names((name,))


def _described(piece: Piece) -> Names | None:
    """Return the unit that a numbered sentence names and goes on to tell of."""
    name = read_first_name(piece.text.text, piece.body) if piece.ordinal else None
    if name is None:
        return None
    return Names((name._replace(note=CLAUSE_END.split(name.note, maxsplit=1)[0]),))


def furniture(around: Surroundings, at: int, place: LinePlace) -> Iterator[Candidate]:
    """Yield a line that makes no sense: a broken heading where its number goes on, else
    furniture."""
    piece = around.pieces[at]
    if is_imprint(piece.text.text):
        yield Candidate(Role.FURNITURE, piece, ("words_of_a_page",), why=_FURNITURE)
        return
    if place.heads_on:
        title = piece.text.text[piece.body :].strip()
        yield Candidate(Role.HEADING, piece, ("goes_on_with_headings",), title=title)
    elif place.continues or is_unread_name(piece, place) or begins_a_series(around, at):
        yield Candidate(Role.UNREAD, piece, ("number_goes_on",), why=NOT_READ, told=True)
    yield Candidate(Role.FURNITURE, piece, ("words_of_a_page",), why=_FURNITURE)


def closing_with_colon(around: Surroundings, at: int) -> Candidate:
    """Return what closes with a colon and stands over names."""
    piece = around.pieces[at]
    own = piece.header
    assert own is not None
    declared = own.declared
    if declared is None and own.heading is not None:
        declared = own.heading.declared
    role = Role.PARENT if own.path and own.heading is None else Role.HEADING
    return Candidate(
        role,
        piece,
        (_why_it_heads(piece, own, declared),),
        path=own.path or around.led.get(at, ()),
        title=own.title,
        heading=own.heading,
        declared=declared,
    )


def _why_it_heads(piece: Piece, own: Header, declared: int | None) -> str:
    """Return why a line stands over names; a word that villages are called by too is less sure
    where it counts none: 一、清岗县平安村, but not 一、清岗县示范村."""
    if piece.text.text.rstrip().endswith(("：", ":", "—")):
        return "closes_with_colon"
    called = own.heading
    if declared is None and called is not None and called.level is not None:
        strong = own.path and has_generic_stem(called.level, called.title)
        return "calls_what_follows" if strong else "words_of_a_list"
    return "calls_what_follows"


def reported(around: Surroundings, at: int) -> Candidate:
    """Return a line that names the office which has filled in the list below."""
    piece, held = around.pieces[at], ("names_who_reports",)
    title = piece.text.text.strip()
    return Candidate(Role.PARENT, piece, held, path=around.reported[at], title=title)


def plain(piece: Piece) -> Candidate:
    """Return a line that can be one thing only: a table, a count, an address, a number, a page."""
    if piece.table is not None:
        return Candidate(Role.ITEM, piece, ("rows_of_a_table",))
    if piece.shape is Shape.COUNT:
        return Candidate(Role.TOTAL, piece, ("a_count",), declared=piece.total)
    role, feature, why = _ROLES.get(piece.shape, (Role.FURNITURE, "words_of_a_page", _FURNITURE))
    return Candidate(role, piece, (feature,), why=why)
