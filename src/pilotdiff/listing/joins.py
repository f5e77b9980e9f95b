"""Names with no separator between them: joined by 和, by spaces, or by nothing."""

from collections.abc import Sequence
from itertools import dropwhile, pairwise

from pilotdiff.listing.carried_parents import Parts, as_prefecture, holds
from pilotdiff.listing.cuts import pieces_between, within_brackets
from pilotdiff.listing.line_names import Name
from pilotdiff.listing.name_reading import lowered, read_name
from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.listing.path_steps import past_an_unknown_town, read_steps
from pilotdiff.listing.phrases_like_units import places_within, provinces_within
from pilotdiff.listing.short_forms import read_in_a_place, short_city
from pilotdiff.model import DivisionPath, Level
from pilotdiff.names import Reading, gazetteer, is_zone, parse, split, whole_name, whole_within
from pilotdiff.patterns import pattern

_CONJUNCTION = pattern(r"以及|[和及与暨]")
_SPACE = pattern(r"\s+")
_BLANKS = pattern(r"[、，,\s]+")
_LAST_TWO, _FEWEST = 2, 3
# A name in letters beside the one in characters: Anji 安吉县.
_LATIN = pattern(r"[A-Za-z][A-Za-z.'’-]+")
# Behind a city they are its town proper, though districts bear these names too.
_TOWN_PROPER = frozenset({"城区", "郊区", "矿区"})
_SURE = 0.5
# What a unit is chosen as, which no 和 joins to it: 东岭村|和美乡村.
_HONOUR = pattern(r"和(?:美乡村|谐(?:社区|村))")
# Words in letters between names say them in English: 清岗区 Baixi Town 白溪镇.
_GAP = pattern(r"[|/／*\s]*(?:(?:[A-Za-z][A-Za-z.'’-]*\s+){1,4})?(?:[（(]?\d{1,4}[)）.．、]\s*)?")


def read_abutting(text: str, start: int, end: int) -> list[Name]:
    """Read names of the standard with nothing between them: 温江区金堂县荣县.

    >>> [name.text for name in read_abutting("温江区金堂县荣县", 0, 8)]
    ['温江区', '金堂县', '荣县']
    """
    spans: list[tuple[int, int]] = []
    levels: set[Level] = set()
    province, start = _province_in_front(text, start, end)
    while start < end and len(levels) < 2:
        stop = _whole_end(text, start, end)
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
        if province and _whole_end(text, begin + size, end):
            return province, begin + size
    return (), start


# The county or city that opens a path and begins again behind its own units.
_AGAIN = pattern(
    r"(?P<place>\p{Han}{2,11}?[省市州盟县区旗])(?=\p{Han}{2,24}?(?P=place)\p{Han}{2})",
    needs="省市州盟县区旗",
)


