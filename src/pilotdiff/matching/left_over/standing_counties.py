"""Units of one name in two counties that have stood side by side since the first codes of towns: by
the standard alone two units far more often than one that moved.

The official record tells as much of each pair; this is asked where a user does without it.
"""

from collections.abc import Iterable

from pilotdiff.matching.names.name_keys import place_key
from pilotdiff.model import Level, Pairing, msg
from pilotdiff.names import gazetteer

_COUNTY = Level.COUNTY.depth
# As sure at most as such a pair may be: a proposal.
_PERHAPS = 0.5


def weighed_by_standard(pairings: Iterable[Pairing]) -> list[Pairing]:
    """Return the pairings, those of lists of a chosen few as proposals where the standard has the
    counties of the two side by side."""
    return [_weighed(pairing) if _is_open(pairing) else pairing for pairing in pairings]


def _is_open(pairing: Pairing) -> bool:
    """Tell whether nothing but names makes a pair of two places likely."""
    return pairing.few and pairing.moved and pairing.confidence > _PERHAPS


def _weighed(pairing: Pairing) -> Pairing:
    one, other = (unit.path[_COUNTY] for unit in (pairing.pilot, pairing.result))
    is_below = pairing.pilot.level.depth > _COUNTY and bool(one and other)
    if not is_below or place_key(_COUNTY, one) == place_key(_COUNTY, other):
        return pairing
    if not gazetteer.stand_side_by_side(one, other):
        return pairing
    said = msg(
        "{reason}; but by the standard {one} and {other} stand side by side: two counties",
        reason=pairing.reason,
        one=one,
        other=other,
    )
    sure = min(pairing.margin, _PERHAPS)
    return pairing._replace(confidence=_PERHAPS, margin=sure, reason=said)
