"""Which pairings hold their units: those that are likely, and those among which a person must
choose. What no such pairing holds is left over, and may be proposed to another unit."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from pilotdiff.model import Message, Pairing, Ruling, Unit

# Pairs of `id(unit)` that a person ruled out.
RuledOut = Set[tuple[int, int]]
# Pairings that are proposed, one a unit; and of units left over, by `id(unit)`, why.
Proposals = tuple[list[Pairing], dict[int, Message]]
# A pairing less sure than this holds no unit, and stands in the way of no equal name.
_WEAK = 0.3


def is_likely(pairing: Pairing) -> bool:
    """Tell whether a pairing is likely, or one of several that a person must choose among."""
    return pairing.confidence >= _WEAK or bool(pairing.rivals)


@dataclass(frozen=True, eq=False)
class KeptPairings:
    """The pairings of two lists that are kept so far, with the lists.

    What is left over is sought once, however many proposals are asked of it: of a nation there are
    half a million pairings.
    """

    pairings: tuple[Pairing, ...]
    lists: tuple[Sequence[Unit], Sequence[Unit]]

    @cached_property
    def left(self) -> tuple[list[Unit], list[Unit]]:
        """The units of each list that no likely pairing holds, in the order of the list."""
        held = units_held(each for each in self.pairings if is_likely(each))
        ours, theirs = self.lists
        return _without(ours, held), _without(theirs, held)

    def with_better(self, better: Sequence[Pairing]) -> "KeptPairings":
        """Return better pairings, and the others of which they hold no unit."""
        if not better:
            return self
        held = units_held(better)
        kept = [each for each in self.pairings if held.isdisjoint(map(id, each[:2]))]
        return KeptPairings((*kept, *better), self.lists)


def units_held(pairings: Iterable[Pairing | Ruling]) -> set[int]:
    """Return the units of pairings, or of rulings, each by its `id`."""
    return {id(unit) for each in pairings for unit in (each.pilot, each.result)}


def _without(units: Sequence[Unit], held: set[int]) -> list[Unit]:
    return [unit for unit in units if id(unit) not in held]
