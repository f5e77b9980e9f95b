"""Pages of lines as the lines of one document, numbered over all of them."""

from collections.abc import Iterator, Sequence

from pilotdiff.model import Line, msg
from pilotdiff.reading.pdf.pdf_text_lines import PageLine


def with_pages(pages: Sequence[Sequence[PageLine]]) -> Iterator[tuple[int, PageLine, Line]]:
    """Yield the page (from 1), the line as laid out, and the line of the document."""
    number = 0
    for page, found in enumerate(pages, 1):
        for position, line in enumerate(found, 1):
            number += 1
            place = msg("page {page}, line {line}", page=page, line=position)
            yield page, line, Line(number, line.text, line.cells, place)
