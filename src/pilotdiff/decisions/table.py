"""Verdicts as the text of a CSV file that is kept like source code, and back."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pilotdiff.decisions import form
from pilotdiff.model import Decision, Message, Second, UserError, msg
from pilotdiff.model.handed_back import NOTHING, Beside
from pilotdiff.word_tables import word_rows

COLUMNS = ("pilot", "result", "verdict", "by", "on", "reason", "digest")
REQUIRED = COLUMNS[:3]
# Written where a second person read the verdicts.
SECOND_COLUMNS = ("second", "second_by", "second_on")
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
    """A file of decisions: its name as given, the sha256 of its bytes, and what it holds; of a
    workbook, also what else a person wrote into it."""

    name: str
    sha256: str
    filed: tuple[FiledDecision, ...]
    beside: Beside = NOTHING


def decisions_in(name: str, text: str) -> tuple[FiledDecision, ...]:
    """Return the decisions that a file holds; `name` is how errors call it. Raises UserError."""
    rows = _rows(name, text)
    _, header = next(rows, (0, []))
    if not header:
        return ()
    columns = _columns(name, header)
    return tuple(FiledDecision(_decision(name, line, row, columns), line) for line, row in rows)


def _rows(name: str, text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row that is not blank, with the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    begins = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield begins, row
            begins = reader.line_num + 1
    except csv.Error as error:
        raise UserError(
            "{file} line {n}: no CSV row ({error}); mend the line", file=name, n=begins, error=error
        ) from error


def _columns(name: str, header: list[str]) -> list[str]:
    columns = [_headings().get(head := cell.strip().lower(), head) for cell in header]
    numbers = Counter(columns)
    for column in columns:
        if column not in (*COLUMNS, *SECOND_COLUMNS):
            raise UserError(
                "{file} line 1: unknown column {column}; known: {known}",
                file=name,
                column=column or msg("(empty)"),
                known=COLUMNS,
            )
        if numbers[column] > 1:
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
    cells = dict.fromkeys((*COLUMNS, *SECOND_COLUMNS), "")
    cells.update(zip(columns, map(_plain, row), strict=False))
    for column in ("pilot", "result"):
        if not cells[column]:
            raise UserError(
                "{file} line {n}: no {column}; write its whole name or its id",
                file=name,
                n=line,
                column=column,
            )
    word = cells.pop("verdict")
    verdict = form.verdicts().get(word.lower())
    if verdict is None:
        raise UserError(
            "{file} line {n}: the verdict {verdict} is neither same, different "
            "nor unsure; write one of the three",
            file=name,
            n=line,
            verdict=word or msg("(empty)"),
        )
    opinion, by, on = (cells.pop(column) for column in SECOND_COLUMNS)
    second = _second(name, line, opinion, by, on) if any((opinion, by, on)) else None
    return Decision(verdict=verdict, second=second, **cells)


def _second(name: str, line: int, word: str, by: str, on: str) -> Second:
    opinion = form.opinions().get(word.lower())
    if opinion is None or not by:
        raise UserError(
            "{file} line {n}: a second reader agrees or disagrees, and has a name; write {agrees} "
            "or {dissents} under second, and the name under second_by",
            file=name,
            n=line,
            agrees=form.Opinion.AGREES.value,
            dissents=form.Opinion.DISSENTS.value,
        )
    return Second(opinion is form.Opinion.AGREES, by, on)


def decisions_text(decisions: Iterable[Decision], end: str = "\n") -> str:
    """Return the file that holds these decisions, each line ended by `end`."""
    decisions = tuple(decisions)
    is_read_twice = any(decision.second for decision in decisions)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator=end)
    writer.writerow((*COLUMNS, *SECOND_COLUMNS) if is_read_twice else COLUMNS)
    for decision in decisions:
        cells = [getattr(decision, column) for column in COLUMNS]
        if is_read_twice:
            cells += _second_cells(decision.second)
        writer.writerow(map(_safe, cells))
    return text.getvalue()


def _second_cells(second: Second | None) -> tuple[str, str, str]:
    if second is None:
        return "", "", ""
    opinion = form.Opinion.AGREES if second.agrees else form.Opinion.DISSENTS
    return opinion.value, second.by, second.on


@cache
def _headings() -> dict[str, str]:
    """Return the column that each other heading means."""
    rows = word_rows(Path(__file__).with_suffix(".tsv"))
    return {heading: column for column, *others in rows for heading in others}


def _safe(cell: str) -> str:
    return "'" + cell if cell.startswith(_SIGNS) else cell


def _plain(cell: str) -> str:
    cell = cell.strip()
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_SIGNS) else cell
