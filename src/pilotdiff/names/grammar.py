"""The grammar of unit paths: 成都市金堂县赵镇街道沱源社区 is four parts, each ending in its kind.

Kind words also stand inside names (赵镇街道, 老街道社区, 市中区), so the best of all
readings is taken: each part is weighed by what the gazetteer knows, by its kind word and its stem.
"""

from functools import cache, lru_cache
from typing import NamedTuple

from pilotdiff.model import LEVELS, Level
from pilotdiff.names import gazetteer
from pilotdiff.names.gazetteer import Division
from pilotdiff.names.kinds import (
    is_foreign,
    is_kind_word,
    is_unnumbered,
    kind_at_end,
    kind_words,
    split,
)
from pilotdiff.names.short import in_full
from pilotdiff.names.tables import rows

LONGEST_NAME = 60
_LONGEST_PART = 24
_FITTING = 3.0
# A reading that begins with a fitting division and goes on with a legal kind word is not doubted.
_LEGAL = 0.5
_SHORT = 0.2
_COMMUNITY = Level.COMMUNITY.depth
_ENDS_SENTENCE = frozenset("，。；：、！？,;:!?“”\"'《》<>=|\t")
_WILDCARD = "〓"


class Reading(NamedTuple):
    """A name taken apart: its parts from the top, the level of the last, and how sure that is.

    sure  0 to 1: how far the gazetteer or legal kind words vouch for the parts; at most 0.1 when
          the whole is a word of headings (示范街道)
    """

    parts: tuple[tuple[Level, str], ...]
    level: Level
    sure: float


class _Part(NamedTuple):
    level: Level
    end: int
    score: float
    vouched: float
    division: Division | None


class _Judged(NamedTuple):
    """A score, how far the kind word vouches for the part (0 to 1), and that word."""

    score: float
    vouched: float
    word: str


class _Path(NamedTuple):
    score: float
    parts: tuple[tuple[Level, int, float], ...]


def parse(text: str, level: Level | None = None) -> Reading | None:
    """Take a clean, simplified name apart; None when it cannot be read as a unit's path.

    With `level` the last part must stand there. A part may be left out anywhere above the last.
    """
    return _parsed(text, level)


# Each stage asks for all names of a list, one stage after the other.
@lru_cache(maxsize=1 << 18)
def _parsed(text: str, level: Level | None) -> Reading | None:
    if not 2 <= len(text) <= LONGEST_NAME or not _ENDS_SENTENCE.isdisjoint(text):
        return None
    best = _best(text, 0, -1, None, level, {})
    if best is None and text.endswith(_WILDCARD):
        return _with_lost_kind(text, level)
    if best is None:
        return None
    parts: tuple[tuple[Level, str], ...] = ()
    start, sure = 0, 0.0
    for part_level, end, vouched in best.parts:
        parts = (*parts, (part_level, text[start:end]))
        start, sure = end, sure + vouched
    sure /= len(parts)
    if len(parts) == 1 and _is_generic(*parts[0]):
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


_Key = tuple[int, int, str]


def _best(
    text: str,
    start: int,
    depth: int,
    above: Division | None,
    level: Level | None,
    memo: dict[_Key, _Path | None],
) -> _Path | None:
    """The best reading of text[start:] below a part at `depth`."""
    key = (start, depth, above.code if above else "")
    if key in memo:
        return memo[key]
    known = _known_parts(text, start, depth, above)
    best = _best_of(known, text, above, level, memo)
    if best is None or best.score < _FITTING + _LEGAL:
        guessed = _best_of(_guessed_parts(text, start, depth, known), text, above, level, memo)
        if best is None or (guessed is not None and guessed.score > best.score):
            best = guessed
    memo[key] = best
    return best


