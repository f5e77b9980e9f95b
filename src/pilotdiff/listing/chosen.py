"""Which of the units that a document names are its list, and which are only spoken of.

What stands in lists and tables is the list; running text names the same units again, and counts
only where nothing else does. Lines of names under no heading are the list of a page that is
little else, and links around the text of any other.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from pilotdiff.listing.entries import entry
from pilotdiff.listing.sections import Sections
from pilotdiff.listing.texts import Text
from pilotdiff.listing.walk import Walked
from pilotdiff.model import Entry, Skipped

if TYPE_CHECKING:
    from pilotdiff.listing.prose import Run


class Chosen(NamedTuple):
    """The entries, the units mentioned beside them, and lines found to be no list."""

    entries: tuple[Entry, ...]
    mentions: tuple[Entry, ...] = ()
    skipped: tuple[Skipped, ...] = ()


def choose(walked: Walked) -> Chosen:
    """Tell the list from what surrounds it."""
    told = _runs(walked.prose) if walked.prose else []
    mentioned = tuple(_entries(told))
    if walked.entries:
        return Chosen(tuple(walked.entries), mentioned, tuple(_skipped(walked.loose)))
    if walked.loose and len(walked.loose) >= 2 * len(walked.prose):
        return Chosen(tuple(walked.loose), mentioned)
    if len(walked.described) > 1:
        return Chosen(tuple(walked.described), mentioned, tuple(_skipped(walked.loose)))
    full = tuple(_entries((text, run) for text, run in told if _is_list(run)))
    skipped = tuple(_skipped(walked.loose))
    if len(full) < 2:
        return Chosen((), mentioned, skipped)
    listed = set(full)
    return Chosen(full, tuple(e for e in mentioned if e not in listed), skipped)


def _runs(prose: Iterable[Text]) -> list[tuple[Text, Run]]:
    from pilotdiff.listing.prose import runs

    return [(text, run) for text in prose for run in runs(text.text)]


def _is_list(run: Run) -> bool:
    """Not where the text names one of many: 温江区等41个区."""
    return run.declared is None or 2 * len(run.names) > run.declared


def _entries(told: Iterable[tuple[Text, Run]]) -> list[Entry]:
    return [entry(name, text, Sections()) for text, run in told for name in run.names]


def _skipped(loose: Iterable[Entry]) -> list[Skipped]:
    return [Skipped(e.line, e.raw, "a unit's name outside the list") for e in loose]
