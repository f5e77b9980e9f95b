"""Which rows a person's verdict made: it is noted there, who, when and why."""

from collections.abc import Iterable, Sequence

from pilotdiff.model import Row, Ruling, Verdict, msg


def decided(rows: Iterable[Row], rulings: Sequence[Ruling]) -> tuple[Row, ...]:
    """Return the rows, with the decision on each that has one.

    A verdict `same` is noted on its pairing, a verdict `different` on the rows of both units where
    these are left without a partner.
    """
    same, different, away = {}, {}, {}
    for ruling in rulings:
        if ruling.decision.verdict is Verdict.SAME:
            same[id(ruling.pilot)] = ruling
        else:
            different[id(ruling.pilot)] = away[id(ruling.result)] = ruling
    return tuple(_noted(row, same, different, away) for row in rows)


Rulings = dict[int, Ruling]


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
        "a person decided that it is not {name}; {reason}", name=other.name, reason=row.reason
    )
    return row._replace(decision=ruling.decision, reason=reason)
