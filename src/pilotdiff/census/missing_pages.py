"""Pages that a document says it has, and that are not there: 第1页，共3页, and no 第2页."""

from collections import defaultdict
from collections.abc import Container, Iterator
from typing import NamedTuple

from pilotdiff.model import Document
from pilotdiff.model.plain_rows import beside_plain_rows
from pilotdiff.patterns import pattern


class MissingPages(NamedTuple):
    """How many pages a line says that there are, and how many of them are not there."""

    line: int
    pages: int
    missing: int


_PAGE = pattern(
    r"第\s*(?P<page>\d{1,3})\s*[页頁]\s*[，,、/／（(]?\s*共\s*(?P<pages>\d{1,3})\s*[页頁]",
    needs="页頁",
)
# 1/3 alone on its line.
_OF_ALL = pattern(
    r"^\W*(?P<page>\d{1,3})\s*[/／]\s*(?P<pages>(?!1\W*$)[1-9]\d{0,2})\W*$", needs="/／"
)
_LONGEST = 60
# They have no pages; the lines of a long one stay packed.
_TABLES = frozenset({"csv", "tsv", "xlsx", "xls", "ods"})


def missing_pages(document: Document) -> Iterator[MissingPages]:
    """Yield what is told of pages that a document numbers and does not have."""
    if document.format in _TABLES:
        return
    there: dict[int, set[int]] = defaultdict(set)
    lines: dict[int, int] = {}
    for line in beside_plain_rows(document.lines):
        if line.cells or len(line.text) > _LONGEST:
            continue
        for page, pages in _numbered(line.text, there):
            there[pages].add(page)
            lines.setdefault(pages, line.number)
        if pages := _of_pager(line.text):
            # Of a text they stand again below each page that was put with the first.
            there[pages].add(1 if document.format == "html" else len(there[pages]) + 1)
            lines.setdefault(pages, line.number)
    for pages, numbers in there.items():
        missing = pages - len(numbers & set(range(1, pages + 1)))
        if missing > 0:
            yield MissingPages(lines[pages], pages, missing)


def _numbered(text: str, known: Container[int]) -> Iterator[tuple[int, int]]:
    """Yield which pages of how many a line says that it stands on; 3/12 may be a day, but where
    `known` is that there are twelve."""
    yield from ((int(match["page"]), int(match["pages"])) for match in _PAGE.finditer(text))
    if (match := _OF_ALL.match(text)) and (int(match["page"]) == 1 or int(match["pages"]) in known):
        yield int(match["page"]), int(match["pages"])


# What a site puts below a list of several pages: 首页 上一页 1 2 3 下一页 尾页, [1][2] 末页.
_PAGER = pattern(
    r"(?<!\d)\[?1\]?(?P<others>(?:[\s|·]*\[?\d{1,3}\]?|\s*(?:…+|\.{2,}))+)\s*[\[>]?\s*"
    r"(?:下一?[页頁]|后一?[页頁]|[末尾][页頁])",
    needs="页頁",
)
_NUMBERS = pattern(r"\d+")


def _of_pager(text: str) -> int:
    """Return how many pages the links below a list lead to, itself the first; 0 where they are
    none.

    >>> _of_pager("上一页 1 2 3 下一页"), _of_pager("[1][2] 尾页"), _of_pager("123下一页")
    (3, 2, 3)
    >>> _of_pager("上一页 下一页"), _of_pager("1 2 3")
    (0, 0)
    """
    if (found := _PAGER.search(text)) is None:
        return 0
    numbers = _NUMBERS.findall(found["others"])
    # Without anything between them each is one digit: 123下一页.
    glued = len(numbers) == 1 and "123456789".startswith("1" + numbers[0])
    return 1 + len(numbers[0]) if glued else max(map(int, numbers), default=0)
