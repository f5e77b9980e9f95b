"""The lines that gave no unit: those the listing says so of, and all that it never mentions."""

from bisect import bisect_right
from collections.abc import Iterator

from pilotdiff.model import Entry, Listing, Skipped, Units, msg

NO_UNIT = msg("nothing in it is read as an entry")


def passed_over(units: Units) -> list[Skipped]:
    """Return every line or part of one that gave no unit, in their order, each once."""
    listing = units.listing
    told = dict.fromkeys((*listing.skipped, *units.unread))
    return sorted((*told, *_untold(listing)), key=lambda skip: skip.line)


def _untold(listing: Listing) -> Iterator[Skipped]:
    entries = sorted(listing.entries, key=lambda entry: entry.line)
    starts = [entry.line for entry in entries]
    told = {skip.line for skip in listing.skipped} | set(starts)
    told.update(section.line for section in listing.sections)
    for line in listing.document.lines:
        shown = line.text.strip() or " ".join(filter(None, line.cells))
        if shown and line.number not in told:
            after = bisect_right(starts, line.number)
            if not any(_belongs(shown, entry) for entry in entries[max(after - 1, 0) : after + 1]):
                yield Skipped(line.number, shown, NO_UNIT)


def _belongs(shown: str, entry: Entry) -> bool:
    """Tell whether the line is a part of an entry that is told over several lines."""
    return shown in (entry.ordinal, entry.note) or shown in entry.raw
