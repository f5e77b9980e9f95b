"""Units that state no place though one before them does: 木庄村 in 清岗县白溪镇（东岭村）、南岭乡
（木庄村）, set in below 清岗县 白溪镇 东岭村, or beside a sign that repeats what stands above."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.model import DoubtfulLine, Level, Listing, Message, Unit, msg
from pilotdiff.patterns import pattern

_SAME_LINE = msg("states no county, and the unit before it on its line does: it may hold for both")
_DITTO = msg("stands behind a sign that repeats what is above it, and was given no place")
_SET_IN = msg("stands set in below a row that states its place, and was given none")
_SAME = msg("its remark repeats the place of the unit before it, and is not read as one")
_STATED = msg("its remark states a place that is not read as one: {place}")
_LIES_IN = pattern(r"(?:隶属|位于|所属|从属|属于?|地处|坐落)[于在]?[：:]?(?P<place>\p{Han}{3,16})")
_SO_FAR = 4
_SAYS_SAME = pattern(r"[（(]?(?:同上|同前|[\"〃″])[）)]?")
_REPEATS = pattern(r"\s*(?:\d{1,3}\s*[.．、]\s*)?(?:[\"〃″＂]|''|’’|“|”)\s+(?=\p{Han})")


def places_let_go(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield such towns and villages: behind one of the same line, on a line that is set in or that
    begins with a sign of repeating, or with such a sign for a remark."""
    bare = [unit for unit in units if _has_none(unit)]
    lines = {line.number: line.text for line in listing.document.lines} if bare else {}
    over: Unit | None = None
    for unit in units:
        if place := _stated(unit):
            yield DoubtfulLine(unit.entry.line, unit.own, _STATED.given(place=place))
    for one, other in pairwise(units):
        over = one if _has_place(one) else over
        if _says_same(one, other):
            yield DoubtfulLine(other.entry.line, other.entry.raw, _SAME)
        elif over is not None and _has_none(other):
            why = _let_go(over, one, other, lines)
            if why is not None:
                yield DoubtfulLine(other.entry.line, other.entry.raw, why)


def _let_go(over: Unit, one: Unit, other: Unit, lines: Mapping[int, str]) -> Message | None:
    """Say how a unit without a place is written below or behind one that states its county; None
    where nothing speaks for it. `over` is the last that does, `one` the unit before it."""
    text, above = lines.get(other.entry.line, ""), lines.get(over.entry.line, "")
    if over.path.county not in above:
        return None
    if over is one and one.entry.line == other.entry.line:
        return _SAME_LINE
    if _REPEATS.match(text):
        return _DITTO
    far = _indent(text) - _indent(above)
    return _SET_IN if far >= _SO_FAR and len(above.split()) > 1 else None


def _stated(unit: Unit) -> str:
    """Return the place in which a remark says that a unit lies, where its path lacks a part of it;
    "" for others."""
    found = _LIES_IN.match(unit.entry.note)
    reading = read_unit(found["place"]) if found else None
    if found is None or reading is None or reading.sure < CERTAIN:
        return ""
    upper = [level for level, _ in reading.parts if level.depth < unit.level.depth]
    return found["place"] if any(not unit.path[level.depth] for level in upper) else ""


def _indent(text: str) -> int:
    """Return how far a line is set in; a wide blank or a tab is two."""
    blanks = text[: len(text) - len(text.lstrip())]
    return sum(1 if blank == " " else 2 for blank in blanks)


def _says_same(one: Unit, other: Unit) -> bool:
    """Tell whether the remark of a village says that it lies where the one before it does, of which
    a town is known."""
    if one.level is not other.level or not _SAYS_SAME.fullmatch(other.entry.note.strip()):
        return False
    return bool(one.path.township) and not other.path.township


def _has_place(unit: Unit) -> bool:
    return unit.level.depth > Level.COUNTY.depth and bool(unit.path.county)


def _has_none(unit: Unit) -> bool:
    low = unit.level.depth > Level.COUNTY.depth
    return low and not (unit.path.county or unit.path.prefecture)
