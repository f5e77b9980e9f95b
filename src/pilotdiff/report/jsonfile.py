"""The report as JSON, and its rows as JSON lines; both are written as they are made."""

import json
from collections.abc import Iterator

from pilotdiff.report.columns import COLUMNS, NUMBERS, cells
from pilotdiff.report.model import Report
from pilotdiff.report.run import run, summary


def document(report: Report) -> Iterator[str]:
    """`{"summary": …, "rows": […], "run": …}`, one row a line."""
    yield f'{{\n"summary": {_text(summary(report))},\n"rows": ['
    separator = "\n"
    for line in rows(report):
        yield separator + line
        separator = ",\n"
    yield f'\n],\n"run": {_text(run(report))}\n}}\n'


def lines(report: Report) -> Iterator[str]:
    """One row a line."""
    return (line + "\n" for line in rows(report))


def rows(report: Report) -> Iterator[str]:
    """Each row as a JSON object with the columns of diff.csv; unknown numbers are null."""
    source, target = report.pilot_source, report.result_source
    for row in report.rows:
        record: dict[str, object] = dict(zip(COLUMNS, cells(row, source, target), strict=True))
        for column in NUMBERS:
            if record[column] == "":
                record[column] = None
        yield _text(record)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
