"""A file of verdicts for a command: read, applied, and what is stale told on standard error."""

from collections.abc import Callable

from pilotdiff.cli import output
from pilotdiff.decisions import Applied, Book, Stale, Why, apply
from pilotdiff.language import Words
from pilotdiff.model import Decision, Message, Units, msg


def applied(book: Book, pilots: Units, results: Units, words: Words) -> Applied:
    """Return what the file says of the two lists; a warning for each verdict that is stale."""
    found = apply(book, pilots, results)
    for stale in found.stale:
        warn(book, stale, words)
    return found


def warn(book: Book, stale: Stale, words: Words) -> None:
    """Say in a line on standard error which verdict is not applied, and why."""
    filed = stale.filed
    output.note(
        words(
            "{file} {place} is stale and was not applied: {why}",
            file=book.name,
            place=filed.place,
            why=_WHY[stale.why](filed.decision),
        )
    )


_WHY: dict[Why, Callable[[Decision], Message]] = {
    Why.NO_PILOT: lambda d: msg("the pilot list has no {pilot}", pilot=d.pilot),
    Why.NO_RESULT: lambda d: msg("the result list has no {result}", result=d.result),
    Why.SEVERAL_PILOTS: lambda d: msg(
        "several pilots are called {pilot}; write the id of the one meant", pilot=d.pilot
    ),
    Why.SEVERAL_RESULTS: lambda d: msg(
        "several results are called {result}; write the id of the one meant", result=d.result
    ),
    Why.CHANGED: lambda d: msg(
        "{pilot} or {result} reads differently now", pilot=d.pilot, result=d.result
    ),
}


def record(book: Book, found: Applied) -> dict[str, object]:
    """Return the file and what became of its verdicts, as run.json keeps them."""
    return {
        "name": book.name,
        "sha256": book.sha256,
        "verdicts": len(book.filed),
        "applied": len(found.rulings),
        "stale": [_told(stale) for stale in found.stale],
    }


def _told(stale: Stale) -> dict[str, object]:
    decision, line, sheet, cell = stale.filed
    place = {"sheet": sheet, "cell": cell} if sheet else {"line": line}
    told = {"pilot": decision.pilot, "result": decision.result, "verdict": decision.verdict}
    return {**place, **told, "by": decision.by, "on": decision.on, "why": stale.why}
