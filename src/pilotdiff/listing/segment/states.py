"""What the lines read so far have opened: the state that the next line meets."""

from typing import NamedTuple

from pilotdiff.listing.carried_parents import Parts
from pilotdiff.model import Level


class Open(NamedTuple):
    """A heading in force, as far as it bears on what follows.

    style      how it is numbered or set
    number     its number, -1 for none
    line       where it stands, which tells it from all others
    path       the units it names
    level      the tier that it gives its entries
    due        how many entries it announces, -1 for none
    """

    style: str
    number: int
    line: int
    path: Parts
    level: Level | None
    due: int = -1


class State(NamedTuple):
    """What the lines so far have opened.

    open      a heading or an entry stands directly above
    frames    the headings in force, outermost first
    numbered  style and number of the last numbered entry
    item      style and tier of the last entry, and its line
    styles    the numbering styles met since the last line that was none of names, and whether the
              last line of each was a parent
    listed    whether there is an entry yet
    over      whether the text of the page is over
    taken     how many entries the innermost announced number has got
    """

    open: bool = False
    frames: tuple[Open, ...] = ()
    numbered: tuple[str, int] = ("", -1)
    item: tuple[str, int, int] = ("", -1, -1)
    styles: tuple[tuple[str, bool], ...] = ()
    listed: bool = False
    over: bool = False
    taken: int = 0

    @property
    def level(self) -> Level | None:
        """The level given by the innermost heading that gives one."""
        for frame in reversed(self.frames):
            if frame.level is not None:
                return frame.level
        return None

    @property
    def due(self) -> int:
        return self.frames[-1].due if self.frames else -1
