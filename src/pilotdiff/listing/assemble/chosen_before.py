"""Rows that go on behind a sentence that says of which place such were chosen: 山西省入选示范村的有
白溪市东岭村。入选示范镇的有北岭市南岭镇。"""

from collections.abc import Iterator, Sequence

from pilotdiff.in_groups import in_groups
from pilotdiff.listing.carried_parents import Parts, holds
from pilotdiff.listing.naming import read_unit
from pilotdiff.listing.unit_names.chosen_of import goes_on_alone, leads_up
from pilotdiff.model import Entry, Line
from pilotdiff.patterns import pattern
from pilotdiff.repair import to_simplified

_SENTENCE = pattern(r"[^。！？!?]+")
_COLON = pattern(r"[：:]")
# Lines that may part the two.
_NEAR = 3


def in_the_place_chosen_before(
    entries: Sequence[Entry], lines: Sequence[Line]
) -> tuple[Entry, ...]:
    """Return entries, those of sentences that name no place of their own in that of the sentence
    before them, where the standard has all of them there."""
    by_line = in_groups(entries, lambda entry: entry.line)
    placed: dict[Entry, Entry] = {}
    place: Parts = ()
    named = 0
    for line in lines if by_line else ():
        for sentence in _sentences(line):
            if begun := leads_up(sentence, 0, len(sentence))[0]:
                place, named = begun, line.number
            elif place and goes_on_alone(sentence) and line.number <= named + _NEAR:
                row = [e for e in by_line.get(line.number, ()) if to_simplified(e.raw) in sentence]
                if row and all(_lies_in(place, entry) for entry in row):
                    over = tuple(name for _, name in place)
                    placed |= {e: e._replace(above=(*over, *e.above)) for e in row}
    return tuple(placed.get(entry, entry) for entry in entries)


def _sentences(line: Line) -> Iterator[str]:
    """Yield the sentences of a line, without the colon behind what leads up to names."""
    for match in _SENTENCE.finditer(to_simplified(line.text)):
        yield _COLON.sub("", match[0].strip(), count=1)


def _lies_in(place: Parts, entry: Entry) -> bool:
    """Tell whether the standard has the highest part of an entry's path right in a place."""
    first = read_unit(entry.above[0] if entry.above else entry.text)
    return first is not None and holds(place[-1], first.parts[0]) is True
