"""The verdicts of a command: applied, and what is stale told on standard error."""

from collections.abc import Iterable

from pilotdiff.cli import output
from pilotdiff.cli.clock import today
from pilotdiff.decisions import Applied, Book, FiledDecision, Stale
from pilotdiff.decisions.dates import iso
from pilotdiff.decisions.stale_verdicts import said_why
from pilotdiff.language import Words
from pilotdiff.model import Message, Units, msg
from pilotdiff.reconciliation import Reconciler


def heard(reconciler: Reconciler, pilots: Units, results: Units, words: Words) -> Applied:
    """Apply the verdicts to two lists, with a warning for each that is stale."""
    book = reconciler.book
    found = reconciler.hear(pilots, results)
    warn(book, found.stale, words)
    for filed in book.filed:
        if (doubt := _doubted_date(book, filed)) is not None:
            output.remark(words(doubt))
    return found


def _doubted_date(book: Book, filed: FiledDecision) -> Message | None:
    """Return what is said of a date on which nothing can have been decided yet."""
    on = filed.decision.on
    where = {"file": book.name, "place": filed.place, "on": on}
    if on and not iso(on):
        return msg("{file} {place}: {on} is no date; write it as 2026-01-02", **where)
    if iso(on) > today():
        return msg("{file} {place}: the date {on} is still to come", **where)
    return None


def tell_verdicts(book: Book, stale: int, words: Words) -> None:
    """Say on standard error how many verdicts were read and applied."""
    from pilotdiff.decisions.receipts import read_and_applied

    output.remark(words(read_and_applied(book, stale)))


def warn(book: Book, stale: Iterable[Stale], words: Words) -> None:
    """Say on standard error which verdicts are not applied, and why."""
    for one in stale:
        output.remark(
            words(
                "{file} {place} was not applied: {why}",
                file=book.name,
                place=one.filed.place,
                why=said_why(one),
            )
        )
