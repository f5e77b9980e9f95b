"""The keys by which names are compared: script, width, kind wording and numerals folded away."""

import re
from functools import lru_cache
from typing import NamedTuple

from pilotdiff.listing import category_key
from pilotdiff.model import LEVELS, Level, Unit
from pilotdiff.names import gazetteer, in_full, is_park, is_zone, split
from pilotdiff.names.kinds import kind_at_end
from pilotdiff.names.zone_names import zone_name
from pilotdiff.patterns import pattern
from pilotdiff.repair import fold

_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
# The sorts of zones stand in their stems; their kind is one.
KIND_OF_ZONES = "开发区"
# What ends a name where lists are read is a part of it where names are compared: 马头屯 is called
# 马头屯村 and 马头屯生活区 as well, and 马头 is another one.
_OF_THE_NAME = frozenset("屯")
_TENS = pattern(r"(?<![0-9])[1-9][0-9](?![0-9])", needs="123456789")
_NUMERALS = frozenset("〇一二三四五六七八九十百")
# What a division of the law may be; all else is a farm, a zone or an office.
LEGAL_KINDS = frozenset(
    {"村", "社区", "嘎查", "生活区", "街道", "镇", "乡", "苏木", "县", "区", "市", "旗"}
)


class NameKeys(NamedTuple):
    """A unit's own name as it is compared.

    text  folded: equal texts are the same name in any script
    stem  folded, without kind, remarks in brackets and the 第 of an ordinal; that of the whole
          name where a short form was written (喀左县); a zone's with its sort (合肥高新); 柳 of
          柳村, 柳村村 and 柳村社区
    kind  the canonical kind, "" when no kind word ends the name
    """

    text: str
    stem: str
    kind: str


@lru_cache(maxsize=1 << 20)
def name_of(level: Level, text: str) -> NameKeys:
    """Return the keys of one part of a path."""
    folded = fold(text)
    if folded == text:
        folded = text  # a million names: one string each
    whole = in_full(level, _without_company(_without_committee(_without_remark(text))))
    stem, kind = _split(level, whole)
    if (zone := zone_name(level, whole)) is not None:
        stem, kind = zone.place + zone.sort, KIND_OF_ZONES
    if kind in _OF_THE_NAME:
        stem, kind = whole, ""
    if kind == "社区" and stem[1:] == _VILLAGE:
        stem = stem[:1]
    stem = _without_office(level, stem, kind)
    stem = folded[: len(stem)] if text.startswith(stem) else fold(stem)
    if not stem.isalpha() or "第" in stem:
        stem = _plain(stem)
    return NameKeys(folded, stem, kind)


# A village of one character is called by its kind too, and so is the community that it becomes: of
# 1,075 in the nation 21 became such ones in five years, and 2 stand beside one.
_VILLAGE = "村"


def _split(level: Level, text: str) -> tuple[str, str]:
    """Split a name into stem and kind; what was a county that ends in 新 is no new area.

    >>> _split(Level.COUNTY, "大新区"), _split(Level.COUNTY, "清岗新区")
    (('大新', '区'), ('清岗', '新区'))
    """
    stem, kind = split(level, text)
    if kind == "新区" and gazetteer.codes(level, f"{stem}新县"):
        return stem + kind[:-1], kind[-1:]
    return stem, kind


def _without_committee(text: str) -> str:
    """Return a zone's name without the committee that runs it, which lists call it by as well.

    >>> _without_committee("清岗保税区管委会"), _without_committee("清岗管委会")
    ('清岗保税区', '清岗管委会')
    """
    if not text.endswith(_COMMITTEES):
        return text
    word = next(word for word in _COMMITTEES if text.endswith(word))
    zone = text[: -len(word)]
    return zone if is_zone(zone) or is_park(zone) else text


def _without_company(text: str) -> str:
    """Return a farm's name without the sort of company that it was made.

    >>> _without_company("清岗农场有限责任公司"), _without_company("清岗有限公司")
    ('清岗农场', '清岗有限公司')
    """
    if not text.endswith(_COMPANIES):
        return text
    farm = text.removesuffix("公司").removesuffix("有限责任").removesuffix("有限")
    return farm if farm.endswith("场") else text


_COMPANIES = ("有限公司", "有限责任公司")


_COMMITTEES = ("管委会", "管理委员会")


def _without_office(level: Level, stem: str, kind: str) -> str:
    """Return a stem without the office that stands before the kind: 柏泉办事处街道 is 柏泉街道."""
    if stem[-1:] not in _OFFICES:
        return stem
    word = kind_at_end(level, stem)
    return stem[: -len(word.word)] if word and word.kind == kind else stem


_OFFICES = frozenset("处办会")


@lru_cache(maxsize=1 << 10)
def category_of(text: str) -> str:
    """Return the key by which categories are compared: script, quotes, 型 and 试点 are no
    difference."""
    return category_key(fold(text))


def _without_remark(text: str) -> str:
    cut = max(text.find("（"), text.find("("))
    return text[:cut] if cut > 1 else text


