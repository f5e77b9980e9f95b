"""Rows of a long list that hardly anybody asks for, in few bytes until somebody does."""

import pickle
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar, overload

from pilotdiff.forked import as_columns, as_rows
from pilotdiff.listing.lines.washing import SAMPLE_LINES

_Row = TypeVar("_Row", bound=tuple[Any, ...])
# Half of the bytes for a tenth of the time that making them takes.
_LEVEL = 1


class PackedRows(Sequence[_Row]):
    """A sequence of named tuples as bytes: the lines of a document, what each was taken for.

    Reconciling two lists asks for the first of them alone, and for those that are not plain. Who
    asks for another unpacks all of them, once.
    """

    __slots__ = ("_beside", "_count", "_data", "_first", "_kind", "_rows")

    def __init__(
        self, kind: type[_Row], rows: Sequence[_Row], is_plain: Callable[[_Row], bool]
    ) -> None:
        """Pack rows that are named tuples of a kind."""
        self._kind, self._count = kind, len(rows)
        self._first = tuple(rows[:SAMPLE_LINES])
        self._beside = tuple([row for row in rows if not is_plain(row)])
        columns = as_columns(rows)
        self._data = zlib.compress(pickle.dumps(columns, pickle.HIGHEST_PROTOCOL), _LEVEL)
        self._rows: tuple[_Row, ...] | None = None

    @property
    def beside(self) -> Sequence[_Row]:
        """The rows that are not plain."""
        return self._beside

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[_Row]:
        return iter(self._unpacked())

    @overload
    def __getitem__(self, at: int) -> _Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[_Row]: ...
    def __getitem__(self, at: int | slice) -> _Row | Sequence[_Row]:
        if at == slice(SAMPLE_LINES):
            return self._first
        return self._unpacked()[at]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._unpacked() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._unpacked())

    def _unpacked(self) -> tuple[_Row, ...]:
        if self._rows is None:
            columns = pickle.loads(zlib.decompress(self._data))
            self._rows, self._data = tuple(as_rows(self._kind, columns)), b""
        return self._rows
