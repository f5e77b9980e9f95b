"""Lines whose units have no county, behind lines of their city whose units state theirs, or no
town, behind lines of their county."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from pilotdiff.census.doubtful.recorded_towns import is_recorded_beside
from pilotdiff.model import DoubtfulLine, Level, Listing, Unit, msg
from pilotdiff.names import gazetteer, is_zone
from pilotdiff.patterns import pattern
from pilotdiff.repair import fold, to_simplified
from pilotdiff.repair.pinyin import drop_annotations

_WHY = msg("states no county, and the lines above it do: it may lie in {county}")
_NAMED = msg("is read as of no county, and its line names {county} before it: it may lie there")
_FROM_ABOVE = msg(
    "its line states no county, as the others do, and takes {county} from the one above it: it may "
    "lie elsewhere"
)
_NO_TOWN = msg("states no town, and the lines above it do: it may lie in {town}")
_KIND = pattern("[县市区旗]")
_LONGEST, _OF_ANY = 12, 2
_FEWEST = 2
_COUNTY = Level.COUNTY.depth


def left_without_county(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the first such unit of each line, where two lines or more, and most, state a county:
    清岗区：白溪街道东岭社区； / 石桥街道西岭社区； / 北岭区：南岭街道上岭社区."""
    lines = [next(of_line) for _, of_line in groupby(units, lambda unit: unit.entry.line)]
    stated = [bool(_stated(unit)) for unit in lines]
    if sum(stated) < _FEWEST or 2 * sum(stated) <= len(lines):
        return
    over: Unit | None = None
    for unit, states in zip(lines, stated, strict=True):
        if states:
            over = unit
        elif over is not None and _is_beside(unit, over):
            why = _WHY.given(county=over.path.county)
            yield DoubtfulLine(unit.entry.line, unit.entry.raw, why)
        else:
            over = None


def left_without_town(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the first such village of each line, which begins it, where two lines or more, and
    most, state a town for theirs, and the one above it does: 白溪镇：东岭村； / 石桥镇：西岭村； /
    南岭村."""
    lines = [next(of_line) for _, of_line in groupby(units, lambda unit: unit.entry.line)]
    if any(unit.level is not Level.COMMUNITY for unit in lines):
        return
    stated = [bool(_town_before(unit)) for unit in lines]
    if sum(stated) < _FEWEST or 2 * sum(stated) <= len(lines):
        return
    texts = {line.number: line.text.strip() for line in listing.document.lines}
    for (over, unit), is_stated in zip(pairwise(lines), stated, strict=False):
        path, above = unit.path, over.path
        beside = path.county and path[: _COUNTY + 1] == above[: _COUNTY + 1] and not path.township
        if is_stated and beside and texts.get(unit.entry.line, "").startswith(unit.entry.raw):
            why = _NO_TOWN.given(town=above.township)
            yield DoubtfulLine(unit.entry.line, unit.entry.raw, why)


def from_the_row_above(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the first unit of each line that takes its county from a whole row above it, where most
    rows state theirs before a colon: 清岗县：白溪镇、石桥镇 / 南岭镇东岭村 / 北岭县：上岭镇."""
    rows = [next(of_line) for _, of_line in groupby(units, lambda unit: unit.entry.line)]
    held = {unit.entry.line for unit in rows}
    texts = {
        line.number: fold(drop_annotations(line.text).text)
        for line in (listing.document.lines if held else ())
        if line.number in held
    }
    labels = [_BEFORE_COLON.match(texts.get(unit.entry.line, "")) for unit in rows]
    stated = [
        bool(label and unit.path.county and label[0].endswith(fold(unit.path.county)))
        for unit, label in zip(rows, labels, strict=True)
    ]
    if sum(stated) < _FEWEST_ROWS or sum(stated) < _FEWEST_ROWS * (len(rows) - sum(stated)):
        return
    for (over, unit), is_stated, label in zip(pairwise(rows), stated, labels[1:], strict=False):
        whole = is_stated and not texts[over.entry.line].rstrip().endswith(_GOES_ON)
        if whole and label is None and unit.path.county == over.path.county:
            why = _FROM_ABOVE.given(county=over.path.county)
            yield DoubtfulLine(unit.entry.line, unit.entry.raw, why)


_BEFORE_COLON = pattern(
    r"[^：:、，,；;。]{2,20}?(?=\s*(?:[（(][^（()）：:]{1,8}[）)])?\s*[：:]\s*\S)"
)
_GOES_ON = ("、", "，", ",", "；", ";", "和", "及")
_FEWEST_ROWS = 3


def _town_before(unit: Unit) -> str:
    """Return the town that stands before a village on its line with a sign between, "" for none."""
    town, entry = unit.path.township, unit.entry
    apart = town and town in entry.above and town not in entry.raw and town not in entry.section
    return town if apart else ""


def counties_before(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the first unit of each line that lies in no county though a county of the standard is
    named before it there, or in the question right above: 一是清岗县。白溪镇东岭村、石桥镇西岭村为
    示范村。 None where the record has all of them in other counties of their city."""
    bare: dict[int, list[Unit]] = {}
    for unit in units:
        if unit.level.depth > _COUNTY and not unit.path.county and not _states_its_place(unit):
            bare.setdefault(unit.entry.line, []).append(unit)
    above = ""
    for line in listing.document.lines if bare else ():
        asked, above = above if above.endswith(("？", "?")) else "", line.text.strip() or above
        if not (row := bare.get(line.number)):
            continue
        first = row[0]
        before, found, _ = line.text.partition(first.entry.raw)
        spoken = to_simplified("".join(f"{asked}{before}".split()))
        county = _county_in(spoken) if found else ""
        beside = county and all(is_recorded_beside(unit.path, county) for unit in row)
        if county and county not in first.path and not beside:
            yield DoubtfulLine(line.number, first.entry.raw, _NAMED.given(county=county))


def _states_its_place(unit: Unit) -> bool:
    """Tell whether a unit begins a path of its own, 新疆生产建设兵团第八师134团, or states its
    city, which has no counties."""
    city = unit.path.prefecture
    whole = city and Level.PREFECTURE not in unit.inferred and not gazetteer.has_counties(city)
    return bool(whole or (unit.path.province and Level.PROVINCE not in unit.inferred))


def _county_in(text: str) -> str:
    """Return the last county of the standard that a text names, "" for none."""
    found = ""
    for match in _KIND.finditer(text):
        names = (
            text[at : match.end()] for at in range(max(0, match.end() - _LONGEST), match.end())
        )
        found = next(filter(_is_county, names), found)
    return found


def _is_county(text: str) -> bool:
    # 城区 ends the names of many districts that no standard has.
    alone = len(text) == _OF_ANY and not text.endswith("县")
    return not alone and any(each.level is Level.COUNTY for each in gazetteer.find_whole(text))


def _stated(unit: Unit) -> str:
    """Return the county of a town or village that its own line names, and no heading over it."""
    county, entry = unit.path.county, unit.entry
    if unit.level.depth <= _COUNTY or not county or county in entry.section:
        return ""
    return county if any(county in text for text in (entry.raw, *entry.above)) else ""


def _is_beside(unit: Unit, over: Unit) -> bool:
    """Tell whether a town or village without a county lies in the city of another, and in no zone,
    which may stand beside the counties."""
    path = unit.path
    if (
        is_zone(path.township)
        or unit.level.depth <= _COUNTY
        or path.county
        or path[:_COUNTY] != over.path[:_COUNTY]
    ):
        return False
    # Towns lie right in a city of no districts.
    return not path.prefecture or gazetteer.has_counties(path.prefecture)
