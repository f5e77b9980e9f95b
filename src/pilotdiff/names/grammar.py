"""The grammar of unit paths: 甲市乙县丙镇街道丁社区 is four parts, each ending in its kind.

Kind words also stand inside names (丙镇街道, 老街道社区, 市中区), so the best of all
readings is taken: each part is weighed by what the gazetteer knows, by its kind word and its stem.
"""

from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from pilotdiff.model import Level
from pilotdiff.names import gazetteer
from pilotdiff.names.divisions import known_parts
from pilotdiff.names.full_names import in_full
from pilotdiff.names.gazetteer import Division
from pilotdiff.names.guesses import BY_PLACE_ALONE, guessed_parts
from pilotdiff.names.kinds import is_kind_word, is_zone, kind_at_end, split
from pilotdiff.names.parts import FITTING, Part
from pilotdiff.names.settlements import ends_of_villages
from pilotdiff.names.tables import rows
from pilotdiff.patterns import one_of, pattern

LONGEST_NAME = 60
_DOUBTED = 0.05
# A reading that begins with a fitting division and goes on with a legal kind word is not doubted.
_LEGAL = 0.5
# The weight of 街 and 场, which few townships are called by.
_ROAD = 0.1
# How sure a name is that reads like a word of headings, and one without a kind.
_OF_HEADINGS, _UNKIND = 0.1, 0.55
# Sums of weights that differ by less are equal.
_EQUAL = 1e-9
_ENDS_SENTENCE = one_of("，。；：、！？,;:!?“”\"'《》<>=|\t－—–")
_WILDCARD = "〓"
# What a path says of a part above its last: 清岗县（今清岗区）南岭镇.
_INNER = pattern(r"(?<=.)[（(][^（()）]{1,12}[）)](?=.)")

# Whose a street is: 清岗区|人民政府|三桥街道.
_GOVERNMENT = pattern(
    r"(?<=[省市州盟县区旗镇乡])人民政府(?=[^，。]{2,}(?:街道|办事处|[镇乡村]|居委会|社区))"
)
# What a street is called, and no street alone.
_STREET_BEGUN = pattern(
    r"街道(?:办事处|办)?|办事处$|乡(?![镇村约土贤愁里亲])(?=.{2,}(?:[村社区]|委会)$)"
    # 芒市|镇南村 begins with a word; what stands before the kind of a village is longer.
    r"|镇(?=.{2,}(?:村|社区)(?:.{0,2}委员?会)?$)"
)
_MAY_BE_WHOLE = pattern("街道|办事处|[县市区][乡镇]")
_NEW_TOWN = pattern(r"(?P<town>.{2,5}新城)(?P<street>.{2,8}(?:街道(?:办事处)?|[镇乡]))$")


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
    if "政府" in text:
        text = _GOVERNMENT.sub("", text)
    found = _parsed(text, level, depth)
    if "（" not in text and "(" not in text:
        return found
    if found is not None and not any(map(_holds_brackets, found.parts)):
        return found
    without = _INNER.sub("", text)
    return _parsed(without, level, depth) if without != text else None


def below_county(text: str, reading: Reading, county: str = "") -> Reading:
    """Return the reading of a name beneath a county, which holds neither a prefecture nor another
    county: its 琉璃河地区 and its 经济开发区 are townships, and so are a zone called by a city
    (清岗经济开发区东岭村), a farm of the corps (兵团石桥农场), and, beneath a `county` of the
    standard, a district over a village that is none today (北城区东岭村), and one that its city
    never had and that is none today elsewhere (南坝区).

    >>> text = "经济开发区东岭村"
    >>> (found := parse(text)) and below_county(text, found).parts[0][0].value
    'township'
    """
    (top, first), *rest = reading.parts
    if top is Level.PREFECTURE and first.endswith("地区"):
        return parse(text, below=Level.COUNTY) or reading
    short = in_full(top, first) != first
    if short and (first == "兵团" or _is_zone_of_a_city(top, rest)):
        return parse(text, below=Level.COUNTY) or reading
    if top is not Level.COUNTY:
        return reading
    zone = is_zone(first) and not gazetteer.find(first)
    district = first.endswith("区") and gazetteer.find_whole(county)
    if not zone and not (district and _is_none_today(first, county, over=bool(rest))):
        return reading
    if any(level is Level.TOWNSHIP for level, _ in rest):
        return parse(text, below=Level.COUNTY) or reading
    parts = ((Level.TOWNSHIP, first), *rest)
    return Reading(parts, parts[-1][0], reading.sure)


