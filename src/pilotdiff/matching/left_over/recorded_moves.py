"""Units that lie elsewhere since a place was dissolved or founded: the record has the one until it,
and the other since.

塘栖镇 stood in 余杭区 until 2020 and stands in 临平区, founded in 2021, since. Changes of counties
name no towns, and codes are given anew: the editions of the towns alone tell it. So it is with the
communities of a town that was merged with another, where the county has no other of their name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pilotdiff.matching.names.name_keys import name_of
from pilotdiff.matching.places.matched_places import compared_place
from pilotdiff.model import Level, Pairing, Said, Unit, msg
from pilotdiff.repair import fold

if TYPE_CHECKING:
    from pilotdiff.record import Recorded

# The entries of one unit: one, or several codes one after the other.
History = tuple["Recorded", ...]
# What stands right above a unit that moves, and what the two places lie in.
_ABOVE = {
    Level.COUNTY: (Level.PREFECTURE, Level.PROVINCE),
    Level.TOWNSHIP: (Level.COUNTY, Level.PREFECTURE),
    Level.COMMUNITY: (Level.TOWNSHIP, Level.COUNTY),
}
# An edition of one year and the next.
_STEP = 1


def moved_with_its_place(
    pairing: Pairing, ours: History, theirs: History, places: tuple[History, History]
) -> Said:
    """Return the sentence that two units of one name are one, "" where the record does not tell it.

    ours, theirs  what the record has of the two
    places        and of what stands right above each
    """
    pilot, result = pairing.pilot, pairing.result
    if not _bear_one_name(pilot, result) or not _lie_near(pilot, result):
        return ""
    (before, left), (after, reached) = sorted(
        zip((ours, theirs), places, strict=True), key=lambda each: each[0][0].first
    )
    if not (left and reached):
        return ""
    last, first = before[-1].last, after[0].first
    if not 0 <= first - last <= _STEP:
        return ""
    turned = {left[-1].last, reached[0].first}
    if turned.isdisjoint(range(last, first + _STEP + 1)):
        return ""
    if pilot.level is Level.COMMUNITY and _has_namesakes(pilot, (last, first)):
        return ""
    return msg(
        "{name} stands in {before} until {last}, and from {first} on in {after}",
        name=pilot.own,
        before=left[-1].name,
        last=last,
        first=first,
        after=reached[0].name,
    )


def _bear_one_name(pilot: Unit, result: Unit) -> bool:
    """Tell whether two units have one name, of whatever kind; of one character with the kind."""
    if fold(pilot.own) == fold(result.own):
        return True
    stems = {name_of(unit.level, unit.own).stem for unit in (pilot, result)}
    return len(stems) == 1 and len(stems.pop()) > 1


def _has_namesakes(unit: Unit, years: tuple[int, int]) -> bool:
    """Tell whether the county of a community has several of its stem in one of two years.

    Of 1,636 that moved with their towns between two editions of four provinces and were alone, 3
    were another one; of 236 that were not, 168.
    """
    return any(len(called_alike(unit, year)) > 1 for year in years)


def called_alike(unit: Unit, year: int) -> tuple[Recorded, ...]:
    """Return the communities of a unit's stem that the record has in its county in a year."""
    from pilotdiff.record import locate

    found = locate(unit.path._replace(township=""))
    return tuple(each for each in (*found.same, *found.kindred) if not each.distance(year))


def _lie_near(pilot: Unit, result: Unit) -> bool:
    """Tell whether two units lie in different places of one larger place."""
    if pilot.level not in _ABOVE:
        return False
    above, around = _ABOVE[pilot.level]
    ours, theirs = compared_place(pilot), compared_place(result)
    apart = ours[above.depth] != theirs[above.depth]
    return apart and ours[: around.depth + 1] == theirs[: around.depth + 1]
