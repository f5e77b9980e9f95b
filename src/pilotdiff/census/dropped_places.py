"""Places before a colon that are no parents of the names behind it: 北岭新片区：东岭镇西岭村 among
白溪区：南岭镇石桥村, and 清岗开发区：白溪区东岭镇."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pilotdiff.census.recorded_towns import is_recorded_town
from pilotdiff.listing.headings import groups_counties, read_heading
from pilotdiff.listing.naming import DOUBTFUL, read_unit
from pilotdiff.listing.ordinals import read_ordinal
from pilotdiff.model import DoubtfulLine, Level, Listing, Unit, msg
from pilotdiff.names import is_zone, kind_words, split
from pilotdiff.patterns import pattern
from pilotdiff.repair import fold

_WHY = msg("{place}, which stands before the colon, is no parent of the names behind it")
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


def _labelled(listing: Listing, units: Sequence[Unit]) -> Iterator[_Labelled]:
    by_line: dict[int, list[Unit]] = {}
    for unit in units:
        by_line.setdefault(unit.entry.line, []).append(unit)
    for line in listing.document.lines if units else ():
        if line.number not in by_line or line.cells:
            continue
        ordinal = read_ordinal(line.text)
        match = _LABEL.match(line.text, ordinal.end if ordinal else 0)
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
