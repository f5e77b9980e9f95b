"""All the checks over some documents, in the order a reader wants them."""

from collections.abc import Callable, Collection, Iterator, Sequence

from pilotdiff.checks.between import (
    allotments,
    cited_documents,
    document_dates,
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
    repeats,
    section_headings,
    titles_within,
    unread_lines,
    wrong_parents,
)
from pilotdiff.model import Filed, Finding

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
# … and each of these sees them all, in whatever order they were given.
BETWEEN: tuple[Callable[[Sequence[Filed]], Iterator[Finding]], ...] = (
    reconciled.check,
    quotas.check,
    stated_figures.check,
    document_dates.check,
    plans.check,
    allotments.check,
    cited_documents.check,
    zones.check,
    two_lists.check,
)


def check(documents: Sequence[Filed], silenced: Collection[str] = ()) -> tuple[Finding, ...]:
    """Return what is found, in the order of documents, lines and codes; findings whose code is in
    `silenced` are left out. The order of the documents decides the order of the findings alone."""
    place = {filed.source.id: index for index, filed in enumerate(documents)}
    findings = {finding for finding in _found(documents) if finding.code not in silenced}
    return tuple(
        sorted(
            findings,
            key=lambda each: (place[each.document], each.line, each.code, str(each.message)),
        )
    )


def _found(documents: Sequence[Filed]) -> Iterator[Finding]:
    for filed in documents:
        for within in WITHIN:
            yield from within(filed)
    together = linked(documents)
    for between in BETWEEN:
        yield from between(together)
