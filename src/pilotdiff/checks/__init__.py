"""Findings: what a list says against itself, and what documents say of each other."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pilotdiff.model import Filed, Finding
    from pilotdiff.reconciliation import Reconciler

__all__ = ["check"]


def check(
    documents: "Sequence[Filed]",
    silenced: Collection[str] = (),
    reconciler: "Reconciler | None" = None,
    *,
    as_of: int | None = None,
    without_record: bool = False,
) -> "tuple[Finding, ...]":
    """Return all that is found; `pilotdiff.checks.run` says how. What is in no use costs no
    start-up."""
    from pilotdiff.checks import run

    return run.check(documents, silenced, reconciler, as_of=as_of, without_record=without_record)
