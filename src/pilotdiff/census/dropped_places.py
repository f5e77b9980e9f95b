"""Places before a colon that are no parents of the names behind it: 北岭新片区：东岭镇西岭村 among
白溪区：南岭镇石桥村, and 清岗开发区：白溪区东岭镇."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pilotdiff.listing.headings import groups_counties, read_heading
from pilotdiff.listing.naming import DOUBTFUL, read_unit
from pilotdiff.listing.ordinals import read_ordinal
from pilotdiff.model import DoubtfulLine, Level, Listing, Unit, msg
from pilotdiff.names import is_zone, split
from pilotdiff.patterns import pattern
from pilotdiff.repair import fold

_WHY = msg("{place}, which stands before the colon, is no parent of the names behind it")
_LABEL = pattern(
    r"\s*(?P<label>[^：:、，,；;。]{2,20}?)\s*(?:[（(][^（()）：:]{1,8}[）)])?\s*[：:]"
)
_FEWEST, _MOST = 3, 0.6
_SHORTEST = 2


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
    for one in labelled:
        if not one.places and (_is_place(one) or (among and _is_bare(one.label))):
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
    """Tell whether a label names a part of a unit's path, by its stem or by the end of it: 兵团."""
    parts = [(level, part) for level, part in zip(Level, unit.path, strict=True) if part]
    stems = (fold(split(*part)[0]) for part in parts)
    return any(stem and stem in label for stem in stems) or any(
        fold(part).endswith(label) for _, part in parts
    )


def _is_place(one: _Labelled) -> bool:
    """Tell whether a label reads as a county, a zone or a higher place, with no word of lists."""
    reading = read_unit(one.label)
    if reading is None or reading.sure <= DOUBTFUL:
        return False
    if reading.level.depth > Level.COUNTY.depth and not is_zone(one.label):
        return False
    return all(unit.level.depth > Level.COUNTY.depth for unit in one.units)


def _is_bare(label: str) -> bool:
    """Tell whether a label says nothing of what is listed behind it: no 优秀奖, no 省直管县."""
    if len(label) <= _SHORTEST or groups_counties(label) or label.startswith(("其他", "其它")):
        return False
    heading = read_heading(label)
    return not (heading.listing or heading.category) and label.endswith(("区", "城", "片", "团"))
