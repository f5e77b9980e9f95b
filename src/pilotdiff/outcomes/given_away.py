"""Units left without a partner because a person gave that partner to another: their reason."""

from collections.abc import Iterable, Sequence

from pilotdiff.matching.overruled_pairs import Undone, undone
from pilotdiff.model import Message, Row, Ruling, Verdict, msg
from pilotdiff.model.outcomes import WITHOUT_PARTNER
from pilotdiff.outcomes.thresholds import Thresholds

_OF_SAME_NAME = msg("{name}, of the same name, was given to {holder} by a person's decision")
_PROPOSED = msg(
    "{name}, which would be paired or proposed, was given to {holder} by a person's decision"
)


def undone_by_verdicts(
    rows: Iterable[Row], rulings: Sequence[Ruling], thresholds: Thresholds
) -> tuple[Undone, ...]:
    """Return the pairs that would be believed or proposed without these verdicts.

    rows  what became of the units with them
    """
    if not rulings:
        return ()
    named = {unit.name for ruling in rulings for unit in (ruling.pilot, ruling.result)}
    # A namesake may have found another partner since.
    ours = [
        r.pilot for r in rows if r.pilot and (r.outcome in WITHOUT_PARTNER or r.pilot.name in named)
    ]
    theirs = [
        r.result
        for r in rows
        if r.result and (r.outcome in WITHOUT_PARTNER or r.result.name in named)
    ]
    found = undone(ours, theirs, rulings)
    return tuple(one for one in found if one.confidence >= thresholds.propose)


def with_given_away(rows: Iterable[Row], gone: Sequence[Undone]) -> tuple[Row, ...]:
    """Return the rows; a unit whose partner was given to another says so in place of its reason."""
    told: dict[int, Message] = {}
    if not gone:
        return tuple(rows)
    for one in gone:
        if one.ruling.decision.verdict is Verdict.SAME:
            told[id(one.pilot)] = _reason(one, lost_by_pilot=True)
            told[id(one.result)] = _reason(one, lost_by_pilot=False)
    return tuple(_told(row, told) for row in rows)


def _told(row: Row, told: dict[int, Message]) -> Row:
    if row.outcome not in WITHOUT_PARTNER:
        return row
    reason = told.get(id(row.pilot or row.result))
    return row._replace(reason=reason) if reason else row


def _reason(one: Undone, *, lost_by_pilot: bool) -> Message:
    partner, holder = (
        (one.result, one.ruling.pilot) if lost_by_pilot else (one.pilot, one.ruling.result)
    )
    said = _OF_SAME_NAME if one.is_namesake else _PROPOSED
    return said.given(name=partner.name, holder=holder.name)
