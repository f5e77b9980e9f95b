"""What the codes of a whole table say of where each of its units lies."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pilotdiff.listing.carried_parents import Parts, depth_of
from pilotdiff.listing.tables.cell_reading import CellReader, Sort
from pilotdiff.listing.tables.cell_units import CellUnit, vouched_unit
from pilotdiff.listing.tables.columns.division_codes import (
    bore,
    code_level,
    named_by_code,
    over,
    significant,
)
from pilotdiff.listing.tables.columns.table_columns import TableColumns
from pilotdiff.listing.tables.rows.parents_in_names import own_parts
from pilotdiff.listing.tables.rows.row_parents import EMPTY
from pilotdiff.model import LEVELS, DivisionPath, Level, Line
from pilotdiff.names import known

_DEEPEST = 12
# As many digits as the code of a village has.
_WHOLE = 12
# As many rows bear one code on average where they share them.
_SHARING = 3


class CodeParents:
    """Parents by codes: of rows whose codes are prefixes, or that a row names as its own."""

    def __init__(self, rows: Sequence[Line], columns: TableColumns, reader: CellReader) -> None:
        self._columns = columns
        self._reader = reader
        self._named: dict[str, tuple[Level, str]] = {}
        self._over: dict[str, str] = {}
        # Level columns that reach the top leave nothing to ask the codes.
        self._asked = columns.parent >= 0 or (columns.code >= 0 and columns.levels[0] < 0)
        # Codes that stand beside all that lies in their units.
        self._shared: frozenset[str] = frozenset()
        if self._asked:
            self._shared = self._shared_codes(rows)
            # What stands over others first.
            for row in sorted(rows, key=lambda row: len(self._own(row))):
                self._note(row)

    def _shared_codes(self, rows: Sequence[Line]) -> frozenset[str]:
        """Return the codes that several rows bear, where most rows share theirs: a county's, beside
        its towns."""
        if self._columns.code < 0:
            return frozenset()
        codes = (row.cell(self._columns.code) for row in rows)
        borne = Counter(filter(None, map(significant, codes)))
        shared = {code for code, times in borne.items() if times > 1}
        return frozenset(shared if borne.total() > _SHARING * len(borne) else ())

    def _note(self, row: Line) -> None:
        code = self._own(row)
        if len(code) == _WHOLE and self._columns.parent < 0 and code not in self._shared:
            return  # a village: nothing lies in it, and most rows are such
        level = self.level(row) if code else None
        path = self.path(row) if code else EMPTY
        units = self._units(row, level, vouched=any(path)) if code else ()
        if len(units) == 1 and (code not in self._shared or self._is_own(code, units[0])):
            self._named.setdefault(code, self.placed(row, units[0], path).parts[-1])
            self._over[code] = self._code(row, self._columns.parent)

    def _units(
        self, row: Line, level: Level | None, *, vouched: bool = False
    ) -> tuple[CellUnit, ...]:
        """Return the units of a row, where its code vouches for it also what no grammar reads:
        原种繁育中心."""
        at = self._columns.targets[0]
        raw = row.cells[at] if at < len(row.cells) else ""
        cell = self._reader.read(raw, level or self._columns.level_at(at))
        if vouched and level is not None and cell.sort is Sort.WORDS:
            own = vouched_unit(cell.clean, cell.start, level)
            return (own,) if own is not None else ()
        return cell.units

    def _is_own(self, code: str, unit: CellUnit) -> bool:
        """Tell whether a shared code is a unit's own: by the standard, or as its first one's."""
        level = code_level(code)
        told = [name for at, name in named_by_code(code) if at is level]
        own = self._named.get(code) or (unit.parts[-1] if not told else None)
        return unit.level is level and (unit.parts[-1][1] in told or unit.parts[-1] == own)

    def _own(self, row: Line) -> str:
        columns = self._columns
        return self._code(row, columns.code if columns.code >= 0 else columns.id)

    def _code(self, row: Line, at: int) -> str:
        raw = row.cell(at)
        return (significant(raw) or raw) if self._columns.code >= 0 else raw

    def level(self, row: Line) -> Level | None:
        """Return the level at which the code of a row puts its unit."""
        at = self._columns.code
        code = row.cell(at)
        level = code_level(code)
        if level is None or level is LEVELS[-1] or significant(code) not in self._shared:
            return level
        units = self._units(row, None)
        own = len(units) == 1 and self._is_own(significant(code), units[0])
        return level if own else LEVELS[level.depth + 1]

    def path(self, row: Line) -> DivisionPath:
        """Return the parents of a row's unit where its code tells all of them, else an empty
        path."""
        level = self.level(row) if self._asked else None
        if level is None or self._columns.code < 0:
            return EMPTY
        path = DivisionPath.of(self.parents(row, level.depth))
        return path if all(path[at.depth] for at in _needed(self._own(row), level)) else EMPTY

    def placed(self, row: Line, unit: CellUnit, path: DivisionPath) -> CellUnit:
        """Return a unit below the parents that its row's code tells, at the level of the code: a
        development zone with a town's code is none of the counties', and 石街坊社区 in no street of
        its own."""
        level = self.level(row) if any(path) else None
        if level is None:
            return unit
        spread = self._columns.targets[0] in self._columns.spread
        parts = own_parts(unit, path, level, spread)
        town = path[Level.TOWNSHIP.depth]
        if town and not spread and unit.own.text.startswith(town) and unit.own.text != town:
            return unit._replace(parts=((level, unit.own.text),))
        own, text = parts[-1]
        if own.depth < level.depth and (not known(text) or bore(self._own(row), text)):
            parts = (*parts[:-1], (level, text))
        return unit._replace(parts=parts)

    def parents(self, row: Line, top: int) -> Parts:
        """Return the parents of a row's unit above a depth, outermost first."""
        if not self._asked or top == 0:
            return ()
        code = self._own(row)
        found: dict[Level, str] = {}
        if self._columns.code >= 0:
            # The code itself, too: towns may stand beside the code of their county.
            found = dict(named_by_code(code))
            codes = [*reversed(over(code)), code]
            found |= dict(self._named[c] for c in codes if c in self._named)
        for _ in range(_DEEPEST):
            code = self._over.get(code, "")
            if not code or code not in self._named:
                break
            level, text = self._named[code]
            found[level] = text
        return tuple(sorted((p for p in found.items() if p[0].depth < top), key=depth_of))


def _needed(code: str, level: Level) -> Iterator[Level]:
    """Yield the levels over a unit that its code must tell; some counties lie in no city, and some
    cities have no counties."""
    if level is not Level.PROVINCE:
        yield Level.PROVINCE
    if level.depth > Level.COUNTY.depth:
        yield Level.PREFECTURE if code[4:6] == "00" else Level.COUNTY
    if level.depth > Level.TOWNSHIP.depth:
        yield Level.TOWNSHIP
