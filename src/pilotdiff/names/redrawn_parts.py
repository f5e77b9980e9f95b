"""Parts of a path whose bounds are drawn anew, where a kind or a place above stands in a name."""

from itertools import pairwise

from pilotdiff.model import Level
from pilotdiff.names import gazetteer
from pilotdiff.names.full_names import in_full
from pilotdiff.names.kinds import is_kind_word, is_zone, kind_at_end, split
from pilotdiff.patterns import pattern

_Parts = tuple[tuple[Level, str], ...]
# What a street is called, and no street alone.
_STREET_BEGUN = pattern(
    r"街道(?:办事处|办)?|办事处$|乡(?![镇村约土贤愁里亲])(?=.{2,}(?:[村社区]|委会)$)"
    # 芒市|镇南村 begins with a word; what stands before the kind of a village is longer.
    r"|镇(?=.{2,}(?:村|社区)(?:.{0,2}委员?会)?$)"
)
_MAY_BE_WHOLE = pattern("街道|办事处|[县市区][乡镇]")
_NEW_TOWN = pattern(r"(?P<town>.{2,5}新城)(?P<street>.{2,8}(?:街道(?:办事处)?|[镇乡]))$")


def redrawn(text: str, parts: _Parts) -> _Parts:
    """Return the parts of a text with the bounds that belong elsewhere drawn anew."""
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
    return _with_low_areas(_said_once(_with_stems(parts)))


def _with_stems(parts: _Parts) -> _Parts:
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


def _with_committees(parts: _Parts) -> _Parts:
    """Return the parts with the committee of a zone put behind its name: 清岗工业园区|管委会."""
    *above, (_, own) = parts
    if own not in _COMMITTEES or not above or not is_zone(above[-1][1]):
        return parts
    level, zone = above[-1]
    return (*above[:-1], (level, zone + own))


def _with_low_areas(parts: _Parts) -> _Parts:
    """Return the parts with an area right over a village as the town that it is, where no standard
    has such a prefecture: 琉璃河地区|祖村."""
    (_, first), *rest = parts
    if not rest or rest[0][0] is not Level.COMMUNITY or not gazetteer.is_unknown_area(*parts[0]):
        return parts
    return ((Level.TOWNSHIP, first), *rest)


def is_town_called_like_a_province(parts: _Parts) -> bool:
    """Tell whether a path begins with a province without its kind right over a town of one
    character: 河南|寨镇 is 河南寨镇."""
    if len(parts) < 2 or parts[0][0] is not Level.PROVINCE or parts[1][0] is not Level.TOWNSHIP:
        return False
    return not split(*parts[0])[1] and len(split(*parts[1])[0]) == 1


def _with_whole_streets(parts: _Parts) -> _Parts:
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


def _with_streets_of_squares(parts: _Parts) -> _Parts:
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


def _said_once(parts: _Parts) -> _Parts:
    """Return the parts with the places above said once, where a town or village says them again:
    清岗县|清岗县白溪镇|东岭村, and a county of the standard: 北京市|北京东城区. No town is called
    so, and villages by a common word alone."""
    found: list[tuple[Level, str]] = []
    for level, text in parts:
        if level is Level.COUNTY and found:
            text = _county_behind(found[-1], text) or text
        names = [name for _, name in found]
        rest = next((r for n in range(len(names)) if (r := _behind("".join(names[n:]), text))), "")
        town = level is Level.TOWNSHIP and text.endswith(_TOWNS)
        if rest and (town or (level is Level.COMMUNITY and names[-1].endswith(_TOWNS))):
            own = _OF_THE_PLACE_ABOVE.fullmatch(split(level, rest)[0]) or is_kind_word(rest)
            text = text if own or rest.startswith(("社区", "村")) else rest
        found.append((level, text))
    return tuple(found)


def _county_behind(above: tuple[Level, str], text: str) -> str:
    """Return the county of the standard in the place above that stands behind its name, which a
    text says again, with its kind or without; "" for none."""
    stem, kind = split(*above)
    rest = text.removeprefix(stem).removeprefix(kind)
    if len(stem) < _SHORTEST or rest == text or gazetteer.find_whole(text):
        return ""
    uppers = [each for each in gazetteer.find_whole(above[1]) if each.level is above[0]]
    lowers = [each for each in gazetteer.find_whole(rest) if each.level is Level.COUNTY]
    held = any(gazetteer.lies_in_by_code(up, low) for low in lowers for up in uppers)
    return rest if held else ""


_SHORTEST = 2


def _behind(above: str, text: str) -> str:
    """Return what stands behind the names of the places above, "" where a text begins otherwise."""
    return text[len(above) :] if text.startswith(above) else ""


def _with_banners(parts: _Parts) -> _Parts:
    """Return the parts with a banner, its name cut short, told from a town of one character in it:
    阿左旗|石镇."""
    for at, (level, text) in enumerate(parts):
        begun, sign, rest = text.partition("旗")
        banner = begun + sign
        short = level is Level.TOWNSHIP and in_full(Level.COUNTY, banner) != banner
        if short and rest.endswith(_TOWNS) and len(split(level, rest)[0]) == 1:
            return (*parts[:at], (Level.COUNTY, banner), (level, rest), *parts[at + 1 :])
    return parts


def _with_new_towns(parts: _Parts) -> _Parts:
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
