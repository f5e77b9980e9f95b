"""Blocks → a Word file on A4, with room at the left to bind it; the same blocks give the same
bytes."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from pilotdiff.language import Words
from pilotdiff.report.running_heads import both_titles
from pilotdiff.report.text_wrapping import widest_line
from pilotdiff.report.visible import on_one_line
from pilotdiff.report.word_papers import paper_parts as paper

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

# Sizes are in points: nothing that is signed is smaller than 9.
_TEXT, _SMALL, _HEAD, _TITLE = 10.5, 9.0, 12.0, 16.0
# Half points, twentieths of a point and millimetres are what Word counts in.
_WIDE = 9_350
_ROOM_HEIGHT = 1_000
# Half characters of the line above a page.
_ACROSS = 100
# Points between two tables.
_GAP = 5
# Characters of a property of the document, by its standard.
_LONGEST_PROPERTY = 255
_FONT, _CHINESE = "Times New Roman", "SimSun"
_MADE = (1980, 1, 1, 0, 0, 0)
_GREY = "EDEDED"
# A number stays on the line of its sign.
_UNBROKEN = "\N{NO-BREAK SPACE}%"


def write_docx(
    blocks: Iterable[paper.PaperPart], path: Path, titles: Sequence[str], words: Words
) -> None:
    """Write the blocks to a file of so many documents, whose titles stand above every page. Raises
    OSError."""
    import docx

    document = docx.Document()
    _page(document, titles, words)
    for at, block in enumerate(blocks):
        if isinstance(block, paper.Sheet):
            named = f"{block.name} · "
            above = named + both_titles(titles, _ACROSS - widest_line(named))
            _begin_sheet(document, above, words, is_first=not at)
        else:
            _draw(document, block)
    made = io.BytesIO()
    document.save(made)
    path.write_bytes(_undated(made.getvalue()))


def _page(document: "Document", titles: Sequence[str], words: Words) -> None:
    """Set the page: A4, the margin at the left wide enough to bind it, and the number of the
    page."""
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(28), Mm(17)
    section.top_margin, section.bottom_margin = Mm(20), Mm(18)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(_TEXT)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), _CHINESE)
    normal.paragraph_format.space_after = Pt(3)
    document.core_properties.author = "pilotdiff"
    document.core_properties.title = on_one_line(" → ".join(titles))[:_LONGEST_PROPERTY]
    _above(section, both_titles(titles, _ACROSS))
    _below(section, words("Page {page} of {pages}", page="\0PAGE\0", pages="\0NUMPAGES\0"))


def _begin_sheet(document: "Document", above: str, words: Words, *, is_first: bool) -> None:
    """Begin pages that count from 1 and have a head of their own; how many there are of them not
    every program can tell."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    section = document.sections[0] if is_first else document.add_section()
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    if is_first:  # the others begin as a copy of the first
        margins = section._sectPr.find(qn("w:pgMar"))
        margins.addnext(parse_xml(f'<w:pgNumType {_NAMESPACE} w:start="1"/>'))
    _above(section, above)
    _below(section, words("Page {page}", page="\0PAGE\0"))


def _above(section: "Section", text: str) -> None:
    from docx.oxml import parse_xml

    section.header.paragraphs[0].clear()._p.append(parse_xml(_run(text, _SMALL)))


