"""Units that a note names as having applied together with the entry: 与清岗县联合申报."""

from collections.abc import Sequence

from pilotdiff.census.listed_names import Held
from pilotdiff.census.spotting import spotted
from pilotdiff.model import LeftOut, Unit, msg
from pilotdiff.patterns import pattern

_JOINTLY = pattern(
    r"(?:联合|会同|协同|捆绑)(?P<with>[^，,；;。）)]{2,30})"
    r"|[与和同及](?P<and>[^，,；;。）)]{2,30}?)(?:联合|共同|合作|联手|合并(?=申报|推荐|上报|创建)|一并|一起|捆绑|打包|整体)"
)
_WHY = msg("a unit that another one applied together with")


def joint_units(units: Sequence[Unit]) -> list[LeftOut]:
    """Return the units that the notes of `units` name as partners, without those of the list.

    Raises nothing: notes without such words give nothing.
    """
    found = [
        (unit.entry.line, name)
        for unit in units
        if unit.entry.note
        for match in _JOINTLY.finditer(unit.entry.note)
        for name in spotted(match["with"] or match["and"])
    ]
    # The whole list is looked up only where there is such a note.
    held = Held(units) if found else None
    return [
        LeftOut(line, name.text, _WHY)
        for line, name in found
        if held is not None and not held.holds(name.text, name.parts)
    ]
