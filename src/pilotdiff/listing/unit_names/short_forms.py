"""Names written short, which only the names beside them tell: 迁安(河北), 太谷、祁二县."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from pilotdiff.facts.numerals import CHINESE, numeral
from pilotdiff.listing.carried_parents import Parts, holds
from pilotdiff.listing.lines.headings import Heading
from pilotdiff.listing.naming import read_unit
from pilotdiff.listing.unit_names.line_names import Header, Name
from pilotdiff.listing.unit_names.name_reading import read_name
from pilotdiff.listing.unit_names.shared_kinds import Span, read_lower, read_series, read_shared
from pilotdiff.model import LEVELS, DivisionPath, Level
from pilotdiff.names import Reading, gazetteer, split, whole_name, whole_within
from pilotdiff.patterns import pattern

_IN_PROVINCE = pattern(
    r"\s*(?P<bare>\p{Han}{2,6})\s*[（(](?P<province>\p{Han}{2,9})[）)]\s*$", needs="（("
)
_JOINT = pattern(
    rf"\s*(?P<last>\p{{Han}}{{1,12}}?)(?<!第)(?P<number>{CHINESE}|\d{{1,2}})个?"
    r"(?P<kind>区|县|市|旗|镇|乡|村|街道|社区)\s*$"
)
_STREET = pattern(
    r"\p{Han}{2,6}(?<!步行)(?<!商业)(?<!特色)(?<!美食)(?<!小吃)(?<!文化)街", needs="街"
)
_KINDS = ("市", "县", "区", "州", "盟", "旗", "地区", "")
_OF_COUNTIES = ("区", "市", "县", "旗")
_OF_VILLAGES = ("村", "社区")
_SURE = 0.9
_AND_OTHERS = pattern(r"(?<=\p{Han}{2})等(?:地|[省市州县区旗]+)?$", needs="等")
_DOTS = "·•・‧∙"
# 东乡 without its kind looks like a township.
_SHORTEST = 2
_ENDS = ("等", "）", ")", "】", "]", "〕")
_LONGEST = 5
_FEWEST = 2


def read_short_forms(text: str, spans: Sequence[Span], place: Parts = ()) -> dict[int, list[Name]]:
    """Return the names of a row that are written short, by where their pieces begin; `place` is
    what stands before its colon."""
    parted = {
        span[0]: _two_joined(text, span, place) or _next_place(text, span) or (span,)
        for span in spans
    }
    parts = [part for two in parted.values() for part in two]
    read = _short_forms(text, parts, place)
    if len(parts) == len(spans):
        return read
    found = {
        left: [read.get(span[0]) or (_whole(text, span) if len(two) > 1 else []) for span in two]
        for left, two in parted.items()
    }
    return {left: list(chain(*names)) for left, names in found.items() if all(names)}


_JOINED = pattern(
    r"\s*(?P<one>\p{Han}{2,5})(?:以?及|[和与])(?P<other>\p{Han}{2,5})\s*$", needs="及和与"
)


def _two_joined(text: str, span: Span, place: Parts) -> tuple[Span, Span] | None:
    """Return the spans of two places without their kinds that a word joins: 德阳和乐山."""
    match = _JOINED.match(text, *span)
    if match is None:
        return None
    two = (match["one"], match["other"])
    within = bool(place) and place[-1][0].depth < Level.COUNTY.depth
    if not all(tiers_below(bare, place) if within else whole_name(bare) for bare in two):
        return None
    return match.span("one"), match.span("other")


# The last of a series and the first of the next one: 西岭村和|灵寿县青石镇南岭.
_NEXT_PLACE = pattern(
    r"(?P<one>\s*\p{Han}{1,5}(?:村|社区))(?:以?及|[和与])"
    r"(?P<other>\p{Han}{2,12}?(?:镇|乡|街道)\p{Han}{1,8})\s*$",
    needs="及和与",
)


def _next_place(text: str, span: Span) -> tuple[Span, Span] | None:
    """Return the spans of a village and of one in another town that a word joins."""
    match = _NEXT_PLACE.fullmatch(text, *span)
    return (match.span("one"), match.span("other")) if match else None


def _whole(text: str, span: Span) -> list[Name]:
    name = read_name(text, *span)
    return [name] if name is not None else []


def _short_forms(text: str, spans: Sequence[Span], place: Parts) -> dict[int, list[Name]]:
    return (
        _in_brackets(text, spans)
        or _in_a_place(text, spans, place)
        or _jointly(text, spans)
        or read_series(text, spans)
        or read_shared(text, spans)
        or read_lower(text, spans, place)
        or _cities(text, spans)
        or _short_paths(text, spans)
        or _streets(text, spans)
    )


def _in_brackets(text: str, spans: Sequence[Span]) -> dict[int, list[Name]]:
    """Return the names with their province in brackets, and a bare municipality among them."""
    found: dict[int, list[Name]] = {}
    for left, right in spans:
        match = _IN_PROVINCE.match(text, left, right) if text[right - 1] in "）)" else None
        part = _lies_in(match["bare"], match["province"]) if match else None
        if match and part:
            province = whole_name(match["province"], Level.PROVINCE)
            name = _short(*match.span("bare"), match["bare"], part, stop=right)
            found[left] = [name._replace(above=province)]
    if not found:
        return {}
    for left, right in spans:
        bare = text[left:right].strip()
        whole = whole_name(bare, Level.PROVINCE) if left not in found else ()
        if whole and len(whole[0][1]) > len(bare):
            start = text.index(bare, left)
            found[left] = [_short(start, start + len(bare), bare, whole[0], stop=right)]
    return found


def _in_a_place(text: str, spans: Sequence[Span], place: Parts) -> dict[int, list[Name]]:
    """Return the names of a row without their kinds in the place before its colon, and those with
    the kind behind the last of them, which counts them: 湘西州：凤凰、古丈二县、吉首市."""
    found = read_in_a_place(text, spans, place)
    if found and len(found) < len(spans):
        return {**_jointly(text, spans), **found}
    return found


def read_in_a_place(text: str, spans: Sequence[Span], place: Parts) -> dict[int, list[Name]]:
    """Return the cities or counties of the place before the colon, without their kinds, where
    nearly all of a row are such: 石家庄市：平山、正定. What a city and a county are called, 朝阳,
    is of the tier of the others."""
    if not place or place[-1][0].depth >= Level.COUNTY.depth:
        return {}
    bare = {left: _AND_OTHERS.sub("", text[left:right].strip()) for left, right in spans}
    tiers = {left: tiers_below(name, place) for left, name in bare.items()}
    sure = {levels[0] for levels in tiers.values() if len(levels) == 1}
    others = sum(not tiers[left] and read_unit(bare[left]) is None for left, _ in spans)
    found: dict[int, list[Name]] = {}
    for left, right in spans:
        levels = [level for level in tiers[left] if len(tiers[left]) == 1 or sure == {level}]
        if levels:
            start = text.index(bare[left], left)
            own = (levels[0], bare[left])
            found[left] = [_short(start, start + len(bare[left]), bare[left], own, stop=right)]
    return found if 4 * others <= len(spans) else {}


def tiers_below(bare: str, place: Parts) -> list[Level]:
    """Return the tiers at which a place of the standard holds a unit that is called so in short,
    and no other of its tier is."""
    if not 1 < len(bare) <= _LONGEST:
        return []
    above = DivisionPath.of(place)
    below = LEVELS[place[-1][0].depth + 1 : Level.COUNTY.depth + 1]
    found = [whole_within(bare, level, above) for level in below]
    return [
        whole[0][0]
        for whole in found
        if whole and whole[0][1] != bare and holds(place[-1], whole[0])
    ]


def _streets(text: str, spans: Sequence[Span]) -> dict[int, list[Name]]:
    """Return the streets called 街 in a row with towns: 满春街、汉兴街道."""
    found = {left: [name] for left, right in spans if (name := street(text, left, right))}
    others = [text[left:right].strip() for left, right in spans if left not in found]
    units = [read_unit(other) for other in others] if found else []
    return found if any(u is not None and u.level is Level.TOWNSHIP for u in units) else {}


def street(text: str, left: int, right: int) -> Name | None:
    """Return a street called 街, which stands for its 街道; a name of sights (步行街) is none.

    >>> street("满春街", 0, 3).text, street("步行街", 0, 3)
    ('满春街道', None)
    """
    if _STREET.fullmatch(text[left:right].strip()) is None:
        return None
    return name_with_kind(text, (left, right), "道")


def _short_paths(text: str, spans: Sequence[Span]) -> dict[int, list[Name]]:
    """Return the cities and counties behind their province, both without their kinds:
    浙江杭州、江苏苏州."""
    paths = ((left, short_path(text, left, right)) for left, right in spans)
    found = {left: [path] for left, path in paths if path is not None}
    return found if 4 * len(found) >= 3 * len(spans) and len(found) > 1 else {}


def short_path(text: str, left: int, right: int) -> Name | None:
    """Return a city or county behind its province, both without their kinds: 海南三亚, 云南·腾冲.

    >>> [name for _, name in short_path("海南三亚", 0, 4).path]
    ['海南省', '三亚市']
    """
    bare = text[left:right].strip()
    for cut in (2, 3) if 4 <= len(bare) <= _LONGEST + 3 else ():
        province = whole_name(bare[:cut], Level.PROVINCE)
        own = bare[cut:].lstrip(_DOTS)
        part = _lies_in(own, bare[:cut]) if province else None
        if part is not None and part[1] != own:
            start = text.index(bare, left) + len(bare) - len(own)
            end, kind = start + len(own), part[1][len(own) :]
            reading = Reading((part,), part[0], _SURE)
            return Name(start, end, part[1], reading, above=province, stop=end, added=kind)
    return None


def _lies_in(bare: str, province: str) -> tuple[Level, str] | None:
    """Return the city or county of a province that a name without its kind stands for."""
    tops = [d for name in whole_name(province, Level.PROVINCE) for d in gazetteer.find(name[1])]
    for kind in _KINDS if tops else ():
        for division in gazetteer.find(bare + kind):
            if division.level is not Level.PROVINCE and gazetteer.lies_in_by_code(
                tops[0], division
            ):
                return (division.level, bare + kind) if not division.bare else None
    return None


def _short(start: int, end: int, bare: str, part: tuple[Level, str], stop: int) -> Name:
    level = part[0]
    reading = Reading(((level, bare),), level, _SURE)
    header = Header("", heading=Heading("", level))
    return Name(start, end, bare, reading, header=header, stop=stop)


def _cities(text: str, spans: Sequence[Span]) -> dict[int, list[Name]]:
    """Return the cities in a row without their kinds: 迁安、白城、重庆、贵安新区.

    Most of them must be no counties, whose short names are words that villages bear too (和平).
    """
    found = {
        left: [city]
        for left, right in (spans if len(spans) >= _FEWEST else ())
        if (city := short_city(text, left, right)) is not None
    }
    row = [names[0] for names in found.values()]
    if not are_cities(row, len(spans)):
        return {}
    return {left: [city_of_a_row(names[0], row)] for left, names in found.items()}


def city_of_a_row(name: Name, row: Sequence[Name]) -> Name:
    """Return a city that bears its province's name, where no other name of a row is a province's:
    吉林 beside 哈尔滨 and 集安."""
    level, bare = name.reading.parts[0]
    called = [d for d in gazetteer.find(f"{bare}市") if d.level is Level.PREFECTURE]
    others = [one for one in row if one is not name and one.reading.level is Level.PROVINCE]
    provinces = [one for one in others if not gazetteer.find(f"{one.reading.parts[0][1]}市")]
    if level is not Level.PROVINCE or not called or provinces:
        return name
    return _short(name.start, name.end, bare, (Level.PREFECTURE, bare), stop=name.stop)


def short_city(text: str, left: int, right: int) -> Name | None:
    """Return the place of the standard that all of text[left:right] names without its kind."""
    bare = text[left:right].strip()
    parts = whole_name(bare) if 1 < len(bare) <= _LONGEST else ()
    if not parts or len(parts[0][1]) <= len(bare):
        return None
    start = text.index(bare, left)
    return _short(start, start + len(bare), bare, parts[0], stop=right)


def are_cities(found: Sequence[Name], size: int) -> bool:
    """Tell whether short names are a row of cities: three of four items, and more than half of
    them no counties."""
    high = sum(name.reading.parts[0][0].depth < Level.COUNTY.depth for name in found)
    return 4 * len(found) >= 3 * size and 2 * high > len(found)


def _jointly(text: str, spans: Sequence[Span]) -> dict[int, list[Name]]:
    """Return the names that share the kind behind the last of them, told by its count:
    太谷、祁二县."""
    for group, match in counted_groups(_JOINT, text, spans):
        left, right = group[-1]
        names = [name_with_kind(text, span, match["kind"]) for span in group[:-1]]
        names.append(name_with_kind(text, (left, match.end("last")), match["kind"], stop=right))
        if all(names):
            return {s[0]: [n] for s, n in zip(group, names, strict=True) if n is not None}
    return {}


def counted_groups(
    last: re.Pattern[str], text: str, spans: Sequence[Span]
) -> Iterator[tuple[Sequence[Span], re.Match[str]]]:
    """Yield as many spans as the last of them counts, with its match: 太谷、祁二县. 西二村 behind
    东岭 is a village of that name."""
    for at, (left, right) in enumerate(spans):
        match = last.match(text, left, right)
        number = numeral(match["number"]) if match else None
        if match is not None and number is not None and 2 <= number <= at + 1:
            group = spans[at + 1 - number : at + 1]
            if len(match["last"]) > 1 or not _is_longer(text, group[:-1], match["kind"]):
                yield group, match


def _is_longer(text: str, spans: Sequence[Span], kind: str) -> bool:
    """Tell whether one of the villages of a row has a name of more than a character."""
    if kind not in _OF_VILLAGES:
        return False
    readings = (read_unit(text[slice(*span)].strip() + kind) for span in spans)
    return any(each and len(split(*each.parts[-1])[0]) > 1 for each in readings)


def name_with_kind(text: str, span: Span, kind: str, stop: int = 0) -> Name | None:
    """Return one of them with the shared kind put behind it, or with its own where the standard
    has it with that alone, as 6个县（市、区） counts them.

    >>> [name for _, name in name_with_kind("太谷、祁二县", (0, 2), "县").path]
    ['太谷县']
    >>> [name for _, name in name_with_kind("埇桥、砀山2个县", (0, 2), "县").path]
    ['埇桥区']
    """
    bare = text[slice(*span)].strip()
    if kind in _OF_COUNTIES and len(bare) > 1 and not gazetteer.find_whole(bare + kind):
        kind = next((k for k in _OF_COUNTIES if gazetteer.find_whole(bare + k)), kind)
    # What bears a remark or is followed by 等 has its kind.
    whole = bare.endswith(_ENDS) or (len(bare) > _SHORTEST and read_unit(bare) is not None)
    reading = None if whole else read_unit(bare + kind)
    if reading is None:
        return None
    start = text.index(bare, span[0])
    end = start + len(bare)
    return Name(start, end, bare + kind, reading, stop=stop or end, added=kind)
