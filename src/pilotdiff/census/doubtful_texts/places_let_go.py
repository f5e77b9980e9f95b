"""Units that state no place though one before them does: 木庄村 in 清岗县白溪镇（东岭村）、南岭乡
（木庄村）, set in below 清岗县 白溪镇 东岭村, or beside a sign that repeats what stands above."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from pilotdiff.listing.carried_parents import Parts
from pilotdiff.listing.lines.headers import is_bare
from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.listing.recognise.named_places import leading_place
from pilotdiff.listing.unit_names.bracketed_places import PLACE_LABEL
from pilotdiff.listing.unit_names.line_names import Header
from pilotdiff.model import DoubtfulLine, Level, Listing, Message, Unit, msg
from pilotdiff.names import known
from pilotdiff.patterns import pattern

_SAME_LINE = msg("states no county, and the unit before it on its line does: it may hold for both")
_BEFORE = msg("a number alone stands before it and a village without a place: it may be its place")
_SAME = msg("its remark repeats the place of the unit before it, and is not read as one")
_STATED = msg("its remark states a place that is not read as one: {place}")
_SO_FAR = 4
# Lines right above a list in which its county may be named.
_NEAR_ABOVE = 40


def places_let_go(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield such towns and villages: behind one of the same line, on a line that is set in or that
    begins with a sign of repeating, or with such a sign for a remark."""
    bare = [unit for unit in units if _has_none(unit) or _lacks_its_place(unit)]
    lines = {line.number: line.text for line in listing.document.lines} if bare else {}
    yield from _behind_labels(units, lines) if bare else ()
    over: Unit | None = None
    for unit in units:
        if place := _stated(unit) or _begun(unit) or _short(unit):
            yield DoubtfulLine(unit.entry.line, unit.own, _STATED.given(place=place))
    yield from _behind_brackets(listing, units)
    yield from _below_a_county(listing, units)
    for one, other in pairwise(units):
        over = one if _has_place(one) else over
        if _stands_before_its_place(one, other, lines):
            yield DoubtfulLine(other.entry.line, other.entry.raw, _BEFORE)
        if _says_same(one, other):
            yield DoubtfulLine(other.entry.line, other.entry.raw, _SAME)
        elif over is not None and (why := _let_go(over, one, other, lines)) is not None:
            yield DoubtfulLine(other.entry.line, other.entry.raw, why)


_ABOVE = msg("stands above units of which none states its county: they may lie in {county}")


