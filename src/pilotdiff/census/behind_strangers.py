"""Units of a row that stand behind one of another county, and state no place of their own."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from pilotdiff.model import DoubtfulLine, Level, Unit, msg

_WHY = msg(
    "it stands behind a unit of {county} in a row of {heading}: it may lie in the one or the other"
)


def behind_strangers(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the villages of a row of one county that follow a unit of another: 南岭村 of 清岗县：
    东岭村、白溪县石桥镇西岭村、南岭村."""
    for _, row in groupby(units, key=lambda unit: unit.entry.line):
        county = ""
        for unit in row:
            if Level.COUNTY not in unit.inferred:
                county = unit.path.county
            elif unit.path.township and Level.TOWNSHIP not in unit.inferred:
                county = ""
            elif county and unit.path.county not in ("", county):
                why = _WHY.given(county=county, heading=unit.path.county)
                yield DoubtfulLine(unit.entry.line, unit.entry.raw, why)
