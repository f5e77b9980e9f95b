"""Names read over a blank of which the second part is a name by itself: 张三 东岭村."""

from collections.abc import Iterator, Sequence

from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.model import DoubtfulLine, Level, Listing, Unit, msg
from pilotdiff.names import split
from pilotdiff.patterns import pattern

_WHY = msg("is read over the blank behind {words}, and {name} behind that is a name by itself")
_BLANK = pattern(r"(?P<words>\p{Han}{2,4})[ \t\u3000]+(?=(?P<name>\p{Han}{3,}))")
_SHORTEST_STEM = 2


def read_over_blanks(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield such units, each with the blank that parts a town or village of its path."""
    texts = {line.number: line.text for line in listing.document.lines if not line.cells}
    for unit in units:
        lower = [part for part in unit.path[Level.TOWNSHIP.depth :] if part]
        for found in _BLANK.finditer(texts.get(unit.entry.line, "")):
            words, behind = found["words"], found["name"]
            names = filter(None, (_behind(words, behind, part) for part in lower))
            if name := next(names, ""):
                why = _WHY.given(words=words, name=name)
                yield DoubtfulLine(unit.entry.line, unit.entry.raw, why)
                break


def _behind(words: str, behind: str, part: str) -> str:
    """Return the name behind a blank of which, with the end of the words before it, a part of a
    path is made; "" where that is none by itself."""
    ends = (words[at:] for at in range(len(words) - 1))
    name = next((part.removeprefix(end) for end in ends if part.startswith(end)), "")
    if not name or not behind.startswith(name) or read_unit(words) is not None:
        return ""
    reading = read_unit(name)
    if reading is None or reading.sure < CERTAIN or len(reading.parts) > 1:
        return ""
    return name if len(split(reading.level, name)[0]) >= _SHORTEST_STEM else ""
