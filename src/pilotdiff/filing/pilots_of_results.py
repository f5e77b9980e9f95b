"""Which lists of pilots a list of results came of: the units that they share decide, then titles
and dates."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pilotdiff.filing.relation import in_time, may_share_batch, may_share_programme
from pilotdiff.filing.source_years import year_of
from pilotdiff.matching.names.name_keys import name_of, place_stem
from pilotdiff.model import Filed, Level, Source, SourceKind, Unit
from pilotdiff.repair import fold

# A list of pilots shares so large a part of what the best one shares with a list of results.
_PART = 0.5
# From here on two lists share as good as the same, and titles and dates choose between them.
_EQUAL = 0.9
# Where neither programme nor province nor batch agrees, two lists share so much of the smaller.
OWN = 0.3
UnitKey = tuple[str, ...]
LevelKeys = Mapping[Level, frozenset[UnitKey]]
DocumentPair = tuple[Filed, Filed]


class Shared(NamedTuple):
    """How many units of a list of results each list of pilots has, by level."""

    keys: Sequence[LevelKeys]

    def at(self, level: Level, pilots: int, results: int) -> int:
        """Count the units that two lists share at a level."""
        return len(self.units(level, pilots, results))

    def units(self, level: Level, pilots: int, results: int) -> frozenset[UnitKey]:
        """Return the units that two lists share at a level; they are told by their numbers."""
        nothing: frozenset[UnitKey] = frozenset()
        ours, theirs = (self.keys[number].get(level, nothing) for number in (pilots, results))
        return ours & theirs

    def whole(self, pilots: int, results: int) -> int:
        """Count the units that two lists share."""
        return sum(self.at(level, pilots, results) for level in self.keys[results])

    def size(self, number: int) -> int:
        """Count the units of a list, those of one name once."""
        return sum(map(len, self.keys[number].values()))


def shared_units(documents: Sequence[Filed]) -> Shared:
    """Return what these lists share, as far as names and counties tell."""
    return Shared([_keys(filed.units.units) for filed in documents])


def partners(documents: Sequence[Filed]) -> dict[int, list[int]]:
    """Map the number of each list of results to those of its lists of pilots.

    At each level it belongs to the list with which it shares most, of those that nothing known
    contradicts; of equal ones that share the same units to that which titles and dates tell, and
    where it shares none too, unless that list shares units with other results: then its own pilots
    are not here.
    """
    shared = shared_units(documents)
    pilots = [n for n, each in enumerate(documents) if _lists(each, SourceKind.PILOTS)]
    results = [n for n, each in enumerate(documents) if _lists(each, SourceKind.RESULTS)]
    found = {}
    for result in results:
        theirs = documents[result]
        only = len(pilots) == len(results) == 1
        ours = [documents[n].source for n in pilots]
        told = [pilots[at] for at in told_partners(theirs.source, ours, only=only)]
        fitting = [n for n in pilots if _fits(documents[n], theirs)]
        sharing = [n for n in fitting if _shares(shared, documents, n, result)]
        near = _nearest(shared, sharing, result, told)
        several = {fold(documents[n].source.programme) for n in near} - {""}
        unclear = len(several) > 1 and not theirs.source.programme
        found[result] = told if unclear or not near else near
    return _of_those_without(found, shared)


def pairs(documents: Sequence[Filed]) -> tuple[DocumentPair, ...]:
    """Pair lists of pilots with lists of results: by the units they share, and by what is known of
    programme, province, batch and date."""
    return tuple(
        (documents[pilot], documents[result])
        for result, ours in partners(documents).items()
        for pilot in ours
    )


def _of_those_without(found: Mapping[int, list[int]], shared: Shared) -> dict[int, list[int]]:
    """Keep, of what titles alone tell, the lists of pilots that share units with no results."""
    having = {n for result, ours in found.items() for n in ours if shared.whole(n, result)}
    return {
        result: [n for n in ours if n not in having or shared.whole(n, result)]
        for result, ours in found.items()
    }


def key_of(unit: Unit) -> UnitKey:
    """Return what a unit is called in any script and with any kind: its stem and that of its
    county.

    For units above the county, of their own level.
    """
    depth = unit.level.depth
    county = min(depth, 2)
    above = unit.path[county] if county < depth else ""
    return str(unit.level), name_of(unit.level, unit.own).stem, place_stem(county, above)


def _keys(units: Sequence[Unit]) -> LevelKeys:
    found: dict[Level, set[UnitKey]] = defaultdict(set)
    for unit in units:
        found[unit.level].add(key_of(unit))
    return {level: frozenset(keys) for level, keys in found.items()}


def _lists(filed: Filed, kind: SourceKind) -> bool:
    return filed.source.kind is kind and bool(filed.units.units)


def _nearest(shared: Shared, sharing: Sequence[int], result: int, told: Sequence[int]) -> list[int]:
    """Return the lists of pilots that share most at any level; of equal ones those that are told,
    and those beside them whose units are others: results may be of several batches."""
    near: set[int] = set()
    for level in shared.keys[result]:
        counts = {n: shared.at(level, n, result) for n in sharing}
        best = max(counts.values(), default=0)
        if best:
            close = {n for n, count in counts.items() if count >= max(best * _PART, 1)}
            if any(n in close and counts[n] >= best * _EQUAL for n in told):
                theirs = {n: shared.units(level, n, result) for n in close}
                known = frozenset().union(*(theirs[n] for n in close.intersection(told)))
                close = {n for n in close if n in told or _are_others(theirs[n], known)}
            near |= close
    return [n for n in sharing if n in near]


def _are_others(units: frozenset[UnitKey], known: frozenset[UnitKey]) -> bool:
    """Tell whether most of these units are not among the known ones."""
    return len(units - known) > len(units) / 2


def _shares(shared: Shared, documents: Sequence[Filed], pilots: int, results: int) -> bool:
    """Tell whether two lists share enough to belong together, by what else is known of them."""
    if may_belong(documents[pilots].source, documents[results].source, unproved=False):
        return True
    smaller = min(shared.size(pilots), shared.size(results))
    return shared.whole(pilots, results) >= max(1, OWN * smaller)


def _fits(ours: Filed, theirs: Filed) -> bool:
    """Tell whether a list of pilots may be one of a list of results: nothing known says no."""
    one, other = ours.source, theirs.source
    return in_time(one, other) and may_share_programme(one, other) and may_share_batch(one, other)


def told_partners(theirs: Source, pilots: Sequence[Source], *, only: bool) -> list[int]:
    """Return the numbers of the lists of pilots that a list of results belongs to, as far as is
    told.

    Nothing known may differ and something must agree, unless they are the `only` two. Where no
    batch is told, the results are those of the last pilots before them; where no programme is, and
    there are several, of none.
    """
    fitting = [n for n, ours in enumerate(pilots) if may_belong(ours, theirs, unproved=only)]
    same = [n for n in fitting if theirs.batch and pilots[n].batch == theirs.batch]
    programmes = {fold(pilots[n].programme) for n in fitting if pilots[n].programme}
    if same or not fitting or (len(programmes) > 1 and not theirs.programme):
        return same
    last = max(_standing(pilots[n]) for n in fitting)
    return [n for n in fitting if _standing(pilots[n]) == last]


def may_belong(pilots: Source, results: Source, *, unproved: bool) -> bool:
    """Tell whether nothing known contradicts, and something bears it out unless that is not
    asked."""
    possible = may_share_programme(pilots, results) and may_share_batch(pilots, results)
    both = zip(_known(pilots), _known(results), strict=True)
    return (
        possible
        and in_time(pilots, results)
        and (unproved or any(ours and theirs for ours, theirs in both))
    )


def _standing(pilots: Source) -> tuple[int, str, int]:
    """Return where a list of pilots stands in the order of time: its year, day and batch."""
    return year_of(pilots) or 0, pilots.date, pilots.batch or 0


def _known(source: Source) -> tuple[object, ...]:
    return source.programme, source.province, source.batch
