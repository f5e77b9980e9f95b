"""Lists of schools, hospitals, sites: lines that name bodies, and the places over them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pilotdiff.listing.institutions import is_institution
from pilotdiff.listing.lines.headings import speaks_of_programme
from pilotdiff.listing.lines.pieces import Piece, Shape, single
from pilotdiff.listing.lines.titles_and_dates import leading_units

_LONGEST = 40
_LONGEST_WORDING = 6
_SEVERAL = 2


class InstitutionLines(NamedTuple):
    """Where the lines stand that name institutions among others, and those of places over them."""

    lines: frozenset[int]
    places: frozenset[int]


def institution_lines(pieces: Sequence[Piece]) -> InstitutionLines:
    """Return where a document lists institutions, and which places stand over them.

    清岗省 / 清岗市第一小学 / 白溪市实验中学: 清岗省 is no entry. One body among places is no such
    list: every lone name of a tier must stand over bodies.
    """
    bodies = {at for at, piece in enumerate(pieces) if _is_body(piece)}
    if not bodies:
        return InstitutionLines(frozenset(), frozenset())
    listed = {at for at in bodies if at - 1 in bodies or at + 1 in bodies}
    places = _places(pieces, bodies)
    return InstitutionLines(frozenset(listed | {at + 1 for at in places}), frozenset(places))


def _is_body(piece: Piece) -> bool:
    if piece.names is not None or piece.shape is not Shape.HEADING or piece.text.heading:
        return False
    text = piece.text.text[piece.body :].strip()
    if len(text) <= _LONGEST_WORDING and speaks_of_programme([text]):
        return False  # 试点企业 heads such a list
    return len(text) <= _LONGEST and is_institution(text)


def _places(pieces: Sequence[Piece], bodies: set[int]) -> set[int]:
    """Return where the lone names of a tier stand that all have bodies below."""
    lone = [(at, name) for at, piece in enumerate(pieces) if (name := single(piece)) is not None]
    found: set[int] = set()
    for tier in {name.reading.level for _, name in lone}:
        heads = [at for at, name in lone if name.reading.level is tier]
        if all(at + 1 in bodies for at in heads) and any(_surely_over(pieces, bodies, heads)):
            found |= set(heads)
    return found


def _surely_over(pieces: Sequence[Piece], bodies: set[int], heads: Sequence[int]) -> Iterator[bool]:
    """Yield for each place whether several bodies stand below, or one that begins with a place."""
    for at in heads:
        below = pieces[at + 1]
        begins = leading_units(below.text.text[below.body :].strip())
        yield len(heads) >= _SEVERAL or at + _SEVERAL in bodies or bool(begins)
