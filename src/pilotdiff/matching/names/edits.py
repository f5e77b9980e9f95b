"""How names differ, and how often the two lists differ so: a spelling that changed everywhere."""

from collections import defaultdict
from collections.abc import Iterable
from math import log

from pilotdiff.matching.assign import Edge
from pilotdiff.matching.names.families import middles
from pilotdiff.matching.sides import Side

# What stands in one name where the other has something else, between what they share.
NameEdit = tuple[str, str]


def edit_of(one: str, other: str) -> NameEdit | None:
    """Return what differs between two stems; None where they share neither beginning nor end, or
    do not differ.

    >>> edit_of("双埝塘", "双堰塘"), edit_of("大溪", "大溪口"), edit_of("东风", "西河")
    (('埝', '堰'), ('', '口'), None)
    """
    edit = middles(one, other)
    return edit if one != other and len(edit[0]) < len(one) else None


class Edits:
    """The edits that would make names of one place equal, each with the pilots it would serve."""

    def __init__(self, edges: Iterable[Edge], pilots: Side, results: Side) -> None:
        self._of_both: dict[NameEdit, set[int]] = defaultdict(set)
        self._of_pilots: dict[str, set[int]] = defaultdict(set)
        self._of_results: dict[str, set[int]] = defaultdict(set)
        for ours, theirs in edges:
            if pilots.homes[ours] != results.places[theirs]:
                continue
            edit = edit_of(pilots.names[ours].stem, results.names[theirs].stem)
            if edit is not None:
                self._of_both[edit].add(ours)
                self._of_pilots[edit[0]].add(ours)
                self._of_results[edit[1]].add(ours)

    def elsewhere(self, pilot: int, one: str, other: str) -> tuple[float, float]:
        """Return the logarithm of how many other pilots the edit would serve, and one, and its
        share of all edits that take out or put in the same: (0, 0) of names that do not differ so.

        Chance makes 新 into 龙 here and there; that 埝 becomes 堰 and nothing else is a spelling.
        """
        edit = edit_of(one, other)
        served = self._of_both.get(edit, set()) if edit else set()
        others = len(served) - (pilot in served)
        if edit is None or not others:
            return 0.0, 0.0
        alike = len(self._of_pilots[edit[0]]) * len(self._of_results[edit[1]])
        return log(1 + others), others / alike**0.5
