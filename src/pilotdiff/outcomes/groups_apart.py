"""Pairs of one village of which the lists name other groups, or one of them a group alone."""

from pilotdiff.matching.names.village_groups import group_of
from pilotdiff.model import Outcome, Row, Said, Unit, msg

_TWO = msg("{reason}; but the lists name two groups of it: {pilot}, {result}")
_ONE = msg("{reason}; but one list names a group of it alone: {group}")
_ALONE = msg("{reason}; its list names a group of it alone: {group}")


def with_its_group(reason: Said, unit: Unit) -> Said:
    """Return why a unit is left alone, with the group of the village that its list names."""
    if not group_of(unit):
        return reason
    return _ALONE.given(reason=reason, group=unit.entry.note)


def with_groups(row: Row) -> Row:
    """Return the row of a pair, for review where the lists do not mean the same part of a village
    (清岗村三组, 清岗村石桥组)."""
    if row.pilot is None or row.result is None:
        return row
    ours, theirs = group_of(row.pilot), group_of(row.result)
    if ours == theirs or (row.pairing and row.pairing.rule == "decision"):
        return row
    notes = row.pilot.entry.note, row.result.entry.note
    if ours and theirs:
        said = _TWO.given(reason=row.reason, pilot=notes[0], result=notes[1])
    else:
        said = _ONE.given(reason=row.reason, group=notes[0] if ours else notes[1])
    return row._replace(outcome=Outcome.REVIEW, reason=said)
