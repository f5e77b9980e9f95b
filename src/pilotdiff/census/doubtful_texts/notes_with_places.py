"""Notes behind units that may hold a place over them, or villages in them."""

import re
from collections.abc import Iterator, Sequence

from pilotdiff.listing.among_lines.towns_by_place import town_by_its_place
from pilotdiff.listing.carried_parents import holds
from pilotdiff.listing.institutions import may_stand_among_names
from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.listing.recognise.named_places import leading_place
from pilotdiff.model import DoubtfulLine, Level, Listing, Unit, msg
from pilotdiff.names import gazetteer, has_generic_stem, split, whole_within
from pilotdiff.names.called_by_programmes import is_of_programmes
from pilotdiff.patterns import pattern

_LIES_THERE = msg("the note behind it names {place}: it may lie there")
_IS_THAT = msg("{place} lies in it, and stands behind it without its kind: it may be the unit")
_SEATS = frozenset({"县城", "城区", "市区", "城关"})
_BETWEEN = pattern(r"\s*[、，,；;/／]\s*|\s+")


def places_in_notes(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield units of a text behind which a place above them stands in a note with other words, and
    whose own names state no county: 东岭村（清岗县 村民自治）, and 东岭村 with a path behind it
    that nobody can read to its end."""
    for unit in units:
        is_low = unit.level.depth > Level.COUNTY.depth
        states_none = not unit.path.county or Level.COUNTY in unit.inferred
        if is_low and states_none and (place := _place_in(unit.entry.note, unit.path)):
            yield DoubtfulLine(unit.entry.line, unit.own, _LIES_THERE.given(place=place))
        elif town := _town_in(unit):
            yield DoubtfulLine(unit.entry.line, unit.own, _LIES_THERE.given(place=town))
        elif county := _county_in(unit):
            yield DoubtfulLine(unit.entry.line, unit.own, _IS_THAT.given(place=county))


def _town_in(unit: Unit) -> str:
    """Return what a village without a town has in its note behind its county, where it ends like a
    place: 东岭村（清岗县白溪生态城）; "" for none."""
    if unit.level is not Level.COMMUNITY or unit.path.township or not unit.entry.note:
        return ""
    parts = town_by_its_place(unit.entry.note)
    if not parts or parts[-1][1] in _SEATS:
        return ""
    return parts[-1][1] if parts[-2][1] in unit.path else ""


def _county_in(unit: Unit) -> str:
    """Return the county in a place that a note behind it names without its kind: 石家庄市 正定; ""
    for none."""
    note = unit.entry.note.strip()
    if unit.level.depth >= Level.COUNTY.depth or not _SHORT.fullmatch(note):
        return ""
    whole = whole_within(note, Level.COUNTY, unit.path)
    held = any(holds((unit.level, unit.own), part) for part in whole[-1:])
    return whole[-1][1] if held else ""


_SHORT = pattern(r"\p{Han}{2,4}")


def _place_in(note: str, own: Sequence[str]) -> str:
    """Return the cities and counties of the standard that stand by themselves in a note, or a path
    of several that it begins with, unless the unit's `own` path has them; "" for none.

    >>> _place_in("村民自治，正定县", ()), _place_in("正定县人民政府", ())
    ('正定县', '正定县')
    >>> _place_in("河北省文明村", ()), _place_in("正定县 妇联", ("河北省", "正定县"))
    ('', '')
    """
    if not note:
        return ""
    path = [name for _, name in leading_place(note)]
    if len(path) > 1:
        return "" if set(path) <= {*own} else "".join(path)
    alone = dict.fromkeys(filter(gazetteer.find_whole, map(_of_office, _BETWEEN.split(note))))
    return "、".join(name for name in alone if name not in own)


def _of_office(text: str) -> str:
    """Return the place that a text is but for the government of it: 清岗县人民政府."""
    return text.removesuffix("政府").removesuffix("人民")


_VILLAGES = msg(
    "what stands behind the colon may be names of its villages, and is read as a remark"
)
_IN_BRACKETS = msg(
    "what stands in the brackets behind it may be names of its villages, and is read as a remark"
)
_BEHIND_A_SIGN = msg(
    "what stands behind the dash or colon may be another unit, and is read as a remark"
)
_ROW = pattern(r"(?P<name>\p{Han}{2,4})(?:\s*[、，,]\s*\p{Han}{2,4})+")
# What a town is chosen for stands behind it too: 茶叶、旅游.
_THEMES = pattern(
    r"[游业产叶茶果酒菜菌药米粮稻花竹陶瓷艺绣文化康养民宿工商贸]|(?:型|类|区)(?:[、，,]|$)"
)
_OF_TOWNS = pattern(r"[镇乡街](?!村)")
_FEWEST = 2
_ENDS = ("村", "社区")


def villages_in_notes(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the towns with a row of short names behind their colon, or in brackets in a list of
    villages, where two have one at least, or one that ends like a village or stands among villages,
    and nothing speaks of a list of towns: 白溪镇：东岭、西岭、北岭, 白溪镇（东岭、西岭村）."""
    noted = [unit for unit in units if _has_row(unit)]
    named = any(unit.entry.note.endswith(_ENDS) for unit in noted)
    named = named or any(unit.level is Level.COMMUNITY for unit in units if noted)
    if len(noted) < (1 if named else _FEWEST) or _OF_TOWNS.search(listing.title):
        return
    of_villages = any(end in listing.title for end in _ENDS)
    lines = {line.number: line.text for line in listing.document.lines}
    for unit in noted:
        text = "".join(lines.get(unit.entry.line, "").split())
        if of_villages and re.search(
            rf"{re.escape(unit.own)}[（(]{re.escape(unit.entry.note)}", text
        ):
            yield DoubtfulLine(unit.entry.line, f"{unit.own}（{unit.entry.note}）", _IN_BRACKETS)
        elif re.search(rf"{re.escape(unit.own)}(?:[（(][^）)]*[）)])?[：:]", text):
            yield DoubtfulLine(unit.entry.line, f"{unit.own}：{unit.entry.note}", _VILLAGES)


_CALLED = msg(
    "what stands behind it is a word of titles, and may be the name of one of its villages"
)


def villages_called_like_titles(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the towns among villages behind which words of titles stand that end like a village:
    白溪镇 文明村 张华, 白溪镇（文明村、先进村）, where the next line has 清岗镇 东岭村."""
    villages = sum(unit.level is Level.COMMUNITY and bool(unit.path.township) for unit in units)
    if 2 * villages < len(units):
        return
    for unit in units:
        first = _BETWEEN.split(unit.entry.note.strip(), maxsplit=1)[0]
        if unit.level is Level.TOWNSHIP and first.endswith(_ENDS):
            yield DoubtfulLine(unit.entry.line, f"{unit.own} {first}", _CALLED)


def units_behind_signs(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the villages with a unit of their tier for a remark behind a dash or a colon:
    东岭村—西岭村."""
    noted = [unit for unit in units if unit.entry.note and _is_of_its_tier(unit)]
    lines = {line.number: line.text for line in listing.document.lines} if noted else {}
    for unit in noted:
        text = "".join(lines.get(unit.entry.line, "").split())
        if re.search(rf"{re.escape(unit.own)}[—–－：:-]+{re.escape(unit.entry.note)}", text):
            yield DoubtfulLine(unit.entry.line, unit.entry.note, _BEHIND_A_SIGN)


def _is_of_its_tier(unit: Unit) -> bool:
    """Tell whether a village's remark is nothing but a village."""
    if unit.level is not Level.COMMUNITY or unit.entry.columns:
        return False
    reading = read_unit(unit.entry.note)
    return reading is not None and reading.level is unit.level and reading.sure >= CERTAIN


def _has_row(unit: Unit) -> bool:
    """Tell whether a town's remark is a row of what villages may be called."""
    if unit.level is not Level.TOWNSHIP or unit.entry.level is unit.level:
        return False
    note = unit.entry.note.strip()
    if not _ROW.fullmatch(note) or _THEMES.search(note):
        return False
    return all(may_stand_among_names(name) for name in re.split(r"\s*[、，,]\s*", note))


_OF_ITS_TIER = msg("what stands behind it holds the name of another unit, and is read as a remark")
_LOWER = msg("what stands behind it holds names of lower units, and is read as a remark")
# What says of lower units something else than that they are listed: 原东岭村, 含西岭村.
_TOLD_OF = pattern(r"[原含驻现今由除不]|合并|撤|改|位于|地处|包括|下辖|更名|辐射|带动|覆盖|联合")
_FIGURE = pattern(r"\d")
# What parts the names of such a remark; the scores and counts beside them are no names.
_OF_A_REMARK = pattern(
    r"(?:[\s、，,；;/／：:（()）【】]|\d{1,3}\.\d{1,3}(?:[票分％%]|(?=\p{Han}|$))"
    r"|\d[\d.]*(?:[票分％%](?!钟)|个(?=[：:])|(?=[\s、，,；;）)]|$)))+"
)


def lower_in_notes(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the units whose remark holds names of units below them, which the list lacks:
    白溪镇（东岭村 98.5、西岭村 97.5）; of a remark of figures those of their tier too: 东岭村
    98.5，西岭村 97.5. `units` stand in no table."""
    noted = [unit for unit in units if unit.entry.note]
    owns = {unit.own for unit in units} if noted else set()
    for unit in noted:
        note = unit.entry.note.strip()
        figures = _FIGURE.match(note) is not None and _TOLD_OF.search(note) is None
        if _TOLD_OF.match(note) or split(unit.level, unit.own)[0] in note:
            continue  # 白溪镇（白溪村）: where its seat is
        if unit.level is Level.COMMUNITY and not figures:
            continue
        over = unit.level.depth - figures
        names = [name for item in _OF_A_REMARK.split(note) if (name := _lower(item, over))]
        if names and not owns.issuperset(names):
            why = _OF_ITS_TIER if figures else _LOWER
            yield DoubtfulLine(unit.entry.line, f"{unit.own}（{note}）", why)


def _lower(item: str, depth: int) -> str:
    """Return the own name of a unit below the tier of a depth that an item is; "" for anything
    else."""
    # 岭东区（邻里家园·活力社区）: what it is known for
    reading = read_unit(item) if item.isalpha() else None
    if reading is None or reading.sure < CERTAIN or reading.level.depth <= depth:
        return ""
    tier, own = reading.parts[-1]
    worded = has_generic_stem(tier, own) or is_of_programmes(tier, own)
    return "" if worded else own