def _best_of(
    parts: list[_Part],
    text: str,
    above: Division | None,
    level: Level | None,
    memo: dict[_Key, _Path | None],
) -> _Path | None:
    """The best reading that begins with one of these parts."""
    best: _Path | None = None
    for part in parts:
        step = (part.level, part.end, part.vouched)
        if part.end == len(text):
            if level is not None and part.level is not level:
                continue
            path = _Path(part.score, (step,))
        else:
            rest = _best(text, part.end, part.level.depth, part.division or above, level, memo)
            if rest is None:
                continue
            path = _Path(part.score + rest.score, (step, *rest.parts))
        if best is None or path.score > best.score:
            best = path
    return best


def _guessed_parts(text: str, start: int, depth: int, known: list[_Part]) -> list[_Part]:
    """Every part that can begin at `start` by its kind word alone, at each level below `depth`."""
    parts: list[_Part] = []
    # A name that the gazetteer has in this very place leaves no room for guesses above townships.
    sure = any(part.score == _FITTING for part in known)
    taken = {(part.level, part.end) for part in known}
    stops = range(start + 2, min(len(text), start + _LONGEST_PART) + 1)
    any_last = _last_of_any()
    ends = [end for end in stops if text[end - 1] in any_last]
    for level in LEVELS[max(depth + 1, Level.TOWNSHIP.depth if sure else 0) : _COMMUNITY]:
        last = _last_characters()[level]
        for end in ends:
            if text[end - 1] in last and (level, end) not in taken:
                part = _named_part(text, start, end, level)
                if part is not None:
                    parts.append(part)
    community = _judge(text[start:], Level.COMMUNITY)
    if community is not None:
        parts.append(_Part(Level.COMMUNITY, len(text), community.score, community.vouched, None))
    return parts


@cache
def _last_characters() -> dict[Level, frozenset[str]]:
    return {level: frozenset(word[-1] for word in kind_words(level)) for level in LEVELS}


@cache
def _last_of_any() -> frozenset[str]:
    return frozenset().union(*_last_characters().values())


def _named_part(text: str, start: int, end: int, level: Level) -> _Part | None:
    """text[start:end] as a part by its kind word alone."""
    found = _judge(text[start:end], level)
    if found is None or _goes_on(text, end, found.word, level):
        return None
    return _Part(level, end, found.score, found.vouched, None)


def _goes_on(text: str, end: int, word: str, level: Level) -> bool:
    """Whether the kind word at `end` is only the beginning of a longer one (街道|办事处)."""
    longer = _longer_words(level).get(word)
    if longer is None or end == len(text):
        return False
    return any(text.startswith(other, end - len(word)) for other in longer)


@cache
def _longer_words(level: Level) -> dict[str, tuple[str, ...]]:
    longer: dict[str, list[str]] = {}
    words = kind_words(level)
    for word in words:
        for size in range(1, len(word)):
            if word[:size] in words:
                longer.setdefault(word[:size], []).append(word)
    return {word: tuple(others) for word, others in longer.items()}


@lru_cache(maxsize=1 << 16)
def _judge(part: str, level: Level) -> _Judged | None:
    """A part judged by its kind word and stem alone; None when no kind word ends it."""
    if level is Level.COUNTY and part in kind_words(level):
        return _zone(part)
    word = kind_at_end(level, part)
    if word is None or is_foreign(level, part, word) or is_unnumbered(part, word):
        return None
    stem = part[: -len(word.word)]
    score = word.weight + _stem_score(stem, level) - _UNKNOWN.get(level, 0.0)
    if len(stem) > 2 and stem.endswith(word.word) and level is not Level.COMMUNITY:
        # 花丛镇镇垭庙: the second kind word begins the next name. 新镇镇 is a town.
        score -= 0.3
    vouched = word.weight * _VOUCHED.get(level, 1.0)
    return _Judged(score, vouched if score > 0 else vouched / 2, word.word)


# A zone called by its kind alone, as one in each city is.
_ZONE = 0.7


def _zone(part: str) -> _Judged | None:
    """A zone that bears its kind word for a name (成都市高新区)."""
    if len(part) == 1:
        return None
    weight = kind_words(Level.COUNTY)[part].weight
    vouched = weight * _VOUCHED[Level.COUNTY] / 2
    return _Judged(weight - _ZONE, vouched, part)


