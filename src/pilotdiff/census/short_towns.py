"""Villages of a row in which all others state their town, that may begin with theirs, its kind left
out: 白溪乡东岭村、南岭镇西岭村、朝阳升石桥渡村."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from pilotdiff.model import DoubtfulLine, Level, Unit, msg
from pilotdiff.names import split

_WHY = msg(
    "all others of its row state their town: its long name may begin with its own, and it lies in "
    "{town} for the one before it"
)
_OTHERS = 3
# Of 59,709 names of the codes of two provinces 236 are so long, the kind left out.
_LONG = 5


def short_towns(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the one village of a row whose town the name before it gives, where its name is long
    and all others state theirs."""
    for _, row in groupby(units, key=lambda unit: unit.entry.line):
        villages = [unit for unit in row if unit.level is Level.COMMUNITY]
        elided = [unit for unit in villages if Level.TOWNSHIP in unit.inferred]
        if len(elided) != 1 or len(villages) <= _OTHERS:
            continue
        if len(split(Level.COMMUNITY, elided[0].own)[0]) >= _LONG:
            entry, town = elided[0].entry, elided[0].path.township
            yield DoubtfulLine(entry.line, entry.raw, _WHY.given(town=town))
