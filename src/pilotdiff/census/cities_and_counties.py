"""Words that speak of cities of both tiers together with counties: 示范市县, 85个市（县、区）."""

from pilotdiff.patterns import pattern

_CITIES_TOO = pattern(r"市县|市、县|市[（(]县|县市(?!区)")


def speaks_of_cities(text: str) -> bool:
    """Tell whether prefectures may be among what a text calls counties.

    >>> speaks_of_cities("共有85个市县"), speaks_of_cities("共有85个县（市、区）")
    (True, False)
    """
    return _CITIES_TOO.search(text) is not None
