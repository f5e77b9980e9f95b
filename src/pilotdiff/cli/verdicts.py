"""A file of verdicts for a command: read, applied, and what is stale told on standard error."""

from pilotdiff.cli import output
from pilotdiff.decisions import Applied, Book, Stale, apply
from pilotdiff.model import Units
from pilotdiff.report.words import Words


def applied(book: Book, pilots: Units, results: Units, say: Words) -> Applied:
    """What the file says of the two lists; a warning for each verdict that is stale."""
    found = apply(book, pilots, results)
    for stale in found.stale:
        warn(book, stale, say)
    return found


def warn(book: Book, stale: Stale, say: Words) -> None:
    """One line on standard error: which verdict is not applied, and why."""
    decision, line = stale.filed
    why = say(f"stale_{stale.why.name.lower()}", pilot=decision.pilot, result=decision.result)
    output.note(say("stale", file=book.name, n=line, why=why))


def record(book: Book, found: Applied) -> dict[str, object]:
    """The file and what became of its verdicts, as run.json keeps them."""
    return {
        "name": book.name,
        "sha256": book.sha256,
        "verdicts": len(book.filed),
        "applied": len(found.rulings),
        "stale": [_told(stale) for stale in found.stale],
    }


def _told(stale: Stale) -> dict[str, object]:
    decision, line = stale.filed
    told = {"pilot": decision.pilot, "result": decision.result, "verdict": decision.verdict}
    return {"line": line, **told, "by": decision.by, "on": decision.on, "why": stale.why}
