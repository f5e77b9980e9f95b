"""Where a text is broken on a screen: between words, and in Chinese between characters.

A spreadsheet breaks otherwise, and `report.workbook.fit` counts its lines.
"""

from rich.cells import cell_len
from rich.text import Text

from pilotdiff.patterns import pattern

_WORD = pattern(r"\s*\S+\s*")
_OPENING, _CLOSING, _WIDE = "（“《〔「『【", "，。、；：？！）”》〕」』】…", "\u2e80-\u9fff"
_PIECE = pattern(rf"[{_OPENING}]*(?:[{_WIDE}]|[^{_WIDE}{_OPENING}{_CLOSING}]+|.)[{_CLOSING}]*")


def wrapped(text: Text, width: int) -> list[Text]:
    """Return the lines of a text on a screen of `width` cells.

    >>> [line.plain for line in wrapped(Text("四川省第三批试点名单，2022年"), 12)]
    ['四川省第三批', '试点名单，', '2022年']
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
