"""A character as a recogniser read it."""

from typing import NamedTuple

SURE_FROM = 0.9
"""A character below this confidence is doubtful."""


class Character(NamedTuple):
    """A recognised character with its confidence, and what else it may be, likeliest first."""

    text: str
    confidence: float
    others: tuple[str, ...] = ()

    @property
    def is_doubtful(self) -> bool:
        """Whether another reading must be reckoned with."""
        return self.confidence < SURE_FROM
