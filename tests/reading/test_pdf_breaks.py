"""A row that goes on over a page break is one row; whatever else stands at the break is not."""

import pytest

from pilotdiff.reading.pdf.pdf_breaks import rejoined
from pilotdiff.reading.pdf.pdf_text_lines import PageLine

Cells = tuple[str, ...]
HEAD: Cells = ("序号", "类型", "名称")
ABOVE: list[Cells] = [HEAD, *((str(n), "便民型", f"丙丁县戊{n}村") for n in range(1, 5))]
BELOW: list[Cells] = [("6", "便民型", "丙丁县庚村"), ("7", "智慧型", "丙丁县辛村")]


def joined(*pages: list[Cells]) -> list[list[Cells]]:
    made = rejoined([[PageLine("", cells) for cells in page] for page in pages])
    return [[line.cells for line in page] for page in made]


def test_the_rest_of_a_row_goes_back_to_it() -> None:
    cut: list[Cells] = [*ABOVE, ("5", "便民型", "丙丁县己")]
    whole = [*ABOVE, ("5", "便民型", "丙丁县己村")]
    assert joined(cut, [("", "", "村"), *BELOW]) == [whole, BELOW]


def test_behind_a_heading_repeated() -> None:
    cut: list[Cells] = [*ABOVE, ("5", "便民", "丙丁县己")]
    whole = [*ABOVE, ("5", "便民型", "丙丁县己村")]
    assert joined(cut, [HEAD, ("", "型", "村"), *BELOW]) == [whole, [HEAD, *BELOW]]


@pytest.mark.parametrize(
    "first",
    [
        pytest.param(("5", "便民型", "丙丁县己村"), id="a row of its own"),
        pytest.param(("", "", ""), id="an empty row"),
        pytest.param(("", "村"), id="another table"),
    ],
)
def test_a_row_of_its_own_stays(first: Cells) -> None:
    assert joined(ABOVE, [first, *BELOW]) == [ABOVE, [first, *BELOW]]


def test_a_merged_name_that_the_break_cuts_is_whole_on_both_pages() -> None:
    above: list[Cells] = [HEAD, ("1", "清岗县", "甲村"), ("2", "白溪土家族自", "乙村")]
    below: list[Cells] = [("3", "治县", "丙村"), ("4", "治县", "丁村"), ("5", "磁县", "戊村")]
    whole = "白溪土家族自治县"
    assert joined(above, [HEAD, *below]) == [
        [HEAD, ("1", "清岗县", "甲村"), ("2", whole, "乙村")],
        [HEAD, ("3", whole, "丙村"), ("4", whole, "丁村"), ("5", "磁县", "戊村")],
    ]


def test_whole_names_on_both_sides_of_a_break_stay() -> None:
    above: list[Cells] = [HEAD, ("1", "清岗县", "甲村"), ("2", "清岗县", "乙村")]
    below: list[Cells] = [("3", "市", "丙村"), ("4", "涉县", "丁村"), ("5", "磁县", "戊村")]
    assert joined(above, below) == [above, below]


def test_a_merged_cell_goes_on_over_the_break() -> None:
    above: list[Cells] = [HEAD, ("1", "甲县", "甲村"), ("2", "乙县", "乙村"), ("3", "乙县", "丙村")]
    below: list[Cells] = [("4", "", "丁村"), ("5", "", "戊村"), ("6", "丙县", "己村")]
    filled = [("4", "乙县", "丁村"), ("5", "乙县", "戊村"), ("6", "丙县", "己村")]
    assert joined(above, below) == [above, filled]
    assert joined(above, [HEAD, *below]) == [above, [HEAD, *filled]]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        pytest.param(("3", "丙县", "丙村"), ("5", "丁县", "戊村"), id="nothing merged above"),
        pytest.param(("3", "", "丙村"), ("5", "丁县", "戊村"), id="a blank above as well"),
        pytest.param(("3", "乙县", "丙村"), ("5", "丁县", ""), id="a blank below as well"),
    ],
)
def test_blanks_that_no_merged_cell_leaves_stay(above: Cells, below: Cells) -> None:
    first: list[Cells] = [HEAD, ("1", "甲县", "甲村"), ("2", "乙县", "乙村"), above]
    second: list[Cells] = [("4", "", "丁村"), below, ("6", "" if not below[2] else "戊县", "己村")]
    assert joined(first, second) == [first, second]
