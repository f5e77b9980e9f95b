"""Files that are pictures of paper: .jpg, .png, .tif, .webp, alone or several as one document."""

from collections.abc import Iterator, Sequence

from pilotdiff.model import Said, msg
from pilotdiff.reading.contents import Contents, RawSource
from pilotdiff.reading.pdf.pdf_breaks import rejoined
from pilotdiff.reading.pictures.needed import HOW_TO_GET_IT, can_recognise


def contents(source: RawSource) -> Contents:
    """Return one Line a line or table row of a picture file, numbered over all its pages.

    Raises UserError where the recogniser is not installed, and for what is no whole picture.
    """
    if not can_recognise():
        source.refuse("is a picture, and {how}", how=HOW_TO_GET_IT)
    from pilotdiff.reading.picture_bundles import is_bundle, unzipped
    from pilotdiff.reading.pictures.abreast import picture_pages
    from pilotdiff.reading.pictures.doubtful import Doubts
    from pilotdiff.reading.pictures.images import file_pages
    from pilotdiff.reading.pictures.put_together import notes, scanned

    files = list(unzipped(source)) if is_bundle(source.data) else [source]
    doubts = Doubts()
    images = (image for file in files for image in file_pages(file))
    pictures = {}
    source.tick(0, len(files))
    for page, picture in enumerate(picture_pages(images, doubts), 1):
        pictures[page] = picture
        source.tick(page, max(page, len(files)))
    if not any(picture.lines for picture in pictures.values()):
        source.refuse("is a picture in which no text was found; give a sharper one")
    laid_out = rejoined([picture.lines for picture in pictures.values()])
    lines, scan = scanned(laid_out, pictures, doubts)
    return Contents(lines, (*_in_order(source, files), *notes(pictures)), scan=scan)


def _in_order(source: RawSource, files: Sequence[RawSource]) -> Iterator[Said]:
    """Yield in which order several pictures were read: their names alone tell it."""
    if len(files) > 1:
        names = tuple(file.name.removeprefix(f"{source.name}/") for file in files)
        yield msg("the pictures were read as one document, in this order: {names}", names=names)
