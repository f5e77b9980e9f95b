"""Columns of text are read one after the other, tables without rules row by row."""

import pytest

from pilotdiff.reading.pdf.pdf_columns import columns_by_numbers, columns_of_text
from pilotdiff.reading.pdf.pdf_runs import TextRun

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


def _run(text: str, left: float, top: float) -> TextRun:
    return TextRun(text, left, top, left + 12 * len(text), top + 12)


def test_columns_whose_lines_stand_at_other_heights_go_on_by_their_numbers() -> None:
    title, one = [_run("示范村名单", 0, 0)], [_run("7.西村", 300, 25)]
    lines = [title, *([_run(f"{n}.东{n}村", 0, 20 * n)] for n in range(1, 7)), one]
    lines += [[_run("8.西乡村", 300, 45)], [_run("由县里推荐", 300, 65)]]
    above, columns = columns_by_numbers(sorted(lines, key=lambda row: row[0].top))
    assert [row[0].text for row in above] == ["示范村名单"]
    assert [[row[0].text for row in column] for column in columns] == [
        [f"{n}.东{n}村" for n in range(1, 7)],
        ["7.西村", "8.西乡村", "由县里推荐"],
    ]


@pytest.mark.parametrize(
    "texts",
    [NUMBERED_ACROSS, [[f"{n}.东{n}村", f"{n}.西{n}村"] for n in range(1, 7)]],
    ids=["across", "each from one"],
)
def test_numbers_that_do_not_go_on_down_make_no_columns(texts: list[list[str]]) -> None:
    assert columns_by_numbers(rows(texts))[1] == []


def test_a_line_across_parts_no_columns() -> None:
    lines = [
        [_run(f"{n}.东村", 0, 20 * n), _run(f"{n + 6}.西村", 300, 20 * n)] for n in range(1, 7)
    ]
    assert columns_by_numbers(lines)[1]
    across = [TextRun("以上各村由县里推荐", 0, 140, 400, 152)]
    assert columns_by_numbers([*lines, across])[1] == []
