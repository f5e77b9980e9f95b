"""The plain rows of a long table, which gave their entries, apart from what stands beside them."""

from collections.abc import Sequence
from typing import Protocol, TypeVar, runtime_checkable

_Row = TypeVar("_Row", covariant=True)
_Given = TypeVar("_Given")


@runtime_checkable
class ApartFromPlainRows(Protocol[_Row]):
    """A sequence that has what stands beside its plain rows at hand."""

    @property
    def beside(self) -> Sequence[_Row]:
        """The rows that are not plain, in their order."""
        ...


def beside_plain_rows(rows: Sequence[_Given]) -> Sequence[_Given]:
    """Return the lines, or readings, of a document without plain rows of a long table: rows of
    cells that gave an entry. Of a document of which they are not known apart these are all."""
    return rows.beside if isinstance(rows, ApartFromPlainRows) else rows
