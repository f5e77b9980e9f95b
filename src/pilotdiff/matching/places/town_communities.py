"""Communities of a town's own streets: 柳林镇柳林社区, once 柳林街道社区, is one of the town's name
whatever it is called by."""

from functools import cache, lru_cache
from pathlib import Path

from pilotdiff.matching.names.name_keys import NameKeys, is_called_as, stem_of
from pilotdiff.matching.places.matched_places import Place
from pilotdiff.word_tables import word_lines


@lru_cache(maxsize=1 << 14)
def is_of_its_town(name: NameKeys, place: Place) -> bool:
    """Tell whether a community bears the name of its town, and perhaps a word for its streets.

    >>> town = ("四川", "成都市", "金堂县", "柳林镇")
    >>> is_of_its_town(NameKeys("柳林街道社区", "柳林街道", "社区"), town)
    True
    >>> is_of_its_town(NameKeys("柳林东社区", "柳林东", "社区"), town)
    False
    """
    if name.kind != "社区" or not place or not place[-1]:
        return False
    own = {place[-1], stem_of(place)} - {""}
    is_called_so = name.stem in own or is_called_as(name, place)
    return is_called_so or any(
        name.stem.removeprefix(town) in _words() for town in own if name.stem.startswith(town)
    )


@cache
def _words() -> frozenset[str]:
    return frozenset(word_lines(Path(__file__).parents[1] / "tables" / "own_community_words.txt"))
