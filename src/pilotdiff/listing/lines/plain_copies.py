"""Documents as all stages read them: in simplified script, with spaces, digits and letters of one
width."""

from dataclasses import replace

from pilotdiff.listing.lines.washing import judge_washing
from pilotdiff.model import Document, Line, Message
from pilotdiff.repair import needs_more_than_script, plain_characters


def plain_copy(document: Document) -> Document:
    """Return a document with its lines in plain characters and those published beside them, where
    nothing else must be mended first: all stages look at the same characters then.

    A line that its own characters tell to be damaged stays in its script, as does one of a document
    in simplified script; the cells of such a document are washed one by one.
    """
    washing = judge_washing(document)
    if washing.misread or washing.spacing:
        return document
    converted = not washing.leaves
    lines = tuple([_plain(line, script=converted) for line in document.lines])
    same = all(one is other for one, other in zip(lines, document.lines, strict=True))
    return document if same else replace(document, lines=lines, written=document.lines)


def _plain(line: Line, *, script: bool) -> Line:
    if not script:
        text = plain_characters(line.text, script=False) if line.text else ""
        cells = tuple([cell.strip() for cell in line.cells])
        same = text == line.text and cells == line.cells
        return line if same else line._replace(text=text, cells=cells)
    place = line.place
    if isinstance(place, Message):  # the name of its sheet
        values = ((name, _text(v) if isinstance(v, str) else v) for name, v in place.values)
        place = place._replace(values=tuple(values))
    cells = tuple([_text(cell.strip()) for cell in line.cells])
    return line._replace(text=_text(line.text), cells=cells, place=place)


def _text(text: str) -> str:
    plain = plain_characters(text, script=False)
    return plain if needs_more_than_script(plain) else plain_characters(plain, script=True)
