"""Lines of a text that are written as those of its units are, with a place behind a bracket or a
dash, and name none, or the place alone: 石桥客栈（清岗县白溪镇） beside 东岭村（清岗县白溪镇）."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from pilotdiff.listing.among_lines.towns_by_place import ends_like_a_spot
from pilotdiff.listing.institutions import may_stand_among_names
from pilotdiff.listing.lines.headings import read_heading
from pilotdiff.listing.lines.ordinals import number_end
from pilotdiff.listing.naming import read_unit
from pilotdiff.listing.unit_names.bracketed_places import stated_first
from pilotdiff.model import DoubtfulLine, Level, Listing, Role, Unit, msg
from pilotdiff.patterns import pattern

_NO_UNIT = msg("is written like the units beside it, with a place behind it, and is read as none")
_PLACE_ALONE = msg("is written like the units beside it, and the place behind it alone is read")
_ITS_PLACE = msg("has the place of a line above it that may be a unit, and no heading")
_FORM = pattern(
    r"(?P<own>[^（(—–、，,。；;：:\s]{2,20})\s*(?:[（(]|[—–]{1,2})\s*"
    r"(?P<place>[^（()）。；;]{2,40})[）)]?[。；;，,]?",
    needs="（(—–",
)
_NO_ROW = msg("is written like the rows of towns beside it, and no unit is read from it")
_ROW_ALONE = msg(
    "is written like the rows beside it, and the place before its colon alone is read: what stands "
    "behind it may be its units"
)
_BEFORE_COLON = pattern(r"(?P<own>[^（(：:、，,。；;\s]{2,20})\s*[：:]\s*(?=\p{Han})", needs="：:")
_ROW = pattern(
    r"(?P<own>[^（(—–、，,。；;：:\s]{2,20})\s*[（(：:](?P<items>[^（()）。；;：:]{2,400})[）)]?[。；;，,]?",
    needs="（(：:",
)
_BETWEEN = pattern("[、，,]")
_FEWEST = 2
_NEAR = 2


class _Form(NamedTuple):
    """What a line has before and behind a bracket or a dash."""

    own: str
    place: str


def written_like_units(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield such lines, where two units or more are written so."""
    own = {unit.entry.line: unit for unit in units}
    forms = {
        line.number: form
        for line in (listing.document.lines if len(units) >= _FEWEST else ())
        if not line.cells and (form := _form(line.text)) is not None
    }
    alike = [
        _tier(form.place)
        for at, form in forms.items()
        if at in own and own[at].own in form.own and any(own[at].entry.above)
    ]
    parents = {each.line for each in listing.readings if each.role is Role.PARENT}
    lowest = max(0, min(alike, default=0))
    for at, form in forms.items() if len(alike) >= _FEWEST else ():
        # What stands over all of them may be a heading: 示范村（清岗市）.
        over = _tier(form.place) < lowest or read_heading(form.own).listing
        if over or at in parents:
            continue
        unit = own.get(at)
        if unit is None:
            yield DoubtfulLine(at, form.own, _NO_UNIT)
            yield from _placed_by(at, form, listing, units)
        elif unit.own not in form.own and form.place.endswith(unit.own):
            yield DoubtfulLine(at, form.own, _PLACE_ALONE)


def written_like_rows(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield lines of a text from which nothing is read, and which are written as rows of towns with
    their villages are, two at least: 石桥（东坝口、西坝口） beside 白石镇（东岭村、西岭村）."""
    above = {u.entry.line: u.entry.above[-1] for u in units if u.entry.above}
    rows = {
        line.number: own
        for line in (listing.document.lines if len(units) >= _FEWEST else ())
        if not line.cells and (own := _before_its_row(line.text))
    }
    alike = [at for at, own in rows.items() if above.get(at) == own]
    if len(alike) < _FEWEST:
        return
    held = {unit.entry.line for unit in units}
    roles = {each.line: each.role for each in listing.readings if each.line in rows}
    inside = range(min(alike) - _NEAR, max(alike) + 1 + _NEAR)
    for at, own in rows.items():
        words = roles.get(at) in (Role.HEADING, Role.FURNITURE)
        if at not in held and at in inside and words and not read_heading(own).listing:
            yield DoubtfulLine(at, own, _NO_ROW)


def places_before_colons(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield units before a colon in whose place the rows beside them have theirs, two at least:
    清岗县：石桥服务中心 beside 白溪县：白石镇东岭村."""
    of_line = {unit.entry.line: unit for unit in units}
    before = {
        line.number: own
        for line in (listing.document.lines if len(units) >= _FEWEST else ())
        if line.number in of_line and not line.cells and (own := _before_colon(line.text))
    }
    tiers = [
        unit.level.depth
        for at, own in before.items()
        for unit in [of_line[at]]
        if unit.entry.above[-1:] == (own,)
    ]
    for at, own in before.items() if len(tiers) >= _FEWEST else ():
        unit = of_line[at]
        told = unit.own == own and unit.entry.note and unit.level.depth < min(tiers)
        if told and not before.keys().isdisjoint((at - 1, at + 1)):
            yield DoubtfulLine(at, unit.entry.raw, _ROW_ALONE)


def _before_colon(text: str) -> str:
    """Return what stands before the colon of a text, "" for a text without one."""
    text = text.strip()
    found = _BEFORE_COLON.match(text, number_end(text))
    return found["own"] if found else ""


def _before_its_row(text: str) -> str:
    """Return what stands before a row of what may be places, "" where a text is none."""
    text = text.strip()
    found = _ROW.fullmatch(text, number_end(text))
    items = [item.strip() for item in _BETWEEN.split(found["items"])] if found else []
    places = all(map(may_stand_among_names, items)) and any(
        ends_like_a_spot(item) or read_unit(item) is not None for item in items
    )
    return found["own"] if found and places else ""


def _placed_by(
    at: int, form: _Form, listing: Listing, units: Sequence[Unit]
) -> Iterator[DoubtfulLine]:
    """Yield the units that stand under such a line as under a heading, and have its place alone."""
    title = next((each.title for each in listing.sections if each.line == at), "")
    for unit in units if title else ():
        below = title in unit.entry.section and "".join(unit.entry.above) == form.place
        if below and form.place not in f"{unit.entry.raw}{unit.entry.note}":
            yield DoubtfulLine(unit.entry.line, unit.own, _ITS_PLACE)


def _form(text: str) -> _Form | None:
    text = text.strip()
    found = _FORM.fullmatch(text, number_end(text))
    return _Form(found["own"], found["place"]) if found else None


@lru_cache(maxsize=1 << 12)
def _tier(text: str) -> int:
    """Return how deep a place above communities lies, -1 where a text states none."""
    place, _ = stated_first(text)
    is_place = bool(place) and place[-1][0] is not Level.COMMUNITY
    return place[-1][0].depth if is_place else -1
