"""Verdicts as the text of a CSV file that is kept like source code, and back."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pilotdiff.model import Decision, Message, UserError, Verdict, msg

COLUMNS = ("pilot", "result", "verdict", "by", "on", "reason", "digest")
REQUIRED = COLUMNS[:3]
# What a spreadsheet takes for the beginning of a formula: such a cell is written behind a '.
_SIGNS = tuple("=+-@\t\r＝＋－＠")


class FiledDecision(NamedTuple):
    """A decision and the line of its file on which it begins, from 1.

    In a workbook `line` is the row of the sheet, and `cell` holds the verdict: "I7".
    """

    decision: Decision
    line: int
    sheet: str = ""
    cell: str = ""

    @property
    def place(self) -> Message:
        """Where it stands, as a sentence names it."""
        if self.sheet:
            return msg("sheet {sheet}, cell {cell}", sheet=self.sheet, cell=self.cell)
        return msg("line {n}", n=self.line)


class Book(NamedTuple):
    """A file of decisions: its name as given, the sha256 of its bytes, and what it holds."""

    name: str
    sha256: str
    filed: tuple[FiledDecision, ...]


def parse(name: str, text: str) -> tuple[FiledDecision, ...]:
    """Return the decisions that a file holds; `name` is how errors call it. Raises UserError."""
    rows = _rows(name, text)
    _, header = next(rows, (0, []))
    if not header:
        return ()
    columns = _columns(name, header)
    return tuple(FiledDecision(_decision(name, line, row, columns), line) for line, row in rows)


def _rows(name: str, text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not blank, with the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    begins = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield begins, row
            begins = reader.line_num + 1
    except csv.Error as error:
        raise UserError(
            "{file} line {n}: no CSV row ({error}); mend the line",
            file=name,
            n=begins,
            error=error,
        ) from error


def _columns(name: str, header: list[str]) -> list[str]:
    columns = [cell.strip().lower() for cell in header]
    for column in columns:
        if column not in COLUMNS:
            raise UserError(
                "{file} line 1: unknown column {column}; known: {known}",
                file=name,
                column=column or msg("(empty)"),
                known=COLUMNS,
            )
        if columns.count(column) > 1:
            raise UserError(
                "{file} line 1: the column {column} stands twice; leave one of them",
                file=name,
                column=column,
            )
    for column in REQUIRED:
        if column not in columns:
            raise UserError(
                "{file} line 1: no column {column}; a file of decisions has {known}",
                file=name,
                column=column,
                known=COLUMNS,
            )
    return columns


def _decision(name: str, line: int, row: list[str], columns: list[str]) -> Decision:
    if len(row) > len(columns):
        raise UserError(
            "{file} line {n}: {cells} cells under {columns} columns; "
            "put a text that holds a comma between quotation marks",
            file=name,
            n=line,
            cells=len(row),
            columns=len(columns),
        )
    cells = dict.fromkeys(COLUMNS, "")
    cells.update(zip(columns, map(_plain, row), strict=False))
    for column in ("pilot", "result"):
        if not cells[column]:
            raise UserError(
                "{file} line {n}: no {column}; write its whole name or its id",
                file=name,
                n=line,
                column=column,
            )
    verdict = cells.pop("verdict").lower()
    if verdict not in list(Verdict):
        raise UserError(
            "{file} line {n}: the verdict {verdict} is neither "
            "same nor different; write one of the two",
            file=name,
            n=line,
            verdict=verdict or msg("(empty)"),
        )
    return Decision(verdict=Verdict(verdict), **cells)


def render(decisions: Iterable[Decision], end: str = "\n") -> str:
    """Return the file that holds these decisions, each line ended by `end`."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator=end)
    writer.writerow(COLUMNS)
    for decision in decisions:
        writer.writerow([_safe(getattr(decision, column)) for column in COLUMNS])
    return text.getvalue()


def _safe(cell: str) -> str:
    return "'" + cell if cell.startswith(_SIGNS) else cell


def _plain(cell: str) -> str:
    cell = cell.strip()
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_SIGNS) else cell
