"""Places of two sorts: 柳林镇 and 柳林农场 stand side by side more often than one turned into the
other.

Of 81 communities of one name in two places of one stem and two sorts, in 22 provinces (2016 and
2021), 20 were two; of 3,280 in a town and a street of one stem none was.
"""

from functools import lru_cache

from pilotdiff.matching.names.families import are_two_sorts
from pilotdiff.matching.names.name_keys import name_of
from pilotdiff.matching.places.matched_places import Place
from pilotdiff.model import LEVELS, Level


@lru_cache(maxsize=1 << 12)
def are_of_two_sorts(place: Place, other: Place) -> bool:
    """Tell whether the first counties or towns in which two places differ are of two sorts.

    >>> above = ("安徽", "蚌埠市", "怀远县")
    >>> are_of_two_sorts((*above, "柳林镇"), (*above, "柳林农场"))
    True
    >>> are_of_two_sorts((*above, "柳林镇"), (*above, "柳林街道"))
    False
    """
    for depth, (one, there) in enumerate(zip(place, other, strict=False)):
        if depth >= Level.COUNTY.depth and one and there and one != there:
            return are_two_sorts(name_of(LEVELS[depth], one), name_of(LEVELS[depth], there))
    return False
