"""The working papers: a folder that is either whole or untouched."""

import shutil
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from pilotdiff.forked import cores, meanwhile
from pilotdiff.language import ENGLISH, Words
from pilotdiff.language import words as words_of
from pilotdiff.model import Outcome, msg
from pilotdiff.report import word_papers
from pilotdiff.report.answers.reconciliation_answer import ReconciliationAnswer
from pilotdiff.report.datapackage import package
from pilotdiff.report.diff_columns import COLUMNS
from pilotdiff.report.formats import csv_writer
from pilotdiff.report.report_types import Report
from pilotdiff.report.run_record import run
from pilotdiff.report.whole_folder import UNDECODED, write_json, written_whole

# Below this many rows a second process costs more than it brings.
TWO_PROCESSES_FROM = 60_000
_REFUSAL = msg("cannot write the working papers to {path}: {error}")
WORKBOOK = "reconciliation.xlsx"
# What a person fills in and signs.
TO_SIGN = (WORKBOOK, *word_papers.WORD_FILES)
PAPER_FILES = (
    "diff.csv",
    *(f"{outcome}.csv" for outcome in Outcome),
    "datapackage.json",
    "run.json",
    *TO_SIGN,
)


def write_working_papers(
    report: Report,
    folder: Path,
    headings: str = "en",
    words: Words = ENGLISH,
    signed: Callable[[Path], None] | None = None,
) -> None:
    """Write diff.csv, one CSV an outcome, datapackage.json, run.json, and what `signed` writes to
    the folder that it is given.

    The folder is made when missing. Files of the same names are replaced when the new ones are
    whole; others are left alone. `headings` is "en", the columns' names and plain values, or
    "zh", with everything in Chinese; else reasons are in the language of `words`. Raises
    UserError when it is not possible.
    """
    with written_whole(folder, _REFUSAL) as made:
        _tables(report, made, headings, words)
        write_json(package(report, made, headings, words), made / "datapackage.json")
        write_json(run(report), made / "run.json")
        if signed:
            signed(made)


def _tables(report: Report, folder: Path, headings: str, words: Words) -> None:
    """Write diff.csv and the table of each outcome; of a long list, two processes a half each."""
    if len(report.rows) < TWO_PROCESSES_FROM or cores() < 2:
        _fill(report, folder, headings, words)
        return
    half = len(report.rows) // 2
    first, second = (
        replace(report, rows=rows) for rows in (report.rows[:half], report.rows[half:])
    )
    rest = folder / "rest"
    rest.mkdir()
    with meanwhile(lambda: _fill(second, rest, headings, words, headed=False)) as written:
        _fill(first, folder, headings, words)
        written()
    for path in rest.iterdir():
        with path.open("rb") as source, (folder / path.name).open("ab") as target:
            shutil.copyfileobj(source, target)
    shutil.rmtree(rest)


def _fill(
    report: Report, folder: Path, headings: str, words: Words, *, headed: bool = True
) -> None:
    """Fill all tables in one pass over the rows, under the headings unless they go on."""
    words = words_of(headings) if headings == "zh" else words
    head = (csv_writer.BOM + csv_writer.header(COLUMNS, headings)).encode() if headed else b""
    with ExitStack() as stack:
        whole = stack.enter_context(_table(folder / "diff.csv", head))
        parts = {
            outcome: stack.enter_context(_table(folder / f"{outcome}.csv", head))
            for outcome in Outcome
        }
        rows = iter(report.rows)
        while some := tuple(islice(rows, csv_writer.CHUNK)):
            table = ReconciliationAnswer(replace(report, rows=some), words).table()
            lines = csv_writer.lines(list(csv_writer.in_language(table, headings)))
            encoded = [line.encode(errors=UNDECODED) for line in lines]
            whole.write(b"".join(encoded))
            shares: dict[Outcome, list[bytes]] = {outcome: [] for outcome in Outcome}
            for row, line in zip(some, encoded, strict=True):
                shares[row.outcome].append(line)
            for outcome, share in shares.items():
                parts[outcome].write(b"".join(share))


def _table(path: Path, head: bytes) -> BinaryIO:
    file = path.open("wb")
    file.write(head)
    return file
