"""The parts of a path that the gazetteer knows."""

from functools import cache, lru_cache
from typing import NamedTuple

from pilotdiff.model import Level
from pilotdiff.names import gazetteer
from pilotdiff.names.full_names import KINDS_OF_PEOPLES, LONGEST_SHORT, in_full, shortened
from pilotdiff.names.gazetteer import Division
from pilotdiff.names.kinds import is_foreign, kind_at_end, kind_words
from pilotdiff.names.parts import FITTING, Part

# A shortened banner, and a zone called by its kind alone, as one in each city is.
_SHORT = 0.2
ZONE = 0.7
_STREET = ("街道", "办事处", "社区")
_LONGEST_COUNTY = 8
_LONGEST_ZONE = 6


def known_parts(text: str, start: int, depth: int, above: Division | None) -> list[Part]:
    """Return the parts beginning at `start` that the gazetteer has below `depth`."""
    parts: list[Part] = []
    if depth >= Level.COUNTY.depth:
        return parts
    for length in gazetteer.lengths(text[start : start + 2]):
        end = start + length
        if end > len(text):
            continue
        for known in _known_as(text[start:end], depth, above):
            part = _known_part(text, end, known)
            if part is not None:
                parts.append(part)
    if text[start + 1 : start + 2] == "旗" and (short := _short_part(text, start, above)):
        parts.append(short)
    if short := _shortened_part(text, start, above):
        parts.append(short)
    return parts


def _shortened_part(text: str, start: int, above: Division | None) -> Part | None:
    """Return a county or banner of a people that leaves out a part of its long name: 松桃自治县 and
    松桃县 of 松桃苗族自治县, 喀左县."""
    ends = (text.find(kind, start + 2, start + LONGEST_SHORT) + 1 for kind in KINDS_OF_PEOPLES)
    for end in filter(None, ends):
        for division in shortened(text[start:end]):
            if above is None or gazetteer.lies_in_by_code(above, division):
                return Part(Level.COUNTY, end, FITTING, 1.0, division)
    return None


class _Known(NamedTuple):
    """What the gazetteer has of a name at a level: divisions that lie in what stands above it.

    whole  the first of them that carries the name with its kind
    bare   else all of them; () where the name is that of a division elsewhere
    """

    level: Level
    whole: Division | None
    bare: tuple[Division, ...]


@lru_cache(maxsize=1 << 14)
def _known_as(name: str, depth: int, above: Division | None) -> tuple[_Known, ...]:
    """Return at which levels below `depth` the gazetteer has a name."""
    levels: dict[Level, list[Division]] = {}
    for division in gazetteer.find(name):
        if division.level.depth > depth:
            levels.setdefault(division.level, []).append(division)
    known: list[_Known] = []
    for level, found in levels.items():
        fitting = [d for d in found if above is None or gazetteer.lies_in_by_code(above, d)]
        whole = next((d for d in fitting if not d.bare), None)
        if fitting or not found[0].bare:
            known.append(_Known(level, whole, () if whole else tuple(fitting)))
    return tuple(known)


def _short_part(text: str, start: int, above: Division | None) -> Part | None:
    """Return a banner shortened to one character, where it may begin a town's name too:
    莫旗|尼尔基镇."""
    short = text[start : start + 2]
    whole = in_full(Level.COUNTY, short)
    fitting = [
        d for d in gazetteer.find(whole) if above is None or gazetteer.lies_in_by_code(above, d)
    ]
    if whole == short or not fitting:
        return None
    return Part(Level.COUNTY, start + 2, _SHORT, 0.7, fitting[0])


def _known_part(text: str, end: int, known: _Known) -> Part | None:
    if known.whole:
        return Part(known.level, end, FITTING, 1.0, known.whole)
    if known.bare:
        return _bare_part(text, end, known.level, known.bare)
    return Part(known.level, end, 1.0, 1.0, None)


def _bare_part(text: str, end: int, level: Level, known: tuple[Division, ...]) -> Part | None:
    """Return a parent without its kind (四川成都市) when a part that lies in it follows.

    So it is before a zone that has its kind for a name: 合肥|高新区.
    """
    if text.startswith("省", end):
        return None  # its own kind stands there, with which nothing begins
    for division in known:
        for length in gazetteer.lengths(text[end : end + 2]):
            below = gazetteer.find(text[end : end + length])
            if any(
                d.level.depth > level.depth and gazetteer.lies_in_by_code(division, d)
                for d in below
            ):
                return Part(level, end, 1.5, 0.8, division)
    if _is_zone_word(text, end) or _is_zone(text, end):
        return Part(level, end, ZONE, 0.8, known[0])
    if level is Level.PROVINCE and _county_follows(text, end):
        return Part(level, end, ZONE, 0.8, known[0])
    return None


def _is_zone_word(text: str, start: int) -> bool:
    """Tell whether a zone called by its kind alone stands there; 工业园街道 is a street's name."""
    if not text.startswith(_zone_words(), start):
        return False
    end = max(start + len(word) for word in _zone_words() if text.startswith(word, start))
    return not text.startswith(_STREET, end)


def _is_zone(text: str, start: int) -> bool:
    """Tell whether what stands behind a city is a zone with a name: 大连|长兴岛经济技术开发区."""
    rest = text[start:]
    word = kind_at_end(Level.COUNTY, rest)
    return word is not None and word.kind == "开发区" and len(rest) - len(word.word) < _LONGEST_ZONE


def _county_follows(text: str, start: int) -> bool:
    """Tell whether what reads like a county begins at `start`: 河北|雄安新区, but no 江西|社区.

    The province's own kind begins none: 江西|省吉安市 is 江西省.
    """
    if text.startswith(("省", "市", "自治区", "壮族", "回族", "维吾尔"), start):
        return False
    for end in range(start + 3, min(len(text), start + _LONGEST_COUNTY) + 1):
        word = kind_at_end(Level.COUNTY, text[start:end])
        if word is not None and len(word.word) < end - start - 1:
            return not is_foreign(Level.COUNTY, text[start:end], word)
    return False


@cache
def _zone_words() -> tuple[str, ...]:
    return tuple(word for word in kind_words(Level.COUNTY) if len(word) > 2)
