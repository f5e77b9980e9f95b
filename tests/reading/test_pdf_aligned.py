"""Tables without rules whose cells stand about the middle, or at the foot, of several lines."""

from collections.abc import Sequence

import pytest

from pilotdiff.reading.pdf.pdf_aligned import aligned_rows
from pilotdiff.reading.pdf.pdf_layout import page_lines
from pilotdiff.reading.pdf.pdf_numbered import Stretch
from pilotdiff.reading.pdf.pdf_runs import TextRun
from pilotdiff.reading.pdf.pdf_text_lines import PageLine

_COLUMNS = (60.0, 140.0, 220.0, 320.0)
_TALL = 10.0


def _run(text: str, column: int, y: float) -> TextRun:
    left = _COLUMNS[column]
    return TextRun(text, left, y - _TALL / 2, left + _TALL * len(text), y + _TALL / 2)


def _lines(*placed: tuple[str, int, float]) -> list[PageLine]:
    return page_lines([_run(*each) for each in placed], [])


def _rows(lines: Sequence[PageLine]) -> list[Sequence[str]]:
    return [line.cells or line.text for line in lines]


def _row(*cells: str, at: float, mode: str = "middle") -> list[tuple[str, int, float]]:
    """The lines of a row's cells, about that height or down to it."""
    placed = []
    for column, cell in enumerate(cells):
        lines = cell.split("/")
        shift = (len(lines) - 1) * (6.0 if mode == "middle" else 12.0)
        placed += [(text, column, at - shift + 12.0 * n) for n, text in enumerate(lines) if text]
    return placed


_HEAD = _row("市", "县", "镇", "类型", at=20.0)


@pytest.mark.parametrize("mode", ["middle", "foot"])
def test_cells_of_several_lines(mode: str) -> None:
    placed = [
        *_row("市", "县", "镇", "类型", at=20.0, mode=mode),
        *_row("清岗市", "白溪土家/族自治县", "石塘湾镇", "便民服/务型", at=52.0, mode=mode),
        *_row("清岗市", "东岭县", "云栖镇", "智慧科/技型", at=84.0, mode=mode),
        *_row("双桥市", "和顺县", "白石/鹭洲/镇", "文化型", at=125.0, mode=mode),
    ]
    read = _lines(*placed)
    assert _rows(read)[1:] == [
        ("清岗市", "白溪土家族自治县", "石塘湾镇", "便民服务型"),
        ("清岗市", "东岭县", "云栖镇", "智慧科技型"),
        ("双桥市", "和顺县", "白石鹭洲镇", "文化型"),
    ]
    assert not any(line.unsure for line in read)


def test_names_in_cells_beside_the_middle_of_which_their_place_stands() -> None:
    placed = [
        *_row("县", "名单", at=20.0),
        *_row("清岗县", "石桥镇、白/溪镇、云栖/镇", at=60.0),
        *_row("东岭县", "和顺镇、双/桥镇、望江/楼镇", at=110.0),
    ]
    assert _rows(_lines(*placed))[1:] == [
        ("清岗县", "石桥镇、白溪镇、云栖镇"),
        ("东岭县", "和顺镇、双桥镇、望江楼镇"),
    ]


@pytest.mark.parametrize("places", [(74.0, 139.0), (100.0, 152.0)])
def test_a_merged_place_stands_in_each_of_its_rows(places: tuple[float, float]) -> None:
    """Three rows and two, their places about the middle or at the foot."""
    names = ["石塘湾/镇", "云栖镇", "白鹭/洲镇", "和顺镇", "双桥/头镇"]
    mode = "middle" if places[0] < 100 else "foot"
    placed = _row("县", "镇", at=20.0, mode=mode)
    heights = [48.0, 74.0, 100.0, 126.0, 152.0]
    rows = zip(names, heights, strict=True)
    placed += [each for name, y in rows for each in _row("", name, at=y, mode=mode)]
    placed += [(c, 0, y) for c, y in zip(("清岗县", "东岭县"), places, strict=True)]
    read = _rows(_lines(*placed))[1:]
    assert [row[0] for row in read] == ["清岗县"] * 3 + ["东岭县"] * 2
    assert [row[1] for row in read] == ["石塘湾镇", "云栖镇", "白鹭洲镇", "和顺镇", "双桥头镇"]


def test_rows_of_one_line_stay_rows() -> None:
    names = ["石桥镇", "云栖镇", "白溪镇", "和顺镇"]
    placed = [p for n, name in enumerate(names) for p in _row("清岗县", name, at=20.0 + 20 * n)]
    assert _rows(_lines(*placed)) == [("清岗县", name) for name in names]


def test_lines_whose_places_tell_no_rows_are_told() -> None:
    odd = [("甲县", 0, 37.0), ("乙县", 0, 64.0), ("石桥镇", 1, 20.0), ("云栖镇", 1, 46.0)]
    odd += [("白溪镇", 1, 64.0), ("和顺镇", 1, 82.0), ("一", 2, 20.0), ("二", 2, 37.0)]
    odd += [("三", 2, 82.0), ("四", 2, 55.0)]
    assert any(line.unsure for line in _lines(*odd))


def test_characters_in_columns_are_no_name_set_wide() -> None:
    placed = [("型", 0, 20.0), ("区", 1, 20.0), ("镇", 2, 20.0)]
    assert "型区镇" not in [line.text for line in _lines(*placed)]


def test_one_row_of_overlapping_lines_is_told() -> None:
    """What a page break leaves of a table has no row beside it that tells where its cells end."""
    placed = [
        ("白溪土家", 1, 44.0),
        ("清岗市", 0, 50.0),
        ("石桥镇", 2, 50.0),
        ("族自治县", 1, 56.0),
    ]
    assert all(line.unsure for line in _lines(*placed))


def test_columns_whose_gap_a_text_hides_are_no_cells() -> None:
    """Two texts stand apart in most lines of what seems one column."""
    rows = [("1", "石桥东村", "云栖村"), ("2", "石桥西/村", "白溪村"), ("3", "石桥南村", "和顺村")]
    placed = [each for n, row in enumerate(rows) for each in _row(*row, at=20.0 + 26 * n)]
    lines = [[_run(*each)] for each in sorted(placed, key=lambda each: each[2])]
    whole = [Stretch(60.0, 100.0), Stretch(140.0, 260.0)]
    beside = [[one[0] for one in lines if one[0].middle[1] == y] for y in (20.0, 46.0, 72.0)]
    assert aligned_rows(beside, whole) is None
