"""Towns read as entries over villages that state no town: their parents, perhaps, or their
neighbours in a list of both."""

from collections.abc import Iterator, Sequence

from pilotdiff.model import DoubtfulLine, Level, Listing, Unit, msg
from pilotdiff.patterns import pattern

_OVER = msg(
    "villages that state no town stand below it: it may be the parent of them, and no entry of the "
    "list"
)
_SAYS_TOWNS = pattern(r"[镇乡街]|苏木", needs="镇乡街苏")
_FEWEST = 2


def towns_over_villages(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the first of several towns where each stands over villages of its county that state no
    town, and no title speaks of towns: 清岗县 / 白溪镇 / 东岭村 / 北岭县 / 南岭镇 / 西岭村."""
    heads: list[Unit] = []
    over: Unit | None = None
    for unit in units:
        if unit.level is Level.TOWNSHIP and (over is None or heads[-1:] == [over]):
            over = unit
        elif over is not None and _may_lie_in(unit, over):
            heads += [over] if heads[-1:] != [over] else []
        else:
            return
    if len(heads) < _FEWEST or over is None or heads[-1] != over:
        return
    said = (listing.title, *(unit.entry.section + unit.entry.category for unit in heads))
    if not any(map(_SAYS_TOWNS.search, said)):
        yield DoubtfulLine(heads[0].entry.line, heads[0].entry.raw, _OVER)


def _may_lie_in(unit: Unit, town: Unit) -> bool:
    """Tell whether a unit is a village on a further line that may lie in the town above it."""
    if unit.level is not Level.COMMUNITY or unit.path.township:
        return False
    if unit.path.county != town.path.county or unit.entry.line == town.entry.line:
        return False
    return not (unit.entry.ordinal and town.entry.ordinal)
