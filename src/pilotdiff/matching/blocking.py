"""Blocking: which pairs of what the deterministic rules left are worth a comparison."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from pilotdiff.matching.left_over.open_blocks import open_pairs
from pilotdiff.matching.names.damaged_name_index import fitting_pairs
from pilotdiff.matching.names.name_keys import name_of
from pilotdiff.matching.names.near_names import NearNames
from pilotdiff.matching.places.align import Alignment
from pilotdiff.matching.places.flows import Flows
from pilotdiff.matching.places.matched_places import Place
from pilotdiff.matching.sides import NOWHERE, Side
from pilotdiff.model import Level, Unit
from pilotdiff.model.repairs import LOST
from pilotdiff.names import gazetteer, parse

# A stem that more units of one ancestor share says nothing about which of them is meant.
_MOST_NAMESAKES = 5
_MOST_TARGETS = 5


class Blocks:
    """The results left over, found by place with what names have in common, and by ancestor with
    stem."""

    def __init__(self, results: Side, left: Sequence[int]) -> None:
        self._results = results
        names, places = results.names, results.places
        self.near = NearNames((n, places[n], names[n].stem) for n in left).near
        self._by_stem: dict[tuple[Place, str], list[int]] = defaultdict(list)
        self._by_code: dict[tuple[Place, str], list[int]] = defaultdict(list)
        for number in left:
            self._enter(number)

    def _enter(self, number: int) -> None:
        place, stem = self._results.places[number], self._results.names[number].stem
        for called in {stem, *former_stems(self._results.units[number])}:
            for length in range(1, len(place) + 1):
                self._by_stem[place[:length], called].append(number)
        for code in standard_codes(self._results.units[number]):
            self._by_code[place, code].append(number)

    def of_one_code(self, place: Place, codes: Iterable[str]) -> set[int]:
        """Return the results in a place whose name the standard has under one of these codes."""
        return {number for code in codes for number in self._by_code.get((place, code), ())}

    def namesakes(self, above: Place, stem: str) -> Sequence[int]:
        """Return the results of this very stem, now or formerly, anywhere below an ancestor, unless
        many."""
        found = self._by_stem.get((above, stem), ())
        return found if len(found) <= _MOST_NAMESAKES else ()


def candidates(
    pilots: Side,
    results: Side,
    left: tuple[Sequence[int], Sequence[int]],
    alignment: Alignment,
    flows: Flows,
) -> list[tuple[int, int]]:
    """Return the pairs (pilot number, result number) worth a comparison, in the order of the
    pilots."""
    blocks = Blocks(results, left[1])
    homes = {
        number: _homes(pilots.homes[number], flows.targets(pilots.places[number], _MOST_TARGETS))
        for number in left[0]
    }
    homes_there = {number: (results.places[number],) for number in left[1]}
    pairs = set(fitting_pairs(pilots, homes, results, homes_there))
    pairs.update((n, other) for other, n in fitting_pairs(results, homes_there, pilots, homes))
    fitted = {number for number, _ in pairs}
    for number in left[0]:
        place, stem = pilots.places[number], pilots.names[number].stem
        found: set[int] = set()
        for home in homes[number]:
            if number not in fitted or LOST not in stem:
                found |= blocks.near(home, stem)
            found |= blocks.of_one_code(home, standard_codes(pilots.units[number]))
        # A unit never leaves its province.
        stems = {stem, *former_stems(pilots.units[number])}
        for length in range(min(1, len(place)), len(place) + 1):
            above = alignment.get(place[:length])
            if above is not None:
                for called in stems:
                    found.update(blocks.namesakes(above, called))
        pairs.update((number, other) for other in found)
    pairs.update(open_pairs(pilots, results, left, alignment))
    return sorted(pairs)


def standard_codes(unit: Unit) -> frozenset[str]:
    """Return the codes of a county's, prefecture's or province's name; the standard goes no
    further.

    None of a county that states no prefecture, where several have had one so called (郊区).
    """
    level, path = unit.level, unit.path
    if level.depth > Level.COUNTY.depth:
        return frozenset()
    if (
        level is Level.COUNTY
        and not path.prefecture
        and len(_prefectures_of(unit.own, path.province)) > 1
    ):
        return frozenset()
    return gazetteer.codes(level, unit.own)


def _prefectures_of(county: str, province: str) -> set[str]:
    """Return the prefectures that have had a county so called, within the province where one is
    stated."""
    starts = tuple(each.code[:2] for each in gazetteer.find(province)) if province else ("",)
    return {home for home in gazetteer.homes(county) if home.startswith(starts)}


def former_stems(unit: Unit) -> set[str]:
    """Return the stems that the unit once had, as a remark gives its former names."""
    level = unit.level
    return {name_of(level, _own(level, text)).stem for text in unit.entry.former}


def _own(level: Level, text: str) -> str:
    """Return the last part of a name that a remark may give with its parents."""
    reading = parse(text, level)
    return reading.parts[-1][1] if reading else text


def _homes(home: Place, targets: list[Place]) -> list[Place]:
    return targets if home is NOWHERE or home in targets else [home, *targets]
