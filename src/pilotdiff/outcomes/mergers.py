"""Mergers and splits said as such: one result may stand for several pilots, and one pilot for many.

Each result stands in one row only. What went into a result that another pilot holds is merged, what
came out of a pilot that has its own result is split; the row names the other unit.
"""

from collections.abc import Sequence

from pilotdiff.matching.recorded_successors import NO_SUCCESSION, Succession
from pilotdiff.model import Outcome, Row, Unit
from pilotdiff.outcomes.implied import implied
from pilotdiff.outcomes.listed_twice import listed_twice
from pilotdiff.outcomes.mergers_by_remark import tell_remarked
from pilotdiff.outcomes.thresholds import DEFAULT, Thresholds


def _pilot(row: Row) -> Unit | None:
    return row.pilot


def _result(row: Row) -> Unit | None:
    return row.result


def with_mergers(
    rows: Sequence[Row],
    recorded: Succession = NO_SUCCESSION,
    thresholds: Thresholds = DEFAULT,
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
