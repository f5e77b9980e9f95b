"""Match the units of one level: by deterministic rules, then what is left by features, jointly."""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence, Set
from typing import NamedTuple

from pilotdiff.matching.assign import Edge
from pilotdiff.matching.blocking import candidates, standard_codes
from pilotdiff.matching.compare import Comparison
from pilotdiff.matching.deterministic_rules import pair_equal, pair_repeated, with_pairs_parted
from pilotdiff.matching.left_units import LeftUnits
from pilotdiff.matching.names.edits import Edits
from pilotdiff.matching.names.families import (
    are_two_sorts,
    is_a_number,
    is_called_by_its_place,
    is_one_an_institution,
)
from pilotdiff.matching.names.name_keys import is_called_as, unglued
from pilotdiff.matching.names.village_groups import group_of
from pilotdiff.matching.places.align import Alignment, align
from pilotdiff.matching.places.flows import Flows
from pilotdiff.matching.places.matched_places import places_of
from pilotdiff.matching.places.place_sorts import are_of_two_sorts
from pilotdiff.matching.sides import NOWHERE, Side, homes_of, name_frequencies, names_of, numbered
from pilotdiff.matching.stated_codes import of_one_code, places_by_code
from pilotdiff.matching.wholeness import Rarity, Wholeness
from pilotdiff.model import Level, Unit

Numbers = Sequence[int]
Keys = Callable[[Side, Numbers], Sequence[Hashable]]
# The rules of the pairs that a person decided, of those that bear one code and one name, and of
# those of which the record has that the one became the other.
DECISION = "decision"
CODE = "code"
RECORD = "record"


class Prepared(NamedTuple):
    """Two sides of one level after the deterministic rules.

    certain  (pilot number, result number, rule)
    left     the numbers still to be compared, of either side
    edges    the pairs worth a comparison
    turned   whether the two sides are exchanged: what is called pilots here are the results
    """

    pilots: Side
    results: Side
    alignment: Alignment
    certain: list[tuple[int, int, str]]
    left: tuple[Numbers, Numbers]
    edges: list[tuple[int, int]]
    comparison: Comparison
    turned: bool = False

    def moved(self, pilot: int, result: int) -> bool:
        """Tell whether two units stand under parents that are not the same."""
        return self.pilots.places[pilot] != self.results.places[result]

    def may_lie_side_by_side(self, pilot: int, result: int) -> bool:
        """Tell whether two units stand under parents of two sorts (柳林镇, 柳林农场), and the lists
        may not name all units; not of two that bear one code."""
        codes = {self.pilots.units[pilot].entry.code, self.results.units[result].entry.code}
        if len(codes) == 1 and codes != {""}:
            return False
        places = self.pilots.places[pilot], self.results.places[result]
        return are_of_two_sorts(*places) and self.comparison.wholeness.whole(*places) < 1


def _exact(side: Side, numbers: Numbers) -> Sequence[Hashable]:
    return [(side.spots[n], side.names[n].text) for n in numbers]


def _category(side: Side, numbers: Numbers) -> Sequence[Hashable]:
    return [(side.spots[n], side.names[n].text, *_listed_as(side.units[n])) for n in numbers]


def _listed_as(unit: Unit) -> tuple[str, str]:
    """Return what tells two rows of one name apart: the category, and the group of a village."""
    return unit.entry.category, group_of(unit)


def _wording(side: Side, numbers: Numbers) -> Sequence[Hashable]:
    return [(side.spots[n], side.names[n].stem, side.names[n].kind) for n in numbers]


def _stem(side: Side, numbers: Numbers) -> Sequence[Hashable]:
    return [(side.spots[n], side.names[n].stem) for n in numbers]


def _unglued(side: Side, numbers: Numbers) -> Sequence[Hashable]:
    return [
        (side.spots[n], unglued(side.names[n].stem, side.places[n]), side.names[n].kind)
        for n in numbers
    ]


def _may_be_stem(side: Side, number: int, there: Side, other: int, whole: float) -> bool:
    """Return whether a kind may change so: a zone is no town and a farm no forest, the town's own
    village no community.

    清岗镇 and 清岗工业园区 stand side by side more often than not, and so do 白溪镇白溪村 and
    白溪镇白溪社区. Lists of a chosen few do not tell whether a village and a community do: of the
    nation's of 2016 3,536 did, and 7,617 became one another by 2021. Of all other kinds 32 did, and
    1,352 became. Without any place 白溪乡 and 白溪镇 may lie far apart.
    """
    name, name_there = side.names[number], there.names[other]
    if is_one_an_institution(name, name_there) or are_two_sorts(name, name_there):
        return False
    places = side.places[number], there.places[other]
    if side.units[number].level is not Level.PROVINCE and not all(map(any, places)):
        return _bear_one_code(side.units[number], there.units[other])
    if (
        whole < 1
        and _COMMUNITY in (name.kind, name_there.kind)
        and not _LIVED_IN.isdisjoint((name.kind, name_there.kind))
    ):
        return False
    seat = is_called_as(name, side.places[number]) or is_called_as(name, there.places[other])
    return not (seat and name.kind and name_there.kind)


