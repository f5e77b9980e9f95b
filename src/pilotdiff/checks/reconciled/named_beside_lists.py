"""Units that one list alone has, while the other document names them beside its list."""

from collections.abc import Iterator, Sequence

from pilotdiff.checks.between.groups import paired_lists
from pilotdiff.checks.code import finds, found, warning
from pilotdiff.checks.reconciled.reconciled_pairs import pair_rows
from pilotdiff.model import Filed, Finding, Message, Row, Unit, msg, msgs
from pilotdiff.outcomes.named_beside import told_beside
from pilotdiff.reconciliation import Reconciler

_FEW = 3
_Named = list[tuple[Unit, int]]


@finds(
    warning(
        "named-beside",
        msg("A unit that one list alone has is named in the other document, in no entry"),
        msg("清河县 is dropped, and below the results stands: 清河县因材料不全未参加本次验收"),
    )
)
def check(documents: Sequence[Filed], reconciler: Reconciler) -> Iterator[Finding]:
    """Yield, for each pair of lists, the pilots and the results that the other names so."""
    for pair in paired_lists(documents):
        yield from in_short(pair.pilots, pair.results, pair_rows(pair, reconciler))


def in_short(pilots: Filed, results: Filed, rows: Sequence[Row]) -> Iterator[Finding]:
    """Yield the same of two lists whose rows are known."""
    places = [(row, place.line) for row in rows if (place := told_beside(row))]
    dropped = [(row.pilot, line) for row, line in places if row.pilot]
    new = [(row.result, line) for row, line in places if row.result]
    if dropped:
        message = msgs(
            "The name of {n} pilot without a result stands in the document, in no entry: {where}",
            "The names of {n} pilots without a result stand in the document, in no entry: {where}",
            len(dropped),
            where=_where(dropped),
        )
        yield found("named-beside", results, dropped[0][1], message)
    if new:
        message = msgs(
            "The name of {n} result that was no pilot stands in the document, in no entry: {where}",
            "The names of {n} results that were no pilots stand in the document, in no entry: "
            "{where}",
            len(new),
            where=_where(new),
        )
        yield found("named-beside", pilots, new[0][1], message)


def _where(told: _Named) -> tuple[Message | str, ...]:
    """Return the first few, each with its line."""
    shown = [msg("line {line} {text}", line=line, text=unit.own) for unit, line in told[:_FEW]]
    return (*shown, "…") if len(told) > _FEW else (*shown,)
