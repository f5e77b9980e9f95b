"""Pilots that are listed under two categories, of which one has the result."""

from collections.abc import Iterator, Sequence

from pilotdiff.model import Outcome, Row, Unit, msg

_TWICE = msg(
    "the same unit stands in line {line} of its list, under {category}, and has its result"
)


def listed_twice(
    rows: Sequence[Row], left: Sequence[int], held: Sequence[int]
) -> Iterator[tuple[int, Row]]:
    """Yield the rows left over of units that another row of another category pairs.

    Where the list of results gives the unit a category, it was not chosen for this one, and stays
    dropped; where it gives none, the entry repeats the other.
    """
    if not any(_category(rows[at]) for at in left):
        return
    holders = {_unit_key(pilot): rows[at] for at in reversed(held) if (pilot := rows[at].pilot)}
    for at in left:
        unit = rows[at].pilot
        holder = holders.get(_unit_key(unit)) if unit else None
        if unit is None or holder is None or holder.pilot is None or holder.result is None:
            continue
        if not unit.path[unit.level.depth - 1]:
            continue  # without its place the name may be another unit's
        entry = holder.pilot.entry
        why = _TWICE.given(line=entry.line, category=entry.category)
        if holder.result.entry.category:
            yield at, rows[at]._replace(reason=why)
        else:
            told = rows[at]._replace(outcome=Outcome.REPEATED, reason=why, other=holder.pilot.name)
            yield at, told


def _category(row: Row) -> str:
    return row.pilot.entry.category if row.pilot else ""


def _unit_key(unit: Unit) -> tuple[str, ...]:
    return (unit.level.value, *unit.path)
