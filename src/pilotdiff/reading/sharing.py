"""Equal cells kept once: a table of villages names each province half a million times."""

from collections.abc import Iterable, Sequence

_REMEMBERED = 4_096
"""Strings a column is remembered by; few enough to stay in the processor's cache."""


class SharedCells:
    """Turns rows into tuples in which equal strings of a column are mostly one object."""

    def __init__(self) -> None:
        self._pools: dict[int, dict[str, str]] = {}

    def rows(self, rows: Sequence[Sequence[str]]) -> Iterable[tuple[str, ...]]:
        """Return the rows as tuples, in order; fastest for about a thousand at a time."""
        if len(set(map(len, rows))) > 1 or not rows[0]:
            return [tuple(row) for row in rows]
        columns = [
            self._column(index, column) for index, column in enumerate(zip(*rows, strict=True))
        ]
        return zip(*columns, strict=True)

    def _column(self, index: int, column: tuple[str, ...]) -> list[str]:
        pool = self._pools.setdefault(index, {})
        if len(pool) > _REMEMBERED:
            pool.clear()
        return list(map(pool.setdefault, column, column))
