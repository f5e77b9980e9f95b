"""Equal cells kept once: a table of villages names each province half a million times."""

from collections.abc import Iterable, Sequence

_MANY = 4_000
"""Distinct strings from which a column must repeat itself to be worth looking up."""


class SharedCells:
    """Turns rows into tuples in which equal strings of a column are one object."""

    def __init__(self) -> None:
        self._pools: dict[int, dict[str, str]] = {}
        self._seen = 0

    def rows(self, rows: Sequence[Sequence[str]]) -> Iterable[tuple[str, ...]]:
        """The rows as tuples, in order; meant for some thousand rows at a time."""
        if len(set(map(len, rows))) > 1 or not rows[0]:
            return [tuple(row) for row in rows]
        self._seen += len(rows)
        columns = [
            self._column(index, column) for index, column in enumerate(zip(*rows, strict=True))
        ]
        return zip(*columns, strict=True)

    def _column(self, index: int, column: tuple[str, ...]) -> Iterable[str]:
        pool = self._pools.setdefault(index, {})
        if len(pool) > max(_MANY, self._seen // 3):
            return column
        return list(map(pool.setdefault, column, column))
