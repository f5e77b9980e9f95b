"""What the codes of a whole table say of where each of its units lies."""

from collections.abc import Sequence

from pilotdiff.listing.carried_parents import Parts
from pilotdiff.listing.tables.cell_reading import CellReader
from pilotdiff.listing.tables.division_codes import code_level, named_by_code, over, significant
from pilotdiff.listing.tables.table_columns import TableColumns
from pilotdiff.model import Level, Line

_DEEPEST = 12


class CodeParents:
    """Parents by codes: of rows whose codes are prefixes, or that a row names as its own."""

    def __init__(self, rows: Sequence[Line], columns: TableColumns, reader: CellReader) -> None:
        self._columns = columns
        self._named: dict[str, tuple[Level, str]] = {}
        self._over: dict[str, str] = {}
        # Level columns that reach the top leave nothing to ask the codes.
        self._asked = columns.parent >= 0 or (columns.code >= 0 and columns.levels[0] < 0)
        if self._asked:
            for row in rows:
                self._note(row, reader)

    def _note(self, row: Line, reader: CellReader) -> None:
        code = self._own(row)
        at = self._columns.targets[0]
        raw = row.cells[at] if at < len(row.cells) else ""
        level = self.level(row) or self._columns.level_at(at)
        units = reader.read(raw, level).units
        if code and len(units) == 1:
            self._named.setdefault(code, units[0].parts[-1])
            self._over[code] = self._code(row, self._columns.parent)

    def _own(self, row: Line) -> str:
        columns = self._columns
        return self._code(row, columns.code if columns.code >= 0 else columns.id)

    def _code(self, row: Line, at: int) -> str:
        raw = row.cells[at].strip() if 0 <= at < len(row.cells) else ""
        return (significant(raw) or raw) if self._columns.code >= 0 else raw

    def level(self, row: Line) -> Level | None:
        """Return the level at which the code of a row puts its unit."""
        at = self._columns.code
        return code_level(row.cells[at].strip()) if 0 <= at < len(row.cells) else None

    def parents(self, row: Line, top: int) -> Parts:
        """Return the parents of a row's unit above a depth, outermost first."""
        if not self._asked:
            return ()
        code = self._own(row)
        found: dict[Level, str] = {}
        if self._columns.code >= 0:
            found = dict(named_by_code(code))
            found |= dict(self._named[c] for c in reversed(over(code)) if c in self._named)
        for _ in range(_DEEPEST):
            code = self._over.get(code, "")
            if not code or code not in self._named:
                break
            level, text = self._named[code]
            found[level] = text
        return tuple(sorted((p for p in found.items() if p[0].depth < top), key=_depth))


def _depth(part: tuple[Level, str]) -> int:
    return part[0].depth
