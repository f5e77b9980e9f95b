"""How much room a text takes in cells, and where it is broken: Chinese characters are two wide.

A screen breaks between words, and in Chinese between characters; a spreadsheet does it by itself,
anywhere within a word that is too long, and is told only how many lines that makes.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING

from rich import cells

from pilotdiff.patterns import pattern

if TYPE_CHECKING:
    from rich.text import Text

# A character of these takes a byte and a cell, or three bytes and two cells.
_USUAL = pattern(r"[ -~、-】一-\u9fff！-｠]*")
# A sign of percent stays with its number.
_WORD = pattern(r"\s*\S+(?: %\S*)?\s*")
_OPENING, _CLOSING, _WIDE = "（“《〔「『【", "，。、；：？！）”》〕」』】…", "\u2e80-\u9fff"
_PIECE = pattern(rf"[{_OPENING}]*(?:[{_WIDE}]|[^{_WIDE}{_OPENING}{_CLOSING}]+|.)[{_CLOSING}]*")


def cell_len(text: str) -> int:
    """Return the cells that a text takes.

    >>> cell_len("第3批"), cell_len("“示范”")
    (5, 6)
    """
    if _USUAL.fullmatch(text):
        return (len(text.encode()) + len(text)) // 2
    return cells.cell_len(text)  # looks at one character after the other


def widest_line(text: str) -> int:
    """Return the cells that the longest line takes: 8 for "普安\\n广福社区"."""
    return max(map(cell_len, text.split("\n"))) if "\n" in text else cell_len(text)


def longest_word(text: str) -> int:
    """Return the cells below which a text cannot be broken."""
    return max(map(cell_len, text.split()), default=0)


def without_middle(text: str, room: int) -> str:
    """Return a text that takes no more than `room` cells: what is longer has … for its middle,
    since titles of one programme differ at their ends.

    >>> without_middle("关于公布第三批城乡社区治理试点单位名单的通知", 24)
    '关于公布第…位名单的通知'
    """
    if cell_len(text) <= room:
        return text
    first = cells.set_cell_size(text, (room - 1) // 2).rstrip()
    last = cells.set_cell_size(text[::-1], room - 1 - cell_len(first)).rstrip()[::-1]
    return f"{first}…{last}"


def wrapped(text: Text, width: int) -> list[Text]:
    """Return the lines of a text on a screen of `width` cells.

    >>> from rich.text import Text
    >>> [line.plain for line in wrapped(Text("四川省第三批试点名单，2022年"), 12)]
    ['四川省第三批', '试点名单，', '2022年']
    >>> [line.plain for line in wrapped(Text("of 4 did: 66.7 %."), 15)]
    ['of 4 did:', '66.7 %.']
    """
    plain = text.plain
    if "\n" not in plain and "\t" not in plain and cell_len(plain) <= width:
        return [text]
    found: list[Text] = []
    for line in text.split("\n", allow_blank=True):
        line.expand_tabs()
        pieces = line.divide(_breaks(line.plain, width))
        for piece in pieces:
            piece.rstrip()
        found += pieces
    return found


def _breaks(line: str, width: int) -> list[int]:
    """Return where a line must be broken; spaces at a break count for nothing."""
    breaks: list[int] = []
    taken = 0
    for match in _WORD.finditer(line):
        word, start = match[0], match.start()
        bare = word.rstrip()
        needed = cell_len(bare)
        # Chinese prose has no spaces: what is too long for a name goes on where the line ends.
        prose = needed > max(width // 2, len(bare))
        if taken + needed > width and taken and not prose:
            breaks.append(start)
            taken = 0
        if taken + needed > width:
            within, taken = _breaks_within(bare, width, taken)
            breaks += (start + at for at in within)
            taken += len(word) - len(bare)
        else:
            taken += cell_len(word)
    return breaks


def _breaks_within(word: str, width: int, taken: int) -> tuple[list[int], int]:
    """Return where a word is broken whose line is taken so far; and what it takes of its last line.

    Between any two Chinese characters, but numbers and Latin words stay whole, and punctuation
    stays with what it closes or opens; all of that only as far as the screen is wide enough.
    """
    breaks: list[int] = []
    for piece in _PIECE.finditer(word):
        if taken + cell_len(piece[0]) > width and taken:
            breaks.append(piece.start())
            taken = 0
        for at, char in enumerate(piece[0], start=piece.start()):
            if taken + cell_len(char) > width:
                breaks.append(at)
                taken = 0
            taken += cell_len(char)
    return breaks, taken


@lru_cache(maxsize=4096)  # the same reasons stand in many rows, the same names on two sheets
def sheet_lines(text: str, room: int) -> int:
    """Tell how many lines a text takes in a spreadsheet's column of `room` cells."""
    return sum(_sheet_lines(line, room) for line in text.split("\n"))


def _sheet_lines(line: str, room: int) -> int:
    if cell_len(line) <= room:
        return 1
    count, taken = 1, 0
    for word in line.split(" "):
        needed = cell_len(word)
        if taken and taken + 1 + needed > room:
            count, taken = count + 1, 0
        # Half a character may be left over at the end of a line.
        broken = ceil(needed / max(room - 1, 1)) - 1 if needed > room else 0
        count, taken = count + broken, taken + needed + 1 - broken * room
    return count
