"""Short lines that read as no names, and are entries since those beside them are written so."""

from collections.abc import Iterator

from pilotdiff.listing.carried_parents import Parts
from pilotdiff.listing.headings import Heading, read_heading
from pilotdiff.listing.items import read_first_name, short_name
from pilotdiff.listing.line_names import Header, Name, Names
from pilotdiff.listing.naming import CERTAIN, read_name
from pilotdiff.listing.pieces import Piece, Shape
from pilotdiff.listing.recognise.candidates import Candidate
from pilotdiff.listing.recognise.named_places import lone_zone, short_place
from pilotdiff.listing.recognise.surroundings import Surroundings
from pilotdiff.model import Level, Role


def vouched_lines(around: Surroundings, at: int) -> Iterator[Candidate]:
    """Yield the line at `at` as an entry that a line beside it vouches for: 鞍山, 高新区."""
    yield from _without_kind(around, at)
    yield from _zones(around, at)
    yield from _with_type(around, at)


def _without_kind(around: Surroundings, at: int) -> Iterator[Candidate]:
    """鞍山, a division without its kind, in a list of such names."""
    piece = around.pieces[at]
    path = _short_item(piece)
    if not path:
        return
    text = piece.text.text
    near = [around.pieces[i] for i in (at - 1, at + 1) if 0 <= i < len(around.pieces)]
    like = [other for other in near if other.style == piece.style and _short_item(other)]
    names = short_name(text, piece.body, len(text), path[0][0])
    if names and like:
        held = ("short_name", *["like_its_neighbour"] * len(like))
        # The place alone tells the tier, which a name without its kind does not.
        tier = Header("", heading=Heading("", level=path[0][0]))
        named = tuple(name._replace(header=tier) for name in names)
        yield Candidate(Role.ITEM, piece, held, names=Names(named))


def _zones(around: Surroundings, at: int) -> Iterator[Candidate]:
    """高新区, a zone called by its kind alone, in a list of counties."""
    piece = around.pieces[at]
    zone = lone_zone(piece.text.text[piece.body :])
    if zone is None:
        return
    near = [around.pieces[i] for i in (at - 1, at + 1) if 0 <= i < len(around.pieces)]
    like = [other for other in near if other.style == piece.style and _is_county(other)]
    if like:
        name = read_name(piece.text.text, piece.body, len(piece.text.text))
        held = ("zone_alone", *["like_its_neighbour"] * len(like))
        yield Candidate(Role.ITEM, piece, held, names=Names((name,)) if name else None)


def _with_type(around: Surroundings, at: int) -> Iterator[Candidate]:
    """清岗县白溪镇　生态型, a whole path with a remark, beside lines written the same way."""
    piece = around.pieces[at]
    name = _remarked(piece)
    if name is None:
        return
    near = [around.pieces[i] for i in (at - 1, at + 1) if 0 <= i < len(around.pieces)]
    like = [other for other in near if other.style == piece.style and _remarked(other)]
    if like:
        held = ("name_and_remark", *["like_its_neighbour"] * len(like))
        header = Header(name.note, heading=read_heading(name.note))
        yield Candidate(
            Role.ITEM, piece, held, names=Names((name._replace(note="", header=header),))
        )


def _remarked(piece: Piece) -> Name | None:
    """Return the path that opens a line whose rest gives its type."""
    if piece.shape is not Shape.HEADING or piece.text.heading:
        return None
    name = read_first_name(piece.text.text, piece.body)
    if name is None or len(name.reading.parts) < 2 or name.reading.sure < CERTAIN:
        return None
    heading = read_heading(name.note)
    return name if heading.category and heading.level is None else None


def _is_county(piece: Piece) -> bool:
    """Tell whether a line is one county, or a zone called by its kind alone."""
    if piece.names is None:
        return lone_zone(piece.text.text[piece.body :]) is not None
    return len(piece.names.names) == 1 and piece.names.names[0].reading.level is Level.COUNTY


def _short_item(piece: Piece) -> Parts:
    """Return the division that is all of a line which reads as no name, its kind left out."""
    if piece.shape is not Shape.HEADING:
        return ()
    return short_place(piece.text.text[piece.body :], Level.COUNTY)
