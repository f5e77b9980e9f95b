"""Strips that hold more ink than the characters that were read there take up.

A sign that a recogniser does not know (㳇, or the narrow box that a font has in its place) gives
no reading, and is too narrow to be told by the distances of those beside it. But Chinese type is
as wide as it is high: where most strips of a size have three characters, those with one fewer are
so much shorter, and one that is not is doubtful.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from pilotdiff.reading.pictures.lost_characters import PlacedCharacter, blackness, is_square

if TYPE_CHECKING:
    from pilotdiff.reading.pictures.images import Image

_MORE = 0.36
"""So much of a character's width more than its characters need makes a strip doubtful."""
_LIKE = 0.15
"""Strips whose heights differ by no more than this share are of one size."""
_FEWEST = 4
"""So many strips alike tell how wide they are."""
_MOST = 12
"""In longer strips the errors of all widths add up to a character's."""


_BEARING = 0.3
"""So much of its width a row of characters is shorter than they are, for the air at its ends."""
_FARTHEST = 3
"""How many characters more or fewer than most strips have can be reckoned with."""


class _Printed(NamedTuple):
    at: int
    height: int
    width: float
    characters: int

    def is_like(self, other: _Printed) -> bool:
        """Tell whether another print is of the same height."""
        return abs(other.height - self.height) <= _LIKE * self.height


def too_wide(strips: Sequence[Image], read: Sequence[Sequence[PlacedCharacter]]) -> Iterator[int]:
    """Yield the number of each strip of Chinese characters alone that is too wide for them."""
    printed = [
        _Printed(at, strip.shape[0], width, len(placed))
        for at, (strip, placed) in enumerate(zip(strips, read, strict=True))
        if 2 <= len(placed) <= _MOST and all(map(is_square, placed))
        if (width := _extent(strip)) > 0
    ]
    yield from (one.at for one in printed if _is_too_wide(one, filter(one.is_like, printed)))


def _is_too_wide(one: _Printed, alike: Iterable[_Printed]) -> bool:
    widths: dict[int, list[float]] = defaultdict(list)
    for other in alike:
        widths[other.characters].append(other.width)
    most = max(widths, key=lambda count: (len(widths[count]), count))
    more = one.characters - most
    if len(widths[most]) < _FEWEST or abs(more) > _FARTHEST:
        return False
    usual = median(widths[most])
    pitch = usual / (most - _BEARING)
    return one.width > usual + (more + _MORE) * pitch


def _extent(strip: Image) -> float:
    """Return how many columns lie from the first ink of a strip to its last."""
    black = blackness(strip)
    least = 0.15 * max(black, default=0.0)
    inked = [at for at, each in enumerate(black) if each > least]
    return inked[-1] - inked[0] + 1 if inked else 0
