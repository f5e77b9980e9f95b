"""Rows of names that end with 等, which says that there are others: 清岗市：白溪县、南岭县等."""

from collections.abc import Iterator, Sequence

from pilotdiff.census.chunks import Chunks
from pilotdiff.facts.numerals import CHINESE, numeral
from pilotdiff.model import DoubtfulLine, Listing, Unit, msg
from pilotdiff.patterns import one_of, pattern

# Right behind a kind; 一等 and 平等 are words of their own.
_OPEN = pattern(
    rf"(?<=[省市州盟县区旗镇乡村道会])等(?:\s*(?P<number>\d{{1,5}}|{CHINESE}{{1,5}})\s*[个個家]"
    r"\p{Han}{0,6})?\s*[。；;]?\s*$",
    needs="等",
)
_AND_OTHERS = one_of("等")
_OTHERS = msg("等 stands behind its names: there may be others, which the document leaves out")


def open_ended(listing: Listing, chunks: Chunks, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the rows that end so, where no total says that the list is whole; a cell that gives its
    number, where another number of its names is read."""
    if any(total.number == len(units) for total in listing.declared):
        return
    lines = [*chunks.with_any(_AND_OTHERS)]
    of_line: dict[int, list[str]] = {line.number: [] for line in lines}
    for unit in units if lines else ():
        if unit.entry.line in of_line:
            of_line[unit.entry.line].append(unit.entry.text)
    for line in lines:
        for text in line.cells or (line.text,):
            match = _OPEN.search(text.strip())
            named = sum(name in text for name in of_line[line.number]) if match else 0
            if match is None or not named or (match["number"] and not line.cells):
                continue  # the total of a line of text is held against it
            if not match["number"] or numeral(match["number"]) != named:
                yield DoubtfulLine(line.number, text.strip(), _OTHERS)
