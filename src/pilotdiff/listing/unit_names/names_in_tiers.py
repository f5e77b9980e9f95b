"""Names of a row that stand each below the one before it, or under those of a higher tier."""

from collections.abc import Sequence
from itertools import pairwise

from pilotdiff.listing.carried_parents import Parts, as_prefecture, holds
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.listing.unit_names.name_reading import lowered
from pilotdiff.model import Level
from pilotdiff.names import Reading, in_full, parse
from pilotdiff.patterns import pattern

# What parts a place from the names behind it.
_OVER = frozenset("/／|｜")
_LAST_TWO = 2
_FEWEST = 3
# Words in letters between names say them in English: 清岗区 Baixi Town 白溪镇.
_GAP = pattern(r"[|/／*\s]*(?:(?:[A-Za-z][A-Za-z.'’-]*\s+){1,4})?(?:[（(]?\d{1,4}[)）.．、]\s*)?")


def under_their_city(names: list[Name]) -> list[Name]:
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
    names = under_their_city([name for _, name in run])
    depths = [part[0].depth for name in names for part in name.path]
    if len(run) == 1 or depths != sorted(set(depths)):
        return run
    if any(holds(a.path[-1], b.path[0]) is False for a, b in pairwise(names)):
        return run
    return [(run[0][0], _as_one(names, spaced=True)._replace(ordinal=names[0].ordinal))]


def columns_joined(text: str, names: list[Name]) -> list[Name]:
    """Join names parted by space alone whose levels descend, as one path: 四川省 成都市 温江区.

    A parent may stand behind its unit instead: 石景山区 北京市.
    """
    if len(names) < 2 or any(name.header for name in names):
        return names
    if turning := _turning_down(text, names):
        return turning
    if over := _over_the_rest(names, [text[a.stop : b.start].strip() for a, b in pairwise(names)]):
        return over
    if any(name.note for name in names[:-1]):
        return names
    gaps = [text[a.end : b.start] for a, b in pairwise(names)]
    if not all(map(_GAP.fullmatch, gaps)):
        return _stepping_down(under_their_city(names), gaps) or names
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
        again = {(level, in_full(level, text)) for level, text in name.path}
        if above and set(above) < again and not any(one.note for one in found):
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


def _turning_down(text: str, names: list[Name]) -> list[Name]:
    """Return the last of each path of a row whose names step down and begin again at the first
    tier, time and again: 清岗县，白溪镇，东岭村、南岭县，石桥镇，西岭村.

    Between paths of two another sign must stand than within them.
    """
    tiers = [name.reading.level for name in names]
    size = tiers.index(tiers[0], 1) if tiers[0] in tiers[1:] else 0
    turns = [names[at : at + size] for at in range(0, len(names), size)] if size > 1 else []
    if not turns or tiers != tiers[:size] * len(turns):
        return []
    if any(len(name.path) > 1 or name.ordinal for name in names):
        return []
    if any(name.note for *over, _ in turns for name in over):
        return []
    steps = [pair for turn in turns for pair in pairwise(turn)]
    if any(holds(one.path[0], other.path[0]) is False for one, other in steps):
        return []
    within = {text[a.stop : b.start].strip() for a, b in steps}
    between = {text[a[-1].stop : b[0].start].strip() for a, b in pairwise(turns)}
    parted = size >= _FEWEST or within.isdisjoint(between)
    if len(within) > 1 or len(between) > 1 or not parted or not _steps_down(tiers[:size]):
        return []
    return [last._replace(above=tuple(name.path[0] for name in over)) for *over, last in turns]


def _steps_down(tiers: Sequence[Level]) -> bool:
    return all(one.depth < other.depth for one, other in pairwise(tiers))


def _over_the_rest(names: list[Name], signs: Sequence[str]) -> list[Name]:
    """Return names of one tier under the one that a slash or a bar parts from them, where another
    of the `signs` parts these, or one under the town of its county; [] for any other row:
    白溪街道/东岭社区、西岭社区, 清岗县白溪镇|东岭村（新增）/西岭村, 清岗县白溪镇|东岭村."""
    first, *rest = names
    if signs[0] not in _OVER or first.note or signs[0] in signs[1:]:
        return []
    if len(rest) == 1 and not (rest[0].above and {*rest[0].above} < {*first.path}):
        return []
    depths = {name.reading.parts[0][0].depth for name in rest}
    if len(depths) > 1 or depths.pop() <= first.reading.level.depth:
        return []
    over = first.path
    own = [tuple(part for part in name.above if part not in over) for name in rest]
    return [name._replace(above=(*over, *more)) for name, more in zip(rest, own, strict=True)]


def parent_behind(text: str, name: Name, place: Name) -> Name | None:
    """Return a name with the place behind a comma that holds it: 东岭村，清岗县白溪镇."""
    if text[name.stop : place.start].strip() not in ("，", ",") or name.above or place.ordinal:
        return None
    if len(name.reading.parts) > 1 or len(place.reading.parts) < 2 or name.reading.sure < 1:
        return None
    if place.reading.level.depth != name.reading.level.depth - 1:
        return None
    return name._replace(above=place.path, stop=place.stop)


def _headed(names: list[Name]) -> list[Name]:
    """Return the names that stand under those of a higher tier in front of them: 浙江省 安吉县
    德清县 江西省 婺源县; [] where the row is none such."""
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
