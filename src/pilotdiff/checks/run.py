"""All the checks over some documents, in the order a reader wants them."""

from collections.abc import Callable, Collection, Iterator, Sequence

from pilotdiff.checks.between import (
    allotments,
    cited_documents,
    document_dates,
    other_batches,
    plans,
    quotas,
    reconciled,
    stated_figures,
    two_lists,
    zones,
)
from pilotdiff.checks.between.groups import linked
from pilotdiff.checks.within import (
    census_findings,
    days,
    declared_totals,
    known_divisions,
    mentions,
    name_slips,
    names,
    numbering,
    order,
    parents,
    recorded_units,
    repeats,
    section_headings,
    titles_within,
    unread_lines,
    wrong_parents,
)
from pilotdiff.model import Filed, Finding
from pilotdiff.reconciliation import Reconciler

# Each sees one document at a time …
WITHIN: tuple[Callable[[Filed], Iterator[Finding]], ...] = (
    declared_totals.check,
    numbering.check,
    section_headings.check,
    repeats.check,
    name_slips.check,
    parents.check,
    known_divisions.check,
    order.check,
    wrong_parents.check,
    names.check,
    unread_lines.check,
    census_findings.check,
    mentions.check,
    titles_within.check,
    days.check,
)
# … each of these sees them all, in whatever order they were given …
BETWEEN: tuple[Callable[[Sequence[Filed]], Iterator[Finding]], ...] = (
    quotas.check,
    stated_figures.check,
    document_dates.check,
    allotments.check,
    cited_documents.check,
    two_lists.check,
    other_batches.check,
)
# … and these what became of the units of two of them too, as persons decided it.
RECONCILED: tuple[Callable[[Sequence[Filed], Reconciler], Iterator[Finding]], ...] = (
    reconciled.check,
    plans.check,
    zones.check,
)


def check(
    documents: Sequence[Filed],
    silenced: Collection[str] = (),
    reconciler: Reconciler | None = None,
    *,
    as_of: int | None = None,
    without_record: bool = False,
) -> tuple[Finding, ...]:
    """Return what is found, in the order of documents, lines and codes; findings whose code is in
    `silenced` are left out. The order of the documents decides the order of the findings alone.

    The `reconciler` knows the verdicts of persons; without it there are none. The official record
    is asked for the edition of each document's date, or for that of `as_of`.
    """
    place = {filed.source.id: index for index, filed in enumerate(documents)}
    told = list(_found(documents, reconciler or Reconciler()))
    for filed in () if without_record else documents:
        told.extend(recorded_units.check(filed, as_of))
    findings = {finding for finding in told if finding.code not in silenced}
    return tuple(
        sorted(
            findings,
            key=lambda each: (place[each.document], each.line, each.code, str(each.message)),
        )
    )


def _found(documents: Sequence[Filed], reconciler: Reconciler) -> Iterator[Finding]:
    for filed in documents:
        for within in WITHIN:
            yield from within(filed)
    together = linked(documents)
    for between in BETWEEN:
        yield from between(together)
    for check_rows in RECONCILED:
        yield from check_rows(together, reconciler)
