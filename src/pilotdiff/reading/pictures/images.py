"""Pictures as arrays: files of one or several pages, and pages of a PDF that hold no text."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from pilotdiff.reading.contents import RawSource
from pilotdiff.reading.limits import MAX_PAGES, MAX_PIXELS

if TYPE_CHECKING:
    import pypdfium2

Image: TypeAlias = Any
"""Rows × columns × blue, green, red, from 0 to 255: an array of numpy's."""

_LONGEST = 2400
"""Pixels of a page's longer side: more costs time and gives no character."""
_POINTS = 72
_SHARP = 200
"""Dots an inch at which a page without pictures is drawn."""
_PICTURE = 3
"""What PDFium calls an object that is a picture."""


def file_pages(source: RawSource) -> Iterator[Image]:
    """Yield the pages of a picture file, the right way up as the camera noted it.

    Raises UserError when the bytes are no picture, or one of more than `MAX_PIXELS`.
    """
    from PIL import Image as Pillow
    from PIL import ImageOps, ImageSequence

    Pillow.MAX_IMAGE_PIXELS = None  # the limit is ours, with a sentence
    try:
        with Pillow.open(io.BytesIO(source.data)) as file:
            if getattr(file, "n_frames", 1) > MAX_PAGES:
                source.refuse(
                    "has more than {most} pages; give the pages that hold the list",
                    most=f"{MAX_PAGES:,}",
                )
            for frame in ImageSequence.Iterator(file):
                if frame.width * frame.height > MAX_PIXELS:
                    source.refuse(
                        "is a picture of more than {most} million pixels; save it smaller",
                        most=MAX_PIXELS // 1_000_000,
                    )
                upright = ImageOps.exif_transpose(frame)
                yield _fitted(_on_paper(upright))
    except (OSError, SyntaxError, ValueError, EOFError):
        source.refuse("is broken: its content is no whole picture; save it again")


def _on_paper(picture: Any) -> Image:
    """Return a Pillow picture as blue, green, red; what is transparent is white paper."""
    import numpy as np
    from PIL import Image as Pillow

    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        layer = picture.convert("RGBA")
        paper = Pillow.new("RGBA", layer.size, "white")
        picture = Pillow.alpha_composite(paper, layer)
    return np.ascontiguousarray(np.asarray(picture.convert("RGB"))[:, :, ::-1])


def _fitted(image: Image) -> Image:
    """Return the picture with its longer side at most `_LONGEST`."""
    import cv2
    import numpy as np

    longest = max(image.shape[:2])
    if longest <= _LONGEST:
        return image
    scale = _LONGEST / longest
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.asarray(small, dtype=np.uint8)


def is_picture(page: pypdfium2.PdfPage) -> bool:
    """Return whether a PDF page holds a picture of some size: a scan and no blank page."""
    width, height = page.get_size()
    for item in page.get_objects(filter=(_PICTURE,), max_depth=2):
        left, bottom, right, top = item.get_bounds()
        if (right - left) * (top - bottom) > width * height / 20:
            return True
    return False


def drawn(page: pypdfium2.PdfPage) -> Image:
    """Return a PDF page as shown, at the resolution of the pictures in it."""
    import numpy as np

    longest = max(page.get_size())
    scale = min(max(_density(page), _SHARP / _POINTS / 2), _LONGEST / longest)
    shown = page.render(scale=scale).to_numpy()
    colours = shown[:, :, :3] if shown.ndim == 3 else shown[:, :, None]
    image = np.repeat(colours, 3, axis=2) if colours.shape[2] == 1 else colours
    return np.ascontiguousarray(image)


def _density(page: pypdfium2.PdfPage) -> float:
    """Return the pixels a point of the sharpest picture of a page, that of `_SHARP` without one."""
    found = [
        item.get_px_size()[0] / max(right - left, 1.0)
        for item in page.get_objects(filter=(_PICTURE,), max_depth=2)
        for left, _, right, _ in [item.get_bounds()]
    ]
    return max(found, default=_SHARP / _POINTS)
