"""Rows with what other documents say of their units, and lost characters that these tell."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pilotdiff.confirming.witnesses import Witness, Witnesses, confirmations
from pilotdiff.model import Confirmation, Filed, Message, PathPrefix, Row, SourceKind, Unit, msg
from pilotdiff.model.messages import chained
from pilotdiff.model.repairs import LOST
from pilotdiff.outcomes.restored import restored


def confirmed(rows: Sequence[Row], others: Sequence[Filed]) -> tuple[Row, ...]:
    """Return the rows, with their confirmations, and these told in the reason.

    No outcome changes. A name that could be that of several rows (a plan that says 甲社区, and
    two of them in its county) confirms none.
    """
    witnesses = Witnesses(others)
    found = [[list(witnesses.of(unit)) for unit in _units(row)] for row in rows]
    named: dict[int, set[PathPrefix]] = defaultdict(set)
    for row, sides in zip(rows, found, strict=True):
        for one in (one for side in sides for one in side):
            named[id(one)].add(next(_units(row)).path)
    return tuple(
        _confirmed(row, [[one for one in side if len(named[id(one)]) == 1] for side in sides])
        for row, sides in zip(rows, found, strict=True)
    )


def _units(row: Row) -> Iterator[Unit]:
    return (unit for unit in (row.pilot, row.result) if unit)


def _confirmed(row: Row, sides: Sequence[Sequence[Witness]]) -> Row:
    if not any(sides):
        return row
    units = list(_units(row))
    told: dict[str, Confirmation] = {}
    for unit, side in zip(units, sides, strict=True):
        for one in confirmations(unit, side):
            told.setdefault(one.document, one)
    whole = [_whole(unit, side) for unit, side in zip(units, sides, strict=True)]
    said = row.reason or (row.pairing.reason if row.pairing else "")
    reason = chained(filter(None, (said, *map(_clause, told.values()))))
    row = row._replace(reason=reason, confirmations=tuple(told.values()))
    if row.pilot is None:
        return row._replace(result=whole[0])
    return row._replace(pilot=whole[0], result=whole[1] if row.result else None)


def _whole(unit: Unit, witnesses: Sequence[Witness]) -> Unit:
    """Return the unit with its lost characters, where all that name it agree on them."""
    if LOST not in unit.own or len({one.unit.own for one in witnesses}) != 1:
        return unit
    return restored(unit, witnesses[0].unit)


def _clause(one: Confirmation) -> Message:
    values: dict[str, object] = {"document": one.document, "line": one.line}
    if one.category:
        return msg(
            "{document}, line {line}, lists it under another category: {category}",
            **values,
            category=one.category,
        )
    if one.restores:
        return msg(
            "{document}, line {line}, tells the lost character: {name}", **values, name=one.written
        )
    if one.kind is SourceKind.PLAN:
        return msg("confirmed by {document}, line {line}", **values)
    return msg("its name is confirmed by {document}, line {line}", **values)
