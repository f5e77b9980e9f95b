"""Mergers and splits that remarks tell of: who went into what, and how surely.

One half of a merger may wait for a person: 二村 that went into 丙村 with 一村 is no surer than 一村
is. Where a remark names them both, that both could have become 丙村 is no doubt; where one of them
is the pilot only by its likeness, it is.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from pilotdiff.matching.left_over.merger_remarks import (
    came_out,
    held_with,
    is_renamed_alone,
    parts_of_merger,
    same,
    source_of_split,
    went_into,
)
from pilotdiff.matching.left_over.named_by_remarks import named_by
from pilotdiff.model import Change, Entry, Message, Outcome, Row, Said, Unit, msg
from pilotdiff.outcomes.thresholds import Thresholds


class _Kind(NamedTuple):
    """Mergers or splits: who is left over, who keeps the pairing, and whose remark says what."""

    outcome: Outcome
    reason: Callable[[str, Unit, Unit], Message]
    left: Callable[[Row], Unit | None]
    keeper: Callable[[Row], Unit | None]
    left_says: Callable[[Entry], tuple[str, ...]]
    keeper_says: Callable[[Entry], tuple[str, ...]]


def pilot_of(row: Row) -> Unit | None:
    """Return the pilot of a row."""
    return row.pilot


def result_of(row: Row) -> Unit | None:
    """Return the result of a row."""
    return row.result


def _merged(name: str, unit: Unit, keeper: Unit) -> Message:
    if _is_held(unit, keeper):
        return _PART.given(name=name)
    if any(same(former, keeper) for former in unit.entry.former):
        return _FORMER.given(name=name)
    return msg("a remark says it was merged into {name}", name=name)


def _came_out(name: str, unit: Unit, keeper: Unit) -> Message:
    if _is_held(unit, keeper):
        return _PART.given(name=name)
    if is_renamed_alone(unit.entry):
        return _FORMER.given(name=name)
    return msg("a remark says it came out of {name}", name=name)


_PART = msg("a remark lists it as a part of {name}")
_FORMER = msg("a remark gives it the name {name} at another time")


def _is_held(unit: Unit, keeper: Unit) -> bool:
    """Tell whether the keeper's remark says that the two are listed as one."""
    return any(same(name, unit) for name in held_with(keeper.entry))


def _former(pilot: Entry) -> tuple[str, ...]:
    """Return what a pilot's remark says it was called before, or went into."""
    before = pilot.former if is_renamed_alone(pilot) else ()
    return (*went_into(pilot), *before)


_MERGERS = _Kind(Outcome.MERGED, _merged, pilot_of, result_of, _former, parts_of_merger)
_SPLITS = _Kind(Outcome.SPLIT, _came_out, result_of, pilot_of, source_of_split, came_out)


def tell_remarked(
    rows: list[Row],
    dropped: Sequence[int],
    new: Sequence[int],
    held: Sequence[int],
    thresholds: Thresholds,
) -> None:
    """Say of rows left over, pilots and results, what remarks tell of them and of rows that hold a
    pairing."""
    if not any(map(_is_remarked, rows)):
        return
    before = tuple(rows)
    for kind, lonely in ((_MERGERS, dropped), (_SPLITS, new)):
        found: dict[int, list[int]] = defaultdict(list)
        for at, keeper in _remarked(before, lonely, held, kind) if lonely else ():
            found[keeper].append(at)
        for keeper, ats in found.items():
            _tell(rows, keeper, ats, kind, thresholds)


def _tell(
    rows: list[Row], keeper: int, left: Sequence[int], kind: _Kind, thresholds: Thresholds
) -> None:
    """Say of rows left over what remarks tell: merged into the keeper's result, or split from its
    pilot; as surely as the keeper's own row is known."""
    others = [rows[at] for at in left]
    merged = kind is _MERGERS and _is_named(rows[keeper])
    if merged and is_explained(rows[keeper], others, thresholds):
        rows[keeper] = explained(rows[keeper], others)
    unit = kind.keeper(rows[keeper])
    assert unit is not None, "a pairing without a unit"
    for at in left:
        own = kind.left(rows[at])
        said = kind.reason(unit.name, own, unit) if own else ""
        if rows[keeper].outcome is Outcome.REVIEW:
            rows[at] = in_doubt(rows[at], said)
        else:
            rows[at] = rows[at]._replace(outcome=kind.outcome, reason=said, other=unit.name)


