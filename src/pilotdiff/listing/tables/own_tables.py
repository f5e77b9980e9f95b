"""Tables that pilotdiff wrote: every cell says what it means, and nothing is to be guessed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pilotdiff.column_headings import column, sheet_columns
from pilotdiff.column_values import plain_value
from pilotdiff.listing.tables.columns.division_codes import significant
from pilotdiff.model import LEVELS, DivisionPath, Entry, Line, msg
from pilotdiff.model.terms import LEVEL_NAMES

if TYPE_CHECKING:
    from pilotdiff.listing.tables.cell_reading import CellReader

OWN_ROW = msg("a row of a table that pilotdiff wrote")
LEFT_OUT = msg("pilotdiff left it out when it wrote this table")
_LEFT_OUT_HEADS = (("Line", "Text", "Why"), ("行", "文字", "原因"))
_PATH = tuple(level.value for level in LEVELS)
# A sheet in English has the words of sentences: street or town.
_LEVELS = {level.value: level for level in LEVELS} | {
    said.text: level for level, said in LEVEL_NAMES.items()
}
# What no other table has beside the five levels: of `parse`, and of `match`.
_MARKS = ({"raw", "repairs", "section"}, {"pilot_raw", "result_raw", "outcome"})


def own_columns(head: Sequence[str]) -> Mapping[str, int]:
    """Return where the columns stand under headings that pilotdiff wrote, {} for another's.

    >>> own_columns(["省", "市州", "区县", "乡镇街道", "社区村"])
    {}
    """
    found: dict[str, int] = {}
    for at, heading in enumerate(map(str.strip, head)):
        found.setdefault(sheet_columns().get(heading.casefold()) or column(heading), at)
    ours = {"level", *_PATH} <= found.keys() and any(marks <= found.keys() for marks in _MARKS)
    return found if ours else {}


def lists_left_out(head: Sequence[str]) -> bool:
    """Tell whether pilotdiff wrote a table of what it left out of a list.

    >>> lists_left_out(["Line", "Text", "Why"]), lists_left_out(["Line", "Text"])
    (True, False)
    """
    return tuple(map(str.strip, head)) in _LEFT_OUT_HEADS


def own_entry(row: Line, columns: Mapping[str, int], reader: CellReader) -> Entry | None:
    """Return the entry of a row, as it was when it was written; None where its level is not told.

    Of two units paired in a row it is the one whose path stands there: the earlier list's.
    """

    def said(*names: str) -> str:
        texts = (row.cells[at].strip() for name in names if (at := columns.get(name, -1)) >= 0)
        return next(filter(None, texts), "") if len(row.cells) >= len(columns) else ""

    level = _LEVELS.get(plain_value("level", said("level")))
    path = DivisionPath._make(said(name) for name in _PATH)
    if level is None or not path[level.depth]:
        return None
    id_ = said("id", "pilot_id", "result_id")
    name = reader.wash(said("name", "pilot_name", "result_name") or "".join(path))
    return Entry(
        raw=said("raw", "pilot_raw", "result_raw") or name.raw,
        text=name.text,
        line=row.number,
        ordinal=said("ordinal", "pilot_ordinal", "result_ordinal"),
        section=said("section"),
        level=level,
        category=said("category", "result_category"),
        columns=path,
        id=id_,
        # The list's own code, which the official record has as well.
        code=significant(id_) if id_ == said("code", "pilot_code", "result_code") else "",
        note=said("note"),
        wildcards=name.wildcards,
        place=row.place,
        self_written=True,
    )
