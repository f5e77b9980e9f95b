"""What the lines read so far have opened: the state that the next line meets."""

from typing import NamedTuple

from pilotdiff.listing.carried_parents import Parts
from pilotdiff.model import Level


class Open(NamedTuple):
    """A heading in force, as far as it bears on what follows.

    style      how it is numbered or set
    number     its number, None where it has none
    line       where it stands, which tells it from all others
    path       the units it names
    level      the tier that it gives its entries
    due        how many entries it announces
    """

    style: str
    number: int | None
    line: int
    path: Parts
    level: Level | None
    due: int | None = None


class LastEntry(NamedTuple):
    """How the last line of names is numbered, at which tier its last name stands, its line, and
    whether it is a row of several."""

    style: str
    tier: int
    line: int
    row: bool


class State(NamedTuple):
    """What the lines so far have opened.

    open      a heading or an entry stands directly above
    frames    the headings in force, outermost first
    numbered  style and number of the last numbered entry
    last      the last line of names
    styles    the numbering styles met since the last line that was none of names, and whether the
              last line of each was a parent
    listed    whether there is an entry yet
    over      whether the text of the page is over
    taken     how many entries the innermost announced number has got
    parents   how the places over others were written, and their tiers
    """

    open: bool = False
    frames: tuple[Open, ...] = ()
    numbered: tuple[str, int] | None = None
    last: LastEntry | None = None
    styles: tuple[tuple[str, bool], ...] = ()
    listed: bool = False
    over: bool = False
    taken: int = 0
    parents: tuple[tuple[str, int], ...] = ()

    @property
    def level(self) -> Level | None:
        """The level given by the innermost heading that gives one."""
        for frame in reversed(self.frames):
            if frame.level is not None:
                return frame.level
        return None

    @property
    def due(self) -> int | None:
        """How many entries the innermost heading announces."""
        return self.frames[-1].due if self.frames else None

    @property
    def reached(self) -> bool:
        """Whether the innermost heading has as many entries as it announces."""
        return bool(self.due) and self.taken == self.due

    def counting(self, entries: int) -> int:
        """Return how many the innermost announced number has with these: none where there is
        none."""
        return self.taken + entries if self.due else self.taken
