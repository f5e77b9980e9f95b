"""Where a table's columns stand."""

from typing import NamedTuple

from pilotdiff.model import LEVELS, Level


class TableColumns(NamedTuple):
    """Where a table's columns stand, counted from 0; -1 and () where there is none.

    names    the columns of what the table lists, each with the level that it tells; several where
             lists stand side by side (试点地市 | 试点县). () where the deepest level column is it
    levels   for province to community
    types    of lists side by side, those that their headings name: 国家级 | 省级
    sorting  whether a blank in the column of categories means the one above
    places   parents of any level
    proposers  offices that propose units of their own place: 清岗市农业农村局
    addresses  where the units have their streets and houses, which begin with their counties
    parent   the column of the parents' codes
    ticks    columns of ticks with the types that their headings name
    stages   columns of ticks for the batches, years or grades of the choice: a unit that was chosen
             has one of them
    whether  the column that says whether a row's unit was chosen
    blanks_deny  whether a blank there says that it was not: ticks alone stand in it
    spread   level columns whose cells repeat their parents: 成都市 | 成都市温江区
    kindless  the column of towns where most are written without their kinds: 长沟, 宏村
    merged   level columns in which a blank means the cell above
    vouched  whether the cells of the name column, tried on a sample, are names
    bodies   whether the names are those of schools, hospitals or firms, which no column vouches for
    code     the column of division codes, where they agree with the names; mostly that of the ids
    depth    that at which most of what the table lists stands, -1 when nothing tells
    """

    id: int = -1
    parent: int = -1
    ordinal: int = -1
    names: tuple[tuple[int, Level | None], ...] = ()
    levels: tuple[int, int, int, int, int] = (-1, -1, -1, -1, -1)
    level: int = -1
    category: int = -1
    types: tuple[tuple[int, str], ...] = ()
    sorting: bool = False
    notes: tuple[int, ...] = ()
    former: int = -1
    places: tuple[int, ...] = ()
    addresses: tuple[int, ...] = ()
    proposers: tuple[int, ...] = ()
    counts: tuple[int, ...] = ()
    years: tuple[int, ...] = ()
    ticks: tuple[tuple[int, str], ...] = ()
    stages: tuple[int, ...] = ()
    whether: int = -1
    blanks_deny: bool = False
    spread: frozenset[int] = frozenset()
    kindless: int = -1
    merged: frozenset[int] = frozenset()
    vouched: bool = False
    bodies: bool = False
    code: int = -1
    depth: int = -1

    @property
    def has_levels(self) -> bool:
        """Whether any column is of a tier."""
        return max(self.levels) >= 0

    @property
    def targets(self) -> tuple[int, ...]:
        """The columns of what the table lists."""
        if self.names:
            return tuple(at for at, _ in self.names)
        return (next(at for at in reversed(self.levels) if at >= 0),)

    @property
    def own_depth(self) -> int:
        """The depth of the level column that tells the unit itself; -1 when all tell parents."""
        deepest = max((d for d in range(5) if self.levels[d] >= 0), default=-1)
        return deepest if not self.names or deepest >= self.depth else -1

    def level_at(self, at: int) -> Level | None:
        """Return the level that a column of units tells."""
        if at in self.levels:
            return LEVELS[self.levels.index(at)]
        return next((level for name, level in self.names if name == at), None)
