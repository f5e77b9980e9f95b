"""Word documents (.docx): paragraphs and table rows in document order, numbers as shown.

Read from the XML itself: python-docx passes over content controls, text boxes, automatic numbers
and tracked changes, which are where officials' lists differ from typed text.
"""

from collections.abc import Iterator

from lxml import etree

from pilotdiff.model import Line, msg
from pilotdiff.reading.archive import Archive
from pilotdiff.reading.contents import Contents, RawSource, commented, struck_out, unseen_text
from pilotdiff.reading.limits import MAX_CELLS, MAX_COLUMNS, MAX_LINES
from pilotdiff.reading.note_marks import in_raised_digits
from pilotdiff.reading.office.word_blocks import (
    TooWideError,
    WordRow,
    blocks,
    struck_paragraphs,
    unseen_texts,
)
from pilotdiff.reading.office.word_numbering import Numbering
from pilotdiff.reading.office.word_styles import WordStyles
from pilotdiff.reading.office.word_xml import w, xml_part

_MAIN_PART = "word/document.xml"


def contents(source: RawSource) -> Contents:
    """Return the lines of the document's body, its footnotes below; headers and footers are left
    out."""
    archive = Archive(source)
    root = xml_part(source, archive, _MAIN_PART)
    body = root.find(w("body")) if root is not None else None
    if body is None:
        source.refuse("is broken: it holds no Word document; open it in Word and save it again")
    notes = list(numbered_notes(source, archive, body))
    numbering = Numbering(xml_part(source, archive, "word/numbering.xml"))
    styles = WordStyles(xml_part(source, archive, "word/styles.xml"))
    try:
        lines = tuple(_lines(source, body, styles, numbering))
    except TooWideError:
        source.refuse(
            "has a row of more than {most} cells; is it a table?", most=f"{MAX_COLUMNS:,}"
        )
    last = lines[-1].number if lines else 0
    lines += tuple(Line(last + at, note) for at, note in enumerate(notes, 1))
    last += len(notes)
    struck, hidden = tuple(struck_paragraphs(body)), tuple(unseen_texts(body))
    said = tuple(comments(source, archive))
    unseen = (
        Line(last + at, text, place=msg("not shown, part {part}, row {row}", part=1, row=at))
        for at, text in enumerate((*struck, *hidden, *said), 1)
    )
    told = (*struck_out(struck), *unseen_text(hidden), *commented(said))
    return Contents(lines, told, unseen=tuple(unseen))


def _lines(
    source: RawSource, body: etree._Element, styles: WordStyles, numbering: Numbering
) -> Iterator[Line]:
    number = cells = 0
    for block in blocks(body, styles, numbering):
        if isinstance(block, WordRow):
            number, cells = number + 1, cells + len(block.cells)
            if any(block.cells):
                yield Line(
                    number,
                    "",
                    block.cells,
                    msg("table {table}, row {row}", table=block.table, row=block.row),
                )
        else:
            for text in block.texts:
                number += 1
                if text and not text.isspace():
                    yield Line(number, text, heading=block.heading)
        if number > MAX_LINES or cells > MAX_CELLS:
            source.refuse(
                "has more than {most} lines; split it into smaller files", most=f"{MAX_LINES:,}"
            )


_TEXT = w("t")
_KINDS = (("footnote", "word/footnotes.xml"), ("endnote", "word/endnotes.xml"))


def numbered_notes(source: RawSource, archive: Archive, body: etree._Element) -> Iterator[str]:
    """Write the number of each note into the text that leads to it, and yield the notes in order,
    each behind its number: ¹ 该村已撤销."""
    before = 0
    for kind, name in _KINDS:
        references = list(body.iter(w(f"{kind}Reference")))
        if not references or (root := xml_part(source, archive, name)) is None:
            continue
        notes = {note.get(w("id")): _said(note) for note in root.iter(w(kind))}
        # The endnotes go on where the footnotes end, so that no number leads to two.
        for number, reference in enumerate(references, before + 1):
            mark = in_raised_digits(str(number))
            if said := notes.get(reference.get(w("id")), ""):
                yield f"{mark} {said}"
            reference.tag, reference.text = _TEXT, mark
        before += len(references)


def comments(source: RawSource, archive: Archive) -> Iterator[str]:
    """Yield what readers noted in the margin."""
    root = xml_part(source, archive, "word/comments.xml")
    for comment in root.iter(w("comment")) if root is not None else ():
        if said := _said(comment):
            yield said


def _said(note: etree._Element) -> str:
    return "".join(text.text or "" for text in note.iter(_TEXT)).strip()
