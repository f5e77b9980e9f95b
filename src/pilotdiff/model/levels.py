"""The five tiers of the administrative tree."""

from enum import StrEnum


class Level(StrEnum):
    """The tier a unit stands at, from the top of the tree to its leaves."""

    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"
    TOWNSHIP = "township"
    COMMUNITY = "community"

    @property
    def depth(self) -> int:
        """0 for a province to 4 for a community: the index of its part in a path."""
        return _DEPTH[self]


LEVELS: tuple[Level, ...] = tuple(Level)
_DEPTH = {level: depth for depth, level in enumerate(LEVELS)}
