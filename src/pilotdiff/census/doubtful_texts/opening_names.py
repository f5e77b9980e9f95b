"""Lines that were not read, and are a name with words before or behind it: （一）清岗县白溪乡。该乡
……, 以及清岗县白溪乡东岭村。"""

from collections.abc import Collection, Iterator, Sequence

from pilotdiff.listing.lines.ordinals import read_ordinal
from pilotdiff.listing.lines.titles_and_dates import leading_units
from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.model import DoubtfulLine, Listing, Role, Unit, msg
from pilotdiff.patterns import TOWN_KIND, VILLAGE_KIND, pattern

_WHY = msg("opens a numbered paragraph as others do: it may be a unit of the list")
_OPENING = pattern(r"(?P<name>\p{Han}{4,24})[。：:\s]")
_FEWEST = 2
_GONE_ON = msg("begins with a village and the places that it lies in, and no unit is read of it")
_ADDED = msg("a word that adds one more stands before it: it may be a unit of the list")
_ADDS = pattern(
    r"\s*(?:以及|及|和|与|暨|还有|另有|另外|此外|外加|增补|补充|新增)[：:，,]?\s*(?P<name>\p{Han}{4,24})[。；;，,、]?\s*"
)


def opening_names(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the names, each with its place, that open numbered paragraphs, two at least, which were
    read as running text, where no unit is called so."""
    if listing.entries and not units:  # a table, whose readings stay packed
        return
    names = {unit.own for unit in units}
    opening = [
        (each.line, name)
        for each in listing.readings
        if each.role is Role.RUNNING_TEXT and (name := _opening(each.text))
    ]
    if len(opening) >= _FEWEST:
        for line, name in opening:
            if not name.endswith(tuple(names)):
                yield DoubtfulLine(line, name, _WHY)


def _opening(text: str) -> str:
    """Return the path that a numbered paragraph opens with, "" for none."""
    ordinal = read_ordinal(text)
    found = _OPENING.match(text, ordinal.end) if ordinal else None
    reading = read_unit(found["name"]) if found else None
    if found is None or reading is None or reading.sure < CERTAIN or len(reading.parts) < _FEWEST:
        return ""
    return found["name"]


_PATH = pattern(
    rf"\s*(?P<path>\p{{Han}}{{1,11}}[县市区旗]\p{{Han}}{{1,8}}{TOWN_KIND}\p{{Han}}{{1,8}}{VILLAGE_KIND})"
    r"[^。；;：:、，,]{1,12}"
)
_NEAR = 2
# Words within a name keep it from being read: 清岗县维的乡的鲁村.
_ENDED = pattern(rf"\s*\p{{Han}}{{8,40}}(?:{VILLAGE_KIND}|{TOWN_KIND})\s*")
_ENDS_SO = msg("begins with the places that others lie in and ends like them, and is not read")


def paths_gone_on(
    listing: Listing, units: Sequence[Unit], missing: Collection[int]
) -> Iterator[DoubtfulLine]:
    """Yield the lines among units, or beside them, that begin with a village behind its town and
    county, and were read as headings or as nothing: 清岗县白溪镇东岭村三社."""
    held = {unit.entry.line for unit in units}
    inside = range(min(held, default=0) - _NEAR, max(held, default=-1) + 1 + _NEAR)
    for each in listing.readings if held else ():
        idle = each.role in (Role.HEADING, Role.FURNITURE) and each.line in inside
        if not idle or each.line in held or each.line in missing:
            continue
        text = each.text.strip()
        found = _PATH.fullmatch(text)
        reading = read_unit(found["path"]) if found else None
        if found and reading and reading.sure >= CERTAIN and len(reading.parts) > _FEWEST:
            yield DoubtfulLine(each.line, text, _GONE_ON)
        elif _ENDED.fullmatch(text) and _begins_like(text, units):
            yield DoubtfulLine(each.line, text, _ENDS_SO)


def _begins_like(text: str, units: Sequence[Unit]) -> bool:
    """Tell whether a line begins with two places of the standard at least, the first of them that
    with which most units begin."""
    places = leading_units(text)
    alike = sum(unit.entry.raw.startswith(places[0]) for unit in units) if places else 0
    return len(places) > 1 and alike > 1 and 2 * alike > len(units)


def names_added(
    listing: Listing, units: Sequence[Unit], missing: Collection[int]
) -> Iterator[DoubtfulLine]:
    """Yield the names that stand behind such a word and are all of their line beside that, right
    below a line of units, of a tier of theirs; without those of `missing`, which are told."""
    held = {unit.entry.line for unit in units}
    tiers = {unit.level for unit in units}
    for each in listing.readings if held else ():
        if each.line in held or each.line in missing or each.line - 1 not in held:
            continue
        found = _ADDS.fullmatch(each.text)
        reading = read_unit(found["name"]) if found else None
        if found and reading and reading.sure >= CERTAIN and reading.level in tiers:
            yield DoubtfulLine(each.line, each.text.strip(), _ADDED)
