"""Characters that nobody sees at the ends of lines and cells, as pages and editors leave them."""

import re
from collections.abc import Iterator

from pilotdiff.model import Line
from pilotdiff.patterns import pattern

# Zero-width spaces and joiners, marks of direction, variation selectors, a byte order mark. The
# soft hyphen is left: in a text that was misread it is a byte of a character.
_UNSEEN = "\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
_ANY = pattern(f"[{_UNSEEN}]")
_ENDS = pattern(rf"^[\s{_UNSEEN}]+|[\s{_UNSEEN}]+$")
# The same in UTF-8: text files without them are not looked through.
_IN_BYTES = pattern(
    rb"\xe1\xa0\x8e|\xe2(?:\x80[\x8b-\x8f\xaa-\xae]|\x81[\xa0-\xaf])|\xef(?:\xb8[\x80-\x8f]|\xbb\xbf)"
)
_MARK = 3


def may_hold_any(data: bytes, encoding: str) -> bool:
    """Tell whether a file may hold such characters behind its mark of byte order; where no
    characters are seen in its bytes it may."""
    return encoding != "utf-8" or _IN_BYTES.search(data, _MARK) is not None


def without_invisible_ends(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return lines without what nobody sees at their ends and those of their cells; blanks stay,
    which set a line in.

    >>> [line.text for line in without_invisible_ends((Line(1, "\u200b 清岗县\u200b"),))]
    [' 清岗县']
    """
    return lines if not any(map(_is_odd, lines)) else tuple(_bare(lines))


def _blanks(end: re.Match[str]) -> str:
    return _ANY.sub("", end[0])


def _is_odd(line: Line) -> bool:
    return _ANY.search(line.text or "".join(line.cells)) is not None


def _bare(lines: tuple[Line, ...]) -> Iterator[Line]:
    for line in lines:
        if _is_odd(line):
            cells = tuple(_ENDS.sub(_blanks, cell) for cell in line.cells)
            yield line._replace(text=_ENDS.sub(_blanks, line.text), cells=cells)
        else:
            yield line
