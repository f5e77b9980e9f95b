"""How many other units bear a name in a place, and what an equal name is worth there.

Of two equal names of which no more is known than a place far above them, each other bearer of the
name in that place takes as much of the confidence as it was measured to (bench/namesakes.py).
"""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pilotdiff.matching.match_weights import Namesakes
from pilotdiff.matching.names.name_keys import NameKeys, name_of
from pilotdiff.model import Level
from pilotdiff.repair import fold
from pilotdiff.word_tables import word_rows

if TYPE_CHECKING:
    from pilotdiff.record import Recorded


class Bearers(NamedTuple):
    """The units of a name in a place.

    others  how many there are beside the one, or are to be expected
    known   those that the record has, where it was asked: at least one, all of one year; else ()
    """

    others: float
    known: "tuple[Recorded, ...]" = ()

    def share(self, measured: Namesakes) -> float:
        """Return how often two equal names are one unit, where so many others bear the name."""
        return 1 / (1 + measured.odds * self.others)

    def below(self, parents: Sequence[str]) -> "Bearers | None":
        """Return those that lie in places of these names, from the county on; None where none
        does."""
        from pilotdiff.record import path_of

        first = Level.COUNTY.depth
        wanted = [fold(each) for each in parents]
        lies = tuple(
            unit
            for unit in self.known
            if [fold(each) for each in path_of(unit)[first : first + len(wanted)]] == wanted
        )
        return Bearers(max(len(lies) - 1, _UNSEEN), lies) if lies else None


def both_bear(names: Iterable[Bearers]) -> Bearers:
    """Return the units that two wordings of a name may mean: those that bear the one or the other.

    和平居委会 and 和平社区 may stand side by side. Where the record lacks one, the more of the two.
    """
    found = list(names)
    known = tuple(dict.fromkeys(unit for each in found for unit in each.known))
    most = max(found, key=lambda each: (each.others, len(each.known)))
    if not all(each.known for each in found):
        return most
    return Bearers(max(most.others, float(len(known) - 1)), known)


def expected(level: Level, own: str, depth: int, measured: Namesakes) -> Bearers:
    """Return how many others of a name are to be expected in a place of `depth` parts, by how many
    the nation has; 0 parts are the whole nation."""
    count = in_the_nation(level, name_of(level, own))
    frequent, other = measured.shares[depth]
    return Bearers(frequent * (count - 1) if count else other)


def in_the_nation(level: Level, name: NameKeys) -> int:
    """Return how many units of a level bear a name in the nation, 0 of one that is not frequent.

    >>> in_the_nation(Level.COMMUNITY, name_of(Level.COMMUNITY, "和平村")) > 500
    True
    """
    return _frequent(level).get(name.stem + name.kind, 0) if level in _COUNTED else 0


_COUNTED = frozenset({Level.TOWNSHIP, Level.COMMUNITY})


@cache
def _frequent(level: Level) -> dict[str, int]:
    """Return how many units of the nation bear each of the frequent names of a level."""
    rows = word_rows(Path(__file__).parents[1] / "tables" / "frequent_names.tsv")
    return {name: int(n) for at, n, names in rows if at == level.value for name in names.split(" ")}


def bearers_by_name(
    level: Level, names: Sequence[str], parents: tuple[str, ...]
) -> dict[str, Bearers]:
    """Return the units of each name that the record has below parents in the year that has most of
    them; nothing for a name that it has not there."""
    from pilotdiff.record import bearers, editions

    found = {}
    for name, units in bearers(level, names, parents).items():
        by_year = [
            tuple(unit for unit in units if not unit.distance(year)) for year in editions(level)
        ]
        most = max(by_year, key=len)
        if most:
            found[name] = Bearers(max(len(most) - 1, _UNSEEN), most)
    return found


# Where the record has one unit of a name, it may yet lack another: a new one, or one misspelt.
_UNSEEN = 0.03
