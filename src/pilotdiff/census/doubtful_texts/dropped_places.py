"""Places before a colon that are no parents of the names behind it: 北岭新片区：东岭镇西岭村 among
白溪区：南岭镇石桥村, and 清岗开发区：白溪区东岭镇."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pilotdiff.census.doubtful.recorded_towns import is_recorded_town
from pilotdiff.in_groups import in_groups
from pilotdiff.listing.institutions import may_stand_among_names
from pilotdiff.listing.lines.headings import groups_counties, read_heading
from pilotdiff.listing.lines.ordinals import number_end
from pilotdiff.listing.naming import DOUBTFUL, read_unit
from pilotdiff.model import DoubtfulLine, Level, Listing, Unit, msg
from pilotdiff.names import is_zone, kind_words, split
from pilotdiff.patterns import pattern
from pilotdiff.repair import fold
from pilotdiff.repair.pinyin import drop_annotations

_WHY = msg("{place}, which stands before the colon, is no parent of the names behind it")
_SHORT_TOWN = msg(
    "{place}, which stands before the colon, may be the town of the villages behind it, its kind "
    "left out"
)
_DROPPED = msg("it stands before a dash, ends like the unit behind it, and is not read")
_LABEL = pattern(
    r"\s*(?P<label>[^：:、，,；;。]{2,20}?)\s*(?:[（(][^（()）：:]{1,8}[）)])?\s*[：:]"
)
_FEWEST, _MOST, _NEARLY_ALL = 3, 0.6, 0.8
_SHORTEST = 2
# What may lie in the place that it begins with: 清岗盐场, 清岗县社会事务服务中心.
_OF_A_PLACE = (
    *("场", "区", "园", "镇", "乡", "街道", "中心", "厂", "站", "所", "基地", "公司"),
    *("管理处", "委员会", "管委会", "办事处", "局", "示范城", "新城", "屿", "岛"),
)
# Words about the place: 属清岗县的, 清岗县境内.
_LIES_IN = pattern(r"^(?:隶?属于?|位于|地处|来自)(?=\p{Han}{2})|(?:的|境内|辖区内?|范围内?)$")

_TRIED = 20
_TOWNS = ("镇", "乡", "街道")
_TOWN = pattern(r"\p{Han}{2,4}")
# What villages are chosen as or by, and who speaks of them.
_NO_TOWN = pattern(
    r"[型类组奖级批片化性业等名次员人]$|^(?:其[他它余]|东|南|西|北|中)[部片区]?$|^第|单位|[村区镇乡街]|社"
    r"|示范|试点|先进|优秀|备注|地址|合计"
)


class _Labelled(NamedTuple):
    """A line of names behind a label.

    places  whether the label is a parent of one of them at least: others may state their own
    """

    line: int
    label: str
    units: Sequence[Unit]
    places: bool


def dropped_places(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the lines whose label is a place, or stands among such, and is in no path of theirs."""
    labelled = list(_labelled(listing, units))
    usual = sum(one.places for one in labelled)
    among = usual >= max(_FEWEST, _MOST * len(labelled))
    nearly_all = usual >= max(_FEWEST, _NEARLY_ALL * len(labelled))
    for one in labelled:
        stands_so = among and (
            _is_bare(one.label, nearly_all) or is_recorded_town(one.units[0].path, one.label)
        )
        if not one.places and (_is_place(one) or stands_so):
            yield DoubtfulLine(one.line, one.label, _WHY.given(place=one.label))
    towns = [one for one in labelled if _may_be_a_town(one, listing.context)]
    if any(one.places for one in towns) or any(map(_is_recorded, towns[:_TRIED])):
        yield from (
            DoubtfulLine(one.line, one.label, _SHORT_TOWN.given(place=one.label)) for one in towns
        )


_DASHED = pattern(r"\s*(?P<label>\p{Han}{2,12})\s*(?:—{1,2}|－|–)\s*(?=\p{Han}{2})", needs="—－–")


