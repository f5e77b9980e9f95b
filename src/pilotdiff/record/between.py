"""Changes of listed units between documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pilotdiff.model import Level, Unit
from pilotdiff.record.chains import meant
from pilotdiff.record.coding import RecordYear, code
from pilotdiff.record.events import RecordedChange, became, came_from
from pilotdiff.record.recorded import Recorded

# Changes of changes are followed so far.
_STEPS = 3


def changes_between(
    units: Iterable[tuple[Unit, RecordYear]], first: int, last: int
) -> tuple[RecordedChange, ...]:
    """Return the changes from year `first` to `last` that made a unit what it is in its edition,
    and those that it and what came of it went through since; the oldest first, each once.

    Of a community, those of its township: below it no change is told. Those of the county are a
    unit's too. A unit that could be several has none.
    """
    known: set[Recorded] = set()
    for unit, edition in units:
        for place in _changing(unit):
            found = code(place, edition).unit
            if found is not None:
                known.add(found)
    told = {change for unit in known for change in (*came_from(unit), *_onward(unit, _STEPS))}
    within = (change for change in told if first <= change.year <= last)
    return tuple(sorted(within, key=lambda change: (change.year, change.new_code, change.old_code)))


def _changing(unit: Unit) -> Iterator[Unit]:
    """Yield the township and the county of a unit, or what lies above a county itself."""
    path = unit.path._replace(community="")
    while (level := path.level) is not None:
        yield unit._replace(path=path, level=level)
        path = path._replace(**{level.value: ""})
        if level.depth <= Level.COUNTY.depth:
            return


def _onward(unit: Recorded, steps: int) -> Iterator[RecordedChange]:
    """Yield the changes that ended a unit, and those that ended what came of it."""
    for change in became(unit):
        yield change
        for other in meant(change.new_code, change.new_name) if steps and change.new_code else ():
            if other != unit and other.level is not Level.COMMUNITY:
                yield from _onward(other, steps - 1)