# The kind of a community, and those of villages that may stand beside it.
_COMMUNITY, _LIVED_IN = "社区", frozenset({"村", "嘎查"})


def _bear_one_code(one: Unit, other: Unit) -> bool:
    return bool(standard_codes(one) & standard_codes(other))


class DeterministicRule(NamedTuple):
    """A rule that pairs equal keys: its name, its key, whether repeated keys are paired too, and
    which of the pairs are certain."""

    rule: str
    keys: Keys
    repeated: bool = False
    admits: Callable[[Side, int, Side, int, float], bool] | None = None


_STEPS = (
    DeterministicRule("exact", _exact),
    DeterministicRule("exact", _category, repeated=True),
    DeterministicRule("exact", _exact, repeated=True),
    DeterministicRule("wording", _wording),
    DeterministicRule("stem", _stem, admits=_may_be_stem),
    DeterministicRule("glued", _unglued),
)


def prepare(
    pilots: Sequence[Unit],
    results: Sequence[Unit],
    together: Set[Edge] = frozenset(),
    apart: Set[Edge] = frozenset(),
    *,
    turned: bool = False,
) -> Prepared:
    """Return both sides of one level, the certain pairs found, the rest blocked for comparison.

    Pairs of numbers in `together` are certain, those in `apart` are never made: people said so.
    `turned` is noted alone.
    """
    ours, theirs, alignment = _sides(pilots, results)
    wholeness = Wholeness(ours, theirs, alignment)
    certain, left = _certain(ours, theirs, _told(ours, theirs, together, apart), apart, wholeness)
    flows = Flows()
    flows.add(((pilot, result) for pilot, result, _ in certain), ours, theirs)
    namesakes = _namesakes_apart(ours, theirs, left, alignment).items()
    tentative = {pilot: result for pilot, result in namesakes if (pilot, result) not in apart}
    flows.add(tentative.items(), ours, theirs)
    edges = candidates(ours, theirs, left, alignment, flows)
    edges = [one for one in edges if one not in apart and not _are_two_by_place(ours, theirs, one)]
    stems = {ours.names[n].stem for n in left[0]} | {theirs.names[n].stem for n in left[1]}
    comparison = Comparison(
        pilots=ours,
        results=theirs,
        alignment=alignment,
        flows=flows,
        tentative=tentative,
        pilot_frequencies=name_frequencies(ours, alignment, stems),
        result_frequencies=name_frequencies(theirs, None, stems),
        known_places={},
        left=LeftUnits(ours, left[0]),
        left_there=LeftUnits(theirs, left[1]),
        sizes=Counter(ours.places),
        sizes_there=Counter(theirs.places),
        origins=set(alignment.values()),
        wholeness=wholeness,
        rarity=Rarity(name.stem for side in (ours, theirs) for name in side.names),
        edits=Edits(edges, ours, theirs),
    )
    return Prepared(ours, theirs, alignment, certain, left, edges, comparison, turned)


def _are_two_by_place(ours: Side, theirs: Side, edge: Edge) -> bool:
    """Tell whether two units bear a name of any place (高新区), and lie in two: cities, or counties
    in which they lie."""
    pilot, result = edge
    if not is_called_by_its_place(ours.names[pilot]):
        return False
    place, other = ours.homes[pilot], theirs.places[result]
    if place is NOWHERE:
        place = ours.places[pilot]
    told = slice(Level.PREFECTURE.depth, Level.TOWNSHIP.depth)
    return is_called_by_its_place(theirs.names[result]) and any(
        a and b and a != b for a, b in zip(place[told], other[told], strict=False)
    )


def _sides(pilots: Sequence[Unit], results: Sequence[Unit]) -> tuple[Side, Side, Alignment]:
    names, names_there = names_of(pilots), names_of(results)
    by_code = places_by_code(pilots, results)
    places, places_there = places_of(pilots, results, by_code)
    stems, stems_there = [n.stem for n in names], [n.stem for n in names_there]
    alignment = align(places, places_there, stems, stems_there)
    homes, numbers = homes_of(places, alignment), {NOWHERE: 0}
    ours = Side(pilots, names, places, homes, numbered(homes, numbers))
    spots = numbered(places_there, numbers)
    return ours, Side(results, names_there, places_there, places_there, spots), alignment


