"""Stem and kind of a unit's own name: 河东街道 is 河东 and 街道."""

from functools import cache, lru_cache
from typing import NamedTuple

from pilotdiff.model import LEVELS, Level
from pilotdiff.names.tables import rows
from pilotdiff.patterns import pattern

# In what a village ends that holds natural villages.
VILLAGE_ENDS = ("村", "社区", "委会", "嘎查")
# Rows of the statistical codes that group units without being one (GB/T 2260).
PLACEHOLDERS = frozenset(
    {
        "市辖区",
        "县",
        "市辖县",
        "省直辖",
        "省直管",
        "省直管县",
        "省直管市",
        "省直管县市",
        "省直管县级市",
        "省直辖县",
        "省直辖市",
        "省直辖县市",
        "省直辖市县",
        "省直管市县",
        "省直辖县级市",
        "省直辖县级单位",
        "直管县",
        "省管县",
        "直管市",
        "直辖",
        "直辖区",
        "其他区",
        "其它区",
        "直管",
        "省直辖县级行政区划",
        "省直辖县级行政单位",
        "省直辖行政单位",
        "自治区直辖县级行政区划",
        "自治区直辖县级行政单位",
    }
)


class KindWord(NamedTuple):
    """A kind word as written, the kind it stands for, and how surely it ends a unit (0 to 1)."""

    word: str
    kind: str
    weight: float


@cache
def _table() -> dict[Level, dict[str, KindWord]]:
    table: dict[Level, dict[str, KindWord]] = {level: {} for level in LEVELS}
    for level, word, kind, weight in rows("kinds.tsv"):
        table[Level(level)][word] = KindWord(word, kind, float(weight))
    return table


@cache
def _by_last(level: Level) -> dict[str, tuple[tuple[int, ...], dict[str, KindWord]]]:
    """Return, by their last character, the kind words of a level, and how long they are, longest
    first."""
    words: dict[str, dict[str, KindWord]] = {}
    for text, word in _table()[level].items():
        words.setdefault(text[-1], {})[text] = word
    return {
        last: (tuple(sorted({*map(len, found)}, reverse=True)), found)
        for last, found in words.items()
    }


def kind_words(level: Level) -> dict[str, KindWord]:
    """Return the kind words of a level by how they are written."""
    return _table()[level]


def kind_at_end(level: Level, text: str) -> KindWord | None:
    """Return the longest kind word of `level` that ends `text` and leaves a stem."""
    found = _by_last(level).get(text[-1:])
    if found is None:
        return None
    lengths, words = found
    size = len(text)
    for length in lengths:
        if length < size and (word := words.get(text[size - length :])):
            return word
    return None


@cache
def _foreign(level: Level, word: str) -> tuple[str, ...]:
    """Return the longer words of other levels that end like this kind word of a level."""
    others = {other for table in _table().values() for other in table} - _table()[level].keys()
    return tuple(other for other in others if other != word and other.endswith(word))


def is_foreign(level: Level, text: str, word: KindWord) -> bool:
    """Tell whether `word` at the end of `text` is but the end of a longer word of another level.

    光明社区 is no district (区), and 高新区, a kind of county, no new area (新区) of a town.
    """
    return text.endswith(_foreign(level, word.word))


_ZONES = frozenset({"新区", "开发区", "管理区", "园区"})


def is_zone(text: str) -> bool:
    """Tell whether a name is that of a zone in place of a county: 清岗新区, or its kind alone.

    >>> is_zone("清岗新区"), is_zone("开发区"), is_zone("清岗区")
    (True, True, False)
    """
    word = kind_words(Level.COUNTY).get(text) or kind_at_end(Level.COUNTY, text)
    return word is not None and word.kind in _ZONES


_PARK = 0.2


def is_park(text: str) -> bool:
    """Tell whether a name is that of a zone that reads as a township alone, and over towns stands
    in place of a county: 清岗产业园区.

    >>> is_park("清岗工业园区"), is_park("清岗街道")
    (True, False)
    """
    word = kind_at_end(Level.TOWNSHIP, text)
    return word is not None and word.weight == _PARK


_PARTS_OF_A_ZONE = frozenset(f"{side}区" for side in "东西南北中ABCDＡＢＣＤ")


def is_part_of_a_zone(zone: str, part: str) -> bool:
    """Tell whether a word behind a zone is a part of it, whatever district is called so:
    清岗出口加工区（南区）.

    >>> is_part_of_a_zone("清岗出口加工区", "南区"), is_part_of_a_zone("清岗街道", "南区")
    (True, False)
    """
    return part in _PARTS_OF_A_ZONE and (is_zone(zone) or is_park(zone))


