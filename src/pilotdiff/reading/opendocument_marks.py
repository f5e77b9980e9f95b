"""Cells of an .ods that are struck out, whole or in part, which calamine does not tell."""

from collections.abc import Iterator, Mapping

from lxml import etree

from pilotdiff.model import whole_number
from pilotdiff.reading.cell_names import column_letters
from pilotdiff.reading.excel_marks import ExcelMarks
from pilotdiff.reading.limits import MAX_COLUMNS, MAX_REPEATED_ROWS

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
_LINE = f"{{{_NAMES.format('style')}}}text-line-through-style"
_KIND = f"{{{_NAMES.format('style')}}}text-line-through-type"
_STYLE_NAME = f"{{{_NAMES.format('style')}}}name"
_TABLE, _TEXT = (f"{{{_NAMES.format(name)}}}" for name in ("table", "text"))
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


def opendocument_marks(content: bytes) -> Mapping[str, ExcelMarks]:
    """Return the struck cells of each sheet of an .ods by its name; sheets without are left out."""
    if b"text-line-through" not in content:
        return {}
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        return {}  # calamine says what is wrong with it
    struck = set(_struck_styles(root))
    found = {
        table.get(f"{_TABLE}name", ""): _of_table(table, struck)
        for table in root.iter(f"{_TABLE}table")
    }
    return {name: marks for name, marks in found.items() if marks != ExcelMarks()}


def _struck_styles(root: etree._Element) -> Iterator[str]:
    for element in root.iter(f"{{{_NAMES.format('style')}}}text-properties"):
        drawn = element.get(_LINE, element.get(_KIND, "none"))
        style = element.getparent()
        if drawn != "none" and style is not None:
            yield style.get(_STYLE_NAME, "")


def _of_table(table: etree._Element, struck: set[str]) -> ExcelMarks:
    out: set[str] = set()
    partly: set[tuple[str, str]] = set()
    at = 0
    for row in table.iter(f"{_TABLE}table-row"):
        column, rows = 0, min(_repeated(row, "rows"), MAX_REPEATED_ROWS)
        for cell in row.iterchildren(*_CELLS):
            columns = min(_repeated(cell, "columns"), MAX_COLUMNS - column)
            # Equal cells are written once, with how often they stand side by side.
            if cell.get(f"{_TABLE}style-name") in struck and "".join(cell.itertext()).strip():
                out.update(_names(at, rows, column, columns))
            elif any(
                span.get(f"{_TEXT}style-name") in struck for span in cell.iter(f"{_TEXT}span")
            ):
                left = _left(cell, struck)
                partly.update((name, left) for name in _names(at, rows, column, columns))
            column += columns
        at += rows
    return ExcelMarks(struck=frozenset(out), partly=frozenset(partly))


def _names(row: int, rows: int, column: int, columns: int) -> Iterator[str]:
    """Yield how the cells of so many rows and columns, counted from 0, are called."""
    for across in range(column, column + columns):
        yield from (f"{column_letters(across)}{at + 1}" for at in range(row, row + rows))


def _left(cell: etree._Element, struck: set[str]) -> str:
    """Return what of a cell's text is not struck out."""
    lines = []
    for paragraph in cell.iter(f"{_TEXT}p"):
        gone = [e for e in paragraph.iter(f"{_TEXT}span") if e.get(f"{_TEXT}style-name") in struck]
        said = "".join(paragraph.itertext())
        for each in gone:
            said = said.replace("".join(each.itertext()), "", 1)
        lines.append(said)
    return "\n".join(lines).strip("\n")


def _repeated(element: etree._Element, what: str) -> int:
    return whole_number(element.get(f"{_TABLE}number-{what}-repeated", "1"), 7) or 1
