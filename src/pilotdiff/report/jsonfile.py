"""The report as JSON, and its rows as JSON lines; both are written as they are made."""

from collections.abc import Iterator

from pilotdiff.language import ENGLISH, Words
from pilotdiff.report import jsontext
from pilotdiff.report.report_types import Report
from pilotdiff.report.row_records import records
from pilotdiff.report.run_record import run


def document(report: Report, words: Words = ENGLISH) -> Iterator[str]:
    """Write the report as JSON: `{"summary": …, "rows": […], "run": …}`, one row a line."""
    yield f'{{\n"summary": {jsontext.line(report.summary.to_dict())},\n"rows": ['
    separator = "\n"
    for line in rows(report, words):
        yield separator + line
        separator = ",\n"
    yield f'\n],\n"run": {jsontext.line(run(report))}\n}}\n'


def lines(report: Report, words: Words = ENGLISH) -> Iterator[str]:
    """Yield one row a line."""
    return (line + "\n" for line in rows(report, words))


def rows(report: Report, words: Words = ENGLISH) -> Iterator[str]:
    """Yield each row as a JSON object with the columns of diff.csv; unknown numbers are null."""
    sources = report.pilot_source, report.result_source
    rows = records(report.rows, *sources, words, report.register)
    return map(jsontext.line, rows)
