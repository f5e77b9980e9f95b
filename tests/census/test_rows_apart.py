"""Rows of a table without rules that may be other rows are told, each with a unit."""

from pilotdiff.census.doubtful.rows_apart import ROWS_APART, rows_apart
from pilotdiff.model import Document, Line
from pilotdiff.reading import read_bytes

_ROWS = Document(
    name="a.pdf",
    format="pdf",
    sha256="",
    size=0,
    lines=[
        Line(1, "名单"),
        Line(2, "", ("石桥", "涉县")),
        Line(3, "", ("镇", "")),
        Line(4, "云栖"),
    ],
    unsure_rows=(2, 3, 4),
)


def test_the_first_row_of_a_table_without_units() -> None:
    told = [(doubt.line, doubt.text, doubt.reason) for doubt in rows_apart(_ROWS, [])]
    assert told == [(2, "石桥 涉县", ROWS_APART)]


def test_nothing_where_rows_are_sure() -> None:
    assert not list(rows_apart(read_bytes("a.txt", "石桥镇".encode()), []))
