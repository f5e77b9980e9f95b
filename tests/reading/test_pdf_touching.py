"""Tables of a PDF without rules whose numbers touch the names behind them."""

from collections.abc import Sequence

from office_files import Text, pdf
from pilotdiff.reading import read_bytes

_TOP, _STEP = 700.0, 24.0
# A character is as wide as this in the font of these files, figures too.
_WIDE = 12.0
_HEAD = ((50.0, "序号"), (98.0, "县"), (170.0, "乡镇"))


def _shown(rows: Sequence[Sequence[tuple[float, str]]]) -> list[str | tuple[str, ...]]:
    texts: list[Text] = [
        (left, _TOP - at * _STEP, text) for at, row in enumerate(rows) for left, text in row
    ]
    return [line.cells or line.text for line in read_bytes("a.pdf", pdf([(texts, [])])).lines]


def _row(number: int, county: str, town: str) -> Sequence[tuple[float, str]]:
    """A row whose number ends where the name of its county begins."""
    return ((98.0 - _WIDE * len(str(number)), f"{number}{county}"), (170.0, town))


def test_numbers_that_touch_the_names_behind_them_are_a_column() -> None:
    names = [("正定县", "白石镇"), ("赞皇县", "青山镇"), ("元氏县", "黑石镇")]
    rows = [_row(at, *each) for at, each in enumerate(names, start=9)]
    wanted = [(str(at), *each) for at, each in enumerate(names, start=9)]
    assert _shown([_HEAD, *rows]) == [("序号", "县", "乡镇"), *wanted]


def test_rows_stay_apart_where_some_numbers_stand_at_the_left() -> None:
    rows = [_row(1, "正定县", "白石镇"), _row(2, "赞皇县", "青山镇")]
    rows += [((50.0, "3"), (98.0, "元氏县"), (170.0, "黑石镇"))]
    assert _shown([_HEAD, *rows])[1:] == [
        ("1", "正定县", "白石镇"),
        ("2", "赞皇县", "青山镇"),
        ("3", "元氏县", "黑石镇"),
    ]


def test_numbers_of_a_column_of_names_stay_with_them() -> None:
    """No line has a text before the names: 乡镇 stands over number and name."""
    rows = [((50.0, f"{n}白石镇"), (170.0, "东岭村")) for n in (1, 2, 3)]
    shown = _shown([((50.0, "所在乡镇"), (170.0, "村")), *rows])
    assert shown[1:] == [(f"{n}白石镇", "东岭村") for n in (1, 2, 3)]


def test_years_and_counts_behind_another_column_stay_whole() -> None:
    rows = [((50.0, "东岭村"), (98.0, f"{year}年度")) for year in (2021, 2022, 2023)]
    shown = _shown([((50.0, "村名"), (98.0, "年份")), *rows])
    assert shown[1:] == [("东岭村", f"{year}年度") for year in (2021, 2022, 2023)]
