"""What the official record says of a pairing whose names differ.

Two units of one edition are two units, however alike their names: the strongest contradiction there
is. A change that made the one of the other, with its approval, is the strongest support below
identity. Where the record has no unit under a name, or several, it says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from pilotdiff.matching.damage import LOST
from pilotdiff.model import Pairing, Said, Unit

if TYPE_CHECKING:
    from pilotdiff.record import Recorded

# As sure as the same name in a place called differently.
_APPROVED = 0.99
_SILENT = frozenset({"exact", "wording", "glued", "decision"})


class Weighed(NamedTuple):
    """The pairings that the record leaves, and why it parts the others, by `id(unit)`."""

    pairings: list[Pairing]
    apart: dict[int, Said]


def weighed_by_record(pairings: Iterable[Pairing]) -> Weighed:
    """Return pairings without those of two units that the record has at one time."""
    kept: list[Pairing] = []
    apart: dict[int, Said] = {}
    for pairing in pairings:
        told = pairing if _is_settled(pairing) else _weighed(pairing)
        if isinstance(told, Pairing):
            kept.append(told)
        else:
            apart[id(pairing.pilot)] = apart[id(pairing.result)] = told
    return Weighed(kept, apart)


def _is_settled(pairing: Pairing) -> bool:
    """Return whether the record has nothing to say: equal names, lost characters, a verdict.

    Where a list states a former name, the list is believed.
    """
    names = pairing.pilot.own, pairing.result.own
    if pairing.pilot.entry.former or pairing.result.entry.former:
        return True
    return pairing.rule in _SILENT or names[0] == names[1] or any(LOST in name for name in names)


def _weighed(pairing: Pairing) -> Pairing | Said:
    """Return a pairing as the record supports it, or the sentence that parts the two."""
    from pilotdiff.record import Way, follow, of_change, of_two, together

    one, other = _only(pairing.pilot), _only(pairing.result)
    if one is None or other is None or (one.code == other.code and one.name == other.name):
        return pairing
    if together(one, other) is not None:
        return of_two(one, other)
    followed = follow(one, other.last if other.last > one.last else other.first)
    if followed.change is None or followed.unit is None or followed.way is Way.CODE:
        return pairing
    if followed.unit.code != other.code or followed.unit.name != other.name:
        return pairing
    sure = max(pairing.confidence, _APPROVED)
    reason = of_change(followed.change)
    return pairing._replace(confidence=sure, margin=sure, reason=reason, runner_up="")


def _only(unit: Unit) -> Recorded | None:
    """Return what the record has of a unit's very name in its place, None of none or several."""
    from pilotdiff.record import locate

    if unit.level.depth > 2 and not any(unit.path[1:3]):
        return None  # a town or a community without a county or a city is not sought in the nation
    found = locate(unit.path).same
    codes = {each.code for each in found}
    return found[-1] if len(codes) == 1 else None
