"""Columns of text are read one after the other, tables without rules row by row."""

import pytest

from pilotdiff.reading.pdf_columns import columns_of_text
from pilotdiff.reading.pdf_runs import TextRun

LISTS = [["北京市：", "浙江省："], *([f"{c}山区", f"{c}江县"] for c in "东西南北中")]
NUMBERED_DOWN = [[f"{n}.东{n}村", f"{n + 6}.西{n}村"] for n in range(1, 7)]
NUMBERED_ACROSS = [[f"{2 * n - 1}.东{n}村", f"{2 * n}.西{n}村"] for n in range(1, 7)]
TABLE = [[f"{c}山区", f"{c}江县"] for c in "东西南北中上"]
COUNTS = [[f"{c}山区", str(n)] for n, c in enumerate("东西南北中上")]
SHORT = [["韶山市", "广东省："], ["武陵源区", "番禺区"]]


def rows(texts: list[list[str]]) -> list[list[TextRun]]:
    """Set texts in two columns, 12 points a character."""
    return [
        [
            TextRun(text, 300.0 * at, 20.0 * y, 300.0 * at + 12 * len(text), 20.0 * y + 12)
            for at, text in enumerate(row)
        ]
        for y, row in enumerate(texts)
    ]


@pytest.mark.parametrize("texts", [LISTS, NUMBERED_DOWN, SHORT], ids=["headings", "numbers", "few"])
def test_columns_are_read_one_after_the_other(texts: list[list[str]]) -> None:
    read = [[row[0].text for row in column] for column in columns_of_text(rows(texts))]
    assert read == [[row[at] for row in texts] for at in range(2)]


@pytest.mark.parametrize(
    "texts", [NUMBERED_ACROSS, TABLE, COUNTS], ids=["across", "table", "counts"]
)
def test_what_goes_on_across_is_no_text_in_columns(texts: list[list[str]]) -> None:
    assert len(columns_of_text(rows(texts))) == 1
