"""Ids for the entries of a list that has none: made from what an entry says, not from its place.

An edit elsewhere in the list moves no id, and the same unit under the same category has the same id
in every list that states as much of its path. Verdicts, panels and services rest on them.
"""

from collections import Counter
from hashlib import blake2b

from pilotdiff.model import Level
from pilotdiff.repair.fold import fold

# 48 bits: among a million units two share an id once in 500 lists, and are numbered like repeats.
_BYTES = 6


def content_id(level: Level, name: str, category: str = "") -> str:
    """Return the id of a unit by its level, its name as the list states it, and its category.

    Variants of script and width make no difference. The letter in front keeps a spreadsheet from
    taking it for a number.

    >>> content_id(Level.COUNTY, "溫江區") == content_id(Level.COUNTY, "温江区")
    True
    """
    said = f"{level.value}\n{fold(name)}\n{fold(category) if category else ''}".encode(
        errors="replace"
    )
    return "u" + blake2b(said, digest_size=_BYTES).hexdigest()


class ContentIds:
    """Gives each entry of one list an id that no other one has."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def of(self, level: Level, name: str, category: str) -> str:
        """Return the id of the next entry; one that stands there already is numbered: u…-2."""
        made = content_id(level, name, category)
        self._given[made] += 1
        times = self._given[made]
        return made if times == 1 else f"{made}-{times}"
