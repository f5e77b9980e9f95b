"""The characters of a PDF page as runs: pieces of a line without a wide gap in them."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from pilotdiff.patterns import HAN
from pilotdiff.reading.pdf.pdf_pages import turned
from pilotdiff.reading.pdf.pdf_rules import Rule
from pilotdiff.reading.pdf.pdf_windows import Box, address, windows

_WIDE_GAP = 0.8
"""In heights of a character: what separates cells."""
_WORD_GAP = 0.15
_AIR = 0.33
"""What typesetters leave between digits and characters where no space was written."""
_NEARBY = 0.25
_EDGE = 0.2
"""In heights of a character: how far a rule at its edge may stand within its box."""
_TOUCHING = 0.05
"""In heights of a character: what stands between two characters of one word."""
_LOST = "\ufffd"
_OFF_PAGE = -1_000.0


class TextRun(NamedTuple):
    """A piece of text with its box on the page as shown: x to the right, y downwards, in points.

    pieces    those between its blanks, where it has any
    numbered  the number that it begins with and the rest, where a Chinese character stands right
              behind it
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    pieces: tuple["TextRun", ...] = ()
    numbered: tuple["TextRun", ...] = ()

    @property
    def height(self) -> float:
        """Its height, foot to top."""
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """Where its middle is."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    @property
    def start(self) -> tuple[float, float]:
        """The middle of its first character."""
        half = min(self.height, self.right - self.left) / 2
        return self.left + half, (self.top + self.bottom) / 2


def page_glyphs(page: pypdfium2.PdfPage) -> list[TextRun]:
    """Return the characters of a page in the order in which its file draws them."""
    return list(_once(_glyphs(page)))


def runs_of(glyphs: Sequence[TextRun], vertical: Sequence[Rule]) -> list[TextRun]:
    """Return the runs that characters make; none crosses a rule."""
    runs: list[TextRun] = []
    held: list[TextRun] = []
    for glyph in glyphs:
        if held and not _continues(held[-1], glyph, vertical):
            runs.append(_joined(held))
            held = []
        held.append(glyph)
    return [*runs, _joined(held)] if held else runs


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[TextRun]:
    """Yield the visible characters; one after a space carries it in front."""
    try:
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError:  # a page without any text
        return
    turn, box, space = turned(page), raw.FS_RECTF(), ""
    cut = windows(page)
    try:
        for index in range(text_page.count_chars()):
            character = _character(raw.FPDFText_GetUnicode(text_page, index))
            if not character or character.isspace():
                inferred = raw.FPDFText_IsGenerated(text_page, index) == 1
                space = space if inferred else " "
            elif raw.FPDFText_GetLooseCharBox(text_page, index, box):
                (x1, y1), (x2, y2) = turn(box.left, box.bottom), turn(box.right, box.top)
                text = space + character
                glyph = TextRun(text, min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
                if cut and (seen := cut.get(address(raw.FPDFText_GetTextObject(text_page, index)))):
                    glyph = _within(glyph, seen)
                yield glyph
                space = ""
    finally:
        text_page.close()


def _within(glyph: TextRun, window: Box) -> TextRun:
    """Return a character with what is cut off of it drawn in to the edge that cuts it; one of a
    line above or below that edge off the page, as it is not seen.

    >>> _within(TextRun("镇", 30, 0, 40, 10), Box(0, 0, 25, 10))
    TextRun(text='镇', left=25, top=0, right=25, bottom=10, pieces=(), numbered=())
    >>> _within(TextRun("镇", 30, 12, 40, 22), Box(0, 0, 40, 10)).bottom < 0
    True
    """
    if not window.top <= glyph.middle[1] <= window.bottom:
        return glyph._replace(top=_OFF_PAGE, bottom=_OFF_PAGE + glyph.height)
    left, right = (min(max(x, window.left), window.right) for x in (glyph.left, glyph.right))
    return glyph._replace(left=left, right=right)


def _character(code: int) -> str:
    """Return the character of a code; "" for a control, U+FFFD where the font does not tell it."""
    if code in (0, 0xFFFE, 0xFFFF) or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return _LOST
    return chr(code) if code > 0x20 else ""


def _once(glyphs: Iterator[TextRun]) -> Iterator[TextRun]:
    """Yield the runs without the second stroke of bold type that is made by printing twice."""
    printed: dict[str, list[TextRun]] = {}
    for glyph in glyphs:
        # A table of equal signs must not cost the square of its size.
        twins = printed.setdefault(glyph.text.strip(), [])[-50:]
        near = glyph.height * _NEARBY
        if any(abs(t.left - glyph.left) < near and abs(t.top - glyph.top) < near for t in twins):
            continue
        printed[glyph.text.strip()].append(glyph)
        yield glyph


def _continues(before: TextRun, glyph: TextRun, vertical: Sequence[Rule]) -> bool:
    height = min(before.height, glyph.height) or 1.0
    shared = min(before.bottom, glyph.bottom) - max(before.top, glyph.top)
    gap = glyph.left - before.right
    near = shared > height / 2 and -height / 2 < gap < max(before.height, 1.0) * _WIDE_GAP
    return near and not _parted(before, glyph, vertical)


def _parted(before: TextRun, glyph: TextRun, vertical: Sequence[Rule]) -> bool:
    """Tell whether a rule, in order of their places, stands between two characters. Where
    they touch, or it goes through one of them, the text runs over the edge of its cell."""
    if glyph.left - before.right < before.height * _TOUCHING:
        return False
    (left, y), (right, _) = before.middle, glyph.middle
    first = bisect_left(vertical, left, key=lambda rule: rule.at)
    between = takewhile(lambda rule: rule.at < right, islice(vertical, first, None))
    edge = before.height * _EDGE
    return any(
        rule.start <= y <= rule.end and before.right - edge <= rule.at <= glyph.left + edge
        for rule in between
    )


def _joined(glyphs: list[TextRun]) -> TextRun:
    words: list[list[TextRun]] = [[glyphs[0]]]
    for before, glyph in pairwise(glyphs):
        if _is_spaced(before, glyph):
            words.append([])
        words[-1].append(glyph)
    pieces = tuple(map(_word, words))
    if len(pieces) == 1:
        return pieces[0]
    text = " ".join(piece.text for piece in pieces)
    whole = _around(text, glyphs)._replace(pieces=pieces)
    return whole._replace(numbered=_numbered_pieces(pieces, glyphs))


def _numbered_pieces(pieces: Sequence[TextRun], glyphs: Sequence[TextRun]) -> tuple[TextRun, ...]:
    """Return the number that the first of several pieces begins with, or is, and the rest."""
    first, *others = pieces
    number, own = first.numbered or (first, None)
    if own is None and not (is_row_number(first.text) and HAN.match(others[0].text)):
        return ()
    rest = ([own] if own is not None else []) + others
    text = " ".join(piece.text for piece in rest)
    inner = tuple(rest) if len(rest) > 1 else ()
    behind = _around(text, glyphs)._replace(left=rest[0].left, pieces=inner)
    return number, behind


_LONGEST_NUMBER = 4


def is_row_number(text: str) -> bool:
    """Tell whether a text is figures that may number a row.

    >>> is_row_number("12"), is_row_number("20240501"), is_row_number("1、")
    (True, False, False)
    """
    return text.isascii() and text.isdecimal() and len(text) <= _LONGEST_NUMBER


def _word(glyphs: Sequence[TextRun]) -> TextRun:
    whole = _around("".join(glyph.text.strip() for glyph in glyphs), glyphs)
    end = next((at for at, g in enumerate(glyphs) if not g.text.strip().isdecimal()), 0)
    number, rest = glyphs[:end], glyphs[end:]
    if not end or not is_row_number(whole.text[:end]) or not HAN.match(rest[0].text.strip()):
        return whole
    parts = (_around(whole.text[:end], number), _around(whole.text[end:], rest))
    return whole._replace(numbered=parts)


def _around(text: str, glyphs: Sequence[TextRun]) -> TextRun:
    return TextRun(text, *box_of(glyphs))


def box_of(runs: Sequence[TextRun]) -> tuple[float, float, float, float]:
    """Return the left, top, right and bottom of what runs cover together."""
    return (
        min(run.left for run in runs),
        min(run.top for run in runs),
        max(run.right for run in runs),
        max(run.bottom for run in runs),
    )


def _is_spaced(before: TextRun, glyph: TextRun) -> bool:
    gap = (glyph.left - before.right) / max(before.height, 1.0)
    if gap <= _WORD_GAP or glyph.text.startswith(" "):
        return gap > _WORD_GAP
    latin = _is_latin(before.text) and _is_latin(glyph.text)
    return latin or gap > _AIR


def _is_latin(text: str) -> bool:
    return text.isascii() and text.strip().isalnum()
