"""Entries left over that stand in their own list already, worded differently: 东岭村村委会 beside
东岭村.

What is written alike is told before anything is compared. Of two wordings the other list's one
unit goes to the one that is written as it is; the other one is that unit again, and is neither
dropped nor new.
"""

from collections.abc import Callable, Iterator, Sequence

from pilotdiff.matching.name_keys import name_of
from pilotdiff.model import Level, Outcome, Row, Unit, msg
from pilotdiff.model.repairs import LOST

_WORDED = msg("{name}, in line {line} of its list, is the same unit, worded differently")
# A unit's level and place as written, and its stem, kind and category.
_Key = tuple[str, tuple[str, ...], str, str, str]


def worded_twice(
    rows: Sequence[Row],
    left: Sequence[int],
    held: Sequence[int],
    side: Callable[[Row], Unit | None],
) -> Iterator[tuple[int, Row]]:
    """Yield the rows left over whose unit another row has, paired or earlier in the list, in the
    same place and by another wording of its name.

    left, held  the numbers of the rows without a partner and of those with one
    side        what gives the unit of a row in the list that is looked at
    """
    asked = [(at, unit) for at in left if (unit := side(rows[at])) and _is_told(unit)]
    places = {_place(unit) for _, unit in asked}
    if not places:
        return
    first: dict[_Key, Unit] = {}
    for at in held:
        if (unit := side(rows[at])) and _place(unit) in places:
            first.setdefault(_key(unit), unit)
    for at, unit in asked:
        kept = first.setdefault(_key(unit), unit)
        if kept.path != unit.path and not _are_two_by_code(kept, unit):
            why = _WORDED.given(name=kept.own, line=kept.entry.line)
            yield at, rows[at]._replace(outcome=Outcome.REPEATED, reason=why, other=kept.name)


def _is_told(unit: Unit) -> bool:
    """Tell whether a unit's place is known, and no character of its name is lost."""
    if LOST in unit.own:
        return False
    return unit.level.depth <= Level.COUNTY.depth or bool(unit.path[unit.level.depth - 1])


def _place(unit: Unit) -> tuple[str, ...]:
    return unit.path[: unit.level.depth]


def _key(unit: Unit) -> _Key:
    name = name_of(unit.level, unit.own)
    return unit.level.value, _place(unit), name.stem, name.kind, unit.entry.category


def _are_two_by_code(one: Unit, other: Unit) -> bool:
    codes = {one.entry.code, other.entry.code} - {""}
    return len(codes) > 1
