"""Counties of the results that were set up from a part of a county among the pilots.

临平区 was made from a part of 余杭区, which goes on: no pilot became it, and none was given up.
Where the list of pilots was made before that, what it called 余杭区 was both.
"""

from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from pilotdiff.matching.recorded_histories import recorded_meanings
from pilotdiff.model import Level, Said, Unit


class FoundedFrom(NamedTuple):
    """The pilot of which a result has a part, the sentence, and whether it was all one before.

    is_whole  whether the list of pilots was made before that, and no other county gave a part
    """

    giver: Unit
    said: Said
    is_whole: bool


def founded(
    pilots: Sequence[Unit], results: Sequence[Unit], held: Set[int], year: int | None
) -> Mapping[int, FoundedFrom]:
    """Return, by `id(unit)`, for counties of the results that no pairing holds, the pilots of which
    they have a part.

    year  that of the list of pilots, None where it states none
    """
    asked = [u for u in results if u.level is Level.COUNTY and id(u) not in held]
    givers = {
        (each.code, each.name): unit
        for unit in (pilots if asked else ())
        if unit.level is Level.COUNTY
        for history in recorded_meanings(unit)
        for each in history
    }
    found: dict[int, FoundedFrom] = {}
    if not givers:
        return found
    from pilotdiff.record import founded_from, of_change

    for unit in asked:
        for history in recorded_meanings(unit):
            changes = founded_from(history[0])
            for change in changes:
                giver = givers.get((change.old_code, change.old_name))
                if giver is not None and (year is None or year < change.year):
                    is_whole = year is not None and len(changes) == 1
                    found[id(unit)] = FoundedFrom(giver, of_change(change), is_whole)
    return found
