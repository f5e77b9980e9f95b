"""Which names of a place a damaged one could stand for, found by the characters it has left."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pilotdiff.matching.names.lost_character_fit import fits, wildcards_of
from pilotdiff.matching.places.matched_places import Place
from pilotdiff.matching.sides import Side
from pilotdiff.model import Unit, Wildcard
from pilotdiff.model.repairs import LOST
from pilotdiff.names import split
from pilotdiff.repair import fold

# A damaged name that more could be is compared with so many of them: none is more likely.
_MOST = 12

_Shape = tuple[int, ...]
_Left = tuple[str, ...]


class _Whole:
    """The undamaged names of one place, by the characters at given positions."""

    def __init__(self, units: Mapping[int, Unit]) -> None:
        self._units = units
        self._forms: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for number, unit in units.items():
            for form in _forms(unit):
                if LOST not in form:
                    self._forms[len(form)].append((fold(form), number))
        self._by_shape: dict[tuple[int, _Shape], dict[_Left, list[int]]] = {}

    def fitting(self, damaged: Unit) -> list[int]:
        """Return the names that agree with a damaged one in what is left of it, in their order."""
        found = {
            number: None for form in _forms(damaged) if LOST in form for number in self._like(form)
        }
        return sorted(
            (number for number in found if fits(damaged, self._units[number])),
            key=lambda number: _content(self._units[number]),
        )

    def _like(self, form: str) -> Sequence[int]:
        """Return the names that have the known characters of a damaged form where it has them."""
        shape = tuple(at for at, character in enumerate(form) if character != LOST)
        key = len(form), shape
        if key not in self._by_shape:
            table: dict[_Left, list[int]] = defaultdict(list)
            for other, number in self._forms.get(len(form), ()):
                table[tuple(other[at] for at in shape)].append(number)
            self._by_shape[key] = table
        return self._by_shape[key].get(tuple(fold(form[at]) for at in shape), ())


def fitting_pairs(
    damaged: Side,
    numbers: Mapping[int, Sequence[Place]],
    whole: Side,
    others: Mapping[int, Sequence[Place]],
) -> Iterator[tuple[int, int]]:
    """Give the pairs (damaged, whole) of two sides that fit in a place that both may stand in.

    `numbers` and `others` say of each unit that is left where it may stand. Of names that very many
    could fill each gets a few, in turn, so that all of them find one.
    """
    groups: dict[tuple[Place, str, tuple[Wildcard, ...]], list[int]] = defaultdict(list)
    for number, places in numbers.items():
        unit = damaged.units[number]
        if LOST in unit.own:
            wildcards = wildcards_of(unit, unit.level.depth)
            for place in places:
                groups[place, unit.own, wildcards].append(number)
    if not groups:
        return
    standing = _standing(whole, others, {place for place, _, _ in groups})
    for (place, _, _), alike in groups.items():
        if place in standing:
            found = standing[place].fitting(damaged.units[alike[0]])
            yield from _dealt(sorted(alike, key=lambda n: _content(damaged.units[n])), found)


def _standing(
    whole: Side, others: Mapping[int, Sequence[Place]], places: Iterable[Place]
) -> dict[Place, _Whole]:
    wanted: dict[Place, dict[int, Unit]] = {place: {} for place in places}
    for number, there in others.items():
        for place in there:
            if place in wanted:
                wanted[place][number] = whole.units[number]
    return {place: _Whole(units) for place, units in wanted.items() if units}


def _dealt(alike: Sequence[int], found: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give each of some equal names its share of what they could be."""
    if len(found) <= _MOST:
        yield from ((number, other) for number in alike for other in found)
        return
    for at, number in enumerate(alike):
        start = at * len(found) // len(alike)
        yield from ((number, found[(start + step) % len(found)]) for step in range(_MOST))


def _forms(unit: Unit) -> set[str]:
    return {unit.own, split(unit.level, unit.own)[0]}


def _content(unit: Unit) -> tuple[tuple[str, ...], str, str]:
    return unit.path, unit.entry.category, unit.id
