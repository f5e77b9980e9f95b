"""Mergers and splits of which one half waits for a person: what the other half may say of itself.

二村 that went into 丙村 with 一村 is no surer than 一村 is. Where a remark names them both, that
both could have become 丙村 is no doubt; where one of them is the pilot only by its likeness, it is.
"""

from collections.abc import Sequence

from pilotdiff.model import Change, Outcome, Row, Said, msg
from pilotdiff.outcomes.thresholds import Thresholds

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
