"""Every check there is, found in the folders by what it looks at, and every code that they declare.

A check is a module with a function `check` that declares what it finds: nothing else names it.
"""

from collections.abc import Iterator, Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Protocol

from pilotdiff.checks.code import DECLARED_CODES, Code
from pilotdiff.model import Filed, Finding
from pilotdiff.reconciliation import Reconciler


class WithinCheck(Protocol):
    """A module that looks at one document."""

    def check(self, filed: Filed, /) -> Iterator[Finding]:
        """Yield what is found in a document."""


class RecordedCheck(Protocol):
    """A module that holds one document against an edition of the official record."""

    def check(self, filed: Filed, as_of: int | None, /) -> Iterator[Finding]:
        """Yield what is found in a document; `as_of` is a year, None for that of its date."""


class BetweenCheck(Protocol):
    """A module that looks at all documents, in whatever order they were given."""

    def check(self, documents: Sequence[Filed], /) -> Iterator[Finding]:
        """Yield what is found between documents."""


class ReconciledCheck(Protocol):
    """A module that is told too what became of the units of two lists, as persons decided it."""

    def check(self, documents: Sequence[Filed], reconciler: Reconciler, /) -> Iterator[Finding]:
        """Yield what is found between documents."""


def _modules(folder: str) -> tuple[Any, ...]:
    """Return the checks of a folder, in the order of their names."""
    package = import_module(f"pilotdiff.checks.{folder}")
    names = (f"{package.__name__}.{each.name}" for each in iter_modules(package.__path__))
    return tuple(module for module in map(import_module, names) if hasattr(module, "check"))


WITHIN_CHECKS: tuple[WithinCheck, ...] = _modules("within")
RECORDED_CHECKS: tuple[RecordedCheck, ...] = _modules("recorded")
BETWEEN_CHECKS: tuple[BetweenCheck, ...] = _modules("between")
RECONCILED_CHECKS: tuple[ReconciledCheck, ...] = _modules("reconciled")


def _codes(*folders: str) -> tuple[Code, ...]:
    homes = tuple(f"pilotdiff.checks.{folder}." for folder in folders)
    declared = sorted(DECLARED_CODES.items())
    return tuple(code for module, codes in declared if module.startswith(homes) for code in codes)


WITHIN = _codes("within", "recorded")
BETWEEN = _codes("between", "reconciled")
CODES: dict[str, Code] = {each.code: each for each in (*WITHIN, *BETWEEN)}
