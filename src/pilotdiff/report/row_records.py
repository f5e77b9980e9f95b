"""The rows as records: the columns of diff.csv by name, for JSON and for Python."""

from collections.abc import Iterator

from pilotdiff.language import ENGLISH, Words
from pilotdiff.report.diff_columns import COLUMNS, NUMBERS, cells
from pilotdiff.report.report_types import Report


def records(report: Report, words: Words = ENGLISH) -> Iterator[dict[str, object]]:
    """One a row, in their order; a number that is not known is None, a text "" ."""
    source, target = report.pilot_source, report.result_source
    for row in report.rows:
        record: dict[str, object] = dict(
            zip(COLUMNS, cells(row, source, target, words), strict=True)
        )
        for column in NUMBERS:
            if record[column] == "":
                record[column] = None
        yield record
