"""Units that a note names beside the entry: 与清岗县联合申报, （清岗县、白溪县）."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pilotdiff.census.spotting import Spotted, spotted
from pilotdiff.model import Said, Unit, msg
from pilotdiff.patterns import pattern


class NameInNote(NamedTuple):
    """A unit that the note of another one's line names, and why it is told."""

    line: int
    name: Spotted
    why: Said


def named_beside(units: Sequence[Unit]) -> list[NameInNote]:
    """Return the units that the notes of `units` name as partners or side by side, whether the list
    holds them or not.

    Raises nothing: notes without such words give nothing.
    """
    noted = [unit for unit in units if unit.entry.note]
    return [
        NameInNote(unit.entry.line, name, why) for unit in noted for name, why in _named_in(unit)
    ]


_JOINTLY = pattern(
    r"(?:联合(?!村|社区|[镇乡街])|会同|协同|捆绑)(?P<with>[^，,；;。）)]{2,30})"
    r"|[与和同及](?P<and>[^，,；;。）)]{2,30}?)(?:联合(?!村|社区|[镇乡街])|共同|合作|联手|合并(?=申报|推荐|上报|创建)|一并|一起|捆绑|打包|整体)"
)
_WHY = msg("a unit that another one applied together with")
_REMARK = pattern(
    r"^(?:不?含|今|原|除|由|现|即|不包括|包括|筹|撤|并入|更名|合并|曾|驻|位于|属|隶属|涉及|辐射)"
    r"|合并|组成|更名|[驻住]地|除外"
)
_BEHIND = msg("it stands behind another unit, and is not read")
_BIT = "; "
# Dirt that stands at the end of a line, whatever sign it is: 清岗县白溪镇_.
_DIRT = pattern(r"^[\W_]+|[\W_]+$")


def _named_in(unit: Unit) -> Iterator[tuple[Spotted, Said]]:
    """Yield the units that a unit's note names, and why they are told."""
    for match in _JOINTLY.finditer(unit.entry.note):
        yield from ((name, _WHY) for name in spotted(match["with"] or match["and"]))
    for bit in unit.entry.note.split(_BIT):
        if not _REMARK.search(bit):
            yield from ((name, _BEHIND) for name in _listed_in(_DIRT.sub("", bit), unit))


_ITEM = pattern(r"[、,，;；/／]|\s+")
# How many stand behind it: 2个村.
_COUNT = pattern(r"[共计]{0,2}\d{1,3}个?(?:[县市区镇乡村]|街道|社区)?")


def _listed_in(bit: str, unit: Unit) -> list[Spotted]:
    """Return the units that a bracket lists, of the level of `unit` before it or below: most of
    what stands in it must be such, and one alone known, for it may be a theme (生态社区)."""
    items = [item for item in _ITEM.split(bit) if item and not _COUNT.fullmatch(item)]
    depth = unit.level.depth
    names = [name for name in spotted(bit) if name.whole and name.parts[-1][0].depth >= depth]
    if len(items) == 1:
        return [name for name in names if _stands_for_itself(name, unit)]
    return names if 2 * len(names) > len(items) else []


# 城区 and 矿区 are units, and words.
_SHORT = 2


def _stands_for_itself(name: Spotted, unit: Unit) -> bool:
    """Tell whether a name alone in a bracket is a unit, known as one, and no place of the unit's:
    青溪小镇（清岗市白石镇）, 清岗县（城区）."""
    (*above, (level, own)) = name.parts
    a_word = len(own) == _SHORT and own[-1] == "区"
    lies_in = above and level is not unit.level and {text for _, text in above} <= {*unit.path}
    if a_word or lies_in:
        return False
    return name.certain or _is_recorded(name, unit)


def _is_recorded(name: Spotted, unit: Unit) -> bool:
    """Tell whether the official record has a name where the unit lies that it stands behind."""
    from pilotdiff.record import locate

    level, own = name.parts[-1]
    if level is not unit.level:
        return False
    above = unit.path[: level.depth]
    found = locate((*above, own, *unit.path[level.depth + 1 :]))
    return found.placed and bool(found.same)
