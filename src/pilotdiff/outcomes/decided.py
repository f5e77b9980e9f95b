"""Which rows a person's verdict made: it is noted there, who, when and why."""

from collections.abc import Iterable, Mapping, Sequence

from pilotdiff.model import Outcome, Row, Ruling, Said, Verdict, msg
from pilotdiff.outcomes.nothing_found import says_nothing


def decided(rows: Iterable[Row], rulings: Sequence[Ruling]) -> tuple[Row, ...]:
    """Return the rows, with the decision on each that has one.

    A verdict `same` is noted on its pairing, a verdict `different` on the rows of both units where
    these are left without a partner. A pairing of which a person is unsure waits for another one.
    """
    same, different, away, unsure = {}, {}, {}, {}
    for ruling in rulings:
        verdict = ruling.decision.verdict
        if verdict is Verdict.SAME:
            same[id(ruling.pilot)] = ruling
        elif verdict is Verdict.DIFFERENT:
            different[id(ruling.pilot)] = away[id(ruling.result)] = ruling
        else:
            unsure[id(ruling.pilot), id(ruling.result)] = ruling
    noted = (_noted(row, same, different, away) for row in rows)
    return tuple(_doubted(row, unsure) if unsure else row for row in noted)


Rulings = dict[int, Ruling]
_UnitPair = tuple[int, int]


def _doubted(row: Row, unsure: Mapping[_UnitPair, Ruling]) -> Row:
    """Return the row, to be reviewed where a person is unsure of its pairing; one without a pairing
    keeps its outcome and says so."""
    if row.decision:
        return row
    if row.pairing is not None:
        ruling = unsure.get((id(row.pairing.pilot), id(row.pairing.result)))
        return row._replace(outcome=Outcome.REVIEW, decision=ruling.decision) if ruling else row
    about = id(row.pilot), id(row.result)
    for pair, ruling in unsure.items():
        if pair[0] == about[0] or pair[1] == about[1]:
            other = ruling.result if row.pilot else ruling.pilot
            reason = msg(
                "a person is unsure whether it is {name}; {reason}",
                name=other.name,
                reason=_beside(row),
            )
            return row._replace(reason=reason)
    return row


def _noted(row: Row, same: Rulings, different: Rulings, away: Rulings) -> Row:
    if row.pairing is not None:
        # Its own units: those of the row may have been restored.
        ruling = same.get(id(row.pairing.pilot))
        return row._replace(decision=ruling.decision) if ruling else row
    ruling = different.get(id(row.pilot)) or away.get(id(row.result))
    if ruling is None:
        return row
    other = ruling.result if row.pilot else ruling.pilot
    reason = msg(
        "a person decided that it is not {name}; {reason}", name=other.name, reason=_beside(row)
    )
    return row._replace(decision=ruling.decision, reason=reason)


_NOTHING_ELSE = msg("nothing else is likely to be the same unit")


def _beside(row: Row) -> Said:
    """Return the reason of a row beside a verdict: where nothing was found, it is nothing else, for
    the unit that the verdict is about may bear the very name."""
    return _NOTHING_ELSE if says_nothing(row.reason) else row.reason
