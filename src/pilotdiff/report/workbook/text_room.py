"""How much room a text takes in cells: Chinese characters are two wide.

Rows are given their height, because not every program works it out for wrapped texts on opening.
"""

from collections.abc import Iterable
from functools import lru_cache
from math import ceil

from rich.cells import cell_len

# Points that a line of ten-point text takes, and what stands above and below.
_LINE = 13.0
_MARGIN = 2.5


def width(text: str) -> int:
    """Return the cells that the longest line takes."""
    return max(map(cell_len, text.split("\n")))


def longest_word(text: str) -> int:
    """Return the cells below which a text cannot be broken."""
    return max(map(cell_len, text.split()), default=0)


@lru_cache(maxsize=4096)  # the same reasons stand in many rows, the same names on two sheets
def lines(text: str, room: int) -> int:
    """Tell how many lines a text takes in a column of `room` cells."""
    return sum(_wrapped(line, room) for line in text.split("\n"))


def _wrapped(line: str, room: int) -> int:
    """Return the lines of a text that breaks between words, and anywhere within a longer one."""
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


def height(texts: Iterable[tuple[str, int]]) -> float | None:
    """Return the points of a row of texts, each with its room; None where one line is enough."""
    # Most texts are short, and there may be millions.
    long = [(text, room) for text, room in texts if 2 * len(text) > room or "\n" in text]
    most = max((lines(text, room) for text, room in long), default=1)
    return most * _LINE + _MARGIN if most > 1 else None
