"""Cells of an .ods that are struck out, whole or in part, which calamine does not tell."""

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from pilotdiff.model import whole_number
from pilotdiff.reading.limits import MAX_COLUMNS, MAX_REPEATED_ROWS
from pilotdiff.reading.office.cell_names import column_letters
from pilotdiff.reading.office.excel_marks import ExcelMarks

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
_STYLE, _TABLE, _TEXT = (f"{{{_NAMES.format(name)}}}" for name in ("style", "table", "text"))
_LINE, _KIND = f"{_STYLE}text-line-through-style", f"{_STYLE}text-line-through-type"
_STYLE_NAME = f"{_STYLE}name"
_WORDS = (f"{_TEXT}p", f"{_TEXT}span")
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


def opendocument_marks(content: bytes, styles: bytes = b"") -> Mapping[str, ExcelMarks]:
    """Return the struck cells of each sheet of an .ods by its name; sheets without are left out.

    `styles` is the part with the named styles, which those of the content may be made from.
    """
    if b"text-line-through" not in content and b"text-line-through" not in styles:
        return {}
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
        roots = [etree.fromstring(styles, parser), root] if styles else [root]
    except etree.XMLSyntaxError:
        return {}  # calamine says what is wrong with it
    struck = _struck_styles(roots)
    found = {
        table.get(f"{_TABLE}name", ""): _of_table(table, struck)
        for table in root.iter(f"{_TABLE}table")
    }
    return {name: marks for name, marks in found.items() if marks != ExcelMarks()}


def _struck_styles(roots: Sequence[etree._Element]) -> frozenset[str]:
    """Return the styles that strike out, by their own properties or those of the one above them."""
    above: dict[str, str] = {}
    drawn: dict[str, bool] = {}
    for style in (style for root in roots for style in root.iter(f"{_STYLE}style")):
        name = style.get(_STYLE_NAME, "")
        above[name] = style.get(f"{_STYLE}parent-style-name", "")
        for element in style.iterchildren(f"{_STYLE}text-properties"):
            line = element.get(_LINE, element.get(_KIND))
            if line is not None:
                drawn[name] = line != "none"
    return frozenset(name for name in above if _is_struck(name, above, drawn))


def _is_struck(name: str, above: Mapping[str, str], drawn: Mapping[str, bool]) -> bool:
    for _ in range(_DEEPEST):
        if name in drawn:
            return drawn[name]
        name = above.get(name, "")
    return False


# A style made from one that is made from another; a chain may go round in a broken file.
_DEEPEST = 20


def _of_table(table: etree._Element, struck: frozenset[str]) -> ExcelMarks:
    out: set[str] = set()
    partly: set[tuple[str, str]] = set()
    at = 0
    usual = _struck_columns(table, struck)
    for row in table.iter(f"{_TABLE}table-row"):
        column, rows = 0, min(_repeated(row, "rows"), MAX_REPEATED_ROWS)
        own = row.get(f"{_TABLE}default-cell-style-name", "")
        for cell in row.iterchildren(*_CELLS):
            columns = min(_repeated(cell, "columns"), MAX_COLUMNS - column)
            style = cell.get(f"{_TABLE}style-name") or own
            is_struck = style in struck if style else column in usual
            in_part = not is_struck and any(_style_of(e) in struck for e in cell.iter(*_WORDS))
            left = _left(cell, struck) if in_part else ""
            # Equal cells are written once, with how often they stand side by side.
            if in_part and left.strip():
                partly.update((name, left) for name in _names(at, rows, column, columns))
            elif (is_struck or in_part) and "".join(cell.itertext()).strip():
                out.update(_names(at, rows, column, columns))
            column += columns
        at += rows
    return ExcelMarks(struck=frozenset(out), partly=frozenset(partly))


def _struck_columns(table: etree._Element, struck: frozenset[str]) -> frozenset[int]:
    """Return the columns whose cells are struck where they have no style of their own."""
    found: set[int] = set()
    column = 0
    for each in table.iter(f"{_TABLE}table-column"):
        columns = min(_repeated(each, "columns"), MAX_COLUMNS - column)
        if each.get(f"{_TABLE}default-cell-style-name", "") in struck:
            found.update(range(column, column + columns))
        column += columns
    return frozenset(found)


def _names(row: int, rows: int, column: int, columns: int) -> Iterator[str]:
    """Yield how the cells of so many rows and columns, counted from 0, are called."""
    for across in range(column, column + columns):
        yield from (f"{column_letters(across)}{at + 1}" for at in range(row, row + rows))


def _left(cell: etree._Element, struck: frozenset[str]) -> str:
    """Return what of a cell's text is not struck out."""
    lines = []
    for paragraph in cell.iter(f"{_TEXT}p"):
        if _style_of(paragraph) in struck:
            continue
        said = "".join(paragraph.itertext())
        for each in paragraph.iter(f"{_TEXT}span"):
            gone = "".join(each.itertext()) if _style_of(each) in struck else ""
            said = said.replace(gone, "", 1) if gone else said
        lines.append(said)
    return "\n".join(lines).strip("\n")


def _style_of(words: etree._Element) -> str:
    return str(words.get(f"{_TEXT}style-name", ""))


def _repeated(element: etree._Element, what: str) -> int:
    return whole_number(element.get(f"{_TABLE}number-{what}-repeated", "1"), 7) or 1
