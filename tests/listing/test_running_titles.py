"""Titles that stand on every page are no headings; names on every page stay."""

import pytest

from pilotdiff.listing.lines.running_titles import running_titles
from pilotdiff.model import Line, msg


def _lines(*texts: str) -> list[Line]:
    return [Line(number, text) for number, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (("示范县名单", "清岗县", "— 1 —", "示范县名单", "东岭县", "— 2 —"), {4}),
        (("示范县名单", "清岗县", "— 1 —", "示范县名单（续）", "东岭县"), {4}),
        (("第一批名单", "清岗县", "— 1 —", "第二批名单", "东岭县"), set()),
        (("浙江省", "清岗县", "— 1 —", "浙江省", "东岭县"), set()),
        (("示范县名单", "清岗县", "示范县名单", "东岭县"), set()),
    ],
)
def test_titles_beside_page_numbers(texts: tuple[str, ...], wanted: set[int]) -> None:
    assert running_titles(_lines(*texts)) == wanted


def test_titles_where_pages_begin() -> None:
    texts = [(1, "省民政厅文件"), (1, "清岗县"), (2, "省民政厅文件"), (2, "东岭县")]
    lines = [
        Line(at, text, place=msg("page {page}, line {line}", page=page, line=1))
        for at, (page, text) in enumerate(texts, 1)
    ]
    assert running_titles(lines) == {3}
