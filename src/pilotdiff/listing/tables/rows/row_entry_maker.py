"""A unit of a row → its entry, with what the other columns say of it."""

from collections.abc import Iterable, Sequence

from pilotdiff.listing.carried_parents import holds
from pilotdiff.listing.categories import canonical
from pilotdiff.listing.entries import PATH, code_in_note
from pilotdiff.listing.lines.headings import read_heading
from pilotdiff.listing.naming import read_unit
from pilotdiff.listing.sections import Sections
from pilotdiff.listing.tables.cell_reading import CellReader
from pilotdiff.listing.tables.cell_units import CellUnit
from pilotdiff.listing.tables.columns.column_heads import told_level
from pilotdiff.listing.tables.columns.division_codes import significant
from pilotdiff.listing.tables.columns.place_columns import PlaceColumns
from pilotdiff.listing.tables.columns.table_columns import TableColumns
from pilotdiff.listing.tables.columns.ticks import is_tick
from pilotdiff.listing.unit_names.former_names import former_names
from pilotdiff.model import LEVELS, DivisionPath, Entry, Level, Line
from pilotdiff.names.kinds import is_kind_word

_MADE = tuple.__new__
_REST = ("", (), (), ())


class RowEntryMaker:
    """Makes the entries of units that stand in rows read one after the other."""

    def __init__(
        self, columns: TableColumns, places: PlaceColumns, reader: CellReader, sections: Sections
    ) -> None:
        self._columns = columns
        self._places = places
        self._reader = reader
        self._sections = sections
        self._depth = columns.own_depth
        self._ticked = {at for at, _ in columns.ticks}
        self._told: tuple[str, str] | None = None
        self._sort = ""
        # The heading in force, and what the first row below it states over the towns.
        self._headed: tuple[tuple[str, ...], Sequence[str]] = ((), ())

    def forget(self) -> None:
        """Carry nothing on from the rows above."""
        self._places.forget()
        self._sort = ""
        self._told = None

    def keep_category(self, row: Line) -> None:
        """Keep the category of a row for those below that leave it blank."""
        self._sort = self._text(row, self._columns.category) or self._sort

    def made(
        self, row: Line, unit: CellUnit, level: Level | None, path: DivisionPath, ordinal: str = ""
    ) -> Entry:
        """Return the entry of a unit of a row, below the parents that the row states."""
        columns = self._columns
        path = self._under_headings(unit.level.depth, path)
        number = self._text(row, columns.ordinal)
        remarks = [text for at in columns.notes if (text := self._text(row, at))]
        bracketed = code_in_note(unit.parts[-1][1], unit.note) if unit.note else ""
        notes = [
            "" if bracketed else unit.note,
            *(text.split()[0] for text in remarks),
            self._places.beside(row, unit),
        ]
        told = told_level(row.cell(self._columns.level)) or level
        former = _formerly(self._text(row, columns.former), told or unit.level)
        if former:
            former = tuple(name for name in former if not _is_short_for(name, unit))
        remarked = _not_above((n for text in remarks for n in former_names(text)), told)
        return Entry(
            raw=unit.raw,
            text=unit.own.text,
            line=row.number,
            ordinal=ordinal or number.strip(" .、"),
            section=PATH.join(self._sections.path),
            level=told,
            category=self._category(row) or self._sections.category,
            above=tuple(text for _, text in self._places.outer(row, unit, path)),
            columns=path if any(path) else (),
            id=row.cell(columns.id),
            note="; ".join(filter(None, notes)),
            former=tuple(dict.fromkeys((*unit.former, *former, *remarked))),
            repairs=unit.repairs,
            wildcards=unit.own.wildcards,
            place=row.place,
            code=significant(row.cell(columns.code) or bracketed),
        )

    def plain(self, row: Line, raw: str, last: str, path: DivisionPath) -> Entry:
        """Return the entry of a name without notes, marks or damage."""
        if self._told is None:
            self._told = (PATH.join(self._sections.path), self._sections.category)
        section, category = self._told
        depth, columns, cells = self._depth, self._columns, row.cells
        path = self._under_headings(depth, path)
        own = _MADE(DivisionPath, (*path[:depth], last, *path[depth + 1 :]))
        number = row.cell(columns.ordinal).strip(" .、") if columns.ordinal >= 0 else ""
        id_ = cells[columns.id].strip() if 0 <= columns.id < len(cells) else ""
        if columns.code == columns.id:
            code = significant(id_) if id_ else ""
        else:
            code = significant(row.cell(columns.code)) if columns.code >= 0 else ""
        level = LEVELS[depth]
        values = (raw, raw, row.number, number, section, level, category, (), own, id_)
        return _MADE(Entry, (*values, *_REST, row.place, code, False))

    def _under_headings(self, depth: int, path: DivisionPath) -> DivisionPath:
        """Return the parents of a row's unit of that depth with those that the headings over it
        name for tiers between theirs: 石镇 across the table, over 清岗县 | 东岭村, or the sheet of
        白溪市 over 云岭省 | 清岗县. What the standard does not vouch for holds as long as rows
        state the same of what stands over it."""
        if not self._sections.parents:
            return path  # most rows
        over = DivisionPath.of(self._sections.parents)
        gaps = [d for d in range(1, depth) if over[d] and not path[d] and any(path[:d])]
        if not gaps or not path.agrees(over):
            return path
        for gap in gaps:
            below = next((d for d in range(gap + 1, 5) if path[d]), -1)
            held = (
                holds((LEVELS[gap], over[gap]), (LEVELS[below], path[below])) if below > 0 else None
            )
            if self._headed[0] != self._sections.path:
                self._headed = (self._sections.path, path[:gap])
            if held or (held is None and self._headed[1] == path[:gap]):
                path = path.with_part(LEVELS[gap], over[gap])
        return path

    def _text(self, row: Line, at: int) -> str:
        raw = row.cell(at)
        if not raw or (raw.isascii() and raw.isdecimal()):
            return raw  # the number of a row
        return self._reader.read(raw).text

    def _category(self, row: Line) -> str:
        text = self._text(row, self._columns.category) or self._sort
        if self._columns.ticks and not (text and self._columns.category not in self._ticked):
            types = [head for at, head in self._columns.ticks if is_tick(row.cell(at))]
            return "、".join(read_heading(head).category or canonical(head) for head in types)
        return read_heading(text).category or canonical(text) if text else ""


def _formerly(text: str, level: Level | None) -> tuple[str, ...]:
    """Return the earlier names of a unit in a cell."""
    return _not_above((former_names("原" + text) or (text.strip(),)) if text else (), level)


def _is_short_for(name: str, unit: CellUnit) -> bool:
    """Tell whether a name is that of a unit, without its parents or its kind, and no earlier one:
    河北 beside 河北省."""
    own = unit.parts[-1][1] if unit.parts else unit.own.text
    rest = own.removeprefix(name)
    return name == own or (rest != own and is_kind_word(rest))


def _not_above(names: Iterable[str], level: Level | None) -> tuple[str, ...]:
    """Return names but those of a higher tier, which were a parent's."""
    readings = ((name, read_unit(name)) for name in names)
    return tuple(n for n, r in readings if not (r and level) or r.level.depth >= level.depth)
