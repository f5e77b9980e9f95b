"""Units of a document in traditional script, read in a simplified copy: told as it writes them."""

from collections.abc import Sequence
from dataclasses import replace

from pilotdiff.model import Entry, Line, Units
from pilotdiff.repair import plain_characters, plain_steps, to_simplified

# So many lines may one name be broken over.
_MOST_LINES = 4


def as_written(units: Units) -> Units:
    """Return the units with their entries, what is doubted of these, and the lines of the document
    as it writes them, the script of each name a repair of it; those of a document that was read as
    it stands as they are."""
    listing = units.listing
    lines = listing.document.written
    if not lines:
        return units
    at = {line.number: number for number, line in enumerate(lines)}
    written = {
        id(entry): _written(entry, lines[at[entry.line] : at[entry.line] + _MOST_LINES])
        for entry in (*listing.entries, *listing.mentions, *(unit.entry for unit in units.units))
    }
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


def _written(entry: Entry, lines: Sequence[Line]) -> Entry:
    """Return an entry with its name as the first of these lines write it."""
    texts = (text.strip() for line in lines for text in (line.text, *line.cells))
    raw = in_own_script(entry.raw, "".join(texts))
    repairs = (*plain_steps(raw, entry.raw), *entry.repairs)
    return entry._replace(raw=raw, repairs=repairs, place=lines[0].place)


def in_own_script(plain: str, written: str) -> str:
    """Return a name as a text writes it, which holds its characters in the same order; where they
    do not stand side by side, without those between them.

    >>> in_own_script("温江区柳城", "四川：溫江區柳城街道"), in_own_script("东岭村", "東嶺 村")
    ('溫江區柳城', '東嶺村')
    """
    if plain in written:
        return plain
    text = plain_characters(written, script=False)
    if plain not in text:
        text = to_simplified(text)
    start = text.find(plain)
    if start >= 0:
        return written[start : start + len(plain)]
    found, at = "", 0
    for character in plain:
        at = text.find(character, at)
        if at < 0:
            return plain
        found, at = found + written[at], at + 1
    return found
