"""Files that are pictures of paper: .jpg, .png, .tif, .webp."""

from pilotdiff.reading.contents import Contents, RawSource
from pilotdiff.reading.pdf_breaks import rejoined
from pilotdiff.reading.pictures.needed import HOW_TO_GET_IT, can_recognise


def contents(source: RawSource) -> Contents:
    """Return one Line a line or table row of a picture file, numbered over all its pages.

    Raises UserError where the recogniser is not installed, and for what is no whole picture.
    """
    if not can_recognise():
        source.refuse("is a picture, and {how}", how=HOW_TO_GET_IT)
    from pilotdiff.reading.pictures.doubtful import Doubts
    from pilotdiff.reading.pictures.images import file_pages
    from pilotdiff.reading.pictures.pages import picture_page
    from pilotdiff.reading.pictures.put_together import notes, scanned

    doubts = Doubts()
    pictures = {}
    for page, image in enumerate(file_pages(source), 1):
        source.tick(page - 1, page)
        pictures[page] = picture_page(image, doubts)
    if not any(picture.lines for picture in pictures.values()):
        source.refuse("is a picture in which no text was found; give a sharper one")
    pages = rejoined([picture.lines for picture in pictures.values()])
    lines, scan = scanned(pages, pictures, doubts)
    return Contents(lines, tuple(notes(pictures)), scan=scan)
