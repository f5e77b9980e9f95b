"""The rows as records: the columns of diff.csv by name, for JSON and for Python."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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


def with_kept(
    found: list[dict[str, object]],
    pilots: Mapping[int, Mapping[str, object]],
    results: Mapping[int, Mapping[str, object]],
) -> list[dict[str, object]]:
    """Put the lists' own columns behind the records, told by the lines of the two units.

    A column that both lists have, or that has a name of ours, is called pilot_… and result_….
    """
    ours, theirs = (
        dict.fromkeys(n for columns in kept.values() for n in columns) for kept in (pilots, results)
    )
    for side, kept, names, other in (
        ("pilot", pilots, ours, theirs),
        ("result", results, theirs, ours),
    ):
        for name in names:
            shown = _free(name, side, shared=name in other)
            for record in found:
                line = record[f"{side}_line"]
                record[shown] = kept.get(line, {}).get(name) if isinstance(line, int) else None
    return found


def _free(name: str, side: str, *, shared: bool) -> str:
    """What a column of the user's is called beside ours."""
    shown = f"{side}_{name}" if shared or name in COLUMNS else name
    return f"{shown}_kept" if shown in COLUMNS else shown
