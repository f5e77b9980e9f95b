"""Text that somebody pasted from a recogniser's reading of a scan, told by its marks.

Nothing in a file says where its text comes from. But recognisers write what no typist does: kana
for Chinese characters (ニ、 for 二、), l and O in ordinals (l、 1O、), and a stray small letter
between two characters.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from string import ascii_lowercase

from pilotdiff.model import Doubt, Line, Said, Scan, msg
from pilotdiff.patterns import pattern

_LOOKED_AT = 3_000
"""Lines in which marks are sought."""
_FEWEST = 3
"""So many lines bear a mark, or two with marks of two kinds."""
_MOST_SHOWN = 3
_HAN = "\u4e00-\u9fff"
_KATAKANA = "".join(map(chr, range(0x30A1, 0x30FD)))
_MARKS = (
    pattern(rf"(?<=[{_HAN}])[\u30a1-\u30fa\u30fc]|[\u30a1-\u30fa](?=[{_HAN}、])", needs=_KATAKANA),
    pattern(r"^\s*[(（]?(?:\d*[loO][\dloO]*|\d+I|I\d+)[)）、.．]\s*(?=\p{Han})", needs="loOI"),
    # 智慧e社区, 爱i家 and 大v街 are written so by people.
    pattern(r"(?<=\p{Han})[a-df-hj-uwyz](?=\p{Han})", needs=ascii_lowercase),
)


def recognised_text(lines: Sequence[Line]) -> tuple[Scan, Said] | None:
    """Return what recognised text leaves open and what is told of it, None where no mark tells.

    All its characters are doubtful: nothing says where the recogniser was unsure.
    """
    marked = list(_marked(lines))
    kinds = len({kind for kind, _ in marked})
    if len(marked) < (_FEWEST if kinds < 2 else 2):
        return None
    told = msg(
        "the text bears the marks of text recognition ({marks}); a difference in it is for a "
        "person to judge",
        marks=tuple(
            msg("line {line} {text}", line=line.number, text=line.text.strip()[:12])
            for _, line in marked[:_MOST_SHOWN]
        ),
    )
    return Scan(doubts=tuple(doubt for line in lines for doubt in foreign_doubts(line))), told


def _marked(lines: Sequence[Line]) -> Iterator[tuple[int, Line]]:
    """Yield the lines that bear a mark, with its kind."""
    for line in islice(lines, _LOOKED_AT):
        for kind, mark in enumerate(_MARKS):
            if mark.search(line.text):
                yield kind, line
                break


_UNSURE = 0.5


def foreign_doubts(line: Line) -> Iterator[Doubt]:
    """Yield a doubt for each Chinese character in a line of such text."""
    for text in dict.fromkeys((line.text, *line.cells)):
        for at, character in enumerate(text):
            if "\u3400" <= character <= "\u9fff":
                yield Doubt(line.number, text, at, _UNSURE)
