"""Which pairings hold their units: those that are likely, and those among which a person must
choose. What no such pairing holds is left over, and may be proposed to another unit."""

from collections.abc import Iterable

from pilotdiff.model import Pairing

# A pairing less sure than this holds no unit, and stands in the way of no equal name.
_WEAK = 0.3


def is_likely(pairing: Pairing) -> bool:
    """Tell whether a pairing is likely, or one of several that a person must choose among."""
    return pairing.confidence >= _WEAK or bool(pairing.rivals)


def held_by_likely(pairings: Iterable[Pairing]) -> set[int]:
    """Return `id(unit)` of the units that likely pairings hold."""
    return {id(unit) for each in pairings if is_likely(each) for unit in (each.pilot, each.result)}
