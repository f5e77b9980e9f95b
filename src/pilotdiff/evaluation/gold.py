"""A gold file: which pilot became which result, as somebody who knows wrote it down."""

from collections.abc import Sequence
from typing import NamedTuple

from pilotdiff.column_headings import column
from pilotdiff.column_values import plain_value
from pilotdiff.model import Document, Line, UserError

# What tells a kind of change, the first that is there; where the cell is empty nothing changed.
_KINDS = ("change", "changes", "relation")
SAME = "same"
# Where the gold tells outcomes in place of kinds, this one is of units that stayed the same.
_PROMOTED = "promoted"
# A row of this relation is not to be scored.
_UNKNOWN = "unknown"
_TELLING = ("id", "name", "raw")


class Reference(NamedTuple):
    """How a gold row names a unit: by id, whole name or text as written; all empty for none."""

    id: str = ""
    name: str = ""
    raw: str = ""
    line: str = ""

    def __bool__(self) -> bool:
        return bool(self.id or self.name or self.raw)

    @property
    def shown(self) -> str:
        """What a person would call it."""
        return self.name or self.raw or self.id


class GoldRow(NamedTuple):
    """One row: a pilot, the result it became, and the kind of change.

    A pilot without a result became none; a result without a pilot came from none.
    """

    line: int
    pilot: Reference
    result: Reference
    kind: str


class Gold(NamedTuple):
    """A gold file's name and rows."""

    name: str
    rows: tuple[GoldRow, ...]


def gold(document: Document) -> Gold:
    """Return the rows of a table with the columns pilot_id and result_id, or …_name, or …_raw.

    A column change, changes or relation tells the kind; rows of the relation unknown are left out.
    Raises UserError.
    """
    if not document.lines:
        raise UserError(
            "{name} holds no table: a gold file is a CSV with a header", name=document.name
        )
    header, *lines = document.lines
    columns = [column(cell.strip()).lower() for cell in header.cells]
    for side in ("pilot", "result"):
        if not any(f"{side}_{what}" in columns for what in _TELLING):
            raise UserError(
                "{name} has no column {side}_id, {side}_name or {side}_raw: "
                "a gold file names a pilot and a result in each row",
                name=document.name,
                side=side,
            )
    rows = [row for line in lines if (row := _row(line, columns))]
    if not rows:
        raise UserError("{name} holds no row that names a pilot or a result", name=document.name)
    return Gold(document.name, tuple(rows))


def _row(line: Line, columns: Sequence[str]) -> GoldRow | None:
    cells = dict(zip(columns, (cell.strip() for cell in line.cells), strict=False))
    pilot, result = _reference(cells, "pilot"), _reference(cells, "result")
    known = next((column for column in _KINDS if column in columns), "")
    kind = plain_value(known, cells.get(known, "")) or SAME
    if kind == _UNKNOWN or not (pilot or result):
        return None
    return GoldRow(line.number, pilot, result, SAME if kind == _PROMOTED else kind)


def _reference(cells: dict[str, str], side: str) -> Reference:
    return Reference(*(cells.get(f"{side}_{what}", "") for what in (*_TELLING, "line")))