def _below(section: "Section", text: str) -> None:
    """Write the foot of the pages; between zeros it has the names of what a program counts."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import parse_xml

    footer = section.footer.paragraphs[0].clear()
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for at, piece in enumerate(text.split("\0")):
        if piece:
            footer._p.append(parse_xml(_field(piece) if at % 2 else _run(piece, _SMALL)))


def _draw(document: "Document", block: paper.PaperPart) -> None:
    match block:
        case paper.PaperTitle(text):
            _paragraph(document, text, _TITLE, bold=True, middle=True)
        case paper.PartHeading(text):
            _paragraph(document, text, _HEAD, bold=True)
        case str(text):
            _paragraph(document, text, _TEXT)
        case paper.Fields(pairs):
            _table(document, _fields(pairs), kept=True)
        case paper.Ruled():
            _table(document, _ruled(block), kept=block.signed)
        case paper.Room(name, text):
            _table(document, _room(name, text), kept=True)


def _paragraph(
    document: "Document", text: str, size: float, *, bold: bool = False, middle: bool = False
) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import parse_xml

    paragraph = document.add_paragraph()
    paragraph._p.append(parse_xml(_run(text, size, bold=bold)))
    paragraph.paragraph_format.keep_with_next = bold
    if middle:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _table(document: "Document", xml: str, *, kept: bool) -> None:
    """Add a table with a small paragraph below it: two tables that touch become one. One that is
    `kept` stands on the page of what comes next."""
    from docx.oxml import parse_xml
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.keep_with_next = kept
    paragraph.paragraph_format.line_spacing = Pt(_GAP)
    paragraph._p.addprevious(parse_xml(xml))


def _fields(pairs: Sequence[tuple[str, str]]) -> str:
    """Return the names with their values; a page ends above or below all of them."""
    name = round(_WIDE * paper.FIELD_NAME)
    value = _WIDE // 2 - name
    rows = []
    for line in paper.field_lines(pairs):
        wide, span = (value, 1) if len(line) == 2 else (_WIDE - name, 3)
        named = [
            (_cell(head, name, shade=True, kept=True), _cell(text, wide, span=span))
            for head, text in line
        ]
        rows.append(_row([cell for pair in named for cell in pair]))
    return _framed([name, value, name, value], rows)


def _ruled(table: paper.Ruled) -> str:
    whole = sum(table.shares)
    widths = [round(_WIDE * share / whole) for share in table.shares]
    rows = []
    for number, line in enumerate((table.heads, *table.rows)):
        cells = [
            _cell(
                text,
                wide,
                shade=not number,
                right=at in table.numbers,
                kept=not number or (table.signed and number == len(table.rows)),
            )
            for at, (text, wide) in enumerate(zip(line, widths, strict=True))
        ]
        rows.append(_row(cells, head=not number))
    return _framed(widths, rows)


def _room(name: str, text: str) -> str:
    wide = round(_WIDE * paper.FIELD_NAME)
    cells = [_cell(name, wide, shade=True, kept=True), _cell(text, _WIDE - wide)]
    return _framed([wide, _WIDE - wide], [_row(cells, height=_ROOM_HEIGHT)])


_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _framed(widths: Sequence[int], rows: Sequence[str]) -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="808080"/>' for side in sides)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl {_NAMESPACE}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblBorders>{lines}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _row(cells: Sequence[str], *, head: bool = False, height: int = 0) -> str:
    """Return a row that no page break cuts; `height` in twentieths of a point is its least."""
    set_ = "<w:cantSplit/>" + (f'<w:trHeight w:val="{height}"/>' if height else "")
    set_ += "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr>{set_}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(
    text: str,
    width: int,
    *,
    shade: bool = False,
    right: bool = False,
    span: int = 1,
    kept: bool = False,
) -> str:
    """Return a cell; a `kept` one stands on the page of what comes below it."""
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    grey = f'<w:shd w:val="clear" w:color="auto" w:fill="{_GREY}"/>' if shade else ""
    side = '<w:jc w:val="right"/>' if right else ""
    with_next = "<w:keepNext/>" if kept else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{grey}'
        f'<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr>{with_next}<w:spacing w:before="20" '
        f'w:after="20"/>{side}</w:pPr>{_bare_run(text, _SMALL)}</w:p></w:tc>'
    )


def _run(text: str, size: float, *, bold: bool = False) -> str:
    return _bare_run(text, size, bold=bold).replace("<w:r>", f"<w:r {_NAMESPACE}>", 1)


def _bare_run(text: str, size: float, *, bold: bool = False) -> str:
    strong = "<w:b/>" if bold else ""
    shown = escape(on_one_line(text)).replace(" %", _UNBROKEN)
    return (
        f'<w:r><w:rPr>{strong}<w:sz w:val="{round(size * 2)}"/></w:rPr>'
        f'<w:t xml:space="preserve">{shown}</w:t></w:r>'
    )


def _field(name: str) -> str:
    return (
        f'<w:fldSimple {_NAMESPACE} w:instr="{name}"><w:r><w:rPr><w:sz w:val="18"/></w:rPr>'
        "<w:t>1</w:t></w:r></w:fldSimple>"
    )


def _undated(docx: bytes) -> bytes:
    """Return the same archive with nothing of the clock in it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _MADE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return made.getvalue()
