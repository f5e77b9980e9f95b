"""How many pilots of each list and province went on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from pilotdiff.model import NOT_COUNTED, WENT_ON, Outcome
from pilotdiff.outcomes.contested import yet_open
from pilotdiff.outcomes.unread_whereabouts import unread_pilots
from pilotdiff.panel.panel_types import PanelList, PanelRate, PanelUnit


def pair_rates(lists: Sequence[PanelList], units: Sequence[PanelUnit]) -> Iterator[PanelRate]:
    """Yield a rate for each list of pilots whose results are known, by province.

    With several lists of results, a pilot went on where one of them says so. A list is split by the
    provinces that it states itself, unless that of each of its units is known: one that its result
    alone told would stand apart from those that were dropped.
    """
    unplaced = {each.number for unit in units if not unit.path.province for each in unit.listings}
    counts: dict[tuple[int, str], Counter[Outcome]] = defaultdict(Counter)
    beside: Counter[tuple[int, str]] = Counter()
    places: defaultdict[tuple[int, str], list[tuple[tuple[int, int], ...]]] = defaultdict(list)
    for unit in units:
        for number, own, _, _, _, outcome, _, named, unread in unit.listings:
            if lists[number].results and outcome:
                path = own.path if number in unplaced else unit.path
                of = number, path.province or lists[number].filed.source.province
                counts[of][outcome] += 1
                if outcome is Outcome.DROPPED:
                    beside[of] += named
                    places[of].append(unread)
    for (number, province), outcomes in sorted(counts.items()):
        one = lists[number]
        years = [year for r in one.results if (year := lists[r].year) is not None]
        known = beside[number, province] + yet_open(places[number, province])
        known = min(known, outcomes[Outcome.DROPPED])
        made = _rate(one, province, min(years, default=None), outcomes, known)
        lacking = unread_pilots(one.filed.units)
        yield made._replace(unread=lacking.within((province,)))


def _rate(
    one: PanelList, province: str, result_year: int | None, outcomes: Counter[Outcome], named: int
) -> PanelRate:
    source, pilots = one.filed.source, outcomes.total()
    return PanelRate(
        programme=source.programme,
        province=province,
        list=one.id,
        batch=source.batch,
        year=one.year,
        result_year=result_year,
        pilots=pilots,
        eligible=pilots - sum(outcomes[each] for each in NOT_COUNTED),
        went_on=sum(outcomes[each] for each in WENT_ON),
        dropped=outcomes[Outcome.DROPPED],
        undecided=outcomes[Outcome.REVIEW] + named,
        merged=outcomes[Outcome.MERGED],
    )
