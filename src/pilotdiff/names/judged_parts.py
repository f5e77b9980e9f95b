"""How likely a part of a text is the name of a unit, and of which."""

from functools import cache
from typing import NamedTuple

from pilotdiff.model import Level
from pilotdiff.names.divisions import ZONE
from pilotdiff.names.generic_names import calls_two_tiers
from pilotdiff.names.kinds import (
    is_foreign,
    is_unnumbered,
    kind_at_end,
    kind_words,
)
from pilotdiff.names.tables import rows
from pilotdiff.patterns import pattern

NUMERALS = frozenset("第一二三四五六七八九十")
GROUND = "场"
# A farm and its branches bear a number alone: 一农场, 清岗农场|一分场.
_BRANCH = 0.1
# One character before a zone's kind belongs to the name before it, 大连湾|开发区, unless it says on
# which side of the place the zone lies: 清岗市|东开发区.
_OF_ITS_CITY, _SIDES = 2.0, "东西南北中新"


class _Judged(NamedTuple):
    """A score, how far the kind word vouches for the part (0 to 1), and that word."""

    score: float
    vouched: float
    word: str


@cache
def bodies() -> dict[str, tuple[str, ...]]:
    """Return by a word for bodies and places alike what the bodies are there for: 消防|大队."""
    duties: dict[str, tuple[str, ...]] = {}
    for word, duty in rows("bodies.tsv"):
        duties[word] = (*duties.get(word, ()), duty)
    return duties


@cache
def zones_by_kind() -> frozenset[str]:
    """Return the kind words by which alone a zone is called: 高新区, 旅游度假区."""
    kinds = _ZONES | {"管理区"}
    return frozenset(w for w, kind in kind_words(Level.COUNTY).items() if kind.kind in kinds)


def judged(part: str, level: Level, *, zoned: bool = False) -> _Judged | None:
    """Return a part judged by its kind word and stem alone; None when no kind word ends it.

    `zoned` says that it stands right below a city, where zones have the rank of counties.
    """
    if level is Level.COUNTY and part in kind_words(level):
        return _zone(part)
    if level is Level.TOWNSHIP and part in zones_by_kind() and part in kind_words(level):
        return _zone(part, level)
    word = kind_at_end(level, part)
    if word is None or is_foreign(level, part, word) or is_unnumbered(part, word):
        return None
    stem = part[: -len(word.word)]
    if word.word == GROUND and stem.endswith(bodies()[GROUND]):
        return None
    if level is Level.COUNTY and _is_no_county(stem, word.kind):
        return None
    if calls_two_tiers(level, stem):
        return None
    often = (level, word.kind) in _OFTEN_UNKNOWN or (zoned and word.kind in _ZONES)
    unknown = 0.0 if often else _UNKNOWN.get(level, 0.0)
    if level is Level.TOWNSHIP and _holds_more(stem, word.word):
        return None
    branch = word.weight <= _BRANCH or word.word.endswith("场")
    numbered = branch and NUMERALS.issuperset(stem)
    score = word.weight + (0.0 if numbered else _stem_score(stem, level)) - unknown
    if len(stem) > 2 and stem.endswith(word.word) and level is not Level.COMMUNITY:
        # 花丛镇镇垭庙: the second kind word begins the next name. 新镇镇 is a town.
        score -= 0.3
    if len(stem) == 1 and stem not in _SIDES and word.kind in _ZONES:
        score -= _OF_ITS_CITY
    vouched = word.weight * _VOUCHED.get(level, 1.0)
    return _Judged(score, vouched if score > 0 else vouched / 2, word.word)


def _holds_more(stem: str, word: str) -> bool:
    """Tell whether what ends like a township holds one: 清岗镇东岭社区居民|管理委员会, 清岗街道|
    乡."""
    return _HOLDS_MORE.search(stem) is not None or (word in ("镇", "乡") and stem.endswith("街道"))


_HOLDS_MORE = pattern(r".(?:街道|[镇乡]).+社区.|.街道(?!办|片|管).", needs="社街")


def _is_no_county(stem: str, kind: str) -> bool:
    """Tell whether what ends like a county is none: 红星农场第三|管理区 is one of the farm's,
    505102清岗|县 begins with the numbers of its row, and 清水街历史文化街|区, 白溪景|区 and
    东岭村A|区 are parts of a place."""
    if kind == "区" and (stem.endswith(_PARTS_OF_PLACES) or stem[-1].isascii()):
        return True
    numbered = kind == "管理区" and stem[-1] in NUMERALS
    return numbered or any(map(str.isdecimal, stem))


_PARTS_OF_PLACES = ("街", "景", "校", "厂", "院")


def _zone(part: str, level: Level = Level.COUNTY) -> _Judged | None:
    """Return a zone that bears its kind word for a name (成都市高新区)."""
    if len(part) == 1:
        return None
    weight = kind_words(level)[part].weight
    vouched = weight * _VOUCHED.get(level, 1.0) / 2
    return _Judged(weight - ZONE, vouched, part)


# What a name that the gazetteer lacks costs, and how far its kind word still vouches for it:
# provinces and prefectures are few and all known.
_UNKNOWN = {Level.PROVINCE: 4.0, Level.PREFECTURE: 1.6, Level.COUNTY: 0.9}
# Kinds that no standard lists whole: a new area stands among the counties unless it stands in one,
# and what was a 地区 is a prefecture unless it stands in a district, as those of 北京 do.
_OFTEN_UNKNOWN = frozenset(
    {
        (Level.COUNTY, "新区"),
        (Level.COUNTY, "管理区"),
        (Level.PREFECTURE, "地区"),
        (Level.PREFECTURE, "师"),
    }
)
_ZONES = frozenset({"开发区", "管委会", "园区", "示范区"})
_VOUCHED = {Level.PROVINCE: 0.1, Level.PREFECTURE: 0.4, Level.COUNTY: 0.7}


def _stem_score(stem: str, level: Level) -> float:
    """Return how well a stem reads. Stems have 2 to 6 characters as a rule and neither begin with a
    kind word nor hold one."""
    score = 0.0
    if len(stem) == 1:
        score -= 0.5
    if len(stem) > 6:
        score -= 0.3 * (len(stem) - 6)
    if stem.startswith(_LEADING_KINDS):
        score -= 1.0
    elif stem[0] in _LEADING_SUFFIXES:
        score -= 0.2
    if level is not Level.COMMUNITY and not _INNER_STARTS.isdisjoint(inner := stem[1:-1]):
        score -= 0.6 * sum(mark in inner for mark in _INNER_KINDS)
        # 清岗市白溪区 is a city and its district.
        score -= 0.2 * (level is Level.COUNTY and "市" in inner[1:-1])
    return score


_LEADING_KINDS = ("街道", "社区", "自治", "办事处", "管委会", "人民政府", "的")
_LEADING_SUFFIXES = frozenset("区镇县市旗乡州")
_INNER_KINDS = ("街道", "社区", "镇", "乡", "县", "村", "区", "市")
_INNER_STARTS = frozenset(mark[0] for mark in _INNER_KINDS)
