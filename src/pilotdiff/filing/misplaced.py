"""Lists of results whose title names one batch, and whose units are those of another."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pilotdiff.filing.pilots_of_results import OWN, Shared, shared_units
from pilotdiff.filing.relation import may_share_programme
from pilotdiff.filing.source_years import title_year
from pilotdiff.model import Filed, Message, Source, SourceKind, msg

# The other list shares so many times as many units.
_TIMES = 2


class Misplaced(NamedTuple):
    """A list of results, the pilots that its title names, and those whose units it has.

    told_shared, shared  how many units it shares with each, of `units`
    """

    results: Filed
    told: Filed
    told_shared: int
    nearest: Filed
    shared: int
    units: int

    @property
    def by_number(self) -> bool:
        """Whether both give the number of a batch, which is no matter of convention."""
        return bool(self.results.source.batch)

    @property
    def said(self) -> Message:
        """What disagrees, in a sentence."""
        batch, year = self.results.source.batch, title_year(self.told.source)
        named = msg("batch {n}", n=batch) if batch else msg("the year {year}", year=year)
        return msg(
            "Its title names {named}, as {told} does, but its units are those of {nearest}: "
            "{shared} of {units} stand there, {told_shared} in the other",
            named=named,
            told=self.told.source.id,
            nearest=self.nearest.source.id,
            shared=self.shared,
            units=self.units,
            told_shared=self.told_shared,
        )


def misplaced(documents: Sequence[Filed]) -> Iterator[Misplaced]:
    """Yield the lists of results that title and units place with different lists of pilots."""
    lists = [filed for filed in documents if filed.units.units]
    pilots = [n for n, each in enumerate(lists) if each.source.kind is SourceKind.PILOTS]
    results = [n for n, each in enumerate(lists) if each.source.kind is SourceKind.RESULTS]
    if len(pilots) < 2 or not results:
        return
    shared = shared_units(lists)
    for result in results:
        theirs = lists[result].source
        ours = [n for n in pilots if may_share_programme(lists[n].source, theirs)]
        named = [n for n in ours if _is_named(lists[n].source, theirs)]
        counts = {n: shared.whole(n, result) for n in ours}
        if named and (other := _nearer(shared, counts, named, result)) is not None:
            told = max(named, key=lambda n: counts[n])
            yield Misplaced(
                lists[result],
                lists[told],
                counts[told],
                lists[other],
                counts[other],
                shared.size(result),
            )


def _is_named(pilots: Source, results: Source) -> bool:
    """Tell whether the titles name one batch, by its number or its year."""
    if results.batch:
        return pilots.batch == results.batch
    year = title_year(results)
    return year is not None and title_year(pilots) == year


def _nearer(
    shared: Shared, counts: dict[int, int], named: Sequence[int], result: int
) -> int | None:
    """Return the one list that shares far more units than those that are named."""
    best = max(counts.values())
    nearest = [n for n, count in counts.items() if count == best]
    told = max(counts[n] for n in named)
    if len(nearest) > 1 or best <= _TIMES * told:
        return None
    smaller = min(shared.size(nearest[0]), shared.size(result))
    return nearest[0] if best >= max(1, OWN * smaller) else None
