"""Villages without kinds that became the remark of their town: 白溪镇：东岭、西岭、北岭."""

import re
from collections.abc import Iterator, Sequence

from pilotdiff.listing.institutions import may_stand_among_names
from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.model import DoubtfulLine, Level, Listing, Unit, msg
from pilotdiff.patterns import pattern

_WHY = msg("what stands behind the colon may be names of its villages, and is read as a remark")
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


def villages_in_notes(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the towns with a row of short names behind their colon, where two have one at least and
    nothing speaks of a list of towns."""
    noted = [unit for unit in units if _has_row(unit)]
    if len(noted) < _FEWEST or _OF_TOWNS.search(listing.title):
        return
    lines = {line.number: line.text for line in listing.document.lines}
    for unit in noted:
        text = "".join(lines.get(unit.entry.line, "").split())
        if re.search(rf"{re.escape(unit.own)}(?:[（(][^）)]*[）)])?[：:]", text):
            yield DoubtfulLine(unit.entry.line, f"{unit.own}：{unit.entry.note}", _WHY)


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