def _plain(stem: str) -> str:
    """Return a stem with its numbers as they are spoken: 12 is 十二, and 143 一四三."""
    stem = _TENS.sub(_spoken, stem).translate(_DIGITS)
    at = stem.find("第")
    if 0 <= at < len(stem) - 1 and stem[at + 1] in _NUMERALS:
        return stem[:at] + stem[at + 1 :]
    return stem


def _spoken(tens: re.Match[str]) -> str:
    """Return a number of two digits in words.

    >>> _spoken(_TENS.search("10团")), _spoken(_TENS.search("35连"))
    ('十', '3十5')
    """
    number = tens[0]
    return number[0].replace("1", "") + "十" + number[1].replace("0", "")


@lru_cache(maxsize=1 << 18)
def place_key(depth: int, text: str) -> str:
    """Return a parent's key: its stem, with its kind below the province (甘孜藏族自治州 →
    甘孜州)."""
    if not text:
        return ""
    name = name_of(LEVELS[depth], text)
    return name.stem if depth == 0 else name.stem + name.kind


@lru_cache(maxsize=1 << 18)
def place_stem(depth: int, key: str) -> str:
    """Return the stem of a parent's key."""
    return key if depth == 0 else _split(LEVELS[depth], key)[0]


def unit_stem(unit: Unit) -> str:
    """Return the stem by which a unit's own name is compared."""
    return name_of(unit.level, unit.own).stem


def stem_of(place: tuple[str, ...]) -> str:
    """Return the stem of the innermost of a unit's parents; "" where there is none."""
    return place_stem(len(place) - 1, place[-1]) if place else ""


def is_called_as(name: NameKeys, place: tuple[str, ...]) -> bool:
    """Tell whether a unit bears the name of the innermost of its parents: 柳村 is in 柳村镇 too.

    >>> is_called_as(NameKeys("柳村村", "柳", "村"), ("四川", "成都市", "金堂县", "柳村镇"))
    True
    """
    return stem_of(place) in (name.stem, name.stem + _VILLAGE)


def unglued(stem: str, place: tuple[str, ...]) -> str:
    """Return a stem without parents that a clerk wrote before it, short or as they were called
    before (惠东县港口 → 港口, 陈旗呼和 → 呼和, 察右中旗土城子 → 土城子).

    >>> unglued("清岗白溪", ("清岗",))
    '白溪'
    """
    for depth, spellings in enumerate(_spellings(place)):
        for spelling, left in spellings:
            if stem.startswith(spelling) and len(stem) > left:
                stem = stem[len(spelling) :]
                break
        else:
            if depth == _COUNTY:
                stem = _without_county(stem, place[depth])
    return stem


_COUNTY = Level.COUNTY.depth
_ENDS_OF_COUNTIES = frozenset("县区市旗")
# As short as a county's name before another may be, and as long; so much is left behind it.
_SHORTEST, _LONGEST, _LEFT = 2, 5, 2


def _without_county(stem: str, key: str) -> str:
    """Return a stem without a name, in full or short, that the standard has for the county of that
    key.

    >>> _without_county("郧县城关", "郧阳区"), _without_county("旧县城关", "郧阳区")
    ('城关', '旧县城关')
    """
    for size in range(_SHORTEST, min(_LONGEST, len(stem) - _LEFT) + 1):
        if stem[size - 1] in _ENDS_OF_COUNTIES and _is_county(stem[:size], key):
            return stem[size:]
    return stem


@lru_cache(maxsize=1 << 14)
def _is_county(text: str, key: str) -> bool:
    if place_key(_COUNTY, text) == key:
        return True
    return not gazetteer.codes(Level.COUNTY, text).isdisjoint(gazetteer.codes(Level.COUNTY, key))


@lru_cache(maxsize=1 << 16)
def _spellings(place: tuple[str, ...]) -> tuple[tuple[tuple[str, int], ...], ...]:
    """Return how each parent may stand before a name, and the length that a stem must exceed for
    it.

    Whole (陈巴尔虎旗), without its kind, or shortened to its first character (陈旗). A bare stem
    may begin a name by chance, so more than a kind word must be left behind it.
    """
    found = []
    for depth, key in enumerate(place):
        stem = place_stem(depth, key)
        short = stem[:1] + key[len(stem) :] if len(stem) > _LONG else ""
        office = key + "办事处" if key.endswith("街道") else ""
        # Keys of provinces have no kind.
        whole = [key + kind for kind in _PROVINCES if key and depth == 0] or [office, key]
        forms = dict.fromkeys(form for form in (*whole, key, stem, short) if len(form) > 1)
        found.append(tuple((form, len(form) + (form not in whole)) for form in forms))
    return tuple(found)


_PROVINCES = ("省", "市", "自治区")
# Only long stems are shortened to one character.
_LONG = 2


# What a farm or a wood is called when its people are meant: 清岗林场管理区. Of 2,072 such names of
# eight provinces none stands beside that of its farm; 690 have the code that it had.
_OF_A_FARM = ("管理区", "生活区")


def farm_of(name: str) -> str:
    """Return the farm or wood that a name means, "" where it is the name of none.

    >>> farm_of("清岗林场管理区"), farm_of("清岗林场"), farm_of("清岗管理区")
    ('清岗林场', '清岗林场', '')
    """
    for ending in _OF_A_FARM:
        name = name.removesuffix(ending)
    return name if name.endswith("场") else ""
