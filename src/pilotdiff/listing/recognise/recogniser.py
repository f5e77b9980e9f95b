"""All that a line may be, by the place at which it stands."""

from collections.abc import Sequence

from pilotdiff.listing.lines.pieces import Piece, Shape
from pilotdiff.listing.omissions import FOOTNOTE
from pilotdiff.listing.recognise.candidates import Candidate, LinePlace
from pilotdiff.listing.recognise.heading_lines import heading_lines, parents
from pilotdiff.listing.recognise.other_lines import (
    closing_with_colon,
    furniture,
    plain,
    reported,
    running_text,
)
from pilotdiff.listing.recognise.surroundings import Surroundings
from pilotdiff.listing.recognise.unit_lines import unit_lines
from pilotdiff.model import Role

_BY_PLACE = {Shape.HEADING: heading_lines, Shape.PROSE: running_text, Shape.FURNITURE: furniture}


class Recogniser:
    """Candidates for the lines of one document, each made once for every place that asks."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.around = Surroundings(pieces)
        self._made: dict[int, tuple[Candidate, ...]] = {}
        self._placed: dict[tuple[int, LinePlace], tuple[Candidate, ...]] = {}

    def by_itself(self, at: int) -> tuple[Candidate, ...]:
        """Return what the line may be wherever it stands; () when that depends on its place."""
        found = self._made.get(at)
        if found is None:
            found = self._made[at] = self._by_itself(at)
        return found

    def _by_itself(self, at: int) -> tuple[Candidate, ...]:
        piece = self.around.pieces[at]
        if at in self.around.reported:
            return (reported(self.around, at),)
        if at in self.around.footnotes:
            return (Candidate(Role.NOTE, piece, ("a_footnote",), why=FOOTNOTE),)
        if piece.shape is Shape.NAMES:
            return tuple(unit_lines(self.around, at))
        if piece.shape is Shape.HEADER:
            return (closing_with_colon(self.around, at),)
        return () if piece.shape in _BY_PLACE else (plain(piece),)

    def at_place(self, at: int, place: LinePlace) -> tuple[Candidate, ...]:
        """Return what a line may be whose place decides."""
        found = self._placed.get((at, place))
        if found is None:
            recognise = _BY_PLACE[self.around.pieces[at].shape]
            made = list(recognise(self.around, at, place))
            if self.around.pieces[at].shape is not Shape.HEADING:
                made += parents(self.around, at, place)
            found = self._placed[at, place] = tuple(made)
        return found
