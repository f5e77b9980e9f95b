"""Documents in traditional script as all stages read them: in simplified script."""

from dataclasses import replace

from pilotdiff.listing.washing import judge_washing
from pilotdiff.model import Document, Line, Message
from pilotdiff.repair import needs_more_than_script, to_simplified


def in_plain_script(document: Document) -> Document:
    """Return a document with its lines in simplified script and those published beside them, where
    its washing would make each of them so: all stages look at the same characters then. What must
    be mended first, by what its own characters tell, stays as it is."""
    washing = judge_washing(document)
    if washing.leaves or washing.misread or washing.spacing:
        return document
    return replace(document, lines=tuple(map(_plain, document.lines)), written=document.lines)


def _plain(line: Line) -> Line:
    place = line.place
    if isinstance(place, Message):  # the name of its sheet
        values = ((name, _text(v) if isinstance(v, str) else v) for name, v in place.values)
        place = place._replace(values=tuple(values))
    return line._replace(text=_text(line.text), cells=tuple(map(_text, line.cells)), place=place)


def _text(text: str) -> str:
    return text if needs_more_than_script(text) else to_simplified(text)
