"""Units that a note names as having applied together with the entry: 与清岗县联合申报."""

from collections.abc import Callable, Iterable, Iterator

from pilotdiff.census.spotting import spotted
from pilotdiff.listing.carry import Parts
from pilotdiff.model import LeftOut, Unit, msg
from pilotdiff.patterns import pattern

_JOINTLY = pattern(
    r"(?:联合|会同|协同|捆绑)(?P<with>[^，,；;。）)]{2,30})"
    r"|[与和同及](?P<and>[^，,；;。）)]{2,30}?)(?:联合|共同|合作|联手|合并|一并|一起|捆绑|打包|整体)"
)
_WHY = msg("a unit that another one applied together with")


def joint_units(units: Iterable[Unit], held: Callable[[str, Parts], bool]) -> Iterator[LeftOut]:
    """Yield the units that the notes of `units` name as partners; `held` tells which the list has.

    Raises nothing: notes without such words give nothing.
    """
    for unit in units:
        note = unit.entry.note
        for match in _JOINTLY.finditer(note) if note else ():
            for name in spotted(match["with"] or match["and"]):
                if not held(name.text, name.parts):
                    yield LeftOut(unit.entry.line, name.text, _WHY)
