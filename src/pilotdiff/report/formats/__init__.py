"""One writer a format; each renders any answer."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pilotdiff.report.answer import Answer


class Format(StrEnum):
    """What goes to standard output."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "markdown"


def rendered(answer: "Answer", format: Format, headings: str = "en") -> Iterable[str]:
    """Return an answer as text, in pieces; a screen, `TABLE`, is drawn of its parts instead.

    `headings` are those of CSV: the columns' names ("en"), or Chinese ones ("zh").
    """
    from pilotdiff.report.formats import csv_writer, json_writer, markdown_writer

    if format is Format.CSV:
        return csv_writer.text(answer.table(), headings)
    if format is Format.MARKDOWN:
        return markdown_writer.text(answer.text())
    if format is Format.JSONL:
        return json_writer.lines(answer.records())
    assert format is Format.JSON, "a screen is drawn"
    return json_writer.text(answer)
