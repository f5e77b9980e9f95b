"""Words of headings and prose that read like names: 示范街道, 乡镇街道, 民族地区."""

from functools import cache

from pilotdiff.model import Level
from pilotdiff.names import gazetteer
from pilotdiff.names.called_by_programmes import programme_words, titles_borne
from pilotdiff.names.kinds import is_kind_word, split
from pilotdiff.names.tables import rows
from pilotdiff.patterns import pattern


def is_generic(level: Level, text: str) -> bool:
    """Tell whether a text is a word of headings and prose: 示范街道, 乡镇街道, 行政村; no town that
    is called like a county: 大城镇."""
    stem = split(level, text)[0]
    if level is Level.TOWNSHIP and gazetteer.find(f"{stem}县"):
        return False
    if has_generic_stem(level, text) or is_kind_word(text):
        return not gazetteer.known(text)
    return len(stem) > 1 and set(stem) <= _KIND_CHARACTERS and not gazetteer.known(text)


_KIND_CHARACTERS = frozenset("省市州盟县区旗乡镇村街道社")


def has_generic_stem(level: Level, text: str) -> bool:
    """Tell whether a part is a word of prose before a kind, or several: 民族地区, 山区, 以下封控区,
    管控区和防范区, but no 清岗地区."""
    words = _JOINED.split(text) if level.depth <= Level.COUNTY.depth else (text,)
    return all(_is_word(level, word) for word in words)


def sorts_areas(text: str) -> bool:
    """Tell whether a text is a word for areas or counties of a sort, and no place.

    >>> sorts_areas("高风险地区"), sorts_areas("管控区和防范区"), sorts_areas("和平区")
    (True, True, False)
    """
    level = Level.PREFECTURE if text.endswith("地区") else Level.COUNTY
    if not text.endswith(_OF_AREAS) or gazetteer.known(text):
        return False
    return has_generic_stem(level, text)


# The first of two words for tiers that end like the second one alone: 文明村|镇, 文明城|区.
_FIRST_OF_TWO = {Level.TOWNSHIP: ("村", "乡"), Level.COUNTY: ("城",)}


def calls_two_tiers(level: Level, stem: str) -> bool:
    """Tell whether the stem of what reads like one unit ends in a word of headings or programmes
    and the first of two words for tiers, which no unit is called by.

    >>> [calls_two_tiers(Level.TOWNSHIP, stem) for stem in ("文明村", "东岭村")]
    [True, False]
    """
    if not stem.endswith(_FIRST_OF_TWO.get(level, ())):
        return False
    ends = (stem[-size:-1] for size in range(3, 3 + _LONGEST_WORD))
    tables = (programme_words(), titles_borne(), _words())
    return any(end in words for end in ends for words in tables)


_LONGEST_WORD = 4


@cache
def _words() -> frozenset[str]:
    return _generic(of_villages=False)


_OF_AREAS = ("区", "县", "城市")
_JOINED = pattern("[和及与或、]")
_THESE = pattern("^(?:以[上下]|[上下]述|下列|新增|其[他余])")


def _is_word(level: Level, text: str) -> bool:
    rest = _THESE.sub("", text, 1)
    words = _generic(of_villages=level is Level.COMMUNITY)
    return not words.isdisjoint((text, rest, split(level, text)[0], split(level, rest)[0]))


@cache
def _generic(*, of_villages: bool) -> frozenset[str]:
    """Return the words of prose before a kind, but for those that villages are called by."""
    return frozenset(word for word, *called in rows("generic.txt") if not (called and of_villages))
