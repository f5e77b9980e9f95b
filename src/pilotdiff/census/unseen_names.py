"""Names in the parts of a page that it does not show: told, for a list may stand there."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from pilotdiff.census.listed_names import Held
from pilotdiff.census.spotting import spotted
from pilotdiff.model import Clean, LeftOut, Level, Line, Message, Said, msgs

_SHOWN = 6
_FEW = 2


def unseen_names(
    lines: Sequence[Line], held: Held, wash: Callable[[str], Clean]
) -> Iterator[LeftOut]:
    """Yield, for each part that is not shown, the counties and lower units that the list lacks, or
    the cities where it has such: one finding a part. One name alone is no cause for doubt."""
    highest = min(held.highest, Level.COUNTY.depth)
    for _, group in groupby(lines, key=_part):
        part = list(group)
        names = dict.fromkeys(
            name.text
            for line in part
            for text in (line.cells or (line.text,))
            for name in spotted(wash(text).text)
            if name.whole
            and name.certain
            and name.parts[-1][0].depth >= highest
            and not held.holds(name.text, name.parts)
        )
        if names:
            shown = "、".join([*names][:_SHOWN]) + "…" * (len(names) > _SHOWN)
            why = msgs(
                "{n} name stands in a part that is not shown, and is not read",
                "{n} names stand in a part that is not shown, and are not read",
                len(names),
            )
            yield LeftOut(part[0].number, shown, why, accepted=len(names) < _FEW)


def _part(line: Line) -> Said:
    place = line.place
    return str(place.values[0][1]) if isinstance(place, Message) else place
