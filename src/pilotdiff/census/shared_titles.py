"""One name that most units bear, each in another place: 国家农业先行区 of 清岗县, 白溪县."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pilotdiff.model import DoubtfulLine, Level, Unit, msg

_TITLE = msg(
    "{n} units bear this one name, each in another place: it may be what the places are called, "
    "and they the units"
)
_FEWEST, _LONG = 3, 6
_ENDS = ("区", "园", "基地", "小镇")


def shared_titles(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the first unit of a name that most units bear, no two of them in one place."""
    towns = [unit for unit in units if unit.level is Level.TOWNSHIP and len(unit.own) >= _LONG]
    for name, n in Counter(unit.own for unit in towns).most_common(1):
        same = [unit for unit in towns if unit.own == name]
        apart = len({tuple(unit.path) for unit in same}) == n
        if n >= _FEWEST and 2 * n > len(units) and apart and name.endswith(_ENDS):
            entry = same[0].entry
            yield DoubtfulLine(entry.line, entry.raw, _TITLE.given(n=n))
