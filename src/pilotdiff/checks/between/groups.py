"""Which documents belong together: of one programme, one province, one batch."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from pilotdiff.model import Filed, Level, Source, SourceKind, Unit


class Pair(NamedTuple):
    """A list of pilots with the list of results that came of it."""

    pilots: Filed
    results: Filed

    @property
    def batch(self) -> int | None:
        """The batch of both, told by either."""
        return self.pilots.source.batch or self.results.source.batch


def related(one: Source, other: Source) -> bool:
    """Whether nothing says that two documents are of different programmes or provinces."""
    zones = SourceKind.ZONES in (one.kind, other.kind)
    return not zones and all(
        not (mine and its) or mine == its
        for mine, its in ((one.programme, other.programme), (one.province, other.province))
    )


def akin(one: Source, other: Source) -> bool:
    """Whether two documents speak of the same programme, or may and are of one province: then what
    they say of numbers is compared."""
    same_province = bool(one.province) and one.province == other.province
    return related(one, other) and (one.programme == other.programme or same_province)


def akin_pairs(documents: Sequence[Filed]) -> Iterator[tuple[Filed, Filed]]:
    """Every two such documents, in the order given."""
    return (
        (one, other) for one, other in combinations(documents, 2) if akin(one.source, other.source)
    )


def same_batch(one: Source, other: Source) -> bool:
    """Whether nothing says that two documents are of different batches."""
    return not (one.batch and other.batch) or one.batch == other.batch


def lists(documents: Iterable[Filed], kind: SourceKind) -> list[Filed]:
    """The documents of that kind that list units."""
    return [filed for filed in documents if filed.source.kind is kind and filed.units.units]


def pairs(documents: Sequence[Filed]) -> list[Pair]:
    """Every list of results with the one list of pilots that it most likely came of."""
    pilots = lists(documents, SourceKind.PILOTS)
    results = lists(documents, SourceKind.RESULTS)
    found = ((pilots_of(result, pilots), result) for result in results)
    return [Pair(pilot, result) for pilot, result in found if pilot is not None]


def pilots_of(document: Filed, pilots: Sequence[Filed]) -> Filed | None:
    """The list of pilots that a document most likely goes back to, None where none is fitting."""
    source = document.source
    fitting = [
        pilot
        for pilot in pilots
        if related(pilot.source, source) and same_batch(pilot.source, source)
    ]
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    names = _names(document.units.units)
    return max(fitting, key=lambda pilot: _closeness(pilot, source, names))


def _closeness(pilot: Filed, source: Source, names: set[str]) -> tuple[object, ...]:
    """What speaks for a list of pilots, the weightiest first; of equals the latest."""
    own = pilot.source
    same_programme = bool(own.programme) and own.programme == source.programme
    same_batch = own.batch is not None and own.batch == source.batch
    shared = len(names & _names(pilot.units.units))
    earlier = not (own.date and source.date) or own.date <= source.date
    return same_programme, same_batch, shared, earlier, own.date


def _names(units: Iterable[Unit]) -> set[str]:
    return {unit.own for unit in units}


def levels(filed: Filed) -> dict[Level, int]:
    """How many units of each level a document lists, from the top."""
    counts: dict[Level, int] = {}
    for unit in filed.units.units:
        counts[unit.level] = counts.get(unit.level, 0) + 1
    return {level: counts[level] for level in Level if level in counts}


def batches(documents: Sequence[Filed]) -> dict[str, int | None]:
    """The batch of each document by id; a list that names none has that of its pair."""
    found = {filed.source.id: filed.source.batch for filed in documents}
    for pair in pairs(documents):
        for filed in pair:
            found[filed.source.id] = found[filed.source.id] or pair.batch
    return found
