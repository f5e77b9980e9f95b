"""Ruled tables of a PDF page: the rules that cross, and the merged cells between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pilotdiff.reading.pdf.pdf_rules import Rule

_SAME = 2.5
_MOST_RULES = 800

GridPlace = tuple[int, int]
"""Row and column from 0."""


@dataclass(slots=True)
class RuledGrid:
    """The rules of one table and the lines they lie on, in points, in ascending order."""

    horizontal: list[Rule]
    vertical: list[Rule]
    ys: list[float] = field(default_factory=list)
    xs: list[float] = field(default_factory=list)

    def place(self, x: float, y: float) -> GridPlace | None:
        """Return the place a point lies in, None outside of the table."""
        row, column = _interval(self.ys, y), _interval(self.xs, x)
        return None if row is None or column is None else (row, column)

    def merged(self) -> dict[GridPlace, GridPlace]:
        """Return for each place the upper left one of the merged cell that it belongs to."""
        owner: dict[GridPlace, GridPlace] = {}
        over = [_lying_at(self.horizontal, y) for y in self.ys]
        left_of = [_lying_at(self.vertical, x) for x in self.xs]
        for row, (top, bottom) in enumerate(pairwise(self.ys)):
            for column, (left, right) in enumerate(pairwise(self.xs)):
                above, beside = owner.get((row - 1, column)), owner.get((row, column - 1))
                if above and not _covered(over[row], (left + right) / 2):
                    owner[row, column] = above
                elif beside and not _covered(left_of[column], (top + bottom) / 2):
                    owner[row, column] = beside
                else:
                    owner[row, column] = (row, column)
        return owner


def grids(horizontal: Sequence[Rule], vertical: Sequence[Rule]) -> list[RuledGrid]:
    """Return the tables of two columns or more, from the top of the page downwards."""
    if len(horizontal) + len(vertical) > _MOST_RULES:
        return []
    found = [_laid_out(grid) for grid in _connected(horizontal, vertical)]
    tables = [grid for grid in found if len(grid.xs) > 2 and len(grid.ys) > 1]
    return sorted(tables, key=lambda grid: grid.ys[0])


def _lying_at(rules: Sequence[Rule], at: float) -> list[Rule]:
    return [rule for rule in rules if abs(rule.at - at) <= _SAME]


def _covered(rules: Sequence[Rule], place: float) -> bool:
    return any(rule.covers(rule.at, place) for rule in rules)


def _connected(horizontal: Sequence[Rule], vertical: Sequence[Rule]) -> Iterator[RuledGrid]:
    left_h, left_v = list(horizontal), list(vertical)
    while left_v:
        grid = RuledGrid([], [left_v.pop()])
        new: list[Rule] = list(grid.vertical)
        upright = True
        while new:
            others = left_h if upright else left_v
            met = [rule for rule in others if any(_cross(rule, other) for other in new)]
            for rule in met:
                others.remove(rule)
            (grid.horizontal if upright else grid.vertical).extend(met)
            new, upright = met, not upright
        yield grid


def _cross(one: Rule, other: Rule) -> bool:
    return one.covers(one.at, other.at) and other.covers(other.at, one.at)


def _laid_out(grid: RuledGrid) -> RuledGrid:
    grid.ys = _distinct(rule.at for rule in grid.horizontal)
    grid.xs = _distinct(rule.at for rule in grid.vertical)
    return grid


def _distinct(places: Iterator[float]) -> list[float]:
    distinct: list[float] = []
    for place in sorted(places):
        if not distinct or place - distinct[-1] > _SAME:
            distinct.append(place)
    return distinct


def _interval(edges: Sequence[float], place: float) -> int | None:
    for index, (low, high) in enumerate(pairwise(edges)):
        if low - _SAME <= place < high:
            return index
    return None
