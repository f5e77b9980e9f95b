"""Which documents have a text to look in, and where a name stands in it as words, whatever was
read there as a unit: what `trace` may say a document does not name."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from pilotdiff.model import Filed, Units
from pilotdiff.repair import fold
from pilotdiff.repair.pinyin import drop_annotations

# So much of a line is shown on either side of the words.
_AROUND = 16


class LiteralWords(NamedTuple):
    """A line in which a name stands: the document, the line from 1, the words around it, and the
    other units that were read from this line and bear the name, or lie in one that does."""

    document: Filed
    line: int
    text: str
    units: tuple[str, ...] = ()


def has_text(filed: Filed) -> bool:
    """Tell whether there is text of a document to look in; a catalogue may have its figures
    alone."""
    return bool(filed.units.listing.document.lines)


def literal_words(names: Collection[str], documents: Sequence[Filed]) -> Iterator[LiteralWords]:
    """Yield each line that has one of these names in it, in either script and without the pinyin
    that a page put in."""
    wanted = sorted({fold(name) for name in names if name}, key=len, reverse=True)
    for filed in documents:
        read = _read_there(filed.units, wanted)
        for line in filed.units.listing.document.lines:
            text = "　".join(line.cells) if line.cells else line.text
            found = _found(text, wanted)
            if found:
                yield LiteralWords(filed, line.number, found, tuple(read.get(line.number, ())))


def _read_there(units: Units, wanted: Sequence[str]) -> dict[int, list[str]]:
    """Return the units that have one of the names in their own, by the lines they stand in."""
    found: dict[int, list[str]] = defaultdict(list)
    for unit in units.units:
        whole = fold(unit.name)
        if any(name in whole for name in wanted):
            found[unit.entry.line].append(unit.name)
    return found


def _found(text: str, wanted: Sequence[str]) -> str:
    """Return the words around a name in a text, "" where none of the names stands in it."""
    # Cheap first: a national list has a million lines.
    folded = fold(text)
    if not any(name[0] in folded for name in wanted):
        return ""
    shown = drop_annotations(text).text
    folded = fold(shown)
    for name in wanted:
        at = folded.find(name)
        if at >= 0:
            cut = shown[max(0, at - _AROUND) : at + len(name) + _AROUND].strip()
            return cut if len(folded) == len(shown) else shown[: 2 * _AROUND + len(name)].strip()
    return ""
