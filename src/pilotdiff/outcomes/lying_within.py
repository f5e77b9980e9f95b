"""Units that their list alone has, while the other list has what lies in them, or what they lie in.

A list of cities beside one of counties: 清州市 is dropped and 清州市东城区 is new. They are
two, and whoever reads the one row must hear of the other.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pilotdiff.matching.names.name_keys import place_key
from pilotdiff.matching.places.matched_places import compared_place
from pilotdiff.matching.places.stated_places import may_be_one_place
from pilotdiff.model import Level, Message, Outcome, Row, Unit, msg
from pilotdiff.model.messages import chained
from pilotdiff.outcomes.nothing_found import says_nothing

_PILOTS = (Outcome.DROPPED, Outcome.NOT_ELIGIBLE)
# So many units are named in a reason.
_NAMED = 3


def with_lying_within(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows; the reasons of those left alone name what lies in them, or what they lie in,
    of the other list's units that are left alone."""
    pilots = [row.pilot for row in rows if row.outcome in _PILOTS and row.pilot]
    results = [row.result for row in rows if row.outcome is Outcome.NEW and row.result]
    if len({unit.level for unit in (*pilots, *results)}) < 2:
        return tuple(rows)
    told = dict(_within(pilots, results, _RESULTS)) | dict(_within(results, pilots, _OF_PILOTS))
    below = dict(_over(pilots, results, _IN_RESULT)) | dict(_over(results, pilots, _IN_PILOT))
    return tuple(_told(row, told | below) for row in rows)


# Others that lie in it may have partners: what is told are those left alone.
_RESULTS = msg("of the results that were no pilots, there lie in it: {names}")
_OF_PILOTS = msg("of the pilots without a result, there lie in it: {names}")
_IN_RESULT = msg("it lies in {name} of the result list")
_IN_PILOT = msg("it lies in {name} of the pilot list")


def _told(row: Row, found: Mapping[int, Message]) -> Row:
    said = found.get(id(row.pilot or row.result)) if row.pairing is None else None
    if said is None:
        return row
    told = () if says_nothing(row.reason) else (row.reason,)
    return row._replace(reason=chained((*told, said)))


def _within(
    upper: Sequence[Unit], lower: Sequence[Unit], said: Message
) -> Iterator[tuple[int, Message]]:
    """Yield the units in which some of the lower ones lie, by `id(unit)`, with their names."""
    lying = _by_parent(lower)
    for unit in upper:
        names = [each.name for each in lying.get(_key(unit), ()) if _lies_in(each, unit)]
        if names:
            shown = "、".join(names[:_NAMED]) + ("…" if len(names) > _NAMED else "")
            yield id(unit), said.given(names=shown)


def _over(
    lower: Sequence[Unit], upper: Sequence[Unit], said: Message
) -> Iterator[tuple[int, Message]]:
    """Yield the units that lie in one of the upper ones, by `id(unit)`, with its name."""
    lying = _by_parent(lower)
    for unit in upper:
        for each in lying.get(_key(unit), ()):
            if _lies_in(each, unit):
                yield id(each), said.given(name=unit.name)


_Key = tuple[Level, str]


def _key(unit: Unit) -> _Key:
    return unit.level, place_key(unit.level.depth, unit.own)


def _by_parent(units: Sequence[Unit]) -> Mapping[_Key, Sequence[Unit]]:
    """Return the units by what they lie in, each under all its parents."""
    found: dict[_Key, list[Unit]] = defaultdict(list)
    for unit in units:
        for level, part in zip(Level, compared_place(unit), strict=False):
            if part:
                found[level, part].append(unit)
    return found


def _lies_in(lower: Unit, upper: Unit) -> bool:
    return may_be_one_place(compared_place(upper), compared_place(lower)[: upper.level.depth])