def _is_none_today(district: str, county: str, *, over: bool) -> bool:
    """Tell whether a district stands nowhere today; one over nothing must be none that the city of
    a county had, of which it may be listed as it was."""
    homes = gazetteer.homes(district)
    if over or homes:
        past = not gazetteer.is_current(district)
        return past and (over or homes.isdisjoint(gazetteer.homes(county)))
    holds_a_town = not _ENDS_OF_TOWNS.isdisjoint(district[1:])  # 白溪镇南坝区
    return district != county and not holds_a_town and not gazetteer.find(district)


_ENDS_OF_TOWNS = frozenset("镇乡街")


def _is_zone_of_a_city(level: Level, below: list[tuple[Level, str]]) -> bool:
    """Tell whether a zone stands right behind a city, and nothing but a village in it."""
    levels = [level, *(each for each, _ in below)]
    tiers = [Level.PREFECTURE, Level.COUNTY, Level.COMMUNITY]
    return len(levels) > 1 and levels == tiers[: len(levels)] and is_zone(below[0][1])


def below_township(text: str, reading: Reading) -> Reading:
    """Return the reading of a name beneath a township, which holds communities alone: its
    东大街石桥社区 and its 花园北区第二社区 are one each, and no street or district is cut off them;
    a zone (清岗管理区) is one as well.

    >>> text = "花园北区第二社区"
    >>> (found := parse(text)) and len(found.parts), len(below_township(text, found).parts)
    (2, 1)
    """
    *above, (level, own) = reading.parts
    if level is Level.COUNTY and not above and is_zone(own) and not gazetteer.find(own):
        return Reading(((Level.COMMUNITY, text),), Level.COMMUNITY, reading.sure)
    if level is not Level.COMMUNITY or not above:
        return reading
    if not is_kind_word(own) and not all(map(_may_be_within, above)):
        return reading
    if (lower := parse(text, below=Level.TOWNSHIP)) is not None:
        return lower
    # 一队 and 三分场 are kinds behind a farm alone.
    whole = ((Level.COMMUNITY, text),)
    farm = len(above) == 1 and above[0][1].endswith("场")
    return Reading(whole, Level.COMMUNITY, reading.sure) if farm else reading


def _may_be_within(part: tuple[Level, str]) -> bool:
    """Tell whether a part above a community may be but the beginning of its name: a road, a farm
    (国营农场一队), one character before a kind (凤镇), or what ends like a district that is not
    known."""
    level, text = part
    if level is Level.TOWNSHIP:
        word = kind_at_end(level, text)
        short = word is not None and (word.weight <= _ROAD or len(text) == len(word.word) + 1)
        return short or (word is not None and text.endswith("场"))
    quarter = level is Level.COUNTY and text.endswith(("区", "市"))
    return quarter and not is_zone(text) and not gazetteer.find(text)


def _holds_brackets(part: tuple[Level, str]) -> bool:
    """Tell whether a part begins or ends within brackets, which speak of the part before them."""
    opened = sum(map(part[1].count, "（("))
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
    if _MAY_BE_WHOLE.search(text):
        parts = _with_whole_streets(parts)
    if "场街" in text:
        parts = _with_streets_of_squares(parts)
    if "新城" in text:
        parts = _with_new_towns(parts)
    if "旗" in text:
        parts = _with_banners(parts)
    if text.endswith(_COMMITTEES):
        parts = _with_committees(parts)
    parts = _with_low_areas(_said_once(_with_stems(parts)))
    if depth < Level.COUNTY.depth and _is_town_called_like_a_province(parts):
        return _parsed(text, level, Level.COUNTY.depth)
    if best.parts[-1][2] == BY_PLACE_ALONE:
        sure = _DOUBTED
    if len(parts) == 1 and _is_generic(*parts[0]):
        sure = min(sure, 0.1)
    return Reading(parts, parts[-1][0], round(sure, 3))


