"""Tables of a PDF without rules whose columns nearly touch."""

from collections.abc import Sequence

from office_files import pdf
from pilotdiff.reading import read_bytes

_TOP, _STEP = 700.0, 24.0


def _shown(lefts: tuple[float, ...], rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    texts = [
        (left, _TOP - at * _STEP, text)
        for at, row in enumerate(rows)
        for left, text in zip(lefts, row, strict=True)
    ]
    return [line.cells for line in read_bytes("a.pdf", pdf([(texts, [])])).lines if line.cells]


def test_columns_are_told_apart_by_the_gap_that_runs_down() -> None:
    rows = [("县", "乡镇", "村"), ("涉县", "石桥镇", "东岭村"), ("磁县", "白土镇", "西岭村")]
    rows.append(("涉县", "清水镇", "南岭村"))
    # Half a character between the second and the third.
    assert _shown((50.0, 120.0, 162.0), rows) == rows


def test_a_name_that_is_set_wide_stays_one() -> None:
    rows = [("涉", "县", "石桥镇"), ("磁", "县", "白土镇"), ("赵", "县", "清水镇")]
    shown = [tuple("".join(cell.split()) for cell in row) for row in _shown((50, 66, 120), rows)]
    assert shown == [(a + b, c) for a, b, c in rows]
