"""Units of a document that was read in a copy in plain characters: told as it writes them."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from pilotdiff.model import Entry, Line, Units
from pilotdiff.repair import plain_steps

# So many lines may one name be broken over.
_MOST_LINES = 4
# So many characters above a row what it carries on is sought.
_WINDOW = 20_000


def as_published(units: Units) -> Units:
    """Return the units with their entries, what is doubted of these, and the lines of the document
    as it writes them, the width and script of each name a repair of it; those of a document that
    was read as it stands as they are."""
    listing = units.listing
    lines = listing.document.written
    if not lines:
        return units
    texts = _Texts.of(listing.document.lines, lines)
    at = {line.number: number for number, line in enumerate(lines)}

    def published(entry: Entry) -> Entry:
        line = at[entry.line]
        raw = texts.published(entry.raw, line)
        repairs = (*plain_steps(raw, entry.raw), *entry.repairs)
        return entry._replace(raw=raw, repairs=repairs, place=lines[line].place)

    entries = (*listing.entries, *listing.mentions, *(unit.entry for unit in units.units))
    written = {id(entry): published(entry) for entry in entries}
    own = {(each.entry.line, each.entry.raw): written[id(each.entry)].raw for each in units.units}
    doubtful = tuple(
        doubt._replace(text=own.get((doubt.line, doubt.text), doubt.text))
        for doubt in units.census.doubtful
    )
    return replace(
        units,
        listing=replace(
            listing,
            document=replace(listing.document, lines=lines, written=()),
            entries=tuple(written[id(entry)] for entry in listing.entries),
            mentions=tuple(written[id(entry)] for entry in listing.mentions),
        ),
        units=tuple(unit._replace(entry=written[id(unit.entry)]) for unit in units.units),
        census=units.census._replace(doubtful=doubtful),
    )


class _Texts(NamedTuple):
    """A document in one: in plain characters, as published, and where each line begins; the two are
    as long."""

    plain: str
    own: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, plain: Iterable[Line], own: Iterable[Line]) -> "_Texts":
        """Return the texts of a document's lines and of their plain copies."""
        copies = list(map(_text, plain))
        starts = (0, *accumulate(map(len, copies)))
        return cls("".join(copies), "".join(map(_text, own)), starts)

    def published(self, name: str, line: int) -> str:
        """Return a name of a line as the document writes it, its parts too that stand apart, or
        above as what a row carries on; as it is where one of them stands nowhere there."""
        end = self.starts[min(line + _MOST_LINES, len(self.starts) - 1)]
        at = self.plain.find(name, self.starts[line], end)
        if at >= 0:
            return self.own[at : at + len(name)]
        found = ""
        while rest := name[len(found) :]:
            parts = (rest[:size] for size in range(len(rest), 0, -1))
            places = ((self._last(part, end), part) for part in parts)
            at, part = next(((at, part) for at, part in places if at >= 0), (-1, ""))
            if not part and not rest[0].isspace():
                return name
            # A blank stands where a line's end broke the name.
            found += self.own[at : at + len(part)] or rest[0]
        return found

    def _last(self, part: str, end: int) -> int:
        return self.plain.rfind(part, max(0, end - _WINDOW), end)


def _text(line: Line) -> str:
    return "".join(text.strip() for text in (line.text, *line.cells))
