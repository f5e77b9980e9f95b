"""Mergers and splits said as such: one result may stand for several pilots, and one pilot for many.

Each result stands in one row only. What went into a result that another pilot holds is merged, what
came out of a pilot that has its own result is split; the row names the other unit.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from pilotdiff.matching.matched_places import compared_place
from pilotdiff.matching.name_keys import name_of
from pilotdiff.matching.recorded_successors import NO_SUCCESSION, Succession
from pilotdiff.model import Entry, Level, Message, Outcome, Row, Unit, msg
from pilotdiff.names import parse
from pilotdiff.outcomes.implied import implied
from pilotdiff.outcomes.listed_twice import listed_twice
from pilotdiff.outcomes.remarks import came_out, parts_of_merger, same, source_of_split, went_into

_COUNTY = Level.COUNTY.depth + 1


class _Kind(NamedTuple):
    """Mergers or splits: who is left over, who keeps the pairing, and whose remark says what."""

    outcome: Outcome
    reason: Callable[[str], Message]
    left: Callable[[Row], Unit | None]
    keeper: Callable[[Row], Unit | None]
    left_says: Callable[[Entry], tuple[str, ...]]
    keeper_says: Callable[[Entry], tuple[str, ...]]


def _pilot(row: Row) -> Unit | None:
    return row.pilot


def _result(row: Row) -> Unit | None:
    return row.result


def _merged(name: str) -> Message:
    return msg("a remark says it was merged into {name}", name=name)


def _came_out(name: str) -> Message:
    return msg("a remark says it came out of {name}", name=name)


_MERGERS = _Kind(
    Outcome.MERGED,
    _merged,
    _pilot,
    _result,
    went_into,
    parts_of_merger,
)
_SPLITS = _Kind(Outcome.SPLIT, _came_out, _result, _pilot, source_of_split, came_out)


def with_mergers(rows: Sequence[Row], recorded: Succession = NO_SUCCESSION) -> list[Row]:
    """Return the rows, those merged or split whose remarks, names, children or the official record
    say so.

    A pilot whose stem alone is that of another's result may have been merged or not chosen: it
    stays dropped, and its reason says both.
    """
    told = list(rows)
    # What a person decided needs no guess.
    dropped = [at for at, r in enumerate(rows) if r.outcome is Outcome.DROPPED and not r.decision]
    new = [at for at, row in enumerate(rows) if row.outcome is Outcome.NEW]
    held = [at for at, row in enumerate(rows) if row.pairing]
    told_of = any(map(_is_remarked, rows))
    for kind, lonely in ((_MERGERS, dropped), (_SPLITS, new)):
        for at, keeper in _remarked(rows, lonely, held, kind) if lonely and told_of else ():
            unit = kind.keeper(rows[keeper])
            name = unit.name if unit else ""
            told[at] = told[at]._replace(outcome=kind.outcome, reason=kind.reason(name), other=name)
    _tell_recorded(told, dropped, new, recorded)
    left = [at for at in dropped if told[at].outcome is Outcome.DROPPED]
    twice = dict(listed_twice(rows, left, held))
    for at, row in twice.items():
        told[at] = row
    left = [at for at in left if at not in twice]
    for at, merger in implied(rows, left, held):
        told[at] = told[at]._replace(reason=merger.reason)
        if merger.is_sure:
            told[at] = told[at]._replace(outcome=Outcome.MERGED, other=merger.result)
    return told


def _tell_recorded(
    rows: list[Row], dropped: Sequence[int], new: Sequence[int], recorded: Succession
) -> None:
    """Say of rows left over what the official record tells: merged or split where the whole unit
    went into, or came out of, one that is paired or proposed; else it is a reason alone."""
    if not (recorded.gone or recorded.came):
        return
    held = {id(unit) for row in rows if row.pairing for unit in (row.pilot, row.result) if unit}
    for outcome, left, side, told in (
        (Outcome.MERGED, dropped, _pilot, recorded.gone),
        (Outcome.SPLIT, new, _result, recorded.came),
    ):
        for at in left if told else ():
            each = told.get(id(side(rows[at])))
            if each is None or rows[at].outcome is outcome:
                continue
            rows[at] = rows[at]._replace(reason=each.said)
            if each.is_whole and id(each.other) in held:
                rows[at] = rows[at]._replace(outcome=outcome, other=each.other.name)


def _is_remarked(row: Row) -> bool:
    _, pilot, result, *_ = row
    return bool((pilot and _remark(pilot)) or (result and _remark(result)))


def _remark(unit: Unit) -> bool:
    return bool(unit.entry.note or unit.entry.former)


def _remarked(
    rows: Sequence[Row], left: Sequence[int], held: Sequence[int], kind: _Kind
) -> Iterator[tuple[int, int]]:
    """Rows left over with the rows that keep the pairing, as remarks of either say."""
    yield from _by_remark(rows, held, kind.keeper, kind.keeper_says, left, kind.left)
    found = _by_remark(rows, left, kind.left, kind.left_says, held, kind.keeper)
    yield from ((at, keeper) for keeper, at in found)


def _by_remark(
    rows: Sequence[Row],
    speakers: Sequence[int],
    speaker: Callable[[Row], Unit | None],
    says: Callable[[Entry], tuple[str, ...]],
    others: Sequence[int],
    other: Callable[[Row], Unit | None],
) -> Iterator[tuple[int, int]]:
    """Rows that a remark names, each with the row whose remark it is."""
    spoken = [
        (at, unit, said)
        for at in speakers
        if (unit := speaker(rows[at])) and _remark(unit)
        if (said := says(unit.entry))
    ]
    if not spoken:
        return
    namesakes: dict[tuple[Level, str], list[tuple[int, Unit]]] = defaultdict(list)
    for at in others:
        if unit := other(rows[at]):
            namesakes[unit.level, name_of(unit.level, unit.own).stem].append((at, unit))
    for at, unit, said in spoken:
        for name in said:
            meant = [
                found
                for stem in _stems(unit.level, name)
                for found in namesakes.get((unit.level, stem), ())
                if same(name, found[1]) and _near(unit, found[1])
            ]
            if (one := _only(meant, unit)) is not None:
                yield one, at


def _stems(level: Level, name: str) -> set[str]:
    """Return the stems that a name in a remark can have, written alone or with its parents."""
    reading = parse(name, level)
    parts = {name, reading.parts[-1][1]} if reading else {name}
    return {name_of(level, part).stem for part in parts}


def _near(one: Unit, other: Unit) -> bool:
    """Tell whether two units can lie in one county."""
    above = zip(compared_place(one)[:_COUNTY], compared_place(other)[:_COUNTY], strict=False)
    return all(ours == theirs or not ours or not theirs for ours, theirs in above)


def _only(meant: Sequence[tuple[int, Unit]], speaker: Unit) -> int | None:
    """Return the one unit that is meant: of several, the one in the speaker's own place."""
    if len(meant) > 1:
        place = compared_place(speaker)
        meant = [found for found in meant if compared_place(found[1]) == place]
    return meant[0][0] if len(meant) == 1 else None
