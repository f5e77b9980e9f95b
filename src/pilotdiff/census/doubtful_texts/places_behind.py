"""Places told behind the units that lie in them: by a dash, by what lays them to a sign, or on
lines of their own."""

from collections.abc import Iterator, Sequence

from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.model import DoubtfulLine, Level, Listing, Unit, msg
from pilotdiff.patterns import pattern

_CLOSES = msg("it stands behind a dash below names: it may be the place of those above it")
_DASHED = pattern(r"\s*[—–―─]{1,4}\s*(?P<place>\p{Han}{2,24})\s*", needs="—–―─")


def dashed_places(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the lines with a place behind a dash that close what stands above them, 东岭村、西岭村
    / ——清岗县白溪镇, where the last has no unit below it and names stand above each."""
    found = [
        (line.number, match["place"])
        for line in (listing.document.lines if units else ())
        if (match := _DASHED.fullmatch(line.text)) is not None and _is_place(match["place"])
    ]
    if not found:
        return
    places = {line for line, _ in found}
    held = [unit.entry.line for unit in units if unit.entry.line not in places]
    if held and max(held) < found[-1][0]:
        yield from (DoubtfulLine(line, place, _CLOSES) for line, place in found)


_IN_TURN = msg("a line with a place stands behind each village: {place} may be its place")
_FEWEST_PAIRS = 3


def places_in_turn(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the villages of a list whose lines name a village and a place in turn, a village first
    and a place last: 东岭村 / 白石镇 / 西岭村 / 青石镇 / 南岭村 / 黑石镇."""
    if not units or units[0].level is not Level.COMMUNITY or units[-1].level is Level.COMMUNITY:
        return
    first, last = units[0].entry.line, units[-1].entry.line
    lines = [line for line in listing.solid_lines() if first <= line.number <= last]
    villages = {u.entry.line: u for u in units if u.level is Level.COMMUNITY}
    pairs = list(zip(lines[::2], lines[1::2], strict=False))
    if len(pairs) < _FEWEST_PAIRS or len(pairs) != len(villages) or 2 * len(pairs) != len(lines):
        return
    if all(one.number in villages and _is_place(other.text.strip()) for one, other in pairs):
        for one, other in pairs:
            why = _IN_TURN.given(place=other.text.strip())
            yield DoubtfulLine(one.number, villages[one.number].entry.raw, why)


def _is_place(text: str) -> bool:
    reading = read_unit(text)
    return reading is not None and reading.sure >= CERTAIN and reading.level is not Level.COMMUNITY


_TIERS = (Level.PREFECTURE, Level.COUNTY, Level.TOWNSHIP)
_RULED = msg(
    "it says by a sign, a number or their order which units lie in {place}, and some were given no "
    "place of its tier"
)
_CN = "一二两三四五六七八九十"
_RULE = pattern(
    rf"(?:(?:其余|余者|其[他它]|前者|后者|[前后](?:[{_CN}]|\d{{1,2}})[个名家者]?|未[标带注加打][^，,；;。]{{0,6}}?的?"
    r"|[带标注加打有][^，,；;。]{1,6}?[者的]"
    r"|(?<![\d年])\d{1,3}(?:[、,，\-－—~至]\d{1,3})*号?)"
    r"(?:分别|均|都|皆)?(?:属于?|隶属于?|为|是|系|位于|归)"
    # （以上清岗县）
    r"|以[上下](?:\d{1,3}个?)?(?:[镇乡村]|街道|社区)?(?:均|都|皆)?(?:属于?|隶属于?|为|是|系|位于|归)?)"
    r"(?P<place>\p{Han}{1,12}?(?:[市州盟县区旗镇乡]|街道))(?:(?!\p{Han})|(?=其余|管辖|境内|辖区|的))",
    needs="属为是系位归以",
)


def places_by_rule(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the sentences that lay places to units by a sign, a number or their order, where units
    lack a place of that tier: 带#者属清岗县，其余属白溪县, 注：1为清岗县，2为白溪县."""
    lacking = {level for level in _TIERS if any(unit.lacks(level) for unit in units)}
    for line in listing.document.lines if lacking else ():
        found = _RULE.search(line.text)
        place = read_unit(found["place"]) if found else None
        if found is None or place is None or place.sure < CERTAIN:
            continue
        if any(level in lacking for level, _ in place.parts):
            yield DoubtfulLine(line.number, found[0], _RULED.given(place=found["place"]))
