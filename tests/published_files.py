"""Files as authorities publish them, built from a few lines of text.

A workbook's lines are rows (`a | b`); `== name` begins a sheet, `== name (hidden)` a hidden one,
`hide row 3` and `hide column B` hide, `merge A1:C1` merges; `#12` is a number, `@2023-05-01` a
date, `\\n` a line break.

A Word document's lines are paragraphs, `| a | b` rows of a table (`^` for the cell above, merged),
`#` a paragraph that Word numbers, `##` one a step deeper, `[[…]]` one in a text box; `{+…+}` is
inserted and `{-…-}` deleted under tracked changes.

A PDF's lines are lines, `| a | b` rows of a ruled table, `cols 60 120` the places of the columns;
`bare` leaves the rules out, `---` ends the page; `~~…~~` is struck through, `__…__` underlined.
"""

import io
import re
from datetime import date

import openpyxl

from office_files import Stroke, Text, docx, numbered, paragraph, pdf, table, table_cell

_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%2."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def built(form: str, source: str, encoding: str = "utf-8") -> bytes:
    """Return the bytes of a file of that format."""
    make = {"xlsx": workbook, "docx": word, "pdf": printed}.get(form)
    return make(source) if make else source.lstrip("\n").encode(encoding)


def _cell(text: str) -> object:
    text = text.strip().replace("\\n", "\n")
    if text.startswith("#") and text[1:2].isdecimal():
        number = float(text[1:])
        return int(number) if number.is_integer() else number
    return date.fromisoformat(text[1:]) if text.startswith("@") else text or None


def workbook(source: str) -> bytes:
    """Return a workbook."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    first, row = True, 0
    for line in source.strip("\n").split("\n"):
        if line.startswith("=="):
            name, hidden = re.subn(r" \(hidden\)$", "", line[2:].strip())
            sheet = sheet if first else book.create_sheet()
            sheet.title, first, row = name, False, 0
            if hidden:
                sheet.sheet_state = "hidden"
        elif line.startswith("hide row "):
            sheet.row_dimensions[int(line[9:])].hidden = True
        elif line.startswith("hide column "):
            sheet.column_dimensions[line[12:].strip()].hidden = True
        elif line.startswith("merge "):
            sheet.merge_cells(line[6:].strip())
        else:
            row += 1
            for at, text in enumerate(line.split("|"), 1):
                sheet.cell(row, at, _cell(text))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def word(source: str) -> bytes:
    """Return a Word document."""
    body: list[str] = []
    rows: list[list[str]] = []
    for line in [*source.strip("\n").split("\n"), ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip().strip("|").split("|")])
            continue
        if rows:
            body.append(table(*[[_word_cell(cell) for cell in row] for row in rows]))
            rows = []
        if line.startswith("##"):
            body.append(numbered(line[2:].strip(), depth=1))
        elif line.startswith("#"):
            body.append(numbered(line[1:].strip()))
        elif line.startswith("[["):
            inner = "".join(paragraph(text) for text in line.strip("[]").split("\\n"))
            body.append(
                "<w:p><w:r><w:pict><v:textbox xmlns:v='urn:schemas-microsoft-com:vml'>"
                f"<w:txbxContent>{inner}</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
            )
        else:
            body.append(_word_paragraph(line))
    return docx("".join(body), _NUMBERING)


def _word_paragraph(line: str) -> str:
    tab = "</w:t><w:tab/><w:t>"
    tracked = re.sub(
        r"\{([+-])(.*?)[+-]\}",
        lambda m: (
            f"</w:t></w:r><w:ins><w:r><w:t>{m[2]}</w:t></w:r></w:ins><w:r><w:t>"
            if m[1] == "+"
            else f"</w:t></w:r><w:del><w:r><w:delText>{m[2]}</w:delText></w:r></w:del><w:r><w:t>"
        ),
        line,
    )
    return paragraph(tracked.replace("\t", tab))


def _word_cell(text: str) -> str:
    if text == "^":
        return table_cell("", "<w:vMerge/>")
    span = re.match(r"\[(\d)\]", text)
    properties = f'<w:gridSpan w:val="{span[1]}"/>' if span else ""
    text = text[3:] if span else text
    if text.startswith("v "):
        text, properties = text[2:], properties + '<w:vMerge w:val="restart"/>'
    if "//" in text:
        inner = [[table_cell(t) for t in row.split(";")] for row in text.split("//")]
        return table_cell(table(*inner), properties)
    pieces = "".join(_word_paragraph(piece) for piece in text.split("\\n"))
    return table_cell(pieces, properties)


# How far above its text a line lies that is drawn through it, or below it.
_STROKES = {"~~": 4.0, "__": -2.0}


class _Pages:
    """Texts and rules as they come down a page."""

    def __init__(self) -> None:
        self.done: list[tuple[tuple[Text, ...], tuple[Stroke, ...]]] = []
        self._texts: list[Text] = []
        self._strokes: list[Stroke] = []
        self._y = 780.0
        self._edges: list[float] = []
        self.places, self.ruled = [60.0, 160.0, 260.0, 360.0, 460.0], True

    def line(self, text: str) -> None:
        self._close()
        bare = text.strip()
        if bare:
            left = 60.0 + 12 * (len(text) - len(text.lstrip(" ")))
            mark = bare[:2] if bare[:2] in _STROKES else ""
            inner = bare.strip(mark) if mark else bare
            self._texts.append((left, self._y, inner))
            if mark:
                at = self._y + _STROKES[mark]
                self._strokes.append((left, at, left + 12 * len(inner), at))
        self._y -= 20

    def row(self, cells: list[list[str]]) -> None:
        bottom = self._y - 14 * max(map(len, cells)) + 10
        self._edges = [*self.places[: len(cells)], self.places[len(cells) - 1] + 100]
        for at, cell in enumerate(cells):
            left, right = self._edges[at], self._edges[at + 1]
            if cell == ["^"]:
                continue
            self._texts += [(left + 4, self._y - 14 * n, text) for n, text in enumerate(cell)]
            self._rule(left, self._y + 12, right, self._y + 12)
        for edge in self._edges:
            self._rule(edge, self._y + 12, edge, bottom - 2)
        self._y = bottom - 14

    def end(self) -> None:
        self._close()
        self.done.append((tuple(self._texts), tuple(self._strokes)))
        self._texts, self._strokes, self._y = [], [], 780.0

    def _close(self) -> None:
        if self._edges:
            self._rule(self._edges[0], self._y + 12, self._edges[-1], self._y + 12)
        self._edges = []

    def _rule(self, *ends: float) -> None:
        if self.ruled:
            self._strokes.append((ends[0], ends[1], ends[2], ends[3]))


def printed(source: str) -> bytes:
    """Return a PDF."""
    pages = _Pages()
    for line in [*source.strip("\n").split("\n"), "---"]:
        if line.startswith("cols "):
            pages.places = [float(n) for n in line[5:].split()]
        elif line in ("bare", "ruled"):
            pages.ruled = line == "ruled"
        elif line == "---":
            pages.end()
        elif line.startswith("|"):
            pages.row([c.strip().split("\\n") for c in line.strip().strip("|").split("|")])
        else:
            pages.line(line)
    return pdf(pages.done)
