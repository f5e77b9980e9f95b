"""The five tiers of the administrative tree."""

from enum import StrEnum


class Level(StrEnum):
    """The tier a unit stands at, from the top of the tree to its leaves.

    depth  0 for a province to 4 for a community: the index of its part in a path
    """

    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"
    TOWNSHIP = "township"
    COMMUNITY = "community"

    # Of each level: a plain attribute, since grammar and matching ask for it most of all.
    depth: int


LEVELS: tuple[Level, ...] = tuple(Level)
for _depth, _level in enumerate(LEVELS):
    _level.depth = _depth
