"""The ruled lines of a picture: long straight strokes along one axis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from pilotdiff.reading.pdf.pdf_grids import RuledGrid
from pilotdiff.reading.pdf.pdf_rules import Rule, joined_rules
from pilotdiff.reading.pdf.pdf_runs import TextRun

if TYPE_CHECKING:
    from pilotdiff.reading.pictures.images import Image

_PIECE = 40
"""The shortest piece of a rule as a part of the page's width: one in so many."""
_GAP = 120
"""What a rule may lack, as a part of the page's width: one in so many."""
_THICK = 8.0
"""Pixels across a rule: a thicker stroke is a bar or the edge of the paper."""
_APART = 170
"""How near rules are one, as a part of the page's longer side: one in so many."""
_NEAR = 6.0
"""Pixels that a rule may lack to meet another."""
_OFF = 70
"""How far from a leaning upright rule the level ones may end, as a part of the page's longer side:
one in so many."""
_OPEN = 25.0
"""Points by which most level rules of a table must go on beyond its last upright one, where a side
of it has none: an inch has 72."""
_PAST = 40.0
"""Pixels beyond a table's edge that no rule of it goes."""
_TOUCH = 2.0
"""Points that the box of a text may reach over a rule beside it."""
_LEAN = 25
"""How far a rule may lean or bend, as a part of its length: one in so many."""


def image_rules(image: Image) -> tuple[list[Rule], list[Rule]]:
    """Return the horizontal and the vertical rules of an upright page, in pixels."""
    import cv2
    import numpy as np

    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    dark = cv2.adaptiveThreshold(
        grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 12
    )
    piece, gap = max(image.shape[1] // _PIECE, 20), max(image.shape[1] // _GAP, 3)
    across = _strokes(dark, np.ones((1, piece), np.uint8), np.ones((3, gap), np.uint8))
    upright = _strokes(dark, np.ones((piece, 1), np.uint8), np.ones((gap, 3), np.uint8))
    horizontal = [Rule(y + h / 2, x, x + w) for x, y, w, h, ink in across if _is_rule(w, h, ink)]
    vertical = [Rule(x + w / 2, y, y + h) for x, y, w, h, ink in upright if _is_rule(h, w, ink)]
    near = max(image.shape[:2]) / _APART
    level = joined_rules(_in_line(horizontal, near))
    columns = joined_rules(_in_line(vertical, near))
    off = max(image.shape[:2]) / _OFF
    return level, [rule for rule in columns if not _runs_past(rule, level, off)]


def closed(grid: RuledGrid) -> RuledGrid:
    """Return a table, in points, with a rule at each side on which it has none: one that is printed
    open there, or one of which the rule was not seen. Its level rules tell how far it goes."""
    starts = sorted(rule.start for rule in grid.horizontal)
    ends = sorted(rule.end for rule in grid.horizontal)
    middle = len(ends) // 2
    sides = [starts[middle]] if grid.xs[0] - starts[middle] > _OPEN else []
    sides += [ends[middle]] if ends[middle] - grid.xs[-1] > _OPEN else []
    added = [Rule(x, grid.ys[0], grid.ys[-1]) for x in sides]
    return RuledGrid(grid.horizontal, [*grid.vertical, *added], grid.ys, sorted([*grid.xs, *sides]))


def parted(grid: RuledGrid, runs: Sequence[TextRun]) -> RuledGrid:
    """Return a table with the pieces of upright rules that were not seen between two texts.

    A cell that is merged has its text across it; where one stands wholly at either side of a rule
    of the table, and none across, the rule goes on between them.
    """
    added = [
        Rule(x, top, bottom)
        for at, x in enumerate(grid.xs[1:-1], 1)
        for top, bottom in pairwise(grid.ys)
        if not any(rule.covers(x, (top + bottom) / 2) for rule in grid.vertical)
        if _stand_at_both_sides(grid.xs[at - 1 : at + 2], _between(runs, top, bottom))
    ]
    return RuledGrid(grid.horizontal, [*grid.vertical, *added], grid.ys, grid.xs)


def _between(runs: Sequence[TextRun], top: float, bottom: float) -> list[TextRun]:
    return [run for run in runs if top < (run.top + run.bottom) / 2 < bottom]


def _stand_at_both_sides(edges: Sequence[float], row: Sequence[TextRun]) -> bool:
    """Tell whether texts stand to the left and to the right of the middle one of three edges."""
    left, middle, right = edges
    near = [run for run in row if run.right > left and run.left < right]
    sides = [run.right <= middle + _TOUCH for run in near]
    apart = [
        is_left or run.left >= middle - _TOUCH for is_left, run in zip(sides, near, strict=True)
    ]
    return all(apart) and True in sides and False in sides


def _in_line(rules: list[Rule], near: float) -> Iterator[Rule]:
    """Yield pieces of rules, those that lie nearly on one line on the same: no row is so low.

    A rule that leans a little and is broken lies at several heights.
    """
    line: list[Rule] = []
    for rule in sorted(rules):
        if line and rule.at - line[0].at > near:
            yield from _levelled(line)
            line = []
        line.append(rule)
    yield from _levelled(line)


def _levelled(line: list[Rule]) -> Iterator[Rule]:
    at = sum(rule.at * (rule.end - rule.start) for rule in line) / max(
        sum(rule.end - rule.start for rule in line), 1.0
    )
    for rule in line:
        yield Rule(at, rule.start, rule.end)


def _runs_past(rule: Rule, level: list[Rule], off: float) -> bool:
    """Tell whether an upright stroke goes on beyond all level rules that it crosses, or that end
    no more than `off` from it.

    A table's own rules end at its edge; a copier's streak and the edge of the paper do not.
    """
    met = [
        each.at
        for each in level
        if each.start - off <= rule.at <= each.end + off
        and rule.start - _NEAR <= each.at <= rule.end + _NEAR
    ]
    return bool(met) and (min(met) - rule.start > _PAST or rule.end - max(met) > _PAST)


def _is_rule(length: float, breadth: float, ink: float) -> bool:
    """Tell whether a stroke is thin for its length, though it may lean a little."""
    return ink <= _THICK * length and length > _THICK and breadth <= max(_THICK, length / _LEAN)


def _strokes(dark: Image, stroke: Image, bridge: Image) -> list[tuple[float, ...]]:
    """Return the long strokes of a page: their boxes, and how many of their pixels are ink."""
    import cv2

    left = cv2.morphologyEx(dark, cv2.MORPH_OPEN, stroke)
    whole = cv2.morphologyEx(left, cv2.MORPH_CLOSE, bridge)
    _, _, stats, _ = cv2.connectedComponentsWithStats(whole)
    return [tuple(map(float, stat[:5])) for stat in stats[1:].tolist()]
