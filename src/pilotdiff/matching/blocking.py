"""Blocking: which pairs of what the deterministic rules left are worth a comparison."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from pilotdiff.matching.align import Alignment
from pilotdiff.matching.damage import LOST, fits
from pilotdiff.matching.flows import Flows
from pilotdiff.matching.matched_places import Place
from pilotdiff.matching.name_keys import name_of
from pilotdiff.matching.sides import NOWHERE, Side
from pilotdiff.matching.sounds import sound_key
from pilotdiff.model import Level, Unit
from pilotdiff.names import gazetteer, parse

# A stem that more units of one ancestor share says nothing about which of them is meant.
_MOST_NAMESAKES = 5
_MOST_TARGETS = 5


class Blocks:
    """The results left over, found by place with character or sound, and by ancestor with stem."""

    def __init__(self, results: Side, left: Iterable[int]) -> None:
        self._results = results
        self._by_character: dict[tuple[Place, str], list[int]] = defaultdict(list)
        self._by_sound: dict[tuple[Place, str], list[int]] = defaultdict(list)
        self._by_stem: dict[tuple[Place, str], list[int]] = defaultdict(list)
        self._by_code: dict[tuple[Place, str], list[int]] = defaultdict(list)
        self._damaged: dict[Place, list[int]] = defaultdict(list)
        self._all: dict[Place, list[int]] = defaultdict(list)
        for number in left:
            self._enter(number)

    def _enter(self, number: int) -> None:
        place, stem = self._results.places[number], self._results.names[number].stem
        self._all[place].append(number)
        for character in set(stem):
            self._by_character[place, character].append(number)
        self._by_sound[place, sound_key(stem)].append(number)
        for called in {stem, *former_stems(self._results.units[number])}:
            for length in range(1, len(place) + 1):
                self._by_stem[place[:length], called].append(number)
        for code in standard_codes(self._results.units[number]):
            self._by_code[place, code].append(number)
        if LOST in stem:
            self._damaged[place].append(number)

    def near(self, place: Place, stem: str) -> set[int]:
        """Return the results in a place that share a character or the sound with a stem."""
        found: set[int] = set(self._by_sound.get((place, sound_key(stem)), ()))
        for character in set(stem):
            found.update(self._by_character.get((place, character), ()))
        return found

    def of_one_code(self, place: Place, codes: Iterable[str]) -> set[int]:
        """Return the results in a place whose name the standard has under one of these codes."""
        return {number for code in codes for number in self._by_code.get((place, code), ())}

    def fitting(self, place: Place, side: Side, number: int) -> set[int]:
        """Return the results in a place that a damaged name, on either side, could stand for."""
        unit = side.units[number]
        damaged = LOST in side.names[number].stem
        others = (self._all if damaged else self._damaged).get(place, ())
        return {n for n in others if fits(unit, self._results.units[n])}

    def namesakes(self, above: Place, stem: str) -> Sequence[int]:
        """Return the results of this very stem, now or formerly, anywhere below an ancestor, unless
        many."""
        found = self._by_stem.get((above, stem), ())
        return found if len(found) <= _MOST_NAMESAKES else ()


def candidates(
    pilots: Side, left: Iterable[int], blocks: Blocks, alignment: Alignment, flows: Flows
) -> list[tuple[int, int]]:
    """Return the pairs (pilot number, result number) worth a comparison, in the order of the
    pilots."""
    pairs = []
    for number in left:
        place, stem = pilots.places[number], pilots.names[number].stem
        found: set[int] = set()
        for home in _homes(pilots.homes[number], flows.targets(place, _MOST_TARGETS)):
            found |= blocks.near(home, stem)
            found |= blocks.fitting(home, pilots, number)
            found |= blocks.of_one_code(home, standard_codes(pilots.units[number]))
        # A unit never leaves its province.
        stems = {stem, *former_stems(pilots.units[number])}
        for length in range(min(1, len(place)), len(place) + 1):
            above = alignment.get(place[:length])
            if above is not None:
                for called in stems:
                    found.update(blocks.namesakes(above, called))
        pairs += [(number, other) for other in sorted(found)]
    return pairs


def standard_codes(unit: Unit) -> frozenset[str]:
    """Return the codes of a county's, prefecture's or province's name; the standard goes no
    further."""
    known = unit.level.depth <= Level.COUNTY.depth
    return gazetteer.codes(unit.level, unit.own) if known else frozenset()


def former_stems(unit: Unit) -> set[str]:
    """Return the stems that the unit once had, as a remark gives its former names."""
    level = unit.level
    return {name_of(level, _own(level, text)).stem for text in unit.entry.former}


def _own(level: Level, text: str) -> str:
    """The last part of a name that a remark may give with its parents."""
    reading = parse(text, level)
    return reading.parts[-1][1] if reading else text


def _homes(home: Place, targets: list[Place]) -> list[Place]:
    return targets if home is NOWHERE or home in targets else [home, *targets]
