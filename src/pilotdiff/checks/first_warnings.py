"""What a person must know before trusting an answer: names left out, totals, odd lists."""

from collections.abc import Iterator, Sequence

from pilotdiff.census.number_gaps import keeps_numbers
from pilotdiff.checks.within import (
    census_findings,
    declared_totals,
    impossible_places,
    mentions,
    near_totals,
    numbering,
    pages_missing,
)
from pilotdiff.model import Filed, Finding, Row, Severity


def foremost(*documents: Filed, rows: Sequence[Row] = ()) -> tuple[Finding, ...]:
    """Find it in a document, or in two that are compared in this order; the gravest first.

    rows  what became of the units of the two
    """
    within = [list(_within(filed)) for filed in documents]
    if len(documents) == 2:
        # What compares two lists is loaded where there are two.
        from pilotdiff.checks.between import other_programmes, two_lists
        from pilotdiff.checks.reconciled import broken_off, named_beside_lists

        within[1] = _without_gaps_of_the_chosen(*documents, within[1])
        between = (*two_lists.of_two_lists(*documents), *other_programmes.in_order(*documents))
        beside = named_beside_lists.in_short(*documents, rows)
        # That a list is not whole tells more than what it lacks.
        ends = () if _is_told(between, *within) else broken_off.in_short(*documents, rows)
        found = [*between, *within[0], *within[1], *beside, *ends]
    else:
        found = [finding for each in within for finding in each]
    grave = tuple(Severity)
    # One document may be given twice.
    return tuple(sorted(dict.fromkeys(found), key=lambda finding: grave.index(finding.severity)))


_NOT_WHOLE = frozenset(
    {"list-goes-on", "pages-missing", "total-differs", "total-unread", "lists-of-more-batches"}
    | {"list-not-whole", "results-of-one-place", "lists-of-other-batches", "lists-swapped"}
)


def _is_told(*found: Sequence[Finding]) -> bool:
    """Tell whether findings say already that a list lacks a part of what the other holds."""
    return any(one.code in _NOT_WHOLE for each in found for one in each)


def _without_gaps_of_the_chosen(
    pilots: Filed, results: Filed, found: list[Finding]
) -> list[Finding]:
    """Return what was found in results without the numbers that went with the pilots left out."""
    others = [one for one in found if one.code != numbering.GAP.code]
    gaps = len(others) < len(found)
    return others if gaps and keeps_numbers(pilots.units, results.units) else found


def _within(filed: Filed) -> Iterator[Finding]:
    yield from beside_totals(filed)
    # That they are reached is no warning.
    told = (declared_totals.AGREE.code, declared_totals.AGAIN.code)
    yield from (one for one in declared_totals.check(filed) if one.code not in told)


def beside_totals(filed: Filed) -> Iterator[Finding]:
    """Yield what a person must know of one document, but for totals that are not reached."""
    yield from census_findings.in_short(filed)
    yield from impossible_places.in_short(filed)
    yield from pages_missing.check(filed)
    yield from mentions.in_short(filed)
    yield from near_totals.check(filed)
    yield from declared_totals.counting_again(filed)
    yield from numbering.gaps(filed)
