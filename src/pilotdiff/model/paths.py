"""The path of a unit through the administrative tree, and what is done with paths."""

from collections.abc import Iterable
from typing import NamedTuple

from pilotdiff.model.levels import LEVELS, Level

# The first parts of a path, from the province on: what units of one place have in common.
PathPrefix = tuple[str, ...]


def agree(one: Iterable[str], other: Iterable[str]) -> bool:
    """Tell whether two rows of parts say nothing different where both say something."""
    both = zip(one, other, strict=False)
    return all(mine == its or not mine or not its for mine, its in both)


class DivisionPath(NamedTuple):
    """The parts of a unit's whole name by their levels; "" where a part is unknown.

    A tuple of five texts as well: `path[level.depth]` is the part of a level. Lists of the whole
    nation make a million paths.

    >>> path = DivisionPath.of([(Level.COUNTY, "温江区"), (Level.TOWNSHIP, "柳城街道")])
    >>> path.under(DivisionPath("四川省", "成都市"))[:4]
    ('四川省', '成都市', '温江区', '柳城街道')
    """

    province: str = ""
    prefecture: str = ""
    county: str = ""
    township: str = ""
    community: str = ""

    @classmethod
    def of(cls, parts: Iterable[tuple[Level, str]]) -> "DivisionPath":
        """Make the path that has these parts, each with its level."""
        slots = ["", "", "", "", ""]
        for level, part in parts:
            slots[level.depth] = part
        return cls._make(slots)

    @property
    def level(self) -> Level | None:
        """The level of the last part, None for an empty path."""
        return next((LEVELS[depth] for depth in range(4, -1, -1) if self[depth]), None)

    @property
    def top(self) -> int:
        """The depth of the first part, 5 for an empty path."""
        return next((depth for depth in range(5) if self[depth]), 5)

    def under(self, above: "DivisionPath") -> "DivisionPath":
        """Take the parts of `above` for the places above this path's own first part."""
        top = self.top
        return DivisionPath._make((*above[:top], *self[top:]))

    def joined(self, other: "DivisionPath") -> "DivisionPath":
        """Fill the empty places of this path from `other`."""
        a, b, c, d, e = self
        return DivisionPath(
            a or other[0], b or other[1], c or other[2], d or other[3], e or other[4]
        )

    def agrees(self, other: PathPrefix) -> bool:
        """Tell whether two paths say nothing different where both say something."""
        return agree(self, other)

    def with_part(self, level: Level, part: str) -> "DivisionPath":
        """Put `part` in the place of a level."""
        return DivisionPath._make((*self[: level.depth], part, *self[level.depth + 1 :]))
