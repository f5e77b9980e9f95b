"""Mergers and splits said as such: one result may stand for several pilots, and one pilot for many.

Each result stands in one row only. What went into a result that another pilot holds is merged, what
came out of a pilot that has its own result is split; the row names the other unit.
"""

from collections.abc import Iterator, Sequence

from pilotdiff.matching.left_over.recorded_successors import NO_SUCCESSION, Succession
from pilotdiff.model import Outcome, Row, Unit, msg
from pilotdiff.outcomes.implied import implied
from pilotdiff.outcomes.mergers_by_remark import pilot_of, result_of, tell_remarked
from pilotdiff.outcomes.thresholds import DEFAULT, Thresholds
from pilotdiff.outcomes.worded_twice import worded_twice
from pilotdiff.repair import fold


def with_mergers(
    rows: Sequence[Row], recorded: Succession = NO_SUCCESSION, thresholds: Thresholds = DEFAULT
) -> list[Row]:
    """Return the rows, those merged or split whose remarks, names, children or the official record
    say so.

    A pilot whose stem alone is that of another's result may have been merged or not chosen: it
    stays dropped, and its reason says both; so does what hangs on a row that waits for a person.
    """
    told = list(rows)
    # What a person decided needs no guess.
    dropped = [at for at, r in enumerate(rows) if r.outcome is Outcome.DROPPED and not r.decision]
    new = [at for at, row in enumerate(rows) if row.outcome is Outcome.NEW]
    held = [at for at, row in enumerate(rows) if row.pairing]
    tell_remarked(told, dropped, new, held, thresholds)
    _tell_recorded(told, dropped, new, recorded)
    left = [at for at in dropped if told[at].outcome is Outcome.DROPPED]
    twice = dict(listed_twice(rows, left, held))
    for at, row in twice.items():
        told[at] = row
    left = [at for at in left if at not in twice]
    still_new = [at for at in new if told[at].outcome is Outcome.NEW and not rows[at].decision]
    for unpaired, side in ((left, pilot_of), (still_new, result_of)):
        for at, row in dict(worded_twice(rows, unpaired, held, side)).items():
            told[at] = row
    left = [at for at in left if told[at].outcome is Outcome.DROPPED]
    for at, merger in implied(rows, left, held):
        told[at] = told[at]._replace(reason=merger.reason)
        if merger.is_sure:
            told[at] = told[at]._replace(outcome=Outcome.MERGED, other=merger.result)
    return told


def _tell_recorded(
    rows: list[Row], dropped: Sequence[int], new: Sequence[int], recorded: Succession
) -> None:
    """Say of rows left over what the official record tells: merged or split where the whole unit
    went into, or came out of, one that is paired or proposed, repeated where that is the unit
    itself, which the list names by both names; else it is a reason alone."""
    if not (recorded.gone or recorded.came):
        return
    held = {id(unit) for row in rows if row.pairing for unit in (row.pilot, row.result) if unit}
    partners = {id(u): o for row in rows for u, o in _ways(row)}
    for outcome, left, side, told in (
        (Outcome.MERGED, dropped, pilot_of, recorded.gone),
        (Outcome.SPLIT, new, result_of, recorded.came),
    ):
        for at in left if told else ():
            each = told.get(id(side(rows[at])))
            if each is None or rows[at].outcome is outcome:
                continue
            rows[at] = rows[at]._replace(reason=each.said)
            partner = partners.get(id(each.other))
            if each.is_one and partner is not None and _is_called_alike(each.other, partner):
                # The list has the unit under the other list's name as well.
                rows[at] = rows[at]._replace(outcome=Outcome.REPEATED, other=partner.name)
            elif each.is_whole:
                # What no pilot holds is new beside it: the two are told, and are no pair.
                told_as = outcome if id(each.other) in held else rows[at].outcome
                rows[at] = rows[at]._replace(outcome=told_as, other=each.other.name)
            elif each.is_part or (
                each.is_last and (outcome is Outcome.MERGED or id(each.other) not in held)
            ):
                # Of what ended, or goes on, a part went there at least, whoever holds it.
                rows[at] = rows[at]._replace(other=each.other.name)


def _ways(row: Row) -> Iterator[tuple[Unit, Unit]]:
    """Yield the units of a pair, each with the other."""
    if row.pairing is not None and row.pilot is not None and row.result is not None:
        yield row.pilot, row.result
        yield row.result, row.pilot


def _is_called_alike(unit: Unit, other: Unit) -> bool:
    return fold(unit.own) == fold(other.own)


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
