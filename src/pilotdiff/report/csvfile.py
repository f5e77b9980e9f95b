"""The rows as CSV text. Fast: a national list has 700,000 rows of 31 columns."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from pilotdiff.column_headings import headings
from pilotdiff.language import ENGLISH, Words
from pilotdiff.model import Row
from pilotdiff.report.diff_columns import COLUMNS, Cell, cells
from pilotdiff.report.formula import neutral, suspicious
from pilotdiff.report.report_types import Report

BOM = "\ufeff"
CHUNK = 4096


class Chunk(NamedTuple):
    """Some rows, and for each its line of CSV."""

    rows: list[Row]
    lines: list[str]


def header(language: str = "en") -> str:
    """Return the line of headings: the columns' names, or in Chinese ("zh")."""
    return ",".join(headings(COLUMNS, language)) + "\n"


def chunks(report: Report, words: Words = ENGLISH) -> Iterator[Chunk]:
    """Yield the report's rows in their order, a few thousand at a time."""
    asked = report.pilot_source, report.result_source, words, report.register
    rows = iter(report.rows)
    while some := list(islice(rows, CHUNK)):
        yield Chunk(some, lines([cells(row, *asked) for row in some]))


def text(report: Report, language: str = "en", words: Words = ENGLISH) -> Iterator[str]:
    """Yield the whole of diff.csv but its byte order mark, in pieces."""
    yield header(language)
    for chunk in chunks(report, words):
        yield "".join(chunk.lines)


def lines(table: Sequence[tuple[Cell, ...]]) -> list[str]:
    """Return each row, all of one length, as a line of CSV in which no cell is a live formula."""
    if not table:
        return []
    commas = len(table[0]) - 1
    plain = ",".join(["%s"] * len(table[0])) + "\n"
    made = [plain % row for row in table]
    if suspicious("".join(made)):
        return _quoted([tuple(map(neutral, row)) for row in table])
    # Where no cell holds a delimiter, joining is what the csv module would do, in half the time.
    odd = [number for number, line in enumerate(made) if not _is_plain(line, commas)]
    for number, line in zip(odd, _quoted([table[number] for number in odd]), strict=True):
        made[number] = line
    return made


def _is_plain(line: str, commas: int) -> bool:
    return (
        line.count(",") == commas and '"' not in line and "\r" not in line and line.count("\n") == 1
    )


class _Lines(list[str]):
    """A list that the csv module takes for a file."""

    write = list.append


def _quoted(table: Iterable[Sequence[object]]) -> list[str]:
    """By the csv module, which quotes a lone carriage return only where one ends the line."""
    written = _Lines()
    csv.writer(written, lineterminator="\r\n").writerows(table)
    return [line.removesuffix("\r\n") + "\n" for line in written]
