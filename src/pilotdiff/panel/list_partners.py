"""Which lists of results the pilots of a list went on to: the units that two lists share decide."""

from collections.abc import Sequence

from pilotdiff.filing import pairs
from pilotdiff.filing.relation import may_share_batch, may_share_programme
from pilotdiff.matching.name_keys import name_of, place_stem
from pilotdiff.model import Filed, SourceKind, Unit

# A list of pilots shares so large a part of what the best one shares with a list of results.
_PART = 0.5
UnitKey = tuple[str, ...]


def partners(documents: Sequence[Filed], years: Sequence[int | None]) -> dict[int, list[int]]:
    """Map the number of each list of results to those of its lists of pilots.

    Where a list of results shares units with lists of pilots that it may belong to, it belongs to
    those with which it shares most; where it shares none, to that which titles and dates tell.
    """
    keys = [{key_of(unit) for unit in filed.units.units} for filed in documents]
    told = _told(documents)
    found: dict[int, list[int]] = {}
    for result, theirs in enumerate(documents):
        if theirs.source.kind is not SourceKind.RESULTS:
            continue
        fitting = [n for n, ours in enumerate(documents) if _fits(n, result, ours, theirs, years)]
        shared = {n: len(keys[n] & keys[result]) for n in fitting}
        best = max(shared.values(), default=0)
        near = [n for n in fitting if shared[n] >= max(best * _PART, 1)]
        found[result] = near or told.get(result, [])
    return found


def key_of(unit: Unit) -> UnitKey:
    """What a unit is called in any script and with any kind: its stem and that of its county.

    For units above the county, of their own level.
    """
    depth = unit.level.depth
    county = min(depth, 2)
    above = unit.path[county] if county < depth else ""
    return str(unit.level), name_of(unit.level, unit.own).stem, place_stem(county, above)


def _told(documents: Sequence[Filed]) -> dict[int, list[int]]:
    """What titles and dates tell."""
    numbers = {id(filed): number for number, filed in enumerate(documents)}
    found: dict[int, list[int]] = {}
    for pilots, results in pairs(documents):
        found.setdefault(numbers[id(results)], []).append(numbers[id(pilots)])
    return found


def _fits(pilot: int, result: int, ours: Filed, theirs: Filed, years: Sequence[int | None]) -> bool:
    """Tell whether a list of pilots may be one of a list of results: nothing known says no."""
    one, other = ours.source, theirs.source
    if one.kind is not SourceKind.PILOTS or not may_share_programme(one, other):
        return False
    begun, ended = years[pilot], years[result]
    in_time = begun is None or ended is None or begun <= ended
    return in_time and may_share_batch(one, other)