def _with_stems(parts: tuple[tuple[Level, str], ...]) -> tuple[tuple[Level, str], ...]:
    """Return the parts with a village that is but a kind put behind what it is called by, where
    that reads like a county or a small town (城区|社区居委会, 清岗小镇|社区), or the kind stands
    twice: 上镇|村村委会."""
    *above, (level, own) = parts
    if level is not Level.COMMUNITY or not above:
        return parts
    over, name = above[-1]
    alone = is_kind_word(own) and (over is Level.COUNTY or name.endswith("小镇"))
    twice = own[0] == "村" and is_kind_word(own[1:])
    return (*above[:-1], (level, name + own)) if alone or twice else parts


# What runs a zone, and is no town in it.
_COMMITTEES = ("管委会", "管理委员会")


def _with_committees(parts: tuple[tuple[Level, str], ...]) -> tuple[tuple[Level, str], ...]:
    """Return the parts with the committee of a zone put behind its name: 清岗工业园区|管委会."""
    *above, (_, own) = parts
    if own not in _COMMITTEES or not above or not is_zone(above[-1][1]):
        return parts
    level, zone = above[-1]
    return (*above[:-1], (level, zone + own))


def _with_low_areas(parts: tuple[tuple[Level, str], ...]) -> tuple[tuple[Level, str], ...]:
    """Return the parts with an area right over a village as the town that it is, where no standard
    has such a prefecture: 琉璃河地区|祖村."""
    (_, first), *rest = parts
    if not rest or rest[0][0] is not Level.COMMUNITY or not gazetteer.is_unknown_area(*parts[0]):
        return parts
    return ((Level.TOWNSHIP, first), *rest)


def _is_town_called_like_a_province(parts: tuple[tuple[Level, str], ...]) -> bool:
    """Tell whether a path begins with a province without its kind right over a town of one
    character: 河南|寨镇 is 河南寨镇."""
    if len(parts) < 2 or parts[0][0] is not Level.PROVINCE or parts[1][0] is not Level.TOWNSHIP:
        return False
    return not split(*parts[0])[1] and len(split(*parts[1])[0]) == 1


def _with_whole_streets(parts: tuple[tuple[Level, str], ...]) -> tuple[tuple[Level, str], ...]:
    """Return the parts with a street's kind that stands alone, or before a community, put behind
    its name: no street is called 街道办事处, and 东区|街道办事处 and 清岗区|街道东岭社区 are of
    东区街道 and 清岗区街道. So is that of a township called like a county: 古县|乡东岭村."""
    found: list[tuple[Level, str]] = []
    for level, text in parts:
        match = _STREET_BEGUN.match(text) if found and found[-1][0] is Level.COUNTY else None
        rest = text[match.end() :] if match else ""
        alone = not rest and (level, text) == parts[-1]
        # 清岗县|街道办事处|东岭村: the county stands over a street without a name.
        upper = found[-1][1] if found else ""
        of_district = upper.endswith("区") and match is not None and match[0] == "街道" and rest
        called = alone or of_district or len(upper) == len("东区")
        if match is None or not called or is_kind_word(rest):
            found.append((level, text))
            continue
        found[-1] = (Level.TOWNSHIP, found[-1][1] + match[0])
        found += [(level, rest)] if rest else []
    return tuple(found)


def _with_streets_of_squares(
    parts: tuple[tuple[Level, str], ...],
) -> tuple[tuple[Level, str], ...]:
    """Return the parts with a street, its kind cut short, put behind the square or the market that
    it is called by: 体育场|街东岭社区 is 东岭社区 of 体育场街. A farm holds 街南社区."""
    for at, ((upper, place), (lower, own)) in enumerate(pairwise(parts)):
        if (upper, lower) != (Level.TOWNSHIP, Level.COMMUNITY) or not own.startswith("街"):
            continue
        kind = kind_at_end(upper, place)
        stem = split(lower, own[1:])[0]
        if kind is not None and kind.word == "场" and len(stem) > 1 and not own.startswith("街道"):
            return (*parts[:at], (upper, f"{place}街"), (lower, own[1:]), *parts[at + 2 :])
    return parts


