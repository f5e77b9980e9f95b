"""The grammar of unit paths: 甲市乙县丙镇街道丁社区 is four parts, each ending in its kind.

Kind words also stand inside names (丙镇街道, 老街道社区, 市中区), so the best of all
readings is taken: each part is weighed by what the gazetteer knows, by its kind word and its stem.
"""

from functools import lru_cache
from typing import NamedTuple

from pilotdiff.model import Level
from pilotdiff.names import gazetteer
from pilotdiff.names.divisions import known_parts
from pilotdiff.names.gazetteer import Division
from pilotdiff.names.generic_names import is_generic
from pilotdiff.names.guesses import BY_PLACE_ALONE, guessed_parts
from pilotdiff.names.parts import FITTING, Part
from pilotdiff.names.redrawn_parts import is_town_called_like_a_province, redrawn
from pilotdiff.names.settlements import ends_of_villages
from pilotdiff.patterns import TOWN_KIND, VILLAGE_KIND, one_of, pattern

LONGEST_NAME = 60
_DOUBTED = 0.05
# A reading that begins with a fitting division and goes on with a legal kind word is not doubted.
_LEGAL = 0.5
# How sure a name is that reads like a word of headings, and one without a kind.
_OF_HEADINGS, _UNKIND = 0.1, 0.55
# Sums of weights that differ by less are equal.
_EQUAL = 1e-9
_ENDS_SENTENCE = one_of("，。；：、！？,;:!?“”\"'《》<>=|\t－—–")
_WILDCARD = "〓"
# What a path says of a part above its last: 清岗县（今清岗区）南岭镇.
_INNER = pattern(r"(?<=.)[（(][^（()）]{1,12}[）)](?=.)")

_FORMERLY = pattern(
    rf"[（(][原曾今]\p{{Han}}{{1,8}}[）)](?=(?:[村居]?{VILLAGE_KIND}|{TOWN_KIND})$)", needs="（("
)
# Whose a street is: 清岗区|人民政府|三桥街道.
_GOVERNMENT = pattern(
    r"(?<=[省市州盟县区旗镇乡])人民政府(?=[^，。]{2,}(?:街道|办事处|[镇乡村]|居委会|社区))"
)


# 伊犁州直|伊宁县: no place is called 直伊宁县.
_RIGHT_UNDER = pattern(r"(?<=[州盟])直(?![属辖管])(?=\p{Han}{2,8}[县市旗])", needs="直")
# A village that is called by its number: 白溪镇（5）村.
_NUMBERED = pattern(r"(?<=[镇乡道木])[（(](?P<number>\d{1,3})[）)](?=村$)", needs="（(")
# A place written twice over a town: 清岗市|清岗市白溪镇. Farms are called by their county.
_TWICE = pattern(
    rf"(?P<place>\p{{Han}}{{2,12}}?[市州盟县区旗])(?P=place)(?=\p{{Han}}{{1,6}}?{TOWN_KIND})"
)


class Reading(NamedTuple):
    """A name taken apart: its parts from the top, the level of the last, and how sure that is.

    sure  0 to 1: how far the gazetteer or legal kind words vouch for the parts; at most 0.1 when
          the whole is a word of headings (示范街道)
    """

    parts: tuple[tuple[Level, str], ...]
    level: Level
    sure: float


class _Path(NamedTuple):
    score: float
    parts: tuple[tuple[Level, int, float], ...]


def parse(text: str, level: Level | None = None, *, below: Level | None = None) -> Reading | None:
    """Take a clean, simplified name apart; None when it cannot be read as a unit's path.

    With `level` the last part must stand there, with `below` all stand under that tier: 琉璃河地区
    is a prefecture alone, a township under a county. A part may be left out above the last.

    >>> [name for _, name in parse("四川省成都市温江区").parts]
    ['四川省', '成都市', '温江区']
    """
    depth = -1 if below is None else below.depth
    text = _without_words(text)
    found = _parsed(text, level, depth)
    if "（" not in text and "(" not in text:
        return found
    if found is not None and not any(map(_holds_brackets, found.parts)):
        return found
    without = _INNER.sub("", text)
    return _parsed(without, level, depth) if without != text else None


def _without_words(text: str) -> str:
    """Return a name without what stands between its parts and belongs to none: a government, a
    place said twice, that a county lies right under its prefecture, brackets around a number."""
    if "政府" in text:
        text = _GOVERNMENT.sub("", text)
    if "直" in text:
        text = _RIGHT_UNDER.sub("", text)
    if text.endswith(("）村", ")村")):
        text = _NUMBERED.sub(r"\g<number>", text)
    if (twice := _TWICE.search(text)) is not None and gazetteer.find_whole(twice["place"]):
        text = text[: twice.end("place")] + text[twice.end() :]
    return text