def _places_again(text: str, start: int, end: int) -> list[Name]:
    """Return the paths of a text in which the place that opens it begins again, each with what
    lies in it: 广州市越秀区|广州市东山区; [] where they are not of one tier.

    >>> [name.text for name in _places_again("清岗县白溪镇清岗县石桥镇", 0, 12)]
    ['清岗县白溪镇', '清岗县石桥镇']
    >>> _places_again("清岗市白溪镇清岗市场社区", 0, 12)
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


def read_paths_abutting(text: str, start: int, end: int) -> list[Name]:
    """Read whole paths with nothing between them: 清岗县白溪镇东岭村北岭市南岭镇西岭村."""
    if again := _places_again(text, start, end):
        return again
    if provinces := provinces_within(text[start:end]):
        bounds = pairwise([start, *(start + at for at in provinces), end])
        paths = [name for span in bounds if (name := read_name(text, *span)) is not None]
        whole = all(len(path.reading.parts) > 1 for path in paths)
        return paths if whole and len(paths) > len(provinces) else []
    cuts = [start + at for at in places_within(text[start:end])]
    if not cuts or _within_a_path(text, start, end):
        return []
    spans = list(pairwise([start, *cuts, end]))
    names = [name for span in spans if (name := read_name(text, *span)) is not None]
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


def _whole_end(text: str, start: int, end: int) -> int:
    """Return where the longest whole name of the standard that begins at `start` ends, 0 for
    none."""
    stops = (start + length for length in reversed(gazetteer.lengths(text[start : start + 2])))
    return next((s for s in stops if s <= end and gazetteer.find_whole(text[start:s])), 0)


def read_joined(text: str, start: int, end: int) -> list[Name]:
    """Read A和B, two units or more; 沈阳市和平区, 马鞍山市和县 and 甘泉镇和丰村 are one.

    黄石市和清岗县 are two: no county is called 和清岗县, since all counties are known.

    >>> [name.text for name in read_joined("清岗镇和白溪镇", 0, 7)]
    ['清岗镇', '白溪镇']
    """
    for match in _CONJUNCTION.finditer(text, start + 2, end):
        if within_brackets(text, start, match.start()) or _whole_end(text, match.start(), end):
            continue
        if _HONOUR.match(text, match.start(), end):
            continue
        if text[match.start() - 1].isspace() and _begins_a_name(text, match.start(), end):
            continue
        before = read_name(text, start, match.start())
        lefts = [before] if before else read_spaced(text, start, match.start(), None)
        if not lefts:
            continue
        more = read_joined(text, match.end(), end)
        right = more[0] if more else read_name(text, match.end(), end)
        if right is not None and _stand_side_by_side(lefts[-1], right, match[0]):
            return [*lefts, *(more or [right])]
    return []


def _begins_a_name(text: str, start: int, end: int) -> bool:
    """Tell whether a name between blanks begins with what may join two: 清岗镇 和日镇 白溪镇."""
    gap = _SPACE.search(text, start, end)
    return read_name(text, start, gap.start() if gap else end) is not None


def _stand_side_by_side(left: Name, right: Name, joint: str) -> bool:
    """Tell whether the second name can't lie in the first, or is a county that the joint is no part
    of.

    Of lower tiers not all names are known: 白溪镇和清岗村 may be 和清岗村 in 白溪镇.
    """
    top, text = right.reading.parts[0]
    if left.text.endswith("委会") and top is left.reading.level:
        return True  # no name goes on behind a committee's: 东岭村委会及西村村委会
    if len(split(top, text)[0]) < 2 and not gazetteer.find(text):
        return False
    if top.depth <= left.reading.level.depth or right.reading.level is left.reading.level:
        return True
    return top.depth <= Level.COUNTY.depth and not gazetteer.find(joint + text)


def read_spaced(text: str, start: int, end: int, level: Level | None) -> list[Name]:
    """Read names with spaces between them, a path set apart by spaces put together again.

    >>> [name.text for name in read_spaced("清岗县 白溪县", 0, 7, None)]
    ['清岗县', '白溪县']
    """
    if not text[start:end].strip().count(" ") + text[start:end].strip().count("\u3000"):
        return []
    pieces = list(pieces_between(text, start, end, _SPACE))
    own = [piece for piece in pieces if _LATIN.fullmatch(text, *piece) is None]
    pieces = own if len(own) > 1 else pieces
    if len(pieces) > _FEWEST:
        told = list(dropwhile(lambda piece: text[slice(*piece)].isascii(), pieces))
        pieces = told if len(told) >= _FEWEST else pieces
    if len(pieces) < 2:
        return []
    names: list[Name | None] = []
    for piece in pieces:
        names += _places_again(text, *piece) or [_spaced_name(text, *piece, level)]
    above = text[slice(*pieces[0])] if names[0] is None and len(pieces) >= _FEWEST else ""
    if above and (under := _under_short_province(above, names[1:])):
        return under
    if above and (short := short_in_a_province(text, start, end)):
        return short
    doubtful = any(name is None or name.reading.sure < _SURE for name in names)
    path = along_the_blanks(text, pieces) if doubtful else None
    if path is None and not all(names):
        path = past_an_unknown_town(text, pieces)
    if path is not None:
        return [path]
    if not all(names):
        names = _with_abutting(text, pieces, names) or _with_short_ones(text, pieces, names)
    found = _under_their_city([name for name in names if name is not None])
    upward = _upward(found) if len(found) == len(pieces) else None
    return [upward] if upward is not None else columns_joined(text, found)


def _under_their_city(names: list[Name]) -> list[Name]:
    """Return the names of a row, its first as a prefecture where no record knows the city and a
    county of it stands behind, with what lies in that: 清岗市 白溪县 东岭村."""
    parts = [part for name in names for part in name.path]
    if len(parts) < _FEWEST or len(names) < _LAST_TWO or len(names[0].path) > 1:
        return names
    first, second, *rest = names
    part = as_prefecture(first.path[0], second.path[0])
    depths = [part[0].depth, *(level.depth for level, _ in parts[1:])]
    if part == first.path[0] or depths != sorted({*depths}):
        return names
    city = first.reading._replace(parts=(part,), level=part[0])
    return [first._replace(reading=city), second, *rest]


def _upward(names: Sequence[Name]) -> Name | None:
    """Return the village of a row that names what it lies in behind it: 东岭村 白溪镇 清岗县."""
    depths = [name.reading.level.depth for name in names]
    if len(names) < _FEWEST or depths != sorted({*depths}, reverse=True):
        return None
    if any(len(name.path) > 1 or name.note or name.former or name.ordinal for name in names[1:]):
        return None
    first, *over = names
    if first.above or len(first.path) > 1:
        return None
    above = tuple(name.path[0] for name in reversed(over))
    if any(holds(upper, lower) is False for upper, lower in pairwise((*above, first.path[0]))):
        return None
    return first._replace(above=above, stop=names[-1].stop)


def along_the_blanks(text: str, pieces: Sequence[tuple[int, int]]) -> Name | None:
    """Return the path whose parts are the pieces, one of which is no name by itself: 清岗县 白溪镇
    文明村."""
    whole = read_name(text, pieces[0][0], pieces[-1][1])
    if whole is None or whole.note or whole.above:
        return None
    first, *others = parts = [name for _, name in whole.reading.parts]
    # The names behind a zone called by its kind vouch for it: 高新区 白溪镇 东岭村.
    units = map(read_unit, others) if is_zone(first) and len(others) > 1 else ()
    of_zone = [unit is not None and unit.sure >= CERTAIN for unit in units]
    if whole.reading.sure < CERTAIN and not (of_zone and all(of_zone)):
        return None
    return whole if parts == [text[slice(*piece)] for piece in pieces] else None


def _under_short_province(text: str, names: Sequence[Name | None]) -> list[Name]:
    """Return several names of one tier with the province before them, its kind left out:
    浙江 安吉县 德清县."""
    province = whole_name(text.strip(), Level.PROVINCE)
    below = [name for name in names if name is not None]
    tiers = {name.path[0][0] for name in below}
    if not province or len(below) < len(names) or len(tiers) > 1 or Level.PROVINCE in tiers:
        return []
    if any(name.note or holds(province[0], name.path[0]) is False for name in below):
        return []
    return [name._replace(above=(*province, *name.above)) for name in below]


def short_in_a_province(text: str, start: int, end: int) -> list[Name]:
    """Return several cities behind their province, none with its kind, or the county of a city that
    stands between.

    >>> [name.text for name in short_in_a_province("浙江  湖州 嘉兴", 0, 9)]
    ['湖州', '嘉兴']
    >>> [name for _, name in short_in_a_province("浙江  湖州 安吉", 0, 9)[0].path]
    ['浙江省', '湖州市', '安吉']
    """
    first, *pieces = pieces_between(text, start, end, _BLANKS)
    province = whole_name(text[slice(*first)].strip(), Level.PROVINCE)
    if not province or len(pieces) < _FEWEST - 1:
        return []
    city = whole_within(text[slice(*pieces[0])], Level.PREFECTURE, DivisionPath.of(province))
    if not city:
        return []
    within = read_in_a_place(text, pieces[1:], (*province, *city))
    if within:
        names = within.get(pieces[1][0], []) if len(pieces) == len(within) + 1 else []
        return [name._replace(above=(*province, *city)) for name in names[: len(pieces) == 2]]
    found = read_in_a_place(text, pieces, province)
    names = [name for names in found.values() for name in names]
    alike = len(found) == len(pieces) and len({name.reading.level for name in names}) == 1
    return [name._replace(above=province) for name in names] if alike else []


def _with_abutting(
    text: str, pieces: Sequence[tuple[int, int]], names: Sequence[Name | None]
) -> list[Name | None]:
    """Return the names of a row with those that lack the blank between them: 安吉县 德清县长兴县
    桐乡市; [] where others cannot be read."""
    if 2 * sum(name is not None for name in names) <= len(names):
        return []
    whole = [
        [name] if name is not None else read_abutting(text, *span)
        for name, span in zip(names, pieces, strict=True)
    ]
    return [name for each in whole for name in each] if all(whole) else []


def _with_short_ones(
    text: str, pieces: Sequence[tuple[int, int]], names: Sequence[Name | None]
) -> list[Name | None]:
    """Return the names of a row with the few cities among them that are written without their
    kind: 湘潭市 张家界 怀化市; [] where others cannot be read."""
    read = [name for name in names if name is not None]
    tiers = {name.reading.level for name in read}
    if 2 * len(read) < len(names) or len(tiers) != 1:
        return []
    whole = [name or short_city(text, *span) for name, span in zip(names, pieces, strict=True)]
    alike = all(name is not None and name.reading.level in tiers for name in whole)
    # One place beside another: of counties' short names many are words.
    known = len(read) >= _LAST_TWO or Level.COUNTY not in tiers
    return whole if alike and known else []


def _spaced_name(text: str, left: int, right: int, level: Level | None) -> Name | None:
    """Return one of the names that blanks part, which may be a path of signs: 浙江·安吉县."""
    steps = read_steps(text, left, right)
    return steps[0] if steps else read_name(text, left, right, level)


def paths_joined(text: str, stated: Sequence[tuple[int, Name]]) -> list[tuple[int, Name]]:
    """Return the names of a row with those put together that wide spaces alone part and each of
    which may lie in the one before: 1.清岗县  白溪镇  2.清岗县  东岭镇.

    Each stands behind where its piece begins. Several of one tier stay by themselves.
    """
    runs: list[list[tuple[int, Name]]] = []
    for each in stated:
        before = runs[-1][-1][1] if runs else None
        goes_on = before is not None and not each[1].ordinal and not before.note
        if before is not None and goes_on and not text[before.stop : each[1].start].strip():
            runs[-1].append(each)
        else:
            runs.append([each])
    return [found for run in runs for found in _one_path(run)]


def _one_path(run: list[tuple[int, Name]]) -> list[tuple[int, Name]]:
    """Return names as one where their levels descend and no code contradicts; else themselves."""
    names = _under_their_city([name for _, name in run])
    depths = [part[0].depth for name in names for part in name.path]
    if len(run) > 1 and (whole := _repeating_its_parents(names)):
        return [(run[0][0], whole._replace(ordinal=names[0].ordinal))]
    if len(run) == 1 or depths != sorted(set(depths)):
        return run
    if any(holds(a.path[-1], b.path[0]) is False for a, b in pairwise(names)):
        return run
    return [(run[0][0], _as_one(names, spaced=True)._replace(ordinal=names[0].ordinal))]


def columns_joined(text: str, names: list[Name]) -> list[Name]:
    """Join names parted by space alone whose levels descend, as one path: 四川省 成都市 温江区.

    A parent may stand behind its unit instead: 石景山区 北京市.
    """
    if len(names) < 2 or any(name.note for name in names[:-1]) or any(n.header for n in names):
        return names
    gaps = [text[a.end : b.start] for a, b in pairwise(names)]
    if not all(map(_GAP.fullmatch, gaps)):
        return _stepping_down(_under_their_city(names), gaps) or _over_the_rest(names, gaps)
    names = _below_those_before(names)
    if beside := _beside_in_province(names):
        return beside
    depths = [part[0].depth for name in names for part in name.path]
    if not any(name.ordinal for name in names) and (whole := _repeating_its_parents(names)):
        return [whole]
    if depths == sorted(set(depths)) and not any(name.ordinal for name in names):
        return [_as_one(names, spaced=not any(gap.strip() for gap in gaps))]
    if headed := _headed(names):
        return headed
    if any(name.ordinal for name in names):
        return names
    first, second = names[0], names[-1]
    if len(names) == 2 and second.reading.level.depth < first.reading.parts[0][0].depth:
        if holds(second.path[-1], first.path[0]) is False:
            return names
        return [first._replace(above=second.reading.parts)]
    return names


def _repeating_its_parents(names: list[Name]) -> Name | None:
    """Return the last of a path's names when it repeats those before it: 清岗县 白溪镇 清岗县白溪镇
    东岭村."""
    *over, last = names
    above = [part for name in over for part in name.path]
    own = last.reading.parts
    if [part[0].depth for part in above] != sorted({part[0].depth for part in above}):
        return None
    for size in range(min(len(above), len(own) - 1), 0, -1):
        if tuple(above[-size:]) == own[:size]:
            return last._replace(above=tuple(above[:-size]))
    return None


def _below_those_before(names: list[Name]) -> list[Name]:
    """Return names that blanks part as they read beneath those before them: 清岗区 白溪地区东岭村,
    白石镇 花园北区第二社区."""
    found: list[Name] = []
    above: Parts = ()
    for name in names:
        if above and set(above) < set(name.path) and not any(one.note for one in found):
            found = []  # 清岗区 清岗市清岗区白溪街道: it says again what stands before it
        found.append(lowered(name, above if found else ()))
        first, _ = found[-1].path[0]
        above = (*(part for part in above if part[0].depth < first.depth), *found[-1].path)
    return found


def _beside_in_province(names: list[Name]) -> list[Name]:
    """Return a city and the counties behind it that by the codes lie in other cities of the
    province before them, each by itself: 清岗省 清岗市 白溪县; [] for any other row."""
    province, *rest = names
    tiers = [name.path[0][0] for name in names]
    if len(rest) < _LAST_TWO or tiers[:2] != [Level.PROVINCE, Level.PREFECTURE]:
        return []
    if any(len(name.path) > 1 or name.ordinal for name in names):
        return []
    city, counties = rest[0].path[0], [name.path[0] for name in rest[1:]]
    if any(holds(city, each) is not False for each in counties):
        return []
    if any(holds(province.path[0], each) is not True for each in (city, *counties)):
        return []
    return [name._replace(above=province.path) for name in rest]


def _stepping_down(names: list[Name], gaps: Sequence[str]) -> list[Name]:
    """Return three names or more between commas that each lie in the one before, as one path:
    清岗区，白溪街道，东岭社区."""
    tiers = [name.reading.level.depth for name in names]
    if len(names) <= _LAST_TWO or tiers != sorted(set(tiers)):
        return []
    if any(gap.strip() not in ("，", ",") for gap in gaps) or any(n.ordinal for n in names):
        return []
    if (
        any(len(name.path) > 1 for name in names)
        or holds(names[0].path[0], names[1].path[0]) is False
    ):
        return []
    return [_as_one(names, spaced=False)]


def _over_the_rest(names: list[Name], gaps: Sequence[str]) -> list[Name]:
    """Return names of one tier under the one that a slash parts from them: 白溪街道/东岭社区、
    西岭社区."""
    first, *rest = names
    if gaps[0].strip() not in ("/", "／") or any("/" in gap or "／" in gap for gap in gaps[1:]):
        return names
    depths = {name.path[0][0].depth for name in rest}
    if len(depths) > 1 or depths.pop() <= first.reading.level.depth:
        return names
    return [name._replace(above=(*first.path, *name.above)) for name in rest]


def parent_behind(text: str, name: Name, place: Name) -> Name | None:
    """Return a name with the place behind a comma that holds it: 东岭村，清岗县白溪镇."""
    if text[name.stop : place.start].strip() not in ("，", ",") or name.above or place.ordinal:
        return None
    if len(name.reading.parts) > 1 or len(place.reading.parts) < 2 or name.reading.sure < 1:
        return None
    if place.reading.level.depth != name.reading.level.depth - 1:
        return None
    return name._replace(above=place.path, stop=place.stop)


def shared_brackets(text: str, stated: Sequence[tuple[int, Name]]) -> Sequence[tuple[int, Name]]:
    """Return names with the place that a bracket behind the last of them states for all: 安吉县、
    德清县（湖州市）.

    By the standard's codes it must hold them. Each stands behind where its piece begins.
    """
    found = list(stated)
    for at in range(len(found) - 1, 0, -1):
        name = found[at][1]
        if not name.above or text[name.end : name.end + 1] not in ("（", "("):
            continue
        for before in range(at - 1, -1, -1):
            left, other = found[before]
            if other.above or holds(name.above[-1], other.path[0]) is not True:
                break
            found[before] = (left, other._replace(above=name.above))
    return found


def shared_by_a_row(text: str, names: Sequence[Name]) -> Sequence[Name]:
    """Return towns or villages with the place that a bracket behind the last of them states, where
    the others state none: 白溪镇、南岭镇（清岗县）, and 清岗县东岭村、西岭村（白溪镇）.

    Of several brackets each holds for what 、 joins to it behind a stronger sign:
    东岭村、西岭村（白溪镇），南岭村（南溪镇）.
    """
    found = list(names)
    ends = [at for at, name in enumerate(names) if _is_bracketed(text, name)]
    for begin, end in pairwise([-1, *ends]):
        signs = [_sign_behind(text, name) for name in names[max(begin, 0) : end]]
        lead, inner = (signs[:1], signs[1:]) if begin >= 0 else ([], signs)
        joined_so = {*inner} <= ({"、"} if len(ends) > 1 else _ROW_SIGNS)
        if inner and joined_so and {*lead} <= {"，", ",", "；", ";"}:
            carried = names[begin].above if begin >= 0 else ()
            found[begin + 1 : end + 1] = _sharing(names[begin + 1 : end + 1], carried)
    return found


_ROW_SIGNS = frozenset("、，,")


def _is_bracketed(text: str, name: Name) -> bool:
    return bool(name.above) and text[name.end : name.end + 1] in ("（", "(")


def _sign_behind(text: str, name: Name) -> str:
    return text[name.stop : name.stop + 1]


def _sharing(names: Sequence[Name], carried: Parts) -> Sequence[Name]:
    """Return names with the place of the last; as they are where one cannot lie in it, or is of
    another form. What the bracket before them states, `carried` on to them, is none of their own.
    """
    *before, last = names
    bare = [one._replace(above=()) if one.above == carried else one for one in before]
    low = last.reading.level.depth > Level.COUNTY.depth
    shared = [_lying_in(one, last) for one in bare] if low else []
    found = [one for one in shared if one is not None]
    return [*found, last] if found and len(found) == len(before) else names


def _lying_in(name: Name, last: Name) -> Name | None:
    """Return a name with the place of another of its tier, which its own path, if it states one,
    must begin: 清岗县东岭村 in 清岗县白溪镇; None where it does not."""
    own, stated = name.path[-1], name.path[:-1]
    tiers, others = ([level for level, _ in one.reading.parts] for one in (name, last))
    if (name.header is not None and last.header != name.header) or name.note:
        return None
    if tiers == others and not name.above:
        return name._replace(above=last.above)
    within = own[0] is last.reading.level and last.above[: len(stated)] == stated
    if not within or len(others) > 1 or not name.text.endswith(own[1]):
        return None
    reading = Reading((own,), own[0], name.reading.sure)
    return name._replace(
        start=name.end - len(own[1]), text=own[1], reading=reading, above=last.above
    )


def _headed(names: list[Name]) -> list[Name]:
    """Names that stand under those of a higher tier in front of them: 浙江省 安吉县 德清县 江西省
    婺源县; [] where the row is none such."""
    depth = names[0].path[-1][0].depth
    heads = [at for at, name in enumerate(names) if name.path[-1][0].depth == depth]
    groups = [names[at:end] for at, end in pairwise([*heads, len(names)])]
    lower = [name for _, *below in groups for name in below]
    if any(name.path[0][0].depth < depth for name in lower) or min(map(len, groups)) < 2:
        return []
    if max(map(len, groups)) < 3 and len(groups) < 2:
        return []
    found: list[Name] = []
    for head, *below in groups:
        if any(_is_beside(head.path[-1], name.path[0]) for name in below):
            return []
        under = _headed(below) if len(below) > 1 else []
        found += [name._replace(above=(*head.path, *name.above)) for name in under or below]
    return found


def _is_beside(head: tuple[Level, str], first: tuple[Level, str]) -> bool:
    """Tell whether a path begins beside another place, and not in it: 清岗县 白溪县南岭镇. A city
    that no standard has may be of either tier, and a zone may lie in its own."""
    told = first[1].endswith(("县", "旗", "乡", "镇", "街道"))
    beside = told and first[0] is head[0] and first != head
    return beside or holds(head, first) is False


def _as_one(names: list[Name], *, spaced: bool) -> Name:
    """Return a path as one name: whole where spaces alone part it, else the last name in it."""
    parts = tuple(part for name in names for part in name.reading.parts)
    last, whole = names[-1], "".join(name.text for name in names)
    # Read anew as one text it may be cut elsewhere: 白石镇 镇南村.
    again = parse(whole) if spaced else None
    if again is None or again.parts != parts or any(name.above for name in names[1:]):
        path = (*names[0].reading.parts, *(part for name in names[1:] for part in name.path))
        return names[-1]._replace(above=path[: -len(names[-1].reading.parts)])
    reading = Reading(parts, parts[-1][0], min(name.reading.sure for name in names))
    return last._replace(start=names[0].start, text=whole, reading=reading, above=())
