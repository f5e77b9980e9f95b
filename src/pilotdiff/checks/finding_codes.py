"""Every check, and every code there is, as the checks declare them."""

from collections.abc import Iterator, Sequence
from typing import Protocol

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
from pilotdiff.checks.code import Code
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


class WithinCheck(Protocol):
    """A module that looks at one document, and declares what it can find there."""

    CODES: tuple[Code, ...]

    def check(self, filed: Filed, /) -> Iterator[Finding]:
        """Yield what is found in a document."""


class BetweenCheck(Protocol):
    """A module that looks at all documents, in whatever order they were given."""

    CODES: tuple[Code, ...]

    def check(self, documents: Sequence[Filed], /) -> Iterator[Finding]:
        """Yield what is found between documents."""


class ReconciledCheck(Protocol):
    """A module that is told too what became of the units of two lists, as persons decided it."""

    CODES: tuple[Code, ...]

    def check(self, documents: Sequence[Filed], reconciler: Reconciler, /) -> Iterator[Finding]:
        """Yield what is found between documents."""


WITHIN_CHECKS: tuple[WithinCheck, ...] = (
    declared_totals,
    titles_within,
    days,
    numbering,
    section_headings,
    repeats,
    name_slips,
    parents,
    known_divisions,
    recorded_units,
    wrong_parents,
    order,
    names,
    unread_lines,
    census_findings,
    mentions,
)
BETWEEN_CHECKS: tuple[BetweenCheck, ...] = (
    two_lists,
    other_batches,
    quotas,
    stated_figures,
    document_dates,
    allotments,
    cited_documents,
)
RECONCILED_CHECKS: tuple[ReconciledCheck, ...] = (reconciled, plans, zones)

WITHIN: tuple[Code, ...] = tuple(code for module in WITHIN_CHECKS for code in module.CODES)
BETWEEN: tuple[Code, ...] = (
    *(code for module in BETWEEN_CHECKS for code in module.CODES),
    *(code for module in RECONCILED_CHECKS for code in module.CODES),
)
CODES: dict[str, Code] = {each.code: each for each in (*WITHIN, *BETWEEN)}
