"""Tables without rules by their numbers: wrapped and merged cells, at the top or in the middle."""

from collections.abc import Sequence

import pytest

from pilotdiff.reading.pdf.pdf_layout import page_lines
from pilotdiff.reading.pdf.pdf_numbered import numbered_rows
from pilotdiff.reading.pdf.pdf_runs import TextRun

_COLUMNS = (60.0, 100.0, 200.0, 300.0)
_TALL = 10.0


def _run(text: str, column: int, y: float) -> TextRun:
    left = _COLUMNS[column]
    return TextRun(text, left, y - _TALL / 2, left + _TALL * len(text), y + _TALL / 2)


def _read(*placed: tuple[str, int, float]) -> list[Sequence[str]]:
    lines = page_lines([_run(*each) for each in placed], [])
    return [line.cells or line.text for line in lines]


_HEAD = [("序号", 0, 10.0), ("市", 1, 10.0), ("县", 2, 10.0), ("镇", 3, 10.0)]


def _rows(*names: str, first: float = 30.0, pitch: float = 20.0) -> list[tuple[str, int, float]]:
    return [
        placed
        for n, name in enumerate(names)
        for placed in ((str(n + 1), 0, first + n * pitch), (name, 3, first + n * pitch))
    ]


@pytest.mark.parametrize(
    ("cities", "wanted"),
    [
        # In the middle of three rows, and of two: between their numbers.
        ([("清岗市", 1, 50.0), ("白溪市", 1, 100.0)], "AAABB"),
        # Once at the top: what is blank is blank.
        ([("清岗市", 1, 30.0), ("白溪市", 1, 90.0)], "A--B-"),
        # In every row.
        ([("清岗市", 1, 30.0 + 20 * n) for n in range(5)], "AAAAA"),
    ],
)
def test_merged_cells(cities: list[tuple[str, int, float]], wanted: str) -> None:
    names = ("甲镇", "乙镇", "丙镇", "丁镇", "戊镇")
    counties = [("东岭县", 2, 30.0 + 20 * n) for n in range(5)]
    head, *rows = _read(*_HEAD, *_rows(*names), *counties, *cities)
    meant = {"A": "清岗市", "B": "白溪市", "-": ""}
    assert head == ("序号", "市", "县", "镇")
    assert rows == [
        (str(n + 1), meant[city], "东岭县", name)
        for n, (city, name) in enumerate(zip(wanted, names, strict=True))
    ]


@pytest.mark.parametrize("shift", [0.0, -6.0])
def test_wrapped_cells(shift: float) -> None:
    """Two lines of a cell, the first beside the number, or the number between them."""
    pitch = 30.0
    wrapped = [
        each
        for n in range(3)
        for each in (
            ("白溪土家族", 2, 40.0 + pitch * n + shift),
            ("自治县", 2, 52.0 + pitch * n + shift),
        )
    ]
    rows = _rows("甲镇", "乙镇", "丙镇", first=40.0, pitch=pitch)
    cities = [("清岗市", 1, 40.0 + pitch * n) for n in range(3)]
    read = _read(*_HEAD, *rows, *wrapped, *cities)
    assert [row[2] for row in read[1:]] == ["白溪土家族自治县"] * 3
    assert [row[3] for row in read[1:]] == ["甲镇", "乙镇", "丙镇"]


def test_a_heading_of_two_lines_and_a_note_below() -> None:
    head = [("序号", 0, 16.0), ("市", 1, 16.0), ("县（市、", 2, 10.0), ("区）", 2, 22.0)]
    rows = [*_rows("甲镇", "乙镇", first=50.0), ("镇", 3, 16.0)]
    cities = [("清岗市", 1, 50.0), ("清岗市", 1, 70.0), ("东岭县", 2, 50.0), ("东岭县", 2, 70.0)]
    note = ("注：排名不分先后，如有异议请于五日内反映", 0, 110.0)
    read = _read(*head, *rows, *cities, note)
    assert read[0] == ("序号", "市", "县（市、区）", "镇")
    assert read[1:3] == [("1", "清岗市", "东岭县", "甲镇"), ("2", "清岗市", "东岭县", "乙镇")]
    assert read[3] == "注：排名不分先后，如有异议请于五日内反映"


@pytest.mark.parametrize(("upper", "lower"), [("一．东岭县", "序号"), ("序号", "东岭县")])
def test_a_place_close_above_or_below_the_heading_of_the_numbers_is_none_of_it(
    upper: str, lower: str
) -> None:
    beside = 10.0 if upper == "序号" else 22.0
    head = [(upper, 0, 10.0), (lower, 0, 22.0), ("镇", 3, beside)]
    read = _read(*head, *_rows("甲镇", "乙镇", first=42.0))
    assert [row[0] for row in read] == [upper, lower, "1", "2"]


def test_columns_that_do_not_agree_with_the_numbers_are_read_line_by_line() -> None:
    odd = [(f"第{n}行", 2, 30.0 + 11 * n) for n in range(6)]
    read = _read(*_HEAD, *_rows("甲镇", "乙镇", "丙镇"), *odd)
    assert sum("镇" in "".join(row) for row in read) == 4


def test_headings_whose_boxes_touch_are_those_of_two_columns() -> None:
    head = [
        TextRun("序号", 10, 0, 35, 12),
        TextRun("市", 30, 0, 52, 12),
        TextRun("镇", 120, 0, 132, 12),
    ]
    rows = [
        [
            TextRun(str(n), 12, 20 * n, 18, 20 * n + 12),
            TextRun("昌吉回族自治州", 40, 20 * n, 110, 20 * n + 12),
            TextRun("古城乡", 120, 20 * n, 150, 20 * n + 12),
        ]
        for n in range(1, 6)
    ]
    found = numbered_rows([head, *rows])
    assert found is not None
    assert len(found.columns) == 3
    assert ["".join(run.text for run in cell) for cell in found.rows[0]] == [
        "1",
        "昌吉回族自治州",
        "古城乡",
    ]


def test_a_table_with_other_text_in_the_column_of_its_numbers_is_none() -> None:
    rows = [
        [
            TextRun(str(n), 12, 20 * n, 18, 20 * n + 12),
            TextRun("昌吉州", 14, 20 * n + 2, 60, 20 * n + 12),
            TextRun("古城乡", 120, 20 * n, 150, 20 * n + 12),
        ]
        for n in range(1, 6)
    ]
    assert numbered_rows(rows) is None


def test_a_table_whose_first_number_stands_beside_a_tall_sign_of_the_heading_is_none() -> None:
    numbers = [TextRun(str(n), 100, 30 + 20 * n, 110, 40 + 20 * n) for n in range(1, 5)]
    tall = TextRun("表", 20, 0, 60, 61)
    names = [TextRun("白溪镇", 140, run.top, 170, run.bottom) for run in numbers]
    rows = [list(row) for row in zip(numbers, names, strict=True)]
    assert numbered_rows(rows) is not None
    assert numbered_rows([[tall, *rows[0]], *rows[1:]]) is None