def _below_a_county(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the line that begins with the one county named above towns and villages of which none
    has any: 清岗县示范村简介 / … / 示范村名单 / 白溪镇东岭村."""
    low = [unit for unit in units if unit.level.depth > Level.COUNTY.depth]
    if not low or len(low) < len(units) or any(unit.path.county for unit in units):
        return
    first = min(unit.entry.line for unit in low)
    above = [line for line in listing.document.lines if line.number < first and line.text.strip()]
    placed = [(line, leading_place(line.text)) for line in above[-_NEAR_ABOVE:]]
    told = [(line, place[-1][1]) for line, place in placed if place and _is_county(place)]
    if len({county for _, county in told}) == 1:
        line, county = told[-1]
        yield DoubtfulLine(line.number, line.text.strip(), _ABOVE.given(county=county))


def _is_county(place: Parts) -> bool:
    level, name = place[-1]
    return level is Level.COUNTY and level in known(name)


_LABEL = msg("states no town, and others stand behind theirs: {label} before its colon may be one")


def _behind_labels(units: Sequence[Unit], lines: Mapping[int, str]) -> Iterator[DoubtfulLine]:
    """Yield the villages without a town behind a short word and a colon, where others of the list
    stand behind their town and a colon: 白溪镇：东岭村 / 石桥：西岭村."""
    towns = [u for u in units if u.path.township and _label_before(u, lines) == u.path.township]
    for unit in units if towns else ():
        label = _label_before(unit, lines) if _lacks_its_place(unit) else ""
        if label and is_bare(Header(label)):
            yield DoubtfulLine(unit.entry.line, unit.entry.raw, _LABEL.given(label=label))


_BEFORE_COLON = pattern(
    r"(?:^|[\s\d.．、；;，,。（）()])(?P<label>\p{Han}{2,12})[：:]\s*$", needs="：:"
)
_FAR_BEFORE = 20


def _label_before(unit: Unit, lines: Mapping[int, str]) -> str:
    """Return the word right before the colon that stands right before a unit, "" for none."""
    before, found, _ = lines.get(unit.entry.line, "").partition(unit.entry.raw)
    match = _BEFORE_COLON.search(before[-_FAR_BEFORE:]) if found else None
    return match["label"] if match else ""


_DITTO = msg("stands behind a sign that repeats what is above it, and was given no place")
_SET_IN = msg("stands set in below a row that states its place, and was given none")
_REPEATS = pattern(r"\s*(?:\d{1,3}\s*[.．、]\s*)?(?:[\"〃″＂]|''|’’|“|”)\s+(?=\p{Han})")


def _let_go(over: Unit, one: Unit, other: Unit, lines: Mapping[int, str]) -> Message | None:
    """Say how a unit without a place is written below or behind one that states its county; None
    where nothing speaks for it. `over` is the last that does, `one` the unit before it."""
    text, above = lines.get(other.entry.line, ""), lines.get(over.entry.line, "")
    if over.path.county not in above or not _has_none(other):
        return _SET_IN if _lacks_its_place(other) and _is_below(over, other, text, above) else None
    if over is one and one.entry.line == other.entry.line:
        return _SAME_LINE
    if _REPEATS.match(text):
        return _DITTO
    far = _indent(text) - _indent(above)
    return _SET_IN if far >= _SO_FAR and len(above.split()) > 1 else None


def _is_below(over: Unit, other: Unit, text: str, above: str) -> bool:
    """Tell whether a village without a town stands set in below a row of words apart that states
    one of the same county: 西岭村 below 白溪镇 东岭村."""
    states = bool(over.path.township) and over.path.township in above
    apart = states and len(above.split()) > 1
    same = not other.path.county or other.path.county == over.path.county
    return apart and same and _indent(text) - _indent(above) >= _SO_FAR


_LIES_IN = pattern(r"(?:隶属|位于|所属|从属|属于?|地处|坐落)[于在]?[：:]?(?P<place>\p{Han}{3,16})")
# An address begins with its place: 地址：清岗县白溪镇石桥路3号.
_ADDRESS = pattern(rf"{PLACE_LABEL}[：:]\s*(?P<place>\p{{Han}}{{2,16}}[县市区镇乡])")
_PLACE = pattern(r"(?![原旧曾现今由])(?P<place>\p{Han}{3,16})")


def _stated(unit: Unit) -> str:
    """Return the place in which a remark says that a unit lies, where its path lacks a part of it;
    "" for others."""
    note = unit.entry.note
    found = _LIES_IN.match(note) or _ADDRESS.match(note) or _PLACE.fullmatch(note)
    reading = read_unit(found["place"]) if found else None
    if found is None or reading is None or reading.sure < CERTAIN or reading.level is unit.level:
        return ""
    upper = [level for level, _ in reading.parts if level.depth < unit.level.depth]
    return found["place"] if any(not unit.path[level.depth] for level in upper) else ""


_PART = pattern(r"\p{Han}{0,6}(?:城区|片区|园区|新区|管理区|开发区|场|办事处|管委会)")


def _begun(unit: Unit) -> str:
    """Return the remark of a village that goes on behind its county like a part of a town, where no
    town is known of it: （清岗县城区）; "" for others."""
    note, county = unit.entry.note, unit.path.county
    if not county or not _lacks_its_place(unit):
        return ""
    return note if _PART.fullmatch(note.rpartition(county)[2]) and county in note else ""


_SHORT = pattern(r"\p{Han}{2,4}")


def _short(unit: Unit) -> str:
    """Return the remark of a village that is a town of its county without its kind, by the record,
    where no town is known of it; "" for others."""
    note = unit.entry.note
    if not unit.path.county or not _lacks_its_place(unit) or not _SHORT.fullmatch(note):
        return ""
    from pilotdiff.record import bearers

    towns = [note + kind for kind in ("镇", "乡", "街道")]
    above = unit.path[: Level.TOWNSHIP.depth]
    return note if any(bearers(Level.TOWNSHIP, towns, above).values()) else ""


_BEHIND = msg("stands behind one that states its town in brackets, and was given the same")
_BARE = pattern(
    r"(?P<town>[（(][^（()）]{2,20}[）)])、(?P<bare>\p{Han}{2,8}(?:、\p{Han}{2,8}){0,4})(?=、|$)",
    needs="、",
)


def _behind_brackets(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the villages of a row that stand without a bracket behind one whose bracket states a
    town: 西岭村 in 东岭村（白溪镇）、西岭村、南岭村（南溪镇）."""
    villages: dict[int, list[Unit]] = {}
    for unit in units:
        if unit.level is Level.COMMUNITY and Level.TOWNSHIP in unit.inferred:
            villages.setdefault(unit.entry.line, []).append(unit)
    for line in listing.document.lines if villages else ():
        for found in _BARE.finditer(line.text) if line.number in villages else ():
            names = found["bare"].split("、")
            for unit in villages[line.number]:
                if unit.own in names and unit.path.township in found["town"]:
                    yield DoubtfulLine(line.number, unit.own, _BEHIND)


def _indent(text: str) -> int:
    """Return how far a line is set in; a wide blank or a tab is two."""
    blanks = text[: len(text) - len(text.lstrip())]
    return sum(1 if blank == " " else 2 for blank in blanks)


_NUMBER_BETWEEN = pattern(r"\s*[\d.]+\s*[分%％]?\s*")


def _stands_before_its_place(one: Unit, other: Unit, lines: Mapping[int, str]) -> bool:
    """Tell whether nothing but a number stands between a village without a place and a town or
    county behind it: 东岭村 98.5 清岗县白溪镇."""
    if one.entry.line != other.entry.line or not _has_none(one):
        return False
    if len(one.entry.raw) > len(one.own) or other.level is one.level or not other.path.county:
        return False
    before, _, rest = lines.get(one.entry.line, "").partition(one.entry.raw)
    behind = rest.partition(other.entry.raw)[0]
    numbered = any(char.isdecimal() for char in before)
    return _NUMBER_BETWEEN.fullmatch(behind) is not None and not numbered


_SAYS_SAME = pattern(r"[（(]?(?:同上|同前|[\"〃″])[）)]?")


def _says_same(one: Unit, other: Unit) -> bool:
    """Tell whether the remark of a village says that it lies where the one before it does, of which
    a town is known."""
    if one.level is not other.level or not _SAYS_SAME.fullmatch(other.entry.note.strip()):
        return False
    return bool(one.path.township) and not other.path.township


def _has_place(unit: Unit) -> bool:
    return unit.level.depth > Level.COUNTY.depth and bool(unit.path.county)


def _lacks_its_place(unit: Unit) -> bool:
    return unit.level is Level.COMMUNITY and not unit.path.township


def _has_none(unit: Unit) -> bool:
    low = unit.level.depth > Level.COUNTY.depth
    return low and not (unit.path.county or unit.path.prefecture)
