"""A file of decisions and what became of its verdicts, as run.json keeps them."""

from collections.abc import Sequence

from pilotdiff.decisions.apply import Applied, Stale
from pilotdiff.decisions.table import Book
from pilotdiff.model import Message


def book_record(book: Book, found: Applied, told: Sequence[Message]) -> dict[str, object]:
    """Return the file, how many of its verdicts were applied, those that are stale, and what else
    is `told` of it."""
    return {
        "name": book.name,
        "sha256": book.sha256,
        "verdicts": len(book.filed),
        "applied": len(found.rulings),
        "stale": [_told(stale) for stale in found.stale],
        # The first says what the numbers say.
        **({"told": list(map(str, told[1:]))} if told[1:] else {}),
    }


def _told(stale: Stale) -> dict[str, object]:
    decision, line, sheet, cell = stale.filed
    place = {"sheet": sheet, "cell": cell} if sheet else {"line": line}
    told = {"pilot": decision.pilot, "result": decision.result, "verdict": decision.verdict}
    return {**place, **told, "by": decision.by, "on": decision.on, "why": stale.why}