def dropped_before_dashes(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield what stands before a dash and ends like the unit behind it, and is in no unit of its
    line: 和顺区—白溪区, of which the first is none of the standard and may be two."""
    rows = in_groups(units, lambda unit: unit.entry.line)
    for line in listing.document.lines if units else ():
        row = rows.get(line.number)
        match = _DASHED.match(line.text, number_end(line.text)) if row and not line.cells else None
        if row is None or match is None:
            continue
        label, entry = fold(match["label"]), row[0].entry
        said = fold("|".join((entry.raw, entry.note, *entry.above, *(u.own for u in row))))
        if label not in said and label[-1] == fold(row[0].own)[-1]:
            yield DoubtfulLine(line.number, match["label"], _DROPPED)


def _may_be_a_town(one: _Labelled, context: Sequence[str]) -> bool:
    """Tell whether a label may be a town without its kind: over villages to which it gives no
    place, or that of a county that lies not where the title says."""
    low = all(unit.level is Level.COMMUNITY and not unit.path.township for unit in one.units)
    label = _named(one)
    if not low or _TOWN.fullmatch(label) is None or not may_stand_among_names(label):
        return False
    reading = read_unit(label)
    if (reading is not None and reading.sure > DOUBTFUL) or groups_counties(label):
        return False
    heading = read_heading(label)
    if heading.listing or heading.category or _NO_TOWN.search(label):
        return False
    return not one.places or all(_lies_elsewhere(unit, context) for unit in one.units)


def _named(one: _Labelled) -> str:
    """Return a label without what shortens an office of its street: 石桥办."""
    return one.label.removesuffix("办") if len(one.label) > _SHORTEST + 1 else one.label


def _lies_elsewhere(unit: Unit, context: Sequence[str]) -> bool:
    """Tell whether the place of the title stands over no part of a unit's path."""
    return bool(context) and not (unit.path.province or unit.path.prefecture)


def _is_recorded(one: _Labelled) -> bool:
    """Tell whether the record has a town of the label in the county of the units, or in its city
    where no county is known."""
    from pilotdiff.record import bearers

    above = one.units[0].path[: Level.TOWNSHIP.depth]
    names = [_named(one) + kind for kind in _TOWNS]
    return any(above[1:]) and any(bearers(Level.TOWNSHIP, names, above).values())


def _labelled(listing: Listing, units: Sequence[Unit]) -> Iterator[_Labelled]:
    by_line = in_groups(units, lambda unit: unit.entry.line)
    for line in listing.document.lines if units else ():
        if line.number not in by_line or line.cells:
            continue
        text = drop_annotations(line.text).text
        match = _LABEL.match(text, number_end(text))
        if match is not None:
            label, row = fold(match["label"]), by_line[line.number]
            yield _Labelled(line.number, label, row, any(_holds(label, unit) for unit in row))


def _holds(label: str, unit: Unit) -> bool:
    """Tell whether a label names a part of a unit's path, by its stem or by the end of it (兵团),
    and no further place: not where 清岗盐场 stands over a unit of 清岗县."""
    rest, held = label, False
    for level, part in zip(Level, unit.path, strict=True):
        if part and fold(part).endswith(label):
            return True
        for named in _as_written(level, part) if part else ():
            if named in rest:
                rest, held = rest.replace(named, "", 1), True
                break
    return held and not rest.endswith(_OF_A_PLACE)


def _as_written(level: Level, part: str) -> Iterator[str]:
    """Yield how a label may write a part: whole, its stem with another kind of its tier, its stem.

    >>> next(_as_written(Level.COUNTY, "清岗县")), "清岗市" in _as_written(Level.COUNTY, "清岗县")
    ('清岗县', True)
    """
    stem = fold(split(level, part)[0])
    yield fold(part)
    yield from (stem + kind for kind in sorted(kind_words(level), key=len, reverse=True))
    yield stem


def _is_place(one: _Labelled) -> bool:
    """Tell whether a label reads as a county, a zone or a higher place, with no word of lists."""
    reading = read_unit(_LIES_IN.sub("", one.label))
    if reading is None or reading.sure <= DOUBTFUL:
        return False
    if reading.level.depth > Level.COUNTY.depth and not is_zone(one.label):
        return False
    return all(unit.level.depth > Level.COUNTY.depth for unit in one.units)


def _is_bare(label: str, nearly_all: bool) -> bool:
    """Tell whether a label says nothing of what is listed behind it: no 优秀奖, no 省直管县; where
    not `nearly_all` others are places, what ends like one."""
    if len(label) <= _SHORTEST or groups_counties(label) or label.startswith(("其他", "其它")):
        return False
    heading = read_heading(label)
    if heading.listing or heading.category:
        return False
    return nearly_all or label.endswith(("区", "城", "片", "团"))
