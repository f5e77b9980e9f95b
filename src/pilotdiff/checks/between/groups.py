"""Which documents belong together: of one programme, one province, one batch."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from pilotdiff.filing.pilots_of_results import partners
from pilotdiff.filing.relation import in_time, may_share_batch, may_share_programme, same_programme
from pilotdiff.filing.source_years import year_of
from pilotdiff.model import Filed, Level, Source, SourceKind
from pilotdiff.names import known


class ListPair(NamedTuple):
    """A list of pilots with a list of results, as far as the one came of the other.

    levels  of the results that go back to this list of pilots, and to no other
    """

    pilots: Filed
    results: Filed
    levels: frozenset[Level]

    @property
    def batch(self) -> int | None:
        """The batch of both, told by either."""
        return self.pilots.source.batch or self.results.source.batch


def linked(documents: Sequence[Filed]) -> tuple[Filed, ...]:
    """Return the documents, those that name no programme or batch with that of a list that they
    cite."""
    by_number = {f.source.number: f.source for f in documents if f.source.number}
    return tuple(_linked(filed, by_number) for filed in documents)


def _linked(filed: Filed, by_number: Mapping[str, Source]) -> Filed:
    source = filed.source
    cited = [by_number[number] for number in source.cites if number in by_number]
    lists = [each for each in cited if each.kind is SourceKind.PILOTS and related(each, source)]
    if len(lists) != 1:
        return filed
    programme, batch = source.programme or lists[0].programme, source.batch or lists[0].batch
    return filed._replace(source=replace(source, programme=programme, batch=batch))


def related(one: Source, other: Source) -> bool:
    """Tell whether nothing says that two documents are of different programmes or provinces."""
    return SourceKind.ZONES not in (one.kind, other.kind) and may_share_programme(one, other)


def comparable(one: Filed, other: Filed) -> bool:
    """Tell whether what two documents say of numbers is compared: they speak of one programme, or
    may and are of one province; and not one of them of a city only."""
    mine, its = one.source, other.source
    neither = not (mine.programme or its.programme)
    same_province = mine.province == its.province != ""
    together = neither or same_programme(mine, its) or same_province
    return together and related(mine, its) and _part(one) == _part(other)


def _part(filed: Filed) -> str:
    """Return the city or county that title and issuer confine a document to, "" for none."""
    named = filed.units.listing.context[-1:]
    return next((name for name in named if Level.PROVINCE not in known(name)), "")


def comparable_pairs(documents: Sequence[Filed]) -> Iterator[tuple[Filed, Filed]]:
    """Yield every two such documents, in the order given."""
    return (pair for pair in combinations(documents, 2) if comparable(*pair))


def lists_of(documents: Iterable[Filed], kind: SourceKind) -> list[Filed]:
    """Return the documents of that kind that list units."""
    return [filed for filed in documents if filed.source.kind is kind and filed.units.units]


def paired_lists(documents: Sequence[Filed]) -> list[ListPair]:
    """Return every list of results with the lists of pilots that it came of, as all commands pair
    them; where nothing tells, with the closest that nothing contradicts."""
    having = partners(documents)
    pilots = lists_of(documents, SourceKind.PILOTS)
    return [
        ListPair(origin.pilots, documents[number], origin.levels)
        for number, ours in having.items()
        for origin in origins(documents[number], [documents[n] for n in ours] or pilots)
    ]


class Origin(NamedTuple):
    """The list of pilots that units of some levels of a document go back to."""

    pilots: Filed
    levels: frozenset[Level]


def origins(document: Filed, pilots: Sequence[Filed]) -> list[Origin]:
    """Return for each level of a document the closest list of pilots of that level: streets and
    communities may have been published apart. None where nothing fits."""
    source = document.source
    fitting = [
        pilot
        for pilot in pilots
        if related(pilot.source, source) and may_share_batch(pilot.source, source)
    ]
    if not fitting:
        return []
    by_list: dict[str, set[Level]] = {}
    for level in levels(document):
        having = [pilot for pilot in fitting if level in levels(pilot)]
        if having:
            by_list.setdefault(_closest(document, having, level).source.id, set()).add(level)
    if not by_list:
        return [Origin(_closest(document, fitting), frozenset())]
    return [
        Origin(pilot, frozenset(by_list[pilot.source.id]))
        for pilot in fitting
        if pilot.source.id in by_list
    ]


def _closest(document: Filed, pilots: Sequence[Filed], level: Level | None = None) -> Filed:
    """Return the list with the same programme, the same batch, the most names; of equals the
    latest."""
    if len(pilots) == 1:
        return pilots[0]
    source, names = document.source, _names(document, level)

    def closeness(pilot: Filed) -> tuple[bool, bool, int, bool, int, str]:
        own = pilot.source
        one_programme = same_programme(own, source)
        same_batch = own.batch is not None and own.batch == source.batch
        shared = len(names & _names(pilot, level))
        earlier, year = in_time(own, source), year_of(own) or 0
        return one_programme, same_batch, shared, earlier, year, own.date

    return max(pilots, key=closeness)


def _names(filed: Filed, level: Level | None) -> set[str]:
    return {unit.own for unit in filed.units.units if level in (None, unit.level)}


def levels(filed: Filed) -> dict[Level, int]:
    """Tell how many units of each level a document lists, from the top."""
    counts: dict[Level, int] = {}
    for unit in filed.units.units:
        counts[unit.level] = counts.get(unit.level, 0) + 1
    return {level: counts[level] for level in Level if level in counts}


def batch_of_each(documents: Sequence[Filed]) -> dict[str, int | None]:
    """Return the batch of each document by id; a list that names none has that of its pair."""
    found = {filed.source.id: filed.source.batch for filed in documents}
    for pair in paired_lists(documents):
        for filed in (pair.pilots, pair.results):
            found[filed.source.id] = found[filed.source.id] or pair.batch
    return found
