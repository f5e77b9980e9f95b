"""Damaged names that the official record has more than one unit for: a proposal, and no certainty.

李家村 of one list is the only one of its place that 〓家村 of the other can be, and the record has
王家村 there too: a list of a chosen few may mean either.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pilotdiff.matching.places.matched_places import compared_place
from pilotdiff.matching.places.stated_places import may_be_one_place
from pilotdiff.model import Pairing, Unit, msg
from pilotdiff.model.repairs import LOST
from pilotdiff.repair import fold

# As sure at most as a name is that may be another one as well: a proposal.
_PERHAPS = 0.5
# So many names are given in a reason.
_NAMED = 6


def weighed_by_other_fits(
    pairings: Iterable[Pairing], pilots: Sequence[Unit], results: Sequence[Unit]
) -> list[Pairing]:
    """Return pairings, those of a damaged name as proposals where the record has other units in
    its place that it can be, and its own list does not name these besides."""
    return [
        _weighed(each, pilots, results)
        if each.rule == "damage" and each.confidence > _PERHAPS
        else each
        for each in pairings
    ]


def _weighed(pairing: Pairing, pilots: Sequence[Unit], results: Sequence[Unit]) -> Pairing:
    in_pilots = LOST in pairing.pilot.own
    damaged, sound = pairing[:2] if in_pilots else pairing[1::-1]
    others = _others(damaged, sound, pilots if in_pilots else results)
    if not others:
        return pairing
    told = "、".join(others[:_NAMED]) + ("…" if len(others) > _NAMED else "")
    return pairing._replace(
        confidence=_PERHAPS,
        margin=min(pairing.margin, _PERHAPS),
        reason=_MAY_BE.given(reason=pairing.reason, names=told),
    )


_MAY_BE = msg("{reason}; but the record has there what it can be as well: {names}")


def _others(damaged: Unit, sound: Unit, listed: Iterable[Unit]) -> list[str]:
    """Return the names that the record has for a damaged one, but for that of the sound one and
    those that the list has besides."""
    from pilotdiff.record.damaged import fitting

    names = {fold(each.name): each.name for each in fitting(damaged).same}
    names.pop(fold(sound.own), None)
    if not names:
        return []
    place = compared_place(damaged)
    besides = {
        fold(unit.own)
        for unit in listed
        if unit.level is damaged.level and fold(unit.own) in names
        if may_be_one_place(place, compared_place(unit))
    }
    return sorted(name for key, name in names.items() if key not in besides)
