"""Two units side by side, with all that a feature asks of them; and what makes a feature."""

from collections import defaultdict
from collections.abc import Callable
from typing import NamedTuple

from pilotdiff.matching.names.families import are_two_sorts
from pilotdiff.matching.names.name_keys import NameKeys
from pilotdiff.matching.places.matched_places import Place
from pilotdiff.model import Level

# Lists that are more whole than not are believed as whole ones are.
_WHOLE = 0.5


class Between(NamedTuple):
    """What the places of two units have in common.

    shared     how many levels above them are the same
    stated     how deep the last of these lies that both lists state, 0 for none
    sent, came logarithms of the share of the pilot's place that went to the result's, and of the
               result's place that came from the pilot's
    neighbours the logarithm of how many other units went so, and one
    above      the smallest place that holds both
    apart      how many levels lie under the topmost parents that are known to be others
    namesakes  whether the nearest parents, in other places, bear one name
    taken_over whether the standard gave the one's county, or a part of it, to the other's
    """

    shared: int
    above: Place
    stated: int
    sent: float
    came: float
    neighbours: float
    apart: int
    namesakes: bool
    taken_over: bool


class Pair(NamedTuple):
    """Two units side by side.

    cores      the stems without a glued-on parent and without a trailing 村, 镇, 街 or 路
    swapped    the characters that differ, in pairs, when the stems are equally long; else ()
    home       whether they stand in the same place, as far as both lists tell it
    open       whether a list leaves out so much of the place of one that it may be another unit
    levels     how many levels lie above them
    name_frequency  the logarithm of how many units share the stem in the smallest place that
               holds both
    fits       whether a damaged name admits the other
    forbidden  whether only the bytes that survived the damage forbid it
    former     1 where a remark gives the other's name of another time, 2 where with its parents
    one_code   whether the standard gave the two names to one division (GB/T 2260)
    left       logarithms of how many other units, and one, are still without a partner in the
               pilot's place and in the result's
    stays      whether the pilot's own place stands in the result list, and the result's in the
               pilot list
    whole      how far both lists seem to name all units of the region, not a chosen few: 0 to 1
    small      whether one of the lists names too few units of the region to tell that
    shared_information  how rare the characters are that both cores have: the sum of the negative
               logarithms of the shares of names that hold each
    extra      what the longer core has and the shorter has not, where that can be told; else ""
    sizes      logarithms of how many units the pilot's place has, and the result's
    spoken_for whether what the result's name has more stands in the name of another unit that is
               still without a partner in the pilot's place, and so the other way round
    bearers    how many units of the nation bear the pilot's name, 0 of one that no table has
    edited     the logarithm of how many other names of the lists differ in the same way, and one;
               and their share of all that differ in either character
    two_divisions  whether the standard knows the two names as those of two divisions
    seat       whether the one bears the name of its own place (白溪镇白溪村)
    of_town    whether both are communities of the streets of their towns (柳林街道社区)
    short      whether a list names fewer units of any region than nearly all regions have
    """

    pilot: NameKeys
    result: NameKeys
    cores: tuple[str, str]
    swapped: tuple[tuple[str, str], ...]
    home: bool
    open: bool
    between: Between
    levels: int
    name_frequency: float
    categories: tuple[str, str]
    fits: bool
    forbidden: bool
    former: int
    one_code: bool
    left: tuple[float, float]
    stays: tuple[bool, bool]
    whole: float
    small: bool
    shared_information: float
    extra: str
    sizes: tuple[float, float]
    spoken_for: tuple[bool, bool]
    bearers: int
    edited: tuple[float, float]
    two_divisions: bool = False
    seat: bool = False
    of_town: bool = False
    short: bool = False

    @property
    def differs(self) -> bool:
        """Whether the stems do."""
        return self.pilot.stem != self.result.stem

    @property
    def company(self) -> bool:
        """Whether other units went from the pilot's place to the result's."""
        return self.between.neighbours > 0

    @property
    def is_of_few(self) -> bool:
        """Whether the lists seem to name a chosen few of the region's units."""
        return self.whole < _WHOLE or self.small

    @property
    def are_neighbours(self) -> bool:
        """Whether the two are places of two sorts, which stand side by side more often than not,
        and the lists may not name all units: the one that is meant may stand in neither."""
        is_part = self.whole < 1 or self.short
        return is_part and are_two_sorts(self.pilot, self.result)

    @property
    def are_of_a_seat(self) -> bool:
        """Whether the two are a village and a community that bear the name of their town, which may
        have both, and the lists may not name all units."""
        is_seat = self.whole < 1 and self.seat and self.are_communities
        return is_seat and not self.differs and self.pilot.kind != self.result.kind

    @property
    def are_communities(self) -> bool:
        """Whether the two are villages or communities."""
        return self.levels == Level.COMMUNITY.depth

    @property
    def is_of_villages(self) -> bool:
        """Whether two communities bear different names: of these whole towns are numbered anew."""
        return self.differs and self.are_communities

    def turned(self) -> "Pair":
        """Return the same with the names exchanged, for what is told of them."""
        return self._replace(
            pilot=self.result,
            result=self.pilot,
            cores=(self.cores[1], self.cores[0]),
            swapped=tuple((theirs, ours) for ours, theirs in self.swapped),
        )


Feature = Callable[[Pair], float]
# By the module that has them, in their order there.
DECLARED: dict[str, list[Feature]] = defaultdict(list)


def feature(asked: Feature) -> Feature:
    """Declare a question about a pair whose answer is a number; its docstring is its meaning."""
    DECLARED[asked.__module__].append(asked)
    return asked
