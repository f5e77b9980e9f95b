"""All the checks over some documents, in the order a reader wants them."""

from collections.abc import Collection, Iterator, Sequence

from pilotdiff.checks.between.groups import linked
from pilotdiff.checks.finding_codes import (
    BETWEEN_CHECKS,
    RECONCILED_CHECKS,
    RECORDED_CHECKS,
    WITHIN_CHECKS,
)
from pilotdiff.model import Filed, Finding
from pilotdiff.reconciliation import Reconciler


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
    told = [*_found(documents, reconciler or Reconciler())]
    if not without_record:
        told += _recorded(documents, as_of)
    findings = {finding for finding in told if finding.code not in silenced}
    return tuple(
        sorted(
            findings,
            key=lambda each: (place[each.document], each.line, each.code, str(each.message)),
        )
    )


def _found(documents: Sequence[Filed], reconciler: Reconciler) -> Iterator[Finding]:
    for filed in documents:
        for within in WITHIN_CHECKS:
            yield from within.check(filed)
    together = linked(documents)
    for between in BETWEEN_CHECKS:
        yield from between.check(together)
    for told_rows in RECONCILED_CHECKS:
        yield from told_rows.check(together, reconciler)


def _recorded(documents: Sequence[Filed], as_of: int | None) -> Iterator[Finding]:
    for filed in documents:
        for recorded in RECORDED_CHECKS:
            yield from recorded.check(filed, as_of)
