"""Rows that give a unit of which they do not make sure: its kind is not written, the column that
asks whether it was chosen leaves that open, or its name and the row state two parents."""

from collections.abc import Iterator, Mapping, Sequence

from pilotdiff.model import Entry, LineReading, Role, Said, msg

TRUSTED = msg("no kind stands behind the name; its column's heading alone says that it is a unit")
ALL_TRUSTED = msg(
    "no kind stands behind most names of the column; its heading alone says that they are units"
)
UNDECIDED = msg("the column that asks whether the unit was chosen leaves it open; it is an entry")
CONTRADICTED = msg("the name states another parent than its row does; its own is taken")
UNSURE = (TRUSTED, ALL_TRUSTED, UNDECIDED, CONTRADICTED)
_FEW = 3
_SURENESS = 0.5


def told_unsure(entries: Sequence[Entry], why: Mapping[int, Said]) -> Iterator[LineReading]:
    """Yield what is told of the entries of these lines; of names that only their column vouches for
    the first, where most of a table are so."""
    first = {entry.line: entry for entry in reversed(entries) if entry.line in why}
    trusted = sorted(line for line in first if why[line] == TRUSTED)
    several = len(trusted) > _FEW and 2 * len(trusted) > len({entry.line for entry in entries})
    for line, entry in first.items():
        if line not in trusted or not several:
            yield LineReading(line, entry.raw, Role.ITEM, why[line], _SURENESS)
        elif line == trusted[0]:
            yield LineReading(line, entry.raw, Role.ITEM, ALL_TRUSTED, _SURENESS)
