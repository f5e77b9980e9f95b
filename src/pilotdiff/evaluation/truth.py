"""A gold file's rows as units of two lists."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pilotdiff.evaluation.gold import Gold, GoldRow, Reference
from pilotdiff.in_groups import in_groups
from pilotdiff.model import Pairing, Unit, Units
from pilotdiff.repair import clean, fold

TruthKey = tuple[int, int]


class Truth(NamedTuple):
    """What the gold says of the units of two lists; units are told apart by identity.

    kinds     of each pair that is right
    pilots    for each pilot in the gold, the results it became (none, one, or several)
    results   for each result in the gold, the pilots that it came from
    total     of pairs of each kind, those among them whose units were not found in the lists
    unfound   gold rows that name a unit which neither list has, or has several times
    """

    kinds: dict[TruthKey, str]
    pilots: dict[int, list[Unit]]
    results: dict[int, list[Unit]]
    total: dict[str, int]
    unfound: tuple[GoldRow, ...]

    def kind(self, pairing: Pairing) -> str | None:
        """Return the kind of a pairing that is right; None for any other."""
        return self.kinds.get((id(pairing.pilot), id(pairing.result)))

    def judged(self, pairing: Pairing) -> bool:
        """Tell whether the gold knows either unit; on others it is silent."""
        return id(pairing.pilot) in self.pilots or id(pairing.result) in self.results

    def should_be(self, pairing: Pairing) -> tuple[str, str]:
        """Return what a wrong pairing missed: the kind ("" where there was none) and the right
        names."""
        pilot, result = id(pairing.pilot), id(pairing.result)
        if pilot in self.pilots:
            right = self.pilots[pilot]
            kinds = [self.kinds[pilot, id(unit)] for unit in right]
        else:
            right = self.results[result]
            kinds = [self.kinds[id(unit), result] for unit in right]
        return (kinds or [""])[0], " / ".join(unit.name for unit in right)


def link(gold: Gold, pilots: Units, results: Units) -> Truth:
    """Find the units that the gold names."""
    ours = _Finder(pilots.units, (row.pilot for row in gold.rows))
    theirs = _Finder(results.units, (row.result for row in gold.rows))
    truth = Truth({}, defaultdict(list), defaultdict(list), defaultdict(int), ())
    unfound = []
    for row in gold.rows:
        pilot, result = ours.find(row.pilot), theirs.find(row.result)
        if row.pilot and row.result:
            truth.total[row.kind] += 1
        if (row.pilot and not pilot) or (row.result and not result):
            # Of such a row nothing can be told: a pairing with its other unit may be right.
            unfound.append(row)
        else:
            _enter(truth, pilot, result, row.kind)
    return truth._replace(unfound=tuple(unfound))


def _enter(truth: Truth, pilot: Unit | None, result: Unit | None, kind: str) -> None:
    if pilot and result:
        truth.kinds[id(pilot), id(result)] = kind
    if pilot:
        truth.pilots[id(pilot)] += [result] if result else []
    if result:
        truth.results[id(result)] += [pilot] if pilot else []


class _Finder:
    """The units of one list by all that a gold file may call them."""

    def __init__(self, units: Sequence[Unit], references: Iterable[Reference]) -> None:
        wanted = list(references)
        ids = {one.id for one in wanted}
        self._by_id = in_groups((unit for unit in units if unit.id in ids), lambda unit: unit.id)
        texts = {way for one in wanted for text in (one.name, one.raw) for way in _ways(text)}
        self._by_text: tuple[dict[str, list[Unit]], ...] = tuple(
            defaultdict(list) for _ in range(3)
        )
        for unit in units if texts else ():
            for rank, spelling in set(_spellings(unit)):
                if spelling in texts:
                    self._by_text[rank][spelling].append(unit)

    def find(self, reference: Reference) -> Unit | None:
        """Return the one unit that is meant; None where there is none, or several are."""
        if reference.id:
            found = self._by_id.get(reference.id, [])
            return found[0] if len(found) == 1 else None
        called = [self._called(text) for text in (reference.name, reference.raw) if text]
        found = next(filter(None, called), [])
        for others in called:
            # What the name leaves open the text as written may tell, and the line after it.
            ids = {id(unit) for unit in others}
            found = [unit for unit in found if id(unit) in ids] or found
        if len(found) > 1:
            found = [unit for unit in found if str(unit.entry.line) == reference.line]
        return found[0] if len(found) == 1 else None

    def _called(self, text: str) -> list[Unit]:
        ranks = (rank.get(way) for rank in self._by_text for way in _ways(text))
        return next(filter(None, ranks), [])


def _spellings(unit: Unit) -> Iterator[tuple[int, str]]:
    """Yield what a unit may be called, by rank: whole, as written, by the end of its path."""
    entry = unit.entry
    for whole in (unit.name, "".join(unit.path), "".join(entry.above) + entry.raw):
        yield 0, _plain(whole)
    for written in (entry.raw, entry.text):
        yield 1, _plain(written)
    for depth in range(1, unit.level.depth + 1):
        yield 2, _plain("".join(unit.path[depth:]))


def _ways(text: str) -> tuple[str, ...]:
    """Return a text of the gold as it stands, and without the damage of the page it was taken
    from."""
    return (_plain(text), _plain(clean(text).text)) if text else ()


def _plain(text: str) -> str:
    return fold("".join(text.split()))
