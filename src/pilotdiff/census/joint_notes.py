"""Units that a note names beside the entry: 与清岗县联合申报, （清岗县、白溪县）."""

from collections.abc import Iterator, Sequence

from pilotdiff.census.listed_names import Held
from pilotdiff.census.spotting import Spotted, spotted
from pilotdiff.model import LeftOut, Said, Unit, msg
from pilotdiff.patterns import pattern

_JOINTLY = pattern(
    r"(?:联合|会同|协同|捆绑)(?P<with>[^，,；;。）)]{2,30})"
    r"|[与和同及](?P<and>[^，,；;。）)]{2,30}?)(?:联合|共同|合作|联手|合并(?=申报|推荐|上报|创建)|一并|一起|捆绑|打包|整体)"
)
_WHY = msg("a unit that another one applied together with")


_REMARK = pattern(r"^(?:不?含|原|除|由|现|即|不包括|筹|撤|并入|更名|合并|曾)|合并|组成|更名")
_IN_BRACKETS = msg("one of the units in brackets behind another one")
_SEVERAL = 2


def joint_units(units: Sequence[Unit]) -> list[LeftOut]:
    """Return the units that the notes of `units` name as partners or side by side, without those of
    the list.

    Raises nothing: notes without such words give nothing.
    """
    found = [
        (unit.entry.line, name, why)
        for unit in units
        if unit.entry.note
        for name, why in _named_in(unit.entry.note)
    ]
    # The whole list is looked up only where there is such a note.
    held = Held(units) if found else None
    return [
        LeftOut(line, name.text, why)
        for line, name, why in found
        if held is not None and not held.holds(name.text, name.parts)
    ]


def _named_in(note: str) -> Iterator[tuple[Spotted, Said]]:
    """Yield the units that a note names, and why they are told."""
    for match in _JOINTLY.finditer(note):
        yield from ((name, _WHY) for name in spotted(match["with"] or match["and"]))
    if "、" in note and not _REMARK.search(note):
        names = list(spotted(note))
        if len(names) >= _SEVERAL and all(name.whole and name.certain for name in names):
            yield from ((name, _IN_BRACKETS) for name in names)
