"""Footnotes and endnotes of a Word document with the numbers that lead to them, and comments."""

from collections.abc import Iterator

from lxml import etree

from pilotdiff.reading.archive import Archive
from pilotdiff.reading.contents import RawSource
from pilotdiff.reading.note_marks import in_raised_digits
from pilotdiff.reading.office.word_xml import w, xml_part

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