def _certain(
    ours: Side,
    theirs: Side,
    told: list[tuple[int, int, str]],
    apart: Set[Edge],
    wholeness: Wholeness,
) -> tuple[list[tuple[int, int, str]], tuple[Numbers, Numbers]]:
    """Return the pairs of the deterministic rules, those `told` among them, and the numbers that
    are left of either side."""
    certain = told
    left: Numbers = [n for n, home in enumerate(ours.homes) if home is not NOWHERE]
    homeless = [n for n, home in enumerate(ours.homes) if home is NOWHERE]
    left_there: Numbers = range(len(theirs.units))
    if told:
        gone, gone_there = {pilot for pilot, _, _ in told}, {result for _, result, _ in told}
        left, homeless = _but(gone, left), _but(gone, homeless)
        left_there = _but(gone_there, left_there)
    for step in _STEPS:
        if step.repeated:
            pairs = _repeated(step, (ours, left), (theirs, left_there), apart)
            gone, gone_there = ({edge[side] for edge in pairs} for side in (0, 1))
            left, left_there = _but(gone, left), _but(gone_there, left_there)
        else:
            keys, keys_there = step.keys(ours, left), step.keys(theirs, left_there)
            if apart:
                keys, keys_there = with_pairs_parted((left, left_there), (keys, keys_there), apart)
            pairs, left, left_there = pair_equal(left, left_there, keys, keys_there)
        if step.admits is not None:
            found, doubtful = pairs, list[Edge]()
            pairs = []
            for edge in found:
                whole = wholeness.whole(ours.places[edge[0]], theirs.places[edge[1]])
                sure = step.admits(ours, edge[0], theirs, edge[1], whole)
                (pairs if sure else doubtful).append(edge)
            left = [*left, *(pilot for pilot, _ in doubtful)]
            left_there = [*left_there, *(result for _, result in doubtful)]
        certain += [(pilot, result, step.rule) for pilot, result in pairs]
    return certain, (sorted([*left, *homeless]), sorted(left_there))


def _repeated(
    step: DeterministicRule,
    ours: tuple[Side, Numbers],
    theirs: tuple[Side, Numbers],
    apart: Set[Edge],
) -> list[tuple[int, int]]:
    """Return the pairs of a rule that pairs repeated keys too; only units whose key both lists have
    are put in order."""
    keys, keys_there = step.keys(*ours), step.keys(*theirs)
    common = set(keys).intersection(keys_there)
    if not common:
        return []
    mine, its = (
        _by_content(side, [n for n, key in zip(numbers, found, strict=True) if key in common])
        for (side, numbers), found in ((ours, keys), (theirs, keys_there))
    )
    keys, keys_there = step.keys(ours[0], mine), step.keys(theirs[0], its)
    if apart:
        keys, keys_there = with_pairs_parted((mine, its), (keys, keys_there), apart)
    return pair_repeated(mine, its, keys, keys_there).pairs


def _told(
    ours: Side, theirs: Side, together: Set[Edge], apart: Set[Edge]
) -> list[tuple[int, int, str]]:
    """Return what persons decided, then the pairs of one code and one name that nobody parted."""
    told = [(pilot, result, DECISION) for pilot, result in sorted(together)]
    gone, gone_there = ({edge[side] for edge in together} for side in (0, 1))
    for pilot, result in of_one_code(ours.units, theirs.units):
        if (pilot, result) not in apart and pilot not in gone and result not in gone_there:
            told.append((pilot, result, _rule_beside(ours, pilot, theirs, result)))
    return told


def _rule_beside(ours: Side, pilot: int, theirs: Side, result: int) -> str:
    """Return the rule that pairs two units of one code: that of their names where the lists state
    one place for them, else that of codes."""
    units = ours.units[pilot], theirs.units[result]
    stated = all(all(unit.path[: unit.level.depth]) for unit in units)
    if not stated or ours.homes[pilot] != theirs.places[result]:
        return CODE
    name, other = ours.names[pilot], theirs.names[result]
    if name.text == other.text:
        return "exact"
    return "wording" if name.kind == other.kind else CODE


def _but(gone: Set[int], numbers: Numbers) -> list[int]:
    return [number for number in numbers if number not in gone]


def _by_content(side: Side, numbers: Numbers) -> Numbers:
    """Return twins in an order that their rows do not decide: the fuller path first."""
    units = side.units

    def content(number: int) -> tuple[int, tuple[str, ...], tuple[str, ...], str]:
        unit = units[number]
        return unit.path.count(""), unit.path, unit.entry.former, unit.id

    return sorted(numbers, key=content)


def _namesakes_apart(
    ours: Side, theirs: Side, left: tuple[Numbers, Numbers], alignment: Alignment
) -> dict[int, int]:
    """Return pairs of the units left over whose stem stands once on either side of a wider place:
    these show flows, but for what a number alone calls (六分场, 第一社区)."""
    levels = max((len(place) for place in (*ours.places[:1], *theirs.places[:1])), default=0)
    found: dict[int, int] = {}
    for length in range(levels - 1, max(0, levels - 3), -1):
        mine = [
            number
            for number in left[0]
            if number not in found
            and len(ours.names[number].stem) > 1
            and not is_a_number(ours.names[number].stem)
            and ours.places[number][:length] in alignment
        ]
        keys = [(alignment[ours.places[n][:length]], ours.names[n].stem) for n in mine]
        there = [(theirs.places[n][:length], theirs.names[n].stem) for n in left[1]]
        found.update(pair_equal(mine, left[1], keys, there).pairs)
    return found