# What a name that the gazetteer lacks costs, and how far its kind word still vouches for it:
# provinces and prefectures are few and all known.
_UNKNOWN = {Level.PROVINCE: 4.0, Level.PREFECTURE: 1.6, Level.COUNTY: 0.9}
_VOUCHED = {Level.PROVINCE: 0.1, Level.PREFECTURE: 0.4, Level.COUNTY: 0.7}


def _known_parts(text: str, start: int, depth: int, above: Division | None) -> list[_Part]:
    """The parts beginning at `start` that the gazetteer has below `depth`."""
    parts: list[_Part] = []
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
    return parts


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
    """At which levels below `depth` the gazetteer has a name."""
    levels: dict[Level, list[Division]] = {}
    for division in gazetteer.find(name):
        if division.level.depth > depth:
            levels.setdefault(division.level, []).append(division)
    known: list[_Known] = []
    for level, found in levels.items():
        fitting = [d for d in found if above is None or gazetteer.agree(above, d)]
        whole = next((d for d in fitting if not d.bare), None)
        if fitting or not found[0].bare:
            known.append(_Known(level, whole, () if whole else tuple(fitting)))
    return tuple(known)


def _short_part(text: str, start: int, above: Division | None) -> _Part | None:
    """A banner shortened to one character, where it may begin a town's name too: 莫旗|尼尔基镇."""
    short = text[start : start + 2]
    whole = in_full(Level.COUNTY, short)
    fitting = [d for d in gazetteer.find(whole) if above is None or gazetteer.agree(above, d)]
    if whole == short or not fitting:
        return None
    return _Part(Level.COUNTY, start + 2, _SHORT, 0.7, fitting[0])


def _known_part(text: str, end: int, known: _Known) -> _Part | None:
    if known.whole:
        return _Part(known.level, end, _FITTING, 1.0, known.whole)
    if known.bare:
        return _bare_part(text, end, known.level, known.bare)
    return _Part(known.level, end, 1.0, 1.0, None)


def _bare_part(text: str, end: int, level: Level, known: tuple[Division, ...]) -> _Part | None:
    """A parent without its kind (四川成都市) is believed when a part that lies in it follows.

    So it is before a zone that has its kind for a name: 合肥|高新区.
    """
    for division in known:
        for length in gazetteer.lengths(text[end : end + 2]):
            below = gazetteer.find(text[end : end + length])
            if any(d.level.depth > level.depth and gazetteer.agree(division, d) for d in below):
                return _Part(level, end, 1.5, 0.8, division)
    if any(text.startswith(zone, end) for zone in kind_words(Level.COUNTY) if len(zone) > 2):
        return _Part(level, end, _ZONE, 0.8, known[0])
    return None


def _stem_score(stem: str, level: Level) -> float:
    """Stems have 2 to 6 characters as a rule and neither begin with a kind word nor hold one."""
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
    return score


_LEADING_KINDS = ("街道", "社区", "自治", "办事处", "管委会", "人民政府", "的")
_LEADING_SUFFIXES = frozenset("区镇县市旗乡州")
_INNER_KINDS = ("街道", "社区", "镇", "乡", "县", "村", "区", "市")
_INNER_STARTS = frozenset(mark[0] for mark in _INNER_KINDS)


def _is_generic(level: Level, text: str) -> bool:
    """Whether a text is a word of headings and prose: 示范街道, 乡镇街道, 行政村."""
    stem = split(level, text)[0]
    if stem in _generic() or is_kind_word(text):
        return not gazetteer.known(text)
    return len(stem) > 1 and set(stem) <= _KIND_CHARACTERS and not gazetteer.known(text)


_KIND_CHARACTERS = frozenset("省市州盟县区旗乡镇村街道社")


@cache
def _generic() -> frozenset[str]:
    return frozenset(row[0] for row in rows("generic.txt"))
