"""Tables of a web page: which hold data, and their rows with merged cells filled in."""

from collections.abc import Iterator

from lxml import etree

from pilotdiff.model import whole_number
from pilotdiff.reading.limits import MAX_COLUMNS
from pilotdiff.reading.web.html_walk import is_hidden, one_line, visible_lines

_BLOCKS = ("p", "div", "section", "article", "ul", "ol", "h1", "h2", "h3", "h4", "br")
# Cells with so many blocks hold passages: in a small table the fewer, in any table the more.
_FRAME_ROWS = 3
_FEW_BLOCKS = 4
_MANY_BLOCKS = 60
_FEWEST_ROWS = 2
_LONGEST_LISTED = 20
_TO_THE_END = 1 << 16


class TooManyCellsError(Exception):
    """Spans that would fill a table beyond any list."""


def data_tables(root: etree._Element) -> frozenset[etree._Element]:
    """Return the tables whose rows are rows; the others only lay out the page, or are one
    column."""
    tables = list(root.iter("table"))
    outer = {next(table.iterancestors("table"), None) for table in tables}
    lists = {table for table in tables if table in outer and _holds_lists(table)}
    return frozenset(
        table
        for table in tables
        if table in lists
        or not (
            table in outer or lists.intersection(table.iterancestors("table")) or _is_frame(table)
        )
    )


def _holds_lists(table: etree._Element) -> bool:
    """Tell whether each row is a short text beside a table of short ones: 浙江省 | its counties."""
    rows = [_cells(row) for row in _own_rows(table)]
    if len(rows) < _FEWEST_ROWS or any(len(row) < 2 for row in rows):
        return False
    inner = [[next(cell.iter("table"), None) for cell in row] for row in rows]
    if not any(found is not None for row in inner for found in row):
        return False
    texts = [_text(bit) for row in rows for cell in row for bit in (*cell.iter("td"), cell)]
    alone = [text for text in texts if "\n" not in text]
    return max(map(len, alone), default=0) <= _LONGEST_LISTED and all(
        found is None or row.index(found) > 0 for row in inner for found in row
    )


def table_captions(table: etree._Element) -> Iterator[str]:
    """Yield what a table says over its rows."""
    for caption in table.findall("caption"):
        if not is_hidden(caption):
            yield from (piece for piece in _text(caption).split("\n") if piece)


def _own_rows(table: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows of a table without those of the tables in it."""
    for row in table.iter("tr"):
        if next(row.iterancestors("table"), None) is table:
            yield row


def _is_frame(table: etree._Element) -> bool:
    if table.get("role") in ("presentation", "none"):
        return True
    rows = [_cells(row) for row in table.iter("tr")]
    if max(map(len, rows), default=0) < 2:
        return True
    most = _FEW_BLOCKS if len(rows) <= _FRAME_ROWS else _MANY_BLOCKS
    return any(_blocks(cell) >= most for row in rows for cell in row)


def _blocks(cell: etree._Element) -> int:
    return sum(1 for _ in cell.iter(*_BLOCKS)) if len(cell) else 0


def _cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in row if cell.tag in ("td", "th") and not is_hidden(cell)]


def table_rows(table: etree._Element) -> Iterator[tuple[str, ...]]:
    """Yield the rows; a cell's lines are joined by \\n, a spanned place repeats the cell's text.

    Raises TooManyCellsError.
    """
    spans: dict[int, tuple[int, str]] = {}
    group = None
    for row in _own_rows(table):
        if is_hidden(row):
            continue
        if row.getparent() is not group:
            group = row.getparent()
            spans.clear()  # a cell reaches no further down than its group of rows
        texts: list[str] = []
        for cell in _cells(row):
            _carry_on(texts, spans)
            _place(cell, texts, spans)
        _carry_on(texts, spans, to_the_end=True)
        yield tuple(texts)


def _carry_on(
    texts: list[str], spans: dict[int, tuple[int, str]], to_the_end: bool = False
) -> None:
    """Fill the places that cells of earlier rows reach down to."""
    last = max(spans, default=-1) if to_the_end else -1
    while len(texts) in spans or len(texts) <= last:
        rows, text = spans.pop(len(texts), (0, ""))
        if rows > 1:
            spans[len(texts)] = (rows - 1, text)
        texts.append(text)


def _place(cell: etree._Element, texts: list[str], spans: dict[int, tuple[int, str]]) -> None:
    text = _text(cell)
    rows = _span(cell.get("rowspan")) or _TO_THE_END
    columns = max(_span(cell.get("colspan")), 1)
    if len(texts) + columns > MAX_COLUMNS:
        raise TooManyCellsError
    for _ in range(columns):
        spans.pop(len(texts), None)
        if rows > 1:
            spans[len(texts)] = (rows - 1, text)
        texts.append(text)


def _text(cell: etree._Element) -> str:
    if not len(cell):  # nothing but text, as most cells are
        return one_line(cell.text or "")
    shown = [piece[0] for piece in visible_lines(cell) if isinstance(piece, tuple)]
    filled = [text for field in _filled_in(cell) if (text := one_line(field))]
    # What is filled in beside a name says something of it: 东岭村 [未通过].
    beside = "".join(f"（{text}）" for text in filled) if shown else "".join(filled)
    return "\n".join(shown) + beside


def _filled_in(cell: etree._Element) -> Iterator[str]:
    """Yield what is filled in in the fields of a form that a cell holds: the options chosen, and
    what is typed."""
    for field in cell.iter("option", "textarea", "input"):
        if any(map(is_hidden, field.iterancestors("td", "div", "span", "p"))):
            continue
        chosen = field.tag == "option" and field.get("selected") is not None
        if field.tag == "textarea" or chosen:
            yield "".join(field.itertext())
        elif field.tag == "input" and field.get("type", "text").lower() == "text":
            yield field.get("value", "")


def _span(written: str | None) -> int:
    number = whole_number(written.strip(), 5) if written else None
    return 1 if number is None else number
