"""What a line of names says: each name with its parts, its notes, and what stood before it."""

from typing import NamedTuple

from pilotdiff.listing.carried_parents import Parts
from pilotdiff.listing.lines.headings import Heading
from pilotdiff.names import Reading


class Header(NamedTuple):
    """What stands before a colon: a path of units, the wording of a heading, or a mere label."""

    title: str
    path: Parts = ()
    heading: Heading | None = None
    declared: int | None = None


class Name(NamedTuple):
    """One name on a line.

    start, end  where it stands in the line, spaces within it included
    text        without spaces, marks and notes
    reading     its parts
    above       the parents that the line states elsewhere
    header      what stood before the colon in front of it
    ordinal     a number of its own within the line
    stop        where its marks and notes end
    added       the kind that stands once for it and others: 县 for 太谷 in 太谷、祁二县
    before      what stands once before it and others: 第 for 三社区 in 第二、三社区
    vouched     whether the lines beside it tell what it is, since no kind does: 清岗县白溪镇东岭
    """

    start: int
    end: int
    text: str
    reading: Reading
    note: str = ""
    former: tuple[str, ...] = ()
    above: Parts = ()
    header: Header | None = None
    ordinal: str = ""
    stop: int = 0
    added: str = ""
    before: str = ""
    vouched: bool = False

    @property
    def path(self) -> Parts:
        """Its parts below the parents that the line states elsewhere."""
        return (*self.above, *self.reading.parts)

    @property
    def own_start(self) -> int:
        """Where its last part begins in the line, which does not hold a kind that stands once."""
        return self.end - len(self.reading.parts[-1][1]) + len(self.added)


class HeadedCount(NamedTuple):
    """A number that stands beside what heads names of a line: 成都市2个：.

    names  how many of the line stand below it, 0 where that is not known
    """

    title: str
    number: int
    names: int = 0


class Names(NamedTuple):
    """The names of a line, the places that cannot be read as names, a count behind them, and the
    counts before their colons: 成都市2个：."""

    names: tuple[Name, ...]
    unread: tuple[tuple[int, int], ...] = ()
    declared: int | None = None
    headed: tuple[HeadedCount, ...] = ()
