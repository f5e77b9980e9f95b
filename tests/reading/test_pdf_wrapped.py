"""Tables of a PDF without rules and numbers: names broken over the lines of their cells."""

import pytest

from office_files import pdf
from pilotdiff.reading import read_bytes

_LEFT, _RIGHT = 50.0, 200.0


def _shown(lines: list[tuple[float, str, str]]) -> list[tuple[str, ...]]:
    placed = [zip((_LEFT, _RIGHT), (y, y), cells, strict=True) for y, *cells in lines]
    texts = [each for row in placed for each in row if each[2]]
    return [line.cells for line in read_bytes("a.pdf", pdf([(texts, [])])).lines if line.cells]


def test_a_name_broken_over_lines_is_one() -> None:
    lines = [
        (700.0, "市", "示范县"),
        (676.0, "石家", "井陉县、平山县"),
        (662.0, "庄市", ""),
        (638.0, "唐山", "滦南县、乐亭"),
        (624.0, "市", "县、迁西县"),
    ]
    assert _shown(lines)[1:] == [
        ("石家庄市", "井陉县、平山县"),
        ("唐山市", "滦南县、乐亭县、迁西县"),
    ]


@pytest.mark.parametrize("step", [14.0, 24.0])
def test_rows_in_groups_or_as_far_apart_stay_rows(step: float) -> None:
    lines = [
        (700.0, "市", "示范县"),
        (676.0, "石家庄市", "井陉县"),
        (676.0 - step, "", "平山县"),
        (640.0 - step, "唐山市", "滦南县"),
        (640.0 - 2 * step, "", "乐亭县"),
    ]
    assert _shown(lines)[1:] == [
        ("石家庄市", "井陉县"),
        ("", "平山县"),
        ("唐山市", "滦南县"),
        ("", "乐亭县"),
    ]


def test_a_row_goes_on_where_one_name_alone_is_broken() -> None:
    lines = [
        (700.0, "市", "示范县"),
        (676.0, "石家", "井陉县"),
        (662.0, "庄市", ""),
        (638.0, "唐山市", "滦南县"),
        (614.0, "石家", "平山县"),
        (600.0, "庄市", ""),
    ]
    assert _shown(lines)[1:] == [
        ("石家庄市", "井陉县"),
        ("唐山市", "滦南县"),
        ("石家庄市", "平山县"),
    ]


def test_two_whole_rows_and_merged_ones_are_a_table() -> None:
    lines = [(700.0, "市", "示范县"), (676.0, "石家庄市", "井陉县")]
    lines += [(652.0, "", "平山县"), (628.0, "", "正定县")]
    assert _shown(lines)[1:] == [("石家庄市", "井陉县"), ("", "平山县"), ("", "正定县")]