def _is_named(row: Row) -> bool:
    """Tell whether a result's remark names the pilot of its own row among what was merged."""
    _, pilot, result, *_ = row
    named = parts_of_merger(result.entry) if result else ()
    return pilot is not None and any(same(name, pilot) for name in named)


def _is_remarked(row: Row) -> bool:
    _, pilot, result, *_ = row
    return bool((pilot and _remark(pilot)) or (result and _remark(result)))


def _remark(unit: Unit) -> bool:
    return bool(unit.entry.note or unit.entry.former)


def _remarked(
    rows: Sequence[Row], left: Sequence[int], held: Sequence[int], kind: _Kind
) -> Iterator[tuple[int, int]]:
    """Yield the rows left over with the rows that keep the pairing, as remarks of either say."""
    lonely, kept = frozenset(left), frozenset(held)
    for at, keeper in _by_remark(rows, held, kind.keeper, kind.keeper_says, kind.left):
        if at in lonely:
            yield at, keeper
    for keeper, at in _by_remark(rows, left, kind.left, kind.left_says, kind.keeper):
        if keeper in kept:
            yield at, keeper


def _by_remark(
    rows: Sequence[Row],
    speakers: Sequence[int],
    speaker: Callable[[Row], Unit | None],
    says: Callable[[Entry], tuple[str, ...]],
    other: Callable[[Row], Unit | None],
) -> Iterator[tuple[int, int]]:
    """Yield the rows that a remark names, each with the row whose remark it is.

    Of namesakes the one in the speaker's place is meant, whatever became of it.
    """
    spoken = [
        (at, place, said)
        for at in speakers
        if (unit := speaker(rows[at])) and _remark(unit)
        if (said := says(unit.entry))
        for place in (unit, *_partner(rows[at], unit))
    ]
    if not spoken:
        return
    yield from dict.fromkeys(named_by(spoken, _meant(rows, other)))


def _meant(rows: Sequence[Row], other: Callable[[Row], Unit | None]) -> Iterator[tuple[int, Unit]]:
    """Yield the units that a remark may name, with the rows' numbers: also by the name and place
    that a pairing gives them in the speaker's own list."""
    for at, row in enumerate(rows):
        unit = other(row) if row.outcome is not Outcome.REPEATED else None
        if unit is not None:
            yield at, unit
            yield from ((at, each) for each in _partner(row, unit))


def _partner(row: Row, unit: Unit) -> Iterator[Unit]:
    """Yield the other unit of an accepted pair."""
    if row.pilot and row.result and row.outcome is not Outcome.REVIEW:
        yield row.result if unit is row.pilot else row.pilot


_WITH = msg("a remark says that it and {others} were merged into {name}")
_WAITS = msg("{said}; but the pairing of that unit waits for a person")


def is_explained(keeper: Row, others: Sequence[Row], thresholds: Thresholds) -> bool:
    """Tell whether a row waits for a person for no other reason than that these pilots come close
    to its own, which a remark merges with it."""
    pairing = keeper.pairing
    if keeper.outcome is not Outcome.REVIEW or pairing is None or pairing.rivals:
        return False
    names = {row.pilot.name for row in others if row.pilot}
    return pairing.runner_up in names and thresholds.accepts(pairing._replace(margin=1.0))


def explained(keeper: Row, others: Sequence[Row]) -> Row:
    """Return the row of the pilot that a merger leaves with the result, accepted."""
    assert keeper.result is not None, "a merger without a result"
    names = "、".join(row.pilot.name for row in others if row.pilot)
    reason = _WITH.given(others=names, name=keeper.result.name)
    renamed = any(change is not Change.CATEGORY for change in keeper.changes)
    outcome = Outcome.RENAMED if renamed else Outcome.PROMOTED
    return keeper._replace(outcome=outcome, reason=reason)


def in_doubt(row: Row, said: Said) -> Row:
    """Return the row of a unit whose merger or split hangs on what waits for a person: it has no
    partner of its own, and says why that may be."""
    return row._replace(reason=_WAITS.given(said=said))
