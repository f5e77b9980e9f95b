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
        column = 0
        for cell in row.iterchildren(*_CELLS):
            if cell.get(f"{_TABLE}style-name") in struck and "".join(cell.itertext()).strip():
                out.add(f"{column_letters(column)}{at + 1}")
            elif any(
                span.get(f"{_TEXT}style-name") in struck for span in cell.iter(f"{_TEXT}span")
            ):
                partly.add((f"{column_letters(column)}{at + 1}", _left(cell, struck)))
            column = min(column + _repeated(cell, "columns"), MAX_COLUMNS)
        at += min(_repeated(row, "rows"), MAX_REPEATED_ROWS)
    return ExcelMarks(struck=frozenset(out), partly=frozenset(partly))


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
