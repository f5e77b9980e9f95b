"""Characters that a recogniser passed over: ink that stands between two of its readings.

A character that it does not know gives no reading at all, and 湖㳇镇 would be 湖镇, surely read.
But print is set at even distances: where two characters stand as far apart as three would, and the
paper between them is as black as they are, one was lost. Its place is kept by 〓. Where nothing is
printed in the gap, as where a font had no such character, what stands behind it is doubtful.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from pilotdiff.reading.pictures.characters import Character

if TYPE_CHECKING:
    from pilotdiff.reading.pictures.images import Image

_WIDER = 1.65
"""So many times the usual distance there is room for another character."""
_MOST = 3
"""A wider gap is the space between columns, with a rule or a seal in it."""
_MARGIN = 0.3
"""A box reaches less than 0.7 of a character over its text."""
_INK = 0.5
"""The least ink in a gap, as a share of that of the characters beside it."""
_ENOUGH = 4
"""So many distances of a strip tell its own pitch; fewer are measured by the page's."""


class PlacedCharacter(NamedTuple):
    """A character and the middle of its place in its strip, in heights of the strip."""

    character: Character
    middle: float


def page_pitch(strips: Sequence[Sequence[PlacedCharacter]]) -> float:
    """Return the usual distance of two characters in heights of a strip; 0 where none is known."""
    distances = [each for strip in strips for each in _distances(strip)]
    return median(distances) if distances else 0.0


class PrintGap(NamedTuple):
    """Room for a character that was not read: before which one, and whether ink stands in it."""

    at: int
    inked: bool


def strip_gaps(image: Image, placed: Sequence[PlacedCharacter], usual: float) -> Iterator[PrintGap]:
    """Yield the gaps of a strip from its left, one for each character that has room in them.

    `image` is the strip in which they were read; `usual` is the pitch of the page. At the ends of
    a strip a gap without ink is its margin.
    """
    own = list(_distances(placed))
    pitch = median(own) if len(own) >= _ENOUGH else usual
    if not pitch:
        return
    height, width = image.shape[:2]
    row = _Row(blackness(image), height, pitch)
    first, last = placed[0], placed[-1]
    if is_square(first) and (room := int(first.middle / pitch - 0.5 + _MARGIN)):
        cells = [first.middle - n * pitch for n in range(1, room + 1)]
        yield from (gap for gap in row.gaps(0, cells, (first,)) if gap.inked)
    for at, (one, other) in enumerate(pairwise(placed), 1):
        distance = other.middle - one.middle
        if is_square(one) and is_square(other) and distance >= _WIDER * pitch:
            room = round(distance / pitch) - 1
            step = distance / (room + 1)
            cells = [one.middle + n * step for n in range(1, room + 1)]
            yield from row.gaps(at, cells, (one, other))
    if is_square(last) and (room := int((width / height - last.middle) / pitch - 0.5 + _MARGIN)):
        cells = [last.middle + n * pitch for n in range(1, room + 1)]
        yield from (gap for gap in row.gaps(len(placed), cells, (last,)) if gap.inked)


class _Row(NamedTuple):
    """The ink of a strip: how black each column is, its height in pixels, the pitch in heights."""

    black: Sequence[float]
    height: int
    pitch: float

    def gaps(
        self, at: int, cells: Sequence[float], beside: Sequence[PlacedCharacter]
    ) -> Iterator[PrintGap]:
        """Yield a gap for each cell, by its middle, before the character of that number."""
        if len(cells) > _MOST:
            return
        least = _INK * sum(self._ink(each.middle) for each in beside) / len(beside)
        inked = all(self._ink(middle) >= least for middle in cells)
        yield from [PrintGap(at, inked)] * len(cells)

    def _ink(self, middle: float) -> float:
        """Return how black the place of one character is."""
        sides = (round((middle + side * self.pitch * 0.4) * self.height) for side in (-1, 1))
        left, right = sides
        inside = self.black[max(left, 0) : max(right, left + 1, 1)]
        return sum(inside) / len(inside) if inside else 0.0


def _distances(placed: Sequence[PlacedCharacter]) -> Iterator[float]:
    for one, other in pairwise(placed):
        if is_square(one) and is_square(other):
            yield other.middle - one.middle


def is_square(placed: PlacedCharacter) -> bool:
    """Tell whether a character is Chinese, as wide as it is high."""
    return "\u3400" <= placed.character.text <= "\u9fff"


def blackness(image: Image) -> Sequence[float]:
    """Return how black each column of a strip is against the paper."""
    import numpy as np

    grey = image.min(axis=2).astype(np.float32) if image.ndim == 3 else image.astype(np.float32)
    paper = float(np.percentile(grey, 80))
    columns: Sequence[float] = np.clip(paper - 25 - grey, 0, None).mean(axis=0).tolist()
    return columns
