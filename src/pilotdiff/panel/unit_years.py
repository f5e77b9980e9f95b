"""What each unit was in each year, by programme."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pilotdiff.model import WENT_ON, Outcome, SourceKind
from pilotdiff.panel.panel_types import Panel, PanelList, PanelListing, PanelUnit

PILOT, RESULT, LISTED = "pilot", "result", "listed"


class UnitYear(NamedTuple):
    """A unit in a year of a programme.

    listed_as  the kinds of the lists of that year that have it: "pilots", "results", both with ;
    batch      of these lists
    status     at the end of the year: pilot, promoted, dropped, not_eligible, merged, review;
               result for one that was no pilot; listed where the kind of a list is not known; ""
               before its first list
    pilot_year, promoted_year, dropped_year  the first of each, None where there is none
    """

    unit: PanelUnit
    programme: str
    year: int
    listed_as: str
    batch: str
    status: str
    pilot_year: int | None
    promoted_year: int | None
    dropped_year: int | None


def unit_years(panel: Panel) -> Iterator[UnitYear]:
    """Yield each unit in each year from the first list of a programme to its last.

    Lists without a year tell nothing here.
    """
    years: dict[str, set[int]] = defaultdict(set)
    for one in panel.lists:
        if one.year is not None:
            years[_programme(one)].add(one.year)
    for unit in panel.units:
        listings: dict[str, list[PanelListing]] = defaultdict(list)
        for listing in unit.listings:
            if panel.lists[listing.number].year is not None:
                listings[_programme(panel.lists[listing.number])].append(listing)
        for programme, found in listings.items():
            spanned = range(min(years[programme]), max(years[programme]) + 1)
            yield from _of_unit(unit, programme, found, panel.lists, spanned)


def _programme(one: PanelList) -> str:
    return one.filed.source.programme


def _of_unit(
    unit: PanelUnit,
    programme: str,
    listings: Sequence[PanelListing],
    lists: Sequence[PanelList],
    years: range,
) -> Iterator[UnitYear]:
    events = sorted(event for each in listings for event in _events(each, lists))
    firsts = {status: year for year, _, status in reversed(events)}
    promoted = [year for year, _, status in events if status in WENT_ON]
    for year in years:
        here = [lists[each.number] for each in listings if lists[each.number].year == year]
        past = [status for when, _, status in events if when <= year]
        yield UnitYear(
            unit=unit,
            programme=programme,
            year=year,
            listed_as=";".join(dict.fromkeys(one.kind for one in here if one.kind)),
            batch=";".join(dict.fromkeys(str(b) for one in here if (b := one.filed.source.batch))),
            status=past[-1] if past else "",
            pilot_year=firsts.get(PILOT),
            promoted_year=min(promoted, default=None),
            dropped_year=firsts.get(Outcome.DROPPED),
        )


def _events(listing: PanelListing, lists: Sequence[PanelList]) -> Iterator[tuple[int, int, str]]:
    """Yield the years in which something became of a unit; within a year, the pilots come first."""
    one, year = lists[listing.number], lists[listing.number].year
    assert year is not None, "a list without a year"
    if one.filed.source.kind is SourceKind.RESULTS:
        if listing.outcome not in WENT_ON:
            yield year, 1, str(listing.outcome) if _open(listing) else RESULT
        return
    if one.filed.source.kind is not SourceKind.PILOTS:
        yield year, 0, LISTED
        return
    yield year, 0, PILOT
    if listing.outcome is not None and listing.decided is not None:
        when = lists[listing.decided].year
        if when is not None:  # else nobody knows in which year it was
            yield when, 2, _told(listing.outcome)


def _open(listing: PanelListing) -> bool:
    return listing.outcome is Outcome.REVIEW


def _told(outcome: Outcome) -> str:
    """Return what an outcome counts as: renamed units went on as those with their names did."""
    return str(Outcome.PROMOTED if outcome in WENT_ON else outcome)
