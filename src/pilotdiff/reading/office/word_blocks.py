"""The body of a Word document as paragraphs and table rows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from pilotdiff.reading.limits import MAX_COLUMNS
from pilotdiff.reading.lines_shown import lines_shown
from pilotdiff.reading.note_marks import in_raised_digits
from pilotdiff.reading.office.word_numbering import Numbering
from pilotdiff.reading.office.word_styles import WordStyles
from pilotdiff.reading.office.word_xml import FALLBACK, integer, is_on, value_of, w

_PARAGRAPH, _TABLE, _BOX = w("p"), w("tbl"), w("txbxContent")
_ROW, _CELL = w("tr"), w("tc")
_TEXT, _RUN = w("t"), w("r")
# Deleted or moved away under tracked changes, and readings above ruby characters.
_GONE = frozenset({w("del"), w("moveFrom"), w("rt"), w("pPr"), w("rPr"), FALLBACK})
_SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_FRAME_PARAGRAPHS = 4
_FRAME_ROWS = 3


class TooWideError(Exception):
    """A row has more cells than any table."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The lines of a paragraph, its number before the first; heading 0 for none."""

    texts: tuple[str, ...]
    heading: int = 0


@dataclass(frozen=True, slots=True)
class WordRow:
    """A row of a table, both counted from 1; merged cells filled in."""

    table: int
    row: int
    cells: tuple[str, ...]


def blocks(
    body: etree._Element, styles: WordStyles, numbering: Numbering
) -> Iterator[Paragraph | WordRow]:
    """Yield paragraphs and rows in reading order; the text of a box follows its paragraph.

    Raises TooWideError.
    """
    return _Reader(styles, numbering).blocks(body)


class _Reader:
    def __init__(self, styles: WordStyles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._tables = 0

    def blocks(self, container: etree._Element) -> Iterator[Paragraph | WordRow]:
        """Yield the paragraphs and the rows of tables in a part of a document, in their order."""
        for element in _outermost(container, {_PARAGRAPH, _TABLE}):
            if element.tag == _TABLE:
                yield from self._table(element)
                continue
            yield self._paragraph(element)
            for box in _outermost(element, {_BOX}):
                yield from self.blocks(box)

    def _paragraph(self, element: etree._Element) -> Paragraph:
        properties = element.find(w("pPr"))
        style = self._styles.of(properties)
        text = _text(element)
        number = self._numbering.next(style.use, style.depth) if style.use else ""
        lines = (shown for line in (number + text).split("\n") for shown in lines_shown(line))
        return Paragraph(tuple(lines) if text else (number,), style.heading)

    def _table(self, table: etree._Element) -> Iterator[Paragraph | WordRow]:
        found = [
            row for row in _outermost(table, {_ROW}) if row.find(f"{w('trPr')}/{w('del')}") is None
        ]
        rows = [list(_outermost(row, {_CELL})) for row in found]
        if _is_frame(rows):
            for cell in (cell for row in rows for cell in row):
                yield from self.blocks(cell)
            return
        self._tables += 1
        above: dict[int, str] = {}
        table_number = self._tables
        for number, (row, cells) in enumerate(zip(found, rows, strict=True), 1):
            left_out = integer(value_of(row.find(w("trPr")), "gridBefore"), 0)
            yield WordRow(table_number, number, self._cells(cells, left_out, above))

    def _cells(
        self, row: list[etree._Element], left_out: int, above: dict[int, str]
    ) -> tuple[str, ...]:
        """Return the texts of a row; `above` holds, by column, what a vertical merge carries
        down."""
        texts = [""] * min(left_out, MAX_COLUMNS)
        for cell in row:
            properties = cell.find(w("tcPr"))
            text = self._cell(cell)
            if value_of(properties, "vMerge", "restart") != "restart":
                text = above.get(len(texts), text)
            width = integer(value_of(properties, "gridSpan"), 1)
            if len(texts) + width > MAX_COLUMNS:
                raise TooWideError
            for _ in range(width):
                above[len(texts)] = text
                texts.append(text)
        return tuple(texts)

    def _cell(self, cell: etree._Element) -> str:
        pieces: list[str] = []
        for block in self.blocks(cell):
            if isinstance(block, Paragraph):
                pieces += [text.strip() for text in block.texts]
            else:
                pieces.append("\t".join(block.cells))
        return "\n".join(piece for piece in pieces if piece.strip())


def _outermost(container: etree._Element, tags: set[str]) -> Iterator[etree._Element]:
    """Yield the elements of these kinds inside, through any wrapping, none inside another of
    them."""
    walk = etree.iterwalk(container, events=("start",))
    for _, element in walk:
        if element is container:
            continue
        if element.tag in _GONE:
            walk.skip_subtree()
        elif element.tag in tags:
            walk.skip_subtree()
            yield element


def _is_frame(rows: list[list[etree._Element]]) -> bool:
    """Tell whether a table only lays out the page: one column, or whole passages in few cells."""
    if max(map(len, rows), default=0) < 2:
        return True
    cells = (cell for row in rows for cell in row)
    return len(rows) < _FRAME_ROWS and any(
        len(cell.findall(_PARAGRAPH)) > _FRAME_PARAGRAPHS for cell in cells
    )


def _text(paragraph: etree._Element) -> str:
    parts: list[str] = []
    walk = etree.iterwalk(paragraph, events=("start",))
    for _, element in walk:
        tag = element.tag
        if tag in _GONE or tag == _BOX or (tag == _RUN and _is_hidden(element)):
            walk.skip_subtree()
        elif tag == _TEXT:
            text = element.text or ""
            parts.append(in_raised_digits(text) if _is_raised(element.getparent()) else text)
        elif tag in _SIGNS:
            parts.append(_SIGNS[tag])
    return "".join(parts)


def _is_hidden(run: etree._Element) -> bool:
    return _is_unseen(run) or _is_struck(run)


def _is_unseen(run: etree._Element) -> bool:
    return is_on(run.find(w("rPr")), "vanish")


def _is_raised(run: etree._Element | None) -> bool:
    """Tell whether a run stands above the line, as the number of a note does."""
    properties = run.find(w("rPr")) if run is not None else None
    return value_of(properties, "vertAlign") == "superscript"


def _is_struck(run: etree._Element) -> bool:
    properties = run.find(w("rPr"))
    return is_on(properties, "strike") or is_on(properties, "dstrike")


def struck_paragraphs(body: etree._Element) -> Iterator[str]:
    """Yield what is struck out in each paragraph."""
    yield from _texts_of(body, _is_struck)


def unseen_texts(body: etree._Element) -> Iterator[str]:
    """Yield what is hidden in each paragraph."""
    yield from _texts_of(body, _is_unseen)


def _texts_of(body: etree._Element, wanted: Callable[[etree._Element], bool]) -> Iterator[str]:
    for paragraph in body.iter(_PARAGRAPH):
        runs = (run for run in paragraph.iter(_RUN) if wanted(run))
        if text := "".join(each.text or "" for run in runs for each in run.iter(_TEXT)):
            yield text
