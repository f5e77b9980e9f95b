"""A page that is a picture, as the lines and table rows that a reader sees."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from pilotdiff.model import Strip
from pilotdiff.reading.pdf.pdf_grids import grids
from pilotdiff.reading.pdf.pdf_layout import page_lines
from pilotdiff.reading.pdf.pdf_runs import TextRun
from pilotdiff.reading.pdf.pdf_text_lines import PageLine
from pilotdiff.reading.pictures import ink, perspective, recognising, ruling, upright
from pilotdiff.reading.pictures.back_of_page import without_back
from pilotdiff.reading.pictures.strips import strip

if TYPE_CHECKING:
    from pilotdiff.reading.pdf.pdf_rules import Rule
    from pilotdiff.reading.pictures.doubtful import Doubts
    from pilotdiff.reading.pictures.images import Image
    from pilotdiff.reading.pictures.recognising import Recognised

_A4 = 595.0
"""Points of the shorter side of a page: the layout's limits are those of printed pages."""


class PicturePage(NamedTuple):
    """The lines of a recognised page, its size in points, and how many places gave no text.

    strips    the picture of each line, by its box
    has_back  whether print that shone through from the back was left out
    """

    lines: list[PageLine]
    width: float
    height: float
    silent: int = 0
    strips: Mapping[tuple[float, float, float, float], Strip] = MappingProxyType({})
    has_back: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether all ink of the page gave text."""
        return bool(self.lines) and not self.silent and not self.has_back


class ReadPage(NamedTuple):
    """What was read on a page, in pixels of it set upright and seen from the front.

    paper  the page with its seals: they are taken out for reading, a person sees them
    rules  the horizontal and the vertical ones
    has_back  whether print shone through from the back, which is left out
    """

    paper: Image
    found: list[Recognised]
    rules: tuple[list[Rule], list[Rule]]
    has_back: bool


def read_page(image: Image, go_on: Callable[[], None]) -> ReadPage:
    """Return what stands on a page. Raises what `go_on` raises, which is asked time and again."""
    page = ink.without_seals(image)
    if (thin := without_back(page)) is not None:
        page = thin
    if (front := perspective.from_the_front(page)) is not None:
        image, page = front.of(image), front.of(page)
    places = recognising.boxes(page)
    turns = 0
    if upright.lies_on_its_side(places):
        page, turns = _turned(page, 1), 1
        places = recognising.boxes(page)
    if recognising.is_upside_down(page, places):
        page, turns = _turned(page, 2), turns + 2
        places = recognising.boxes(page)
    read = recognising.recognised(page, places, go_on)
    slant = upright.slant(places)
    straight, back = upright.straightened(page, slant)
    paper, _ = upright.straightened(_turned(image, turns), slant)
    placed = [found._replace(box=back(found.box)) for found in read]
    return ReadPage(paper, placed, ruling.image_rules(straight), thin is not None)


def laid_out(read: ReadPage, doubts: Doubts) -> PicturePage:
    """Return what a reader sees on a page, line by line, without the page's number.

    Doubtful characters are signs of `doubts`, which puts the best readings back.
    """
    height, width = read.paper.shape[:2]
    points = _A4 / min(width, height)
    horizontal, vertical = ([rule.scaled(points) for rule in rules] for rules in read.rules)
    runs = [_run(found, points, doubts) for found in read.found if found.text.strip()]
    tables = [ruling.parted(ruling.closed(g), runs) for g in grids(horizontal, vertical)]
    lines = page_lines(runs, tables)
    strips = {line.box: strip(read.paper, [edge / points for edge in line.box]) for line in lines}
    silent = len(read.found) - len(runs)
    return PicturePage(lines, width * points, height * points, silent, strips, read.has_back)


def _turned(page: Image, quarters: int) -> Image:
    import numpy as np

    return np.ascontiguousarray(np.rot90(page, quarters)) if quarters else page


def _run(found: Recognised, points: float, doubts: Doubts) -> TextRun:
    """Return a box as a run of the layout, in points."""
    xs, _ = zip(*found.box, strict=True)
    # A box that the recogniser drew is slanted; the middles of its edges say where it stands.
    top = (found.box[0][1] + found.box[1][1]) / 2
    bottom = (found.box[2][1] + found.box[3][1]) / 2
    text = doubts.marked(found.characters).strip()
    return TextRun(text, min(xs) * points, top * points, max(xs) * points, bottom * points)