_NUMBERED_KINDS = frozenset({"团", "师", "队"})
# What a company works at.
_BRANCH = 2
# A regiment may say whose it is: 兵团一二六团, 兵团农九师一六三团.
_CORPS = pattern(r"^兵团(?:农?第?[\d一二三四五六七八九十]+师)?(?=.)", needs="兵")
_NUMBERED = frozenset("0123456789〇零一二三四五六七八九十百第")


def is_unnumbered(text: str, word: KindWord) -> bool:
    """Tell whether a kind that goes with numbers alone stands without one: 129团, but no 集团."""
    stem = text[: -len(word.word)]
    if word.kind == "连":  # 园艺二连, but no 清岗农场二连
        before = stem.rstrip("".join(_NUMBERED))
        return before == stem or len(before) > _BRANCH or before[-1:] in tuple("镇乡场团区")
    return word.kind in _NUMBERED_KINDS and not set(_CORPS.sub("", stem)) <= _NUMBERED


def is_kind_word(text: str) -> bool:
    """Tell whether a text is nothing but a kind word of some level.

    >>> is_kind_word("街道"), is_kind_word("清岗")
    (True, False)
    """
    return any(text in _table()[level] for level in LEVELS)


@cache
def _peoples() -> tuple[str, ...]:
    return tuple(sorted((row[0] for row in rows("peoples.txt")), key=len, reverse=True))


def ends_in_people(text: str) -> bool:
    """Tell whether a text ends in the name of a people: 清岗东乡族.

    >>> ends_in_people("清岗苗族"), ends_in_people("清岗")
    (True, False)
    """
    return text.endswith(_peoples())


def is_peoples_township(text: str, start: int) -> bool:
    """Tell whether peoples and the kind of a township stand at a place of a text: 清岗镇|回族乡.

    >>> is_peoples_township("清岗镇回族乡东岭村", 3), is_peoples_township("清岗镇回族村", 3)
    (True, False)
    """
    end = start
    while found := next(
        (p for p in _peoples_by_first().get(text[end : end + 1], ()) if text.startswith(p, end)), ""
    ):
        end += len(found)
    return end > start and text.startswith(_OF_TOWNSHIPS, end)


@cache
def _peoples_by_first() -> dict[str, tuple[str, ...]]:
    """Return by their first character the peoples as they are written in full, the longest
    first."""
    found: dict[str, tuple[str, ...]] = {}
    for people in _peoples():
        if people.endswith("族"):
            found[people[0]] = (*found.get(people[0], ()), people)
    return found


_OF_TOWNSHIPS = ("乡", "镇", "苏木")


def without_peoples(stem: str) -> str:
    """Return the stem of an autonomous unit without its peoples: 湘西土家族苗族 → 湘西, 东乡族 →
    东乡.

    A stem keeps two characters (内蒙古).

    >>> without_peoples("清岗苗族土家族")
    '清岗'
    """
    while True:
        shorter = next(
            (stem[: -len(p)] for p in _peoples() if stem.endswith(p) and len(stem) - len(p) > 1),
            None,
        )
        if shorter is None:
            return stem[:-1] if stem.endswith("族") and len(stem) > 2 else stem
        stem = shorter


def names_peoples_alone(text: str) -> bool:
    """Tell whether a text is the end of an autonomous unit's name, without its place.

    >>> names_peoples_alone("土家族苗族自治州"), names_peoples_alone("清岗土家族自治县")
    (True, False)
    """
    stem, autonomous, _ = text.partition("自治")
    if not autonomous:
        return False
    while found := next((p for p in _peoples() if stem.endswith(p)), ""):
        stem = stem[: -len(found)]
    return stem in ("", "族", "各族")


_AUTONOMOUS = ("自治", "民族", "族乡", "族苏木", "族镇")


@lru_cache(maxsize=1 << 14)
def split(level: Level, text: str) -> tuple[str, str]:
    """Split one part of a path into stem and kind; kind is "" where no kind word ends it.

    The kind is the canonical one (村民委员会 gives 村, 街道办事处 gives 街道, 自治县 gives 县), and
    the stem of an autonomous unit stands without its peoples (屏边彝族乡 gives 屏边, 乡).
    """
    found = kind_at_end(level, text)
    if found is None or found.kind == "-":
        return text, ""
    stem = text[: -len(found.word)]
    told = level is not Level.COMMUNITY and ("自" in text or "族" in text)
    if told and any(mark in text for mark in _AUTONOMOUS):
        stem = without_peoples(stem)
    return stem, found.kind
