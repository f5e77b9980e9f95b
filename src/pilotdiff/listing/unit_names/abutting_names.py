"""Names and paths that stand one right behind the other, with nothing between them."""

from itertools import pairwise

from pilotdiff.listing.carried_parents import Parts, holds
from pilotdiff.listing.naming import read_unit
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.listing.unit_names.name_reading import read_name
from pilotdiff.listing.unit_names.phrases_like_units import places_within, provinces_within
from pilotdiff.model import Level
from pilotdiff.names import gazetteer, whole_name
from pilotdiff.patterns import TOWN_KIND, VILLAGE_KIND, pattern

_SURE = 0.5
# Behind a city they are its town proper, though districts bear these names too.
_TOWN_PROPER = frozenset({"城区", "郊区", "矿区"})


def read_abutting(text: str, start: int, end: int) -> list[Name]:
    """Read names of the standard with nothing between them: 温江区金堂县荣县.

    >>> [name.text for name in read_abutting("温江区金堂县荣县", 0, 8)]
    ['温江区', '金堂县', '荣县']
    """
    spans: list[tuple[int, int]] = []
    levels: set[Level] = set()
    province, start = _province_in_front(text, start, end)
    while start < end and len(levels) < 2:
        stop = end_of_a_whole_name(text, start, end)
        if not stop or (spans and text[start:stop] in _TOWN_PROPER):
            return []
        spans.append((start, stop))
        levels |= {d.level for d in gazetteer.find(text[start:stop])}
        start = stop
    if len(spans) < 2 or len(levels) > 1 or _is_one_path(text[spans[0][0] : start]):
        return []
    names = [name for span in spans if (name := read_name(text, *span)) is not None]
    if len(names) < len(spans):
        return []
    if province and any(holds(province[0], name.path[0]) is not True for name in names):
        return []
    return [name._replace(above=province) for name in names] if province else names


def _province_in_front(text: str, start: int, end: int) -> tuple[Parts, int]:
    """Return the province before counties with nothing between, and where these begin:
    江苏|溧水区|高淳区."""
    begin = start + len(text[start:end]) - len(text[start:end].lstrip())
    for size in (2, 3):
        province = whole_name(text[begin : begin + size], Level.PROVINCE)
        if province and end_of_a_whole_name(text, begin + size, end):
            return province, begin + size
    return (), start


# The county or city that opens a path and begins again behind its own units.
_AGAIN = pattern(
    r"(?P<place>\p{Han}{2,11}?[省市州盟县区旗])(?=\p{Han}{2,24}?(?P=place)\p{Han}{2})",
    needs="省市州盟县区旗",
)


def places_again(text: str, start: int, end: int) -> list[Name]:
    """Return the paths of a text in which the place that opens it begins again, each with what
    lies in it: 广州市越秀区|广州市东山区; [] where they are not of one tier.

    >>> [name.text for name in places_again("清岗县白溪镇清岗县石桥镇", 0, 12)]
    ['清岗县白溪镇', '清岗县石桥镇']
    >>> places_again("清岗市白溪镇清岗市场社区", 0, 12)
    []
    """
    match = _AGAIN.match(text, start, end)
    if match is None:
        return []
    place = match["place"]
    bounds, at = [start], text.find(place, match.end() + 2, end)
    while at >= 0:
        bounds.append(at)
        at = text.find(place, at + len(place) + 2, end)
    spans = list(pairwise([*bounds, end]))
    names = [name for span in spans if (name := read_name(text, *span)) is not None]
    alike = len({name.reading.level for name in names}) == 1
    whole = all(len(name.reading.parts) > 1 and _opens_with(name, place) for name in names)
    return names if len(names) == len(spans) and alike and whole else []


def _opens_with(name: Name, place: str) -> bool:
    return name.text.startswith(place) and len(name.reading.parts[0][1]) <= len(place)


# The town of the next path right behind a village: 白溪镇东岭村|南岭镇西岭村.
TOWN_AGAIN = pattern(
    r"(?:(?<=村)|(?<=社区)|(?<=嘎查)|(?<=委会)|(?<=委员会))(?![村居]?民?委)"
    rf"(?=\p{{Han}}{{1,6}}?{TOWN_KIND}\p{{Han}}{{1,8}}?{VILLAGE_KIND})",
    needs="村区查会",
)


def read_paths_abutting(text: str, start: int, end: int) -> list[Name]:
    """Read whole paths with nothing between them: 清岗县白溪镇东岭村北岭市南岭镇西岭村,
    白溪镇东岭村南岭镇西岭村."""
    if again := places_again(text, start, end):
        return again
    if provinces := provinces_within(text[start:end]):
        bounds = pairwise([start, *(start + at for at in provinces), end])
        paths = [name for span in bounds if (name := read_name(text, *span)) is not None]
        whole = all(len(path.reading.parts) > 1 for path in paths)
        return paths if whole and len(paths) > len(provinces) else []
    cuts = [start + at for at in places_within(text[start:end])]
    towns = [] if cuts else [match.start() for match in TOWN_AGAIN.finditer(text, start, end)]
    if not (cuts or towns) or (cuts and _within_a_path(text, start, end)):
        return []
    spans = list(pairwise([start, *cuts, *towns, end]))
    names = [name for span in spans if (name := read_name(text, *span)) is not None]
    if towns and any(len(n.path) < 2 or n.path[-2][0] is not Level.TOWNSHIP for n in names):
        return []  # 清岗县中村|瑶乡东岭村
    tiers = {name.reading.level for name in names}
    sure = all(name.reading.sure > _SURE and len(name.path) > 1 for name in names)
    return names if len(names) == len(spans) and len(tiers) == 1 and sure else []


def _within_a_path(text: str, start: int, end: int) -> bool:
    """Tell whether what begins within is but the end of a known name in its place: 雄县 of
    昭通市镇雄县."""
    name = read_name(text, start, end)
    if name is None:
        return False
    return any(
        below[0] is Level.COUNTY and holds(above, below) is True
        for above, below in pairwise(name.reading.parts)
    )


def _is_one_path(text: str) -> bool:
    """Tell whether what reads as counties side by side is a path: a town in its county that was
    once a county itself."""
    reading = read_unit(text)
    if reading is None or len(reading.parts) < 2:
        return False
    return holds(reading.parts[0], reading.parts[1]) is not False


def end_of_a_whole_name(text: str, start: int, end: int) -> int:
    """Return where the longest whole name of the standard that begins at `start` ends, 0 for
    none."""
    stops = (start + length for length in reversed(gazetteer.lengths(text[start : start + 2])))
    return next((s for s in stops if s <= end and gazetteer.find_whole(text[start:s])), 0)
