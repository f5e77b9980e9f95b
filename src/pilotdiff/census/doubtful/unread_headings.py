"""Headings numbered as the places beside them that name none: where what stands below lies is not
known."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pilotdiff.listing.lines.headings import read_heading
from pilotdiff.listing.lines.ordinals import read_ordinal
from pilotdiff.listing.recognise.named_places import leading_name, without_count
from pilotdiff.model import DoubtfulLine, Level, Listing, Role, Section, Unit, msg
from pilotdiff.names import parse

_WHY = msg(
    "its number goes on from that of a place over units, and it is read as none: where the units "
    "below it lie is not known"
)
_TOWN = msg("its heading begins with {town}, and it is read as of no town: it may lie there")


class _Numbered(NamedTuple):
    """A numbered heading: what stands right over it, the style of its number, and the number."""

    over: tuple[str, ...]
    style: str
    value: int


def unread_headings(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield such headings: 1、白溪街道 / 东岭社区 / 2、清岗工作委员会 / 西岭社区."""
    roles = {reading.line: reading.role for reading in listing.readings}
    places = {
        key: section
        for section in listing.sections
        if roles.get(section.line) is Role.PARENT and (key := _numbered(section)) is not None
    }
    for section in listing.sections if places else ():
        own = _numbered(section)
        if own is None or roles.get(section.line) is not Role.HEADING or _is_worded(section):
            continue
        beside = (own._replace(value=own.value + step) for step in (-1, 1))
        place = next((places[key] for key in beside if key in places), None)
        if place is not None and _lacks(_first(units, section), _first(units, place), place):
            yield DoubtfulLine(section.line, section.title, _WHY)


def towns_in_headings(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the first units below headings that begin with a town or may be one, which are read as
    of none: 白溪镇调整情况： / 东岭村, 大城镇 / 东岭村."""
    roles = {reading.line: reading.role for reading in listing.readings}
    lines = [section.line for section in listing.sections]
    for section in listing.sections:
        first = _first(units, section)
        if first is None or first.level is not Level.COMMUNITY or first.path.township:
            continue
        parts = leading_name(section.title)[0] or _whole(section.title)
        town = parts[-1][1] if parts and parts[-1][0] is Level.TOWNSHIP else ""
        right_over = not any(section.line < line < first.entry.line for line in lines)
        if town and right_over and roles.get(section.line) is Role.HEADING:
            yield DoubtfulLine(first.entry.line, first.entry.raw, _TOWN.given(town=town))


def _whole(title: str) -> tuple[tuple[Level, str], ...]:
    reading = parse(title.rstrip("：:"))
    return reading.parts if reading is not None else ()


def _numbered(section: Section) -> _Numbered | None:
    ordinal = read_ordinal(f"{section.ordinal}甲") if section.ordinal else None
    return _Numbered(section.path[:-1], ordinal.style, ordinal.value) if ordinal else None


def _is_worded(section: Section) -> bool:
    """Tell whether a heading says by its own words what stands below it: 二、便民服务型."""
    wording, _ = without_count(section.title)
    return bool(section.level or section.category) or read_heading(wording).listing


def _first(units: Sequence[Unit], section: Section) -> Unit | None:
    return next((unit for unit in units if unit.entry.line > section.line), None)


def _lacks(unit: Unit | None, other: Unit | None, place: Section) -> bool:
    """Tell whether a unit has no parent of the tier of the place that stands over another."""
    if unit is None or other is None:
        return False
    title, _ = without_count(place.title)
    tiers = [at for at, part in enumerate(other.path) if part and title.endswith(part)]
    return bool(tiers) and not unit.path[tiers[-1]] and unit.level.depth > tiers[-1]
