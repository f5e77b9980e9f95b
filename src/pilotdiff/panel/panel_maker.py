"""Filed documents → the panel."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pilotdiff.filing.pilots_of_results import partners
from pilotdiff.filing.source_years import year_of
from pilotdiff.model import DivisionPath, Filed, SourceKind, Unit
from pilotdiff.model.callbacks import Tick
from pilotdiff.panel.linking import Linked, Linker
from pilotdiff.panel.pair_outcomes import PairOutcomes, pair_outcomes
from pilotdiff.panel.pair_rates import pair_rates
from pilotdiff.panel.panel_types import Panel, PanelList, PanelListing, PanelUnit
from pilotdiff.panel.recorded_apart import edition_of_year, in_one_edition, never_apart
from pilotdiff.panel.roster import Known
from pilotdiff.reconciliation import Reconciler
from pilotdiff.record import code, path_of
from pilotdiff.units.content_ids import ContentIds


def panel_of(
    documents: Sequence[Filed],
    reconciler: Reconciler | None = None,
    progress: Tick | None = None,
    *,
    record: bool = True,
) -> Panel:
    """Return the panel of all lists among documents, in time.

    The `reconciler` knows the verdicts of persons; `record` tells whether units get their codes.
    """
    asked = reconciler or Reconciler(record=record)
    lists = sorted((each for each in documents if each.units.units), key=_in_time)
    years = [year_of(each.source) for each in lists]
    asked.hear_all(lists)
    belonging = partners(lists)
    editions = [edition_of_year(year) for year in years]
    linker = Linker(lists, editions, asked, in_one_edition if record else never_apart)
    for number in range(len(lists)):
        linker.take(number, [p for p in belonging.get(number, []) if p < number])
        if progress:
            progress(number + 1, len(lists))
    linked = linker.linked()
    shown = tuple(
        PanelList(each, years[number], tuple(sorted(r for p, r in linked.rows if p == number)))
        for number, each in enumerate(lists)
    )
    units = tuple(_units(linked, shown, record=record))
    return Panel(
        shown,
        units,
        tuple(linked.doubtful),
        tuple(pair_rates(shown, units)),
        tuple(each.source.id for each in documents if not each.units.units),
        coded=record,
    )


def _in_time(filed: Filed) -> tuple[bool, int, bool, str, str]:
    """Return by what lists are sorted: by year, those without one last; of one year, results after
    all else."""
    year = year_of(filed.source)
    results = filed.source.kind is SourceKind.RESULTS
    return year is None, year or 0, results, filed.source.date, filed.source.id


def _units(linked: Linked, lists: Sequence[PanelList], *, record: bool) -> Iterator[PanelUnit]:
    outcomes = pair_outcomes(linked.rows)
    ids = ContentIds()
    provinces = _provinces(linked.known)
    for known in linked.known:
        first, last = known.listings[0], known.listings[-1]
        own, path, its_code = first.unit.path, known.path, ""
        if record:
            path, its_code = _located(known.last, lists[last.number])
        if record and not all(own[: first.unit.level.depth]):
            own, _ = _located(first.unit, lists[first.number])
        # What other lists tell of its place is no part of its id: they would move it.
        id_ = ids.of(first.unit.level, "".join(own), "")
        path = path.joined(DivisionPath(provinces.get(path.prefecture, "")))
        listings = tuple(_with_outcome(listing, outcomes) for listing in known.listings)
        yield PanelUnit(id_, known.last.level, path, its_code, listings)


def _provinces(units: Sequence[Known]) -> dict[str, str]:
    """Return the province of each prefecture of which the lists name one: a list that leaves it out
    has it for all units alike, whatever became of them."""
    found: dict[str, set[str]] = defaultdict(set)
    for known in units:
        for path in (known.path, *(listing.unit.path for listing in known.listings)):
            if path.province and path.prefecture:
                found[path.prefecture].add(path.province)
    return {prefecture: min(told) for prefecture, told in found.items() if len(told) == 1}


def _located(unit: Unit, listed: PanelList) -> tuple[DivisionPath, str]:
    """Return the whole path and the code of a unit in the edition of a list."""
    found = code(unit, edition_of_year(listed.year)).unit
    if found is None:
        return unit.path, ""
    return unit.path.joined(DivisionPath._make(path_of(found))), found.code


def _with_outcome(listing: PanelListing, told: PairOutcomes) -> PanelListing:
    key = listing.number, id(listing.unit.entry)
    return listing._replace(**told[key]._asdict()) if key in told else listing
