"""What a person is told who hands verdicts in: what was read, applied, kept, and what is odd."""

from collections.abc import Iterable, Iterator

from pilotdiff.decisions.apply import Applied
from pilotdiff.decisions.bold_verdicts import bold_verdicts
from pilotdiff.decisions.row_keys import RowKeys
from pilotdiff.decisions.table import Book
from pilotdiff.matching.overruled_pairs import Undone
from pilotdiff.model import Decision, Message, Row, Units, Verdict, msg, msgs
from pilotdiff.model.whole_numbers import per_cent


def receipt(
    book: Book,
    applied: Applied,
    lists: tuple[Units, Units],
    rows: Iterable[Row],
    undone: Iterable[Undone] = (),
) -> tuple[Message, ...]:
    """Return a sentence on the whole file, then one on everything that needs a look.

    Nothing in it depends on the day. rows  what became of the lists' units
    undone  the pairs that would stand without the verdicts
    """
    open_ = list(_left_open(book))
    return (
        read_and_applied(book, len(applied.stale) + len(open_)),
        *open_,
        *_seconds([filed.decision for filed in book.filed]),
        *bold_verdicts(book, applied, undone),
        *_days(book, lists),
        *_notes(book, RowKeys(*lists), rows),
        *(
            msg(
                "signed: {said}; it stands in the next workbook too",
                said=tuple(filter(None, (one.name, one.on))),
            )
            for one in book.beside.signatures
        ),
        *said_of_findings(book),
        *_remarks(book),
        *book.beside.told,
    )


def said_of_findings(book: Book) -> Iterator[Message]:
    """Yield how many findings of a workbook have notes, where any has."""
    if count := len(book.beside.findings):
        yield msgs(
            "{n} finding has a note; it stands in the next workbook and working paper too",
            "{n} findings have notes; they stand in the next workbook and working paper too",
            count,
        )


def _remarks(book: Book) -> Iterator[Message]:
    """Yield what stands where nothing asks for it; under the heading for it, nothing need be
    said."""
    for one in book.beside.remarks:
        if one.place:
            yield msg(
                "{place}: {text}; it stands under the remarks of the next workbook too",
                place=one.place,
                text=one.text,
            )


def read_and_applied(book: Book, stale: int) -> Message:
    """Say how many verdicts of a file were read and applied; `stale` of them were not."""
    return msgs(
        "{file}: {n} verdict read, {applied} applied, {stale} not",
        "{file}: {n} verdicts read, {applied} applied, {stale} not",
        len(book.filed),
        file=book.name,
        applied=len(book.filed) - stale,
        stale=stale,
    )


def _left_open(book: Book) -> Iterator[Message]:
    """Yield which verdicts are not followed, since another one is unsure of the same pair."""
    unsure = {
        (filed.decision.pilot, filed.decision.result): filed.place
        for filed in book.filed
        if filed.decision.verdict is Verdict.UNSURE
    }
    for filed in book.filed:
        decision = filed.decision
        place = unsure.get((decision.pilot, decision.result))
        if place and decision.verdict is not Verdict.UNSURE:
            yield msg(
                "{place} is not followed: {other} is unsure of {pilot} and {result}",
                place=filed.place,
                other=place,
                pilot=decision.pilot,
                result=decision.result,
            )


def _seconds(decisions: list[Decision]) -> Iterator[Message]:
    """Yield how far a second reader agrees; and with which verdicts not."""
    read = [decision for decision in decisions if decision.second]
    agreed = [decision for decision in read if decision.second and decision.second.agrees]
    if read:
        yield msg(
            "a second reader agrees with {agreed} of {n} verdicts ({share} %)",
            agreed=len(agreed),
            n=len(read),
            share=per_cent(len(agreed), len(read)),
        )
    for decision in read:
        if decision.second and not decision.second.agrees:
            yield msg(
                "{second} disagrees with {first}: {pilot} and {result}; the verdict of {first} is "
                "applied",
                second=decision.second.by,
                first=decision.by,
                pilot=decision.pilot,
                result=decision.result,
            )


def _days(book: Book, lists: tuple[Units, Units]) -> Iterator[Message]:
    """Yield verdicts of days on which nobody can have known the lists."""
    published = max(units.listing.date for units in lists)
    for filed in book.filed:
        on = filed.decision.on
        if on and on < published:
            yield msg(
                "{place}: the date {on} is before that of the lists, {date}",
                place=filed.place,
                on=on,
                date=published,
            )


def _notes(book: Book, keys: RowKeys, rows: Iterable[Row]) -> Iterator[Message]:
    """Yield rows filled in without a verdict; those that the next workbook has no row for."""
    if not book.beside.notes:
        return
    there = {keys.of(row)[:2] for row in rows}
    for note in book.beside.notes:
        if note.pair in there:
            yield msg(
                "{place}: {said}, and no verdict: nothing follows from it; it stands in the next "
                "workbook too",
                place=note.place,
                said=note.said,
            )
        else:
            yield msg(
                "{place}: {said}, and no verdict; no such row is left: it stands with other "
                "verdicts in the next workbook",
                place=note.place,
                said=note.said,
            )
