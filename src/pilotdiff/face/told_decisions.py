"""Verdicts of persons as Python is given them: a file, or rows → a book of decisions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from os import PathLike, fspath
from pathlib import Path
from typing import TypeAlias

from pilotdiff.decisions.file import load
from pilotdiff.decisions.table import COLUMNS, Book, FiledDecision, decisions_in
from pilotdiff.face.data_tables import data_table, text_of
from pilotdiff.face.list_input import FrameLike
from pilotdiff.model import Decision, Filed, UserError
from pilotdiff.reconciliation import Reconciler

# A file as `review` writes it, or its rows: mappings with the columns of the file, or decisions.
DecisionsInput: TypeAlias = (
    str | PathLike[str] | FrameLike | Iterable[Mapping[str, object]] | Iterable[Decision]
)
_IN_MEMORY = "decisions"


def book_of(given: DecisionsInput | None) -> Book:
    """Return the decisions that were given. Raises UserError where one is none, or the file is
    not there."""
    if given is None:
        return Book("", "", ())
    if isinstance(given, str | PathLike):
        return load(Path(fspath(given)))
    rows: object = given
    if not isinstance(given, FrameLike):
        rows = found = list(given)
        decided = [each for each in found if isinstance(each, Decision)]
        if decided and len(decided) == len(found):
            numbered = enumerate(decided, 1)
            return Book(_IN_MEMORY, "", tuple(FiledDecision(each, n) for n, each in numbered))
    return Book(_IN_MEMORY, "", _parsed(rows))


def heard_by(documents: Sequence[Filed], given: DecisionsInput | None) -> Reconciler:
    """Return what decides on the lists among documents, with the decisions that were given.

    Raises UserError where they contradict each other.
    """
    reconciler = Reconciler(book_of(given))
    reconciler.hear_all(documents)
    return reconciler


def _parsed(rows: object) -> tuple[FiledDecision, ...]:
    """Return the rows held to what a file of decisions is held to."""
    table = data_table(rows)
    if not table.rows:
        return ()
    if strange := [name for name in table.headings if name not in COLUMNS]:
        raise UserError(
            "decisions have no column {column}; they have {known}", column=strange[0], known=COLUMNS
        )
    import csv
    import io

    text = io.StringIO(newline="")
    written = csv.writer(text, lineterminator="\n")
    written.writerow(table.headings)
    written.writerows([text_of(value) for value in row] for row in table.rows)
    return decisions_in(_IN_MEMORY, text.getvalue())
