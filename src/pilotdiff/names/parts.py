"""A part of a path as the grammar weighs it."""

from typing import NamedTuple

from pilotdiff.model import Level
from pilotdiff.names.gazetteer import Division

# The score of a division that lies where it stands.
FITTING = 3.0


class Part(NamedTuple):
    """One part that may begin at some place of a text.

    end       where it ends
    score     how well it reads; the scores of a path are added
    vouched   0 to 1: how far the gazetteer or a legal kind word vouches for it
    division  what the gazetteer has of it, None when it is known by its kind word alone
    """

    level: Level
    end: int
    score: float
    vouched: float
    division: Division | None
