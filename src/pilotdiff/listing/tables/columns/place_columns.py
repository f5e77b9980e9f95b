"""The columns of a table that say where its units lie, beside those of the levels."""

from collections.abc import Sequence

from pilotdiff.listing.carried_parents import Parts, holds
from pilotdiff.listing.entries import LIES_IN
from pilotdiff.listing.sections import Sections
from pilotdiff.listing.tables.cell_reading import CellReader
from pilotdiff.listing.tables.cell_units import CellUnit
from pilotdiff.listing.tables.columns.table_columns import TableColumns
from pilotdiff.listing.tables.rows.code_parents import CodeParents
from pilotdiff.listing.tables.rows.row_parents import address_place, office_place
from pilotdiff.model import DivisionPath, Level, Line
from pilotdiff.names.full_names import called_short


class PlaceColumns:
    """Tells what the columns of places, offices and addresses say of rows read one by one."""

    def __init__(
        self, columns: TableColumns, reader: CellReader, sections: Sections, codes: CodeParents
    ) -> None:
        self._columns = columns
        self._reader = reader
        self._sections = sections
        self._codes = codes
        # What stood last in columns of places whose blanks mean the cell above.
        self._above: dict[int, str] = {}

    def forget(self) -> None:
        """Carry nothing on from the rows above."""
        self._above.clear()

    def outer(self, row: Line, unit: CellUnit, path: DivisionPath) -> Parts:
        """Return the parents that stand outside the level columns, the outermost first."""
        top = next((d for d in range(5) if path[d]), unit.parts[0][0].depth)
        proposers = (self._carried(row, at) for at in self._columns.proposers)
        offices = (office_place(text, self._reader) for text in proposers)
        near = [p for parts in offices for p in parts if holds(p, unit.parts[0]) is not False]
        told = (*self._sections.parents, *self._placed(row, unit))
        # Offices and codes tell the county of a town that a heading names.
        told += (*near, *self._towns_in(near))
        if coded := self._codes.parents(row, top):
            told += (*coded, *self._towns_in(coded))
        outer: Parts = ()
        for part in told:
            if part[0].depth < top and part not in outer:
                outer = (*(p for p in outer if p[0].depth < part[0].depth), part)
        if not outer and top > Level.COUNTY.depth:
            texts = (row.cell(at) for at in self._columns.addresses)
            outer = next(filter(None, (address_place(text, self._reader) for text in texts)), ())
            outer = tuple(part for part in outer if part[0].depth < top)
        return (*outer, *unit.above)

    def _towns_in(self, places: Sequence[tuple[Level, str]]) -> Parts:
        """Return the towns of the headings in force where the lowest of some places may hold them:
        no county stands over them that is another."""
        if not places or places[-1][0].depth >= Level.TOWNSHIP.depth:
            return ()
        over = self._sections.parents
        counties = {part for part in over if part[0] is Level.COUNTY}
        towns = tuple(part for part in over if part[0] is Level.TOWNSHIP)
        return towns if counties <= {*places} else ()

    def _placed(self, row: Line, unit: CellUnit) -> Parts:
        """Return the parents that the columns of places give, in whatever order they stand; one
        above that cannot hold the unit is none of its row."""
        parts: Parts = ()
        for at in self._columns.places:
            cell = self._reader.read(self._carried(row, at))
            if len(cell.units) == 1 and cell.units[0].sure > 0.1:
                place = () if _is_of_several(cell.units[0]) else cell.units[0].parts
                if not place:
                    continue
                denied = holds(place[-1], unit.parts[0]) is False and not row.cell(at)
                parts += () if denied else place
            elif not cell.units and (text := row.cell(at)):
                parts += address_place(text, self._reader)
        return tuple(sorted(parts, key=lambda part: part[0].depth))

    def with_town(self, row: Line, unit: CellUnit, path: DivisionPath) -> DivisionPath:
        """Return the parents of a row's cells with the town that its columns of places state for a
        name that begins with one itself: 正定县白石镇 | 尧乡园村."""
        if path.township or unit.parts[0][0] is not Level.TOWNSHIP or len(unit.parts) == 1:
            return path
        towns = (text for level, text in self._placed(row, unit) if level is Level.TOWNSHIP)
        return path.with_part(Level.TOWNSHIP, next(towns, ""))

    def with_short_county(self, row: Line, path: DivisionPath) -> DivisionPath:
        """Return the parents of a row's cells with the county that a column of places states
        without its kind, as several are called: the rest of the list tells which it is (平山)."""
        if path.county or not self._columns.places:
            return path
        cells = (self._reader.read(self._carried(row, at)) for at in self._columns.places)
        short = (
            c.units[0].own.text for c in cells if len(c.units) == 1 and _is_of_several(c.units[0])
        )
        return path.with_part(Level.COUNTY, next(short, ""))

    def beside(self, row: Line, unit: CellUnit) -> str:
        """Return what the columns of places say that holds no unit of its tier, "" for nothing:
        a small town of specialities beside 清岗县白溪镇 lies in 白溪镇."""
        if unit.level not in (Level.COUNTY, Level.TOWNSHIP):
            return ""
        cells = [self._reader.read(self._carried(row, at)) for at in self._columns.places]
        places = [
            (cell.units[0], cell.clean.text.strip()) for cell in cells if len(cell.units) == 1
        ]
        return "".join(
            f"{LIES_IN}{text}"
            for place, text in places
            if place.level.depth >= unit.level.depth and place.parts[-1] != unit.parts[-1]
        )

    def _carried(self, row: Line, at: int) -> str:
        """Return the text of a cell, of the one above where that is what a blank means."""
        raw = row.cell(at)
        if at in self._columns.merged:
            raw = self._above[at] = raw or self._above.get(at, "")
        return raw


def _is_of_several(unit: CellUnit) -> bool:
    """Tell whether a place is a county without its kind, and several are called so: 平山."""
    level, name = unit.parts[-1]
    short = len(unit.parts) == 1 and level is Level.COUNTY and name != unit.own.text
    return short and len(called_short(unit.own.text, level)) > 1
