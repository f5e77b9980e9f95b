"""The rows as records: the columns of diff.csv by name, for JSON and for Python."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pilotdiff.language import ENGLISH, Words
from pilotdiff.model import Row
from pilotdiff.report.diff_columns import COLUMNS, NUMBERS, cells

if TYPE_CHECKING:
    from pilotdiff.record import Register


def records(
    rows: Iterable[Row],
    pilot_source: str,
    result_source: str,
    words: Words = ENGLISH,
    register: Register | None = None,
) -> Iterator[dict[str, object]]:
    """Give every row as a record, in their order; an unknown number is None, an unknown text "".

    The sources are the names of the two documents.
    """
    for row in rows:
        shown = cells(row, pilot_source, result_source, words, register)
        record: dict[str, object] = dict(zip(COLUMNS, shown, strict=True))
        for column in NUMBERS:
            if record[column] == "":
                record[column] = None
        yield record
