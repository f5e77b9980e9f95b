"""All the checks over some documents, in the order a reader wants them."""

from collections.abc import Callable, Collection, Iterator, Sequence

from pilotdiff.checks.between import (
    allotments,
    citations,
    dates,
    figures,
    plans,
    quotas,
    reconciled,
    zones,
)
from pilotdiff.checks.between.groups import linked
from pilotdiff.checks.within import (
    days,
    divisions,
    headings,
    homes,
    mentions,
    names,
    numbering,
    order,
    parents,
    reading,
    repeats,
    titles,
    totals,
    twins,
)
from pilotdiff.model import Filed, Finding

# Each sees one document at a time …
WITHIN: tuple[Callable[[Filed], Iterator[Finding]], ...] = (
    totals.check,
    numbering.check,
    headings.check,
    repeats.check,
    twins.check,
    parents.check,
    divisions.check,
    order.check,
    homes.check,
    names.check,
    reading.check,
    mentions.check,
    titles.check,
    days.check,
)
# … and each of these sees them all, in whatever order they were given.
BETWEEN: tuple[Callable[[Sequence[Filed]], Iterator[Finding]], ...] = (
    reconciled.check,
    quotas.check,
    figures.check,
    dates.check,
    plans.check,
    allotments.check,
    citations.check,
    zones.check,
)


def check(documents: Sequence[Filed], silenced: Collection[str] = ()) -> tuple[Finding, ...]:
    """What is found, in the order of documents, lines and codes; findings whose code is in
    `silenced` are left out. The order of the documents decides the order of the findings alone.
    """
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
