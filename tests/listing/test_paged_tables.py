"""The rows of a table on pages are one table, whatever line of a page each stands in."""

from collections.abc import Sequence

from pilotdiff.listing import outline
from pilotdiff.model import Document, Line, msg
from pilotdiff.units import resolve

ROWS = [
    ("序号", "单位名称", "类别"),
    ("1", "成都市青白江区大弯街道", "示范街道(镇)"),
    ("2", "成都市温江区柳城街道", "示范街道(镇)"),
    ("3", "成都市温江区柳城街道光华社区", "便民服务型"),
]


def paged(rows: Sequence[tuple[str, ...]], on_a_page: int) -> Document:
    """Set rows on pages, as a PDF file holds them."""
    lines = [
        Line(
            number + 1,
            "",
            row,
            msg(
                "page {page}, line {line}",
                page=number // on_a_page + 1,
                line=number % on_a_page + 1,
            ),
        )
        for number, row in enumerate(rows)
    ]
    return Document("list.pdf", "pdf", "0" * 64, 1, tuple(lines))


def test_a_category_column_is_none_of_units_on_pages_either() -> None:
    for on_a_page in (2, 10):
        found = resolve(outline(paged(ROWS, on_a_page))).units
        assert [(unit.own, unit.entry.category) for unit in found] == [
            ("大弯街道", "示范街道(镇)"),
            ("柳城街道", "示范街道(镇)"),
            ("光华社区", "便民服务型"),
        ]
