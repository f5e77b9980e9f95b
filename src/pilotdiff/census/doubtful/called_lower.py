"""Units that stand higher than what their heading or sentence speaks of, as others of the list do
not, or with bare words behind their names: what stood there may be lost."""

from collections.abc import Iterator

from pilotdiff.census.doubtful.unit_views import UnitViews
from pilotdiff.model import DoubtfulLine, Entry, Level, Listing, Unit, msg
from pilotdiff.patterns import pattern
from pilotdiff.repair import to_simplified

_LOWER = msg("stands above what its heading or sentence speaks of: its own name may be lost")
_SENTENCE = pattern(r"[^。！？!?；;]+")
# Words of tiers that say nothing of what is listed: 全省, 市级, 省厅, 乡村治理, 城镇.
_OF_NO_UNIT = pattern(
    r"[全我本该各][省市州县区旗镇乡村]|[省市州县区旗镇乡村]级|[省市县区][厅委局办]|乡村|城镇|农村"
)
_VILLAGES, _TOWNS = pattern(r"村|社区|居委会"), pattern("[镇乡街场]|苏木")
_ZONES = ("开发区", "新区", "园区", "管理区", "示范区", "旅游区", "度假区", "风景区")
_BARE_NAMES = pattern(r"\p{Han}{1,4}(?:[、，,]\p{Han}{1,4})*")
_FEW = 100


def called_lower(listing: Listing, views: UnitViews) -> Iterator[DoubtfulLine]:
    """Yield the few units that stand above the level of which is spoken over or beside them, where
    others stand at it: 白溪镇 in 清岗县白溪镇、北岭镇东岭村被命名为示范村; or where none does, and
    names without a kind stand behind theirs: 示范村名单 / 白溪镇-东岭."""
    higher, lower = (views.by_level.get(at, ()) for at in (Level.TOWNSHIP, Level.COMMUNITY))
    if not lower:
        higher = [unit for unit in higher if _states_bare_names(unit.entry)]
    elif len(lower) < len(higher):
        return
    if not higher or len(higher) > _FEW:
        return
    lines = {line.number: line.text for line in listing.document.lines}
    raws: dict[int, list[str]] = {}
    for unit in views.units:
        raws.setdefault(unit.entry.line, []).append(unit.entry.raw)
    for unit in higher:
        if unit.own.endswith(_ZONES) or unit.entry.level is unit.level:
            continue
        said = _said(listing, unit, lines, raws)
        if _VILLAGES.search(said) and not _TOWNS.search(said):
            yield DoubtfulLine(unit.entry.line, unit.entry.raw, _LOWER)


def _states_bare_names(entry: Entry) -> bool:
    """Tell whether names without a kind stand behind an entry's own, not in brackets:
    白溪镇-东岭."""
    return _BARE_NAMES.fullmatch(entry.note) is not None and entry.note not in entry.raw


def _said(listing: Listing, unit: Unit, lines: dict[int, str], raws: dict[int, list[str]]) -> str:
    """Return what the title, the headings over a unit and the sentence that names it say, without
    names of units."""
    said = listing.title + unit.entry.section + unit.entry.category
    text = lines.get(unit.entry.line, "")
    if "。" in text:
        raw = unit.entry.raw
        told = next((found[0] for found in _SENTENCE.finditer(text) if raw in found[0]), "")
        for name in sorted(raws[unit.entry.line], key=len, reverse=True):
            told = told.replace(name, "、")
        said += told
    for part in filter(None, unit.path):
        said = said.replace(part, "")
    return of_no_unit(said)


def of_no_unit(said: str) -> str:
    """Return what is said without words of tiers that name no unit listed: 全省, 市级, 乡村治理."""
    return _OF_NO_UNIT.sub("", to_simplified(said))