def _holds_brackets(part: tuple[Level, str]) -> bool:
    """Tell whether a part begins or ends within brackets, which speak of the part before them, or
    says before its kind what it was called: 东岭（原西岭）村."""
    opened = sum(map(part[1].count, "（("))
    if _FORMERLY.search(part[1]):
        return True
    return part[1][0] in "（(" or opened != sum(map(part[1].count, "）)"))


# Each stage asks for all names of a list, one stage after the other.
@lru_cache(maxsize=1 << 18)
def _parsed(text: str, level: Level | None, depth: int) -> Reading | None:
    if not 2 <= len(text) <= LONGEST_NAME or _ENDS_SENTENCE.search(text):
        return None
    best = _best(text, 0, depth, None, level, {})
    if best is None and text.endswith(_WILDCARD):
        return _with_lost_kind(text, level)
    if best is None:
        return _natural_village(text, level, depth)
    parts: tuple[tuple[Level, str], ...] = ()
    start, sure = 0, 0.0
    for part_level, end, vouched in best.parts:
        parts = (*parts, (part_level, text[start:end]))
        start, sure = end, sure + vouched
    sure /= len(parts)
    parts = redrawn(text, parts)
    if depth < Level.COUNTY.depth and is_town_called_like_a_province(parts):
        return _parsed(text, level, Level.COUNTY.depth)
    if best.parts[-1][2] == BY_PLACE_ALONE:
        sure = _DOUBTED
    if len(parts) == 1 and is_generic(*parts[0]):
        sure = min(sure, 0.1)
    return Reading(parts, parts[-1][0], round(sure, 3))


def _with_lost_kind(text: str, level: Level | None) -> Reading | None:
    """Read a name whose last character is lost, under each kind that could have stood there."""
    readings = []
    for last in "市区县镇乡道村州旗省":
        found = parse(text[:-1] + last, level)
        if found is not None:
            readings.append(found)
    if not readings:
        return None
    best = max(readings, key=lambda reading: (reading.sure, -reading.level.depth))
    last_level, last_text = best.parts[-1]
    parts = (*best.parts[:-1], (last_level, last_text[:-1] + _WILDCARD))
    return Reading(parts, best.level, best.sure / 2)


def _natural_village(text: str, level: Level | None, depth: int) -> Reading | None:
    """Return the reading of a natural village without a kind, the village before it in one with
    it: 白石镇|东岭村张家湾."""
    if level not in (None, Level.COMMUNITY):
        return None
    for end in ends_of_villages(text):
        village = _parsed(text[:end], Level.COMMUNITY, depth)
        if village is not None and village.sure > _OF_HEADINGS:
            *above, (lowest, name) = village.parts
            sure = min(village.sure, _UNKIND)
            return Reading((*above, (lowest, name + text[end:])), lowest, sure)
    return None


_Key = tuple[int, int, str]
_NOTHING = _Path(0.0, ())


def _best(
    text: str,
    start: int,
    depth: int,
    above: Division | None,
    level: Level | None,
    memo: dict[_Key, _Path | None],
) -> _Path | None:
    """Return the best reading of text[start:] below a part at `depth`."""
    key = (start, depth, above.code if above else "")
    if key in memo:
        return memo[key]
    known = known_parts(text, start, depth, above)
    best = _best_of(known, text, above, level, memo)
    if best is None or best.score < FITTING + _LEGAL:
        guessed = _best_of(
            guessed_parts(text, start, depth, known, above), text, above, level, memo
        )
        if best is None or (guessed is not None and guessed.score > best.score):
            best = guessed
    memo[key] = best
    return best


def _best_of(
    parts: list[Part],
    text: str,
    above: Division | None,
    level: Level | None,
    memo: dict[_Key, _Path | None],
) -> _Path | None:
    """Return the best reading that begins with one of these parts."""
    best: _Path | None = None
    for part in parts:
        rest: _Path | None = _NOTHING
        if part.end < len(text):
            below = part.division or above
            rest = _best(text, part.end, part.level.depth, below, level, memo)
        elif level is not None and part.level is not level:
            continue
        if rest is None:
            continue
        parted = ((part.level, part.end, part.vouched), *rest.parts)
        path = _Path(part.score + rest.score, parted)
        if best is None or _is_better(path, best):
            best = path
    return best


def _is_better(one: _Path, other: _Path) -> bool:
    """Tell whether a reading is the better of two; of equal ones that with more parts is."""
    more = len(one.parts) - len(other.parts)
    if more and abs(one.score - other.score) < _EQUAL:
        return more > 0
    return one.score > other.score