# What a town or village is called that bears the name of the place above it: 白溪镇街道社区.
_OF_THE_PLACE_ABOVE = pattern(
    r"(?:居民|城关|街道|中心|直属|虚拟|机关|[一二三四五六七八九十第\d])*(?:生活区)?"
)
_TOWNS = ("镇", "乡", "街道", "苏木")


def _said_once(parts: tuple[tuple[Level, str], ...]) -> tuple[tuple[Level, str], ...]:
    """Return the parts with the places above said once, where a town or village says them again:
    清岗县|清岗县白溪镇|东岭村. No town is called so, and villages by a common word alone."""
    found: list[tuple[Level, str]] = []
    for level, text in parts:
        names = [name for _, name in found]
        rest = next((r for n in range(len(names)) if (r := _behind("".join(names[n:]), text))), "")
        town = level is Level.TOWNSHIP and text.endswith(_TOWNS)
        if rest and (town or (level is Level.COMMUNITY and names[-1].endswith(_TOWNS))):
            own = _OF_THE_PLACE_ABOVE.fullmatch(split(level, rest)[0]) or is_kind_word(rest)
            text = text if own or rest.startswith(("社区", "村")) else rest
        found.append((level, text))
    return tuple(found)


def _behind(above: str, text: str) -> str:
    """Return what stands behind the names of the places above, "" where a text begins otherwise."""
    return text[len(above) :] if text.startswith(above) else ""


def _with_banners(parts: tuple[tuple[Level, str], ...]) -> tuple[tuple[Level, str], ...]:
    """Return the parts with a banner, its name cut short, told from a town of one character in it:
    阿左旗|石镇."""
    for at, (level, text) in enumerate(parts):
        begun, sign, rest = text.partition("旗")
        banner = begun + sign
        short = level is Level.TOWNSHIP and in_full(Level.COUNTY, banner) != banner
        if short and rest.endswith(_TOWNS) and len(split(level, rest)[0]) == 1:
            return (*parts[:at], (Level.COUNTY, banner), (level, rest), *parts[at + 1 :])
    return parts


def _with_new_towns(parts: tuple[tuple[Level, str], ...]) -> tuple[tuple[Level, str], ...]:
    """Return the parts with a new town told from the street in it: 清岗新城|三桥街道.

    It stands in place of a county, and the zone that holds it in place of a prefecture.
    """
    at = next((n for n, (level, _) in enumerate(parts) if level is Level.TOWNSHIP), 0)
    match = _NEW_TOWN.match(parts[at][1])
    if match is None or parts[at][0] is not Level.TOWNSHIP:
        return parts
    above = parts[:at]
    if above and above[-1][0] is Level.COUNTY:
        if not is_zone(above[-1][1]) or any(level is Level.PREFECTURE for level, _ in above):
            return parts
        above = (*above[:-1], (Level.PREFECTURE, above[-1][1]))
    inner = ((Level.COUNTY, match["town"]), (Level.TOWNSHIP, match["street"]))
    return (*above, *inner, *parts[at + 1 :])


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


def _is_generic(level: Level, text: str) -> bool:
    """Tell whether a text is a word of headings and prose: 示范街道, 乡镇街道, 行政村."""
    stem = split(level, text)[0]
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


_OF_AREAS = ("区", "县", "城市")
_JOINED = pattern("[和及与或、]")
_THESE = pattern("^(?:以[上下]|[上下]述|下列|新增|其[他余])")


def _is_word(level: Level, text: str) -> bool:
    rest = _THESE.sub("", text, 1)
    return not _generic().isdisjoint((text, rest, split(level, text)[0], split(level, rest)[0]))


@cache
def _generic() -> frozenset[str]:
    return frozenset(row[0] for row in rows("generic.txt"))
