"""What a document names and its list does not hold."""

from typing import NamedTuple

from pilotdiff.model.messages import Said


class LeftOut(NamedTuple):
    """A unit's name that stands in a document and is neither an entry nor a parent of one, or a
    line that stands where a unit should and gave none.

    text      the name as shown, after repair; the line where it is none
    reason    why it is in no entry
    accepted  whether the reason is one that a list has in the common run (whom it addresses, a
              remark beside a unit): told on request, and no cause for doubt
    """

    line: int
    text: str
    reason: Said
    accepted: bool = False


class DoubtfulLine(NamedTuple):
    """A line of which one cannot be sure that it was read right, and why.

    about  the names that it speaks of, as entries have them; () for all entries of its line
    """

    line: int
    text: str
    reason: Said
    about: tuple[str, ...] = ()


class Census(NamedTuple):
    """What the census of a document found.

    left_out  every name in the document that is no entry, no parent and no mention of one
    doubtful  lines of the list of which one cannot be sure
    """

    left_out: tuple[LeftOut, ...] = ()
    doubtful: tuple[DoubtfulLine, ...] = ()

    @property
    def missing(self) -> tuple[LeftOut, ...]:
        """Those left out for no reason that lists have in the common run."""
        return tuple(each for each in self.left_out if not each.accepted)


NOTHING_LEFT_OUT = Census()
