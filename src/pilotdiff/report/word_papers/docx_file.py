"""Blocks → a Word file on A4, with room at the left to bind it; the same blocks give the same
bytes."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from pilotdiff.language import Words
from pilotdiff.report.visible import on_one_line
from pilotdiff.report.word_papers import paper_parts as paper

if TYPE_CHECKING:
    from docx.document import Document

# Sizes are in points: nothing that is signed is smaller than 9.
_TEXT, _SMALL, _HEAD, _TITLE = 10.5, 9.0, 12.0, 16.0
# Half points, twentieths of a point and millimetres are what Word counts in.
_WIDE = 9_350
_NAME_SHARE = 0.2
_ROOM_HEIGHT = 1_000
# Points between two tables.
_GAP = 5
# Characters of a property of the document, by its standard.
_LONGEST_PROPERTY = 255
_FONT, _CHINESE = "Times New Roman", "SimSun"
_MADE = (1980, 1, 1, 0, 0, 0)
_GREY = "EDEDED"


def write(blocks: Iterable[paper.PaperPart], path: Path, title: str, words: Words) -> None:
    """Write the blocks to a file whose title stands above every page. Raises OSError."""
    import docx

    document = docx.Document()
    _page(document, title, words)
    for block in blocks:
        _draw(document, block)
    made = io.BytesIO()
    document.save(made)
    path.write_bytes(_undated(made.getvalue()))


def _page(document: "Document", title: str, words: Words) -> None:
    """A4, the margin at the left wide enough to bind it, and the number of the page."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import parse_xml
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
    document.core_properties.title = on_one_line(title)[:_LONGEST_PROPERTY]
    section.header.paragraphs[0]._p.append(parse_xml(_run(title, _SMALL)))
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    first, last = words("Page {page} of {pages}", page="\0", pages="\0").split("\0", 1)
    between, end = last.split("\0", 1)
    for text, field in ((first, "PAGE"), (between, "NUMPAGES"), (end, "")):
        if text:
            footer._p.append(parse_xml(_run(text, _SMALL)))
        if field:
            footer._p.append(parse_xml(_field(field)))


def _draw(document: "Document", block: paper.PaperPart) -> None:
    match block:
        case paper.PaperTitle(text):
            _paragraph(document, text, _TITLE, bold=True, middle=True)
        case paper.PartHeading(text):
            _paragraph(document, text, _HEAD, bold=True)
        case str(text):
            _paragraph(document, text, _TEXT)
        case paper.Fields(pairs):
            _table(document, _fields(pairs))
        case paper.Ruled():
            _table(document, _ruled(block))
        case paper.Room(name, text):
            _table(document, _room(name, text))
        case paper.Turn():
            document.add_page_break()  # type: ignore[no-untyped-call]


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


def _table(document: "Document", xml: str) -> None:
    """Add a table with a small paragraph below it: two tables that touch become one."""
    from docx.oxml import parse_xml
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(_GAP)
    paragraph._p.addprevious(parse_xml(xml))


def _fields(pairs: Sequence[tuple[str, str]]) -> str:
    """Return two names with their values a line; the last one has the line to itself."""
    name = round(_WIDE * _NAME_SHARE)
    value = _WIDE // 2 - name
    rows = []
    for at in range(0, len(pairs), 2):
        two = pairs[at : at + 2]
        wide, span = (value, 1) if len(two) == 2 else (_WIDE - name, 3)
        named = [
            (_cell(head, name, shade=True), _cell(text, wide, span=span)) for head, text in two
        ]
        rows.append(_row([cell for pair in named for cell in pair]))
    return _framed([name, value, name, value], rows)


def _ruled(table: paper.Ruled) -> str:
    whole = sum(table.shares)
    widths = [round(_WIDE * share / whole) for share in table.shares]
    heads = [_cell(head, wide, shade=True) for head, wide in zip(table.heads, widths, strict=True)]
    rows = [_row(heads, head=True)]
    for line in table.rows:
        cells = [
            _cell(text, wide, right=at in table.numbers)
            for at, (text, wide) in enumerate(zip(line, widths, strict=True))
        ]
        rows.append(_row(cells))
    return _framed(widths, rows)


def _room(name: str, text: str) -> str:
    wide = round(_WIDE * _NAME_SHARE)
    cells = [_cell(name, wide, shade=True), _cell(text, _WIDE - wide)]
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


def _cell(text: str, width: int, *, shade: bool = False, right: bool = False, span: int = 1) -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    grey = f'<w:shd w:val="clear" w:color="auto" w:fill="{_GREY}"/>' if shade else ""
    side = '<w:jc w:val="right"/>' if right else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{grey}'
        f'<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:spacing w:before="20" w:after="20"/>'
        f"{side}</w:pPr>{_bare_run(text, _SMALL)}</w:p></w:tc>"
    )


def _run(text: str, size: float, *, bold: bool = False) -> str:
    return _bare_run(text, size, bold=bold).replace("<w:r>", f"<w:r {_NAMESPACE}>", 1)


def _bare_run(text: str, size: float, *, bold: bool = False) -> str:
    strong = "<w:b/>" if bold else ""
    shown = escape(on_one_line(text))
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
