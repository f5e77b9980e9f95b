"""Rows of a table → the units that they name, below the parents that they state."""

import re
from collections.abc import Iterable, Sequence

from pilotdiff.listing.carried_parents import Parts, holds
from pilotdiff.listing.sections import Sections
from pilotdiff.listing.tables.cell_reading import Cell, CellReader, Sort, says_whole
from pilotdiff.listing.tables.cell_units import CellUnit, vouched_unit
from pilotdiff.listing.tables.columns.column_profile import is_of_an_office
from pilotdiff.listing.tables.columns.place_columns import PlaceColumns
from pilotdiff.listing.tables.columns.table_columns import TableColumns
from pilotdiff.listing.tables.rows.code_parents import CodeParents
from pilotdiff.listing.tables.rows.parents_in_names import (
    contradicts,
    is_glued,
    lies_elsewhere,
    own_parts,
    parts_below,
    with_stated,
    within_its_place,
)
from pilotdiff.listing.tables.rows.row_entry_maker import RowEntryMaker
from pilotdiff.listing.tables.rows.row_parents import (
    EMPTY,
    ParentCells,
    Parents,
    is_name,
    is_plain,
    under,
    without_misplaced,
)
from pilotdiff.listing.tables.rows.row_sorts import is_total
from pilotdiff.listing.tables.rows.row_statements import RowStatements
from pilotdiff.listing.tables.table_reasons import (
    BLANKED,
    CONTRADICTED,
    EMPTIED,
    PLACE_TAKEN,
    SEVERAL_ABOVE,
    STOPPED,
    TRUSTED,
    UNREAD,
)
from pilotdiff.listing.unit_names.kindless_villages import NO_KIND, village_in_its_town
from pilotdiff.model import LEVELS, Clean, DivisionPath, Entry, Level, Line, Said
from pilotdiff.names import gazetteer
from pilotdiff.names.kinds import kind_at_end
from pilotdiff.repair.texts import joined_texts, without_spaces

_NEVER = 1 << 30


class RowEntries:
    """Makes the entries of rows that are read one after the other."""

    def __init__(
        self,
        columns: TableColumns,
        reader: CellReader,
        sections: Sections,
        codes: CodeParents,
        *,
        plain: bool,
    ) -> None:
        """Read rows of a document; in a `plain` one, simplified and undamaged, names of Chinese
        characters alone need no repair."""
        self._columns = columns
        self._reader = reader
        self._sections = sections
        self._codes = codes
        self._plain = plain
        self.said = RowStatements(columns, reader)
        places = PlaceColumns(columns, reader, sections, codes)
        self._places = places
        self._maker = RowEntryMaker(columns, places, reader, sections)
        self._parents = ParentCells(columns, reader, plain=plain)
        self._depth = columns.own_depth
        self._lowest = columns.levels[self._depth] if self._depth >= 0 else -1
        self._bare = not (
            columns.notes
            or columns.places
            or columns.proposers
            or columns.ticks
            or columns.former >= 0
            or columns.category >= 0
        )
        self._types = dict(columns.types)
        name = columns.names[0][0] if len(columns.names) == 1 else -1
        self._name = name if plain and self._bare and self._lowest not in columns.spread else -1
        plain = self._name >= 0 and self._lowest >= 0
        self._plain_width = max(self._name, self._lowest) + 1 if plain else _NEVER
        self._of_plain_levels = self._bare and columns.level < 0
        # The parents of the row and of the one before it.
        self._over = self._over_before = EMPTY
        # What is in doubt of the rows that gave an entry.
        self.unsure: dict[int, Said] = {}
        # What stands where their names do and is read as none, and what is said of it.
        self.unread: dict[int, tuple[str, Said]] = {}

    def forget(self, depth: int = 0) -> None:
        """Carry nothing of that depth or below on from the rows above: a parent on a row of its own
        stands between."""
        self._parents.forget(depth)
        self._over = self._over_before = EMPTY
        self._maker.forget()

    def keep(self, row: Line) -> None:
        """Read a row of parents alone, for the rows below."""
        self._parents.read(row.cells)

    def keep_summed(self, row: Line) -> None:
        """Read the unit that a row of sums states in a cell of its own, for the rows below: 清岗市
        | 小计 | 300."""
        levels = [at for at in self._columns.levels if 0 <= at < len(row.cells)]
        stated = [at for at in levels if self._reader.read(row.cells[at]).units]
        if stated and all(not is_total(row.cells[at]) for at in stated):
            self._parents.read([cell if at in stated else "" for at, cell in enumerate(row.cells)])

    def entries(self, row: Line) -> list[Entry]:
        """Return the entries of one row, [] when it names no unit."""
        cells = row.cells
        parents = self._parents.read(cells)
        self._over_before, self._over = self._over, parents.path
        if self._columns.sorting:
            self._maker.keep_category(row)
        # Most rows lie where the one above does.
        if parents.path is not self._over_before and self._leaves_between(parents.path):
            self.unsure[row.number] = BLANKED
        if parents.several and not self.said.states_one_of(row, parents.several):
            self.unsure[row.number] = SEVERAL_ABOVE
        if self.said.may_deny:
            if self.said.denies(row):
                return []
            if why := self.said.leaves_undecided(row):
                self.unsure[row.number] = why
        if self._plain_width <= len(cells) and parents.text:
            raw, last = cells[self._name], cells[self._lowest]
            # Most rows of big tables: a name that is its own path in plain characters.
            if last and raw == parents.text + last and is_plain(last, LEVELS[self._depth]):
                return [self._maker.plain(row, raw, last, parents.path)]
        if self.said.leaves_out(row):
            return []
        if not self._columns.names:
            return self._of_levels(row, parents)
        made: list[Entry] = []
        for at, level in self._columns.names:
            found, type_ = self._of_names(row, at, level, parents), self._types.get(at)
            made += [e._replace(category=type_) for e in found] if type_ else found
        columns = self._columns
        if made or columns.bodies or not columns.has_levels or len(columns.names) > 1:
            return made
        if columns.vouched and "、" in row.cell(columns.names[0][0]):
            return []  # several names that no grammar reads: their county is no entry for them
        made = self._of_levels(row, parents)
        if made and (words := self._words_of_names(row)):
            self.unread[row.number] = (words, PLACE_TAKEN)
            self.unsure.pop(row.number, None)
        return made

    def _words_of_names(self, row: Line) -> str:
        """Return what stands in the column of names and is read as none, "" where nothing does."""
        cells = (self._reader.read(row.cell(at), level) for at, level in self._columns.names)
        return next((c.text for c in cells if c.sort is Sort.WORDS and not c.text.isascii()), "")

    def _leaves_between(self, path: DivisionPath) -> bool:
        """Tell whether a row leaves blank, below a parent that it shares with the row above, what
        that one fills: 清岗市 | 东岭县 over 清岗市 | (blank); not where there is no city to fill.
        """
        if path == self._over_before:
            return False
        pairs = enumerate(zip(path, self._over_before, strict=True))
        unlike = next(at for at, (own, over) in pairs if own != over)
        if path[unlike] or not any(path[:unlike]):
            return False
        # There is no city over 天门市.
        of_province = unlike == Level.PREFECTURE.depth
        return not (of_province and gazetteer.lies_in_no_city(path.county, path.province))

    def _of_names(self, row: Line, at: int, level: Level | None, parents: Parents) -> list[Entry]:
        """Return the entries of a column of names."""
        raw = row.cells[at].strip() if at < len(row.cells) else ""
        if not raw:
            return []
        last = row.cell(self._lowest)
        if last and raw.endswith(last) and len(raw) > len(last):
            parents = self._completed(raw, last, self._depth, parents)
            return self._whole_path(row, raw, self._own(last, parents), parents)
        if not last and parents.written and raw.endswith(parents.written[-1].text):
            depth = max((d for d in range(5) if parents.path[d]), default=0)
            parents = self._completed(raw, parents.written[-1].text, depth, parents)
            return self._whole_path(row, raw, ((LEVELS[depth], parents.path[depth]),), parents)
        if last:
            parents = self._with_last(last, parents)
        told = self._codes.level(row) or level
        cell = self._reader.read(raw, told)
        if cell.sort is Sort.SHORT and parents.path.township:
            # 马村 in a town is no district.
            cell = self._reader.read(raw, Level.COMMUNITY)
        if cell.sort is Sort.WHOLE:
            return self._whole_parent(row, cell, parents)
        coded = EMPTY if any(parents.path) else self._codes.path(row)
        units: Iterable[CellUnit] = self._with_kinds(row, cell)
        if not self._columns.bodies:
            units = [unit for unit in units if not is_of_an_office(unit)]
        if not units and cell.sort is Sort.WORDS:
            beside = any(coded) or bool(parents.written)
            units = self._vouched(row, cell, told or Level.COMMUNITY, beside)
            if not units and (village := self._in_its_town(row, cell)) is not None:
                above = under(village.parts, parents.path)
                return [self._maker.made(row, village, village.level, above, cell.ordinal)]
        if any(coded):
            units = [self._codes.placed(row, unit, coded) for unit in units]
        path = coded if any(coded) else parents.path
        own = (*EMPTY[: parents.open], *parents.path[parents.open :])
        return [self._named(row, unit, cell, path, told, own) for unit in units]

    def _with_last(self, raw: str, parents: Parents) -> Parents:
        """Return the parents with the deepest level cell, where names stand beside it."""
        cell = self._reader.read(raw, LEVELS[self._depth])
        if cell.sort not in (Sort.UNITS, Sort.WORDS) or len(cell.units) > 1:
            return parents
        written = (*parents.written, without_spaces(cell.clean))
        return Parents(under(self._own(raw, parents), parents.path), written)

    def _with_kinds(self, row: Line, cell: Cell) -> tuple[CellUnit, ...]:
        """Return the units of a cell; keep in mind that one behind those with a kind has none:
        清岗县、白溪县、北岭. Before one it shares its kind: 清岗、白溪县."""
        if unread := next((unit.unread for unit in cell.units if unit.unread), ""):
            self.unread[row.number] = (unread, UNREAD)
        kinds = [kind_at_end(unit.level, unit.own.text) for unit in cell.units]
        if any(kinds) and not kinds[-1] and cell.units[-1].sure == 0:
            self.unsure[row.number] = TRUSTED
        return cell.units

    def _vouched(self, row: Line, cell: Cell, level: Level, beside: bool) -> list[CellUnit]:
        """Return the name that no grammar reads, where its columns vouch for it."""
        if self._columns.bodies or not (beside or self._columns.vouched):
            return []
        found = vouched_unit(cell.clean, cell.start, level)
        if found is not None and found.unread:
            self.unread[row.number] = (found.unread, UNREAD)
        if found is not None and found.sure == 0 and not kind_at_end(level, found.own.text):
            self.unsure[row.number] = TRUSTED
        return [found] if found else []

    def _in_its_town(self, row: Line, cell: Cell) -> CellUnit | None:
        """Return the village that a path names without a kind, in a list of communities."""
        if self._columns.bodies or self._sections.level is not Level.COMMUNITY:
            return None
        found = vouched_unit(cell.clean, cell.start, Level.COMMUNITY)
        parts = village_in_its_town(found.own.text) if found else ()
        if found is None or not parts:
            return None
        self.unsure[row.number] = NO_KIND
        return found._replace(parts=parts)

    def _own(self, raw: str, parents: Parents) -> Parts:
        """Return the parts of the deepest level cell."""
        level = LEVELS[self._depth]
        surely = parents.path[Level.COUNTY.depth] and self._lowest not in self._columns.spread
        if surely and self._plain and is_plain(raw, level):
            return ((level, raw),)
        cell = self._reader.read(raw, level)
        if cell.units:
            return self._parts(cell.units[0], parents.path, level)
        return ((level, re.sub(r"\s+", "", cell.text) or raw),)

    def _parts(self, unit: CellUnit, path: DivisionPath, level: Level) -> Parts:
        """Return the parts of a unit of the deepest level column below the parents of its row."""
        at, columns = self._lowest, self._columns
        return own_parts(unit, path, level, at in columns.spread, kindless=at == columns.kindless)

    def _whole_path(self, row: Line, raw: str, parts: Parts, parents: Parents) -> list[Entry]:
        """Return the entry of a name that is the row's own path, its parents in front."""
        path, level = under(parts, parents.path), parts[-1][0]
        if self._plain and parents.text and is_name(raw, level):
            # Nothing stands beside the name: no need to read the whole path once more.
            unit = CellUnit(Clean(raw, raw), raw, (), parts)
        else:
            unit = _as_unit(self._reader.read(raw), self._reader.wash(raw), parts)
        return [self._maker.made(row, unit, level, path)]

    def _completed(self, raw: str, last: str, lowest: int, parents: Parents) -> Parents:
        """Return the parents with those that only the name tells: 清岗省[白溪市]东岭县石镇.

        `last` is the name's last part, of the depth `lowest`.
        """
        path = parents.path
        if "".join((*path[:lowest], last)) == raw:
            return parents
        slots, start = list(path), 0
        for depth in (*(d for d in range(lowest) if path[d]), lowest):
            text = path[depth] if depth < lowest else last
            end = raw.find(text, start) if depth < lowest else len(raw) - len(last)
            if end < start:
                return parents
            if between := raw[start:end]:
                units = self._reader.read(between).units
                found = units[0].parts if len(units) == 1 else ()
                if not found or any(slots[at.depth] or at.depth >= depth for at, _ in found):
                    return parents
                for at, own in found:
                    slots[at.depth] = own
            start = end + len(text)
        return parents._replace(path=DivisionPath._make(slots))

    def _named(
        self,
        row: Line,
        unit: CellUnit,
        cell: Cell,
        path: DivisionPath,
        told: Level | None,
        own: Sequence[str],
    ) -> Entry:
        """Return the entry of one name, its parents beside it; `own` are those of its own row."""
        ordinal = unit.ordinal or cell.ordinal
        path = self._places.with_short_county(row, path)
        beside = self._places.with_town(row, unit, path)
        parts = parts_below(unit, beside)
        if is_glued(parts, path, unit.level):
            parts = ((unit.level, unit.own.text),)
        parts = with_stated(parts, own)
        if parts[-1][0] is Level.COUNTY:
            stated = under(unit.above, path) if unit.above else path
            parts = within_its_place(parts, self._with_headings(stated))
        unit = unit._replace(parts=parts)
        self._compare(row, (*unit.above, *unit.parts), beside)
        if lies_elsewhere(parts, own):
            self.unsure[row.number] = CONTRADICTED
        if unit.sure == 0 and told is None:
            return self._maker.made(row, unit, None, path, ordinal)
        whole = "".join(text for _, text in unit.parts) == unit.own.text
        if not any(path) and whole and (len(unit.parts) < 2 or not cell.text.count(" ")):
            level = unit.level if told else self._sections.level
            return self._maker.made(row, unit, level, EMPTY, ordinal)
        return self._maker.made(row, unit, unit.level, under(_between(unit, path), path), ordinal)

    def _with_headings(self, path: DivisionPath) -> DivisionPath:
        """Return the parents of a row with those that the headings over it name."""
        over = self._sections.parents
        return path.under(DivisionPath.of(over)) if over else path

    def _of_levels(self, row: Line, parents: Parents) -> list[Entry]:
        """Return the entries of a row whose deepest level cell is what it lists."""
        raw = row.cell(self._lowest)
        level = self._codes.level(row) or LEVELS[self._depth]
        cell = self._reader.read(raw, level) if raw else None
        if cell is not None and _is_whole(cell, parents.path):
            return self._whole_parent(row, cell, parents)
        of_town = parents.path[Level.TOWNSHIP.depth] and not any(map(str.isalpha, raw))
        told = cell is not None and cell.sort is Sort.UNITS and not self._columns.names
        none = self.said.counts_none if of_town else self.said.says_none
        if not told and none(row):
            return self._of_parent(row, parents) if self._stops_above(row, parents.path) else []
        if cell is None or cell.sort in (Sort.BLANK, Sort.ABSENT):
            return self._of_parent(row, parents)
        units: Iterable[CellUnit] = self._with_kinds(row, cell)
        if not self._columns.bodies:
            units = [unit for unit in units if not is_of_an_office(unit)]
        if not units and not cell.text.isascii():
            units = self._vouched(row, cell, level, True)
        if not any(parents.path):
            parents = parents._replace(path=self._codes.path(row))
        over = parents.text if self._of_plain_levels and level.depth == self._depth else ""
        as_written = raw == cell.text and _is_bare(cell, level)
        if over and as_written and over == "".join(c.raw for c in parents.written):
            return [self._maker.plain(row, over + raw, raw, parents.path)]
        made = []
        for unit in units:
            parents = self._parents_of(unit, parents)
            parts = self._parts(unit, self._with_headings(parents.path), level)
            unit = unit._replace(parts=parts_below(unit, parents.path))
            self._compare(row, (*unit.above, *unit.parts), parents.path)
            path = under((*_between(unit, parents.path)[: -len(unit.parts)], *parts), parents.path)
            written = parents.written if len(cell.units) < 2 else ()
            own = _with_parents(unit, written)
            ordinal = unit.ordinal or cell.ordinal
            made.append(self._maker.made(row, own, parts[-1][0], path, ordinal))
        return made

    def _compare(self, row: Line, parts: Parts, path: DivisionPath) -> None:
        """Keep in mind that a name states another parent than its row does."""
        if len(parts) > 1 and contradicts(parts, path):
            self.unsure[row.number] = CONTRADICTED

    def _parents_of(self, unit: CellUnit, parents: Parents) -> Parents:
        """Return the parents without those carried from the row above that cannot hold the unit."""
        if not parents.open:
            return parents
        return parents._replace(path=without_misplaced(parents.path, parents.open, unit.parts[0]))

    def _stops_above(self, row: Line, path: DivisionPath) -> bool:
        """Tell whether a row has signs alone in several columns below its county, which are of no
        use for it: 清岗市 | 东岭县 | — | —; keep in mind that it is read so."""
        lowest = max((d for d in range(5) if path[d]), default=-1)
        levels = [at for at in self._columns.levels[lowest + 1 :] if at >= 0]
        cells = [row.cell(at) for at in {*levels, *self._columns.targets}]
        stops = lowest >= Level.COUNTY.depth and len(cells) > 1 and all(cells)
        stops = stops and not any(map(str.isalnum, "".join(cells)))
        stops = stops and all(row.cell(at) != "0" for at in self._columns.counts)
        if stops:
            self.unsure[row.number] = STOPPED
        return stops

    def _of_parent(self, row: Line, parents: Parents) -> list[Entry]:
        """Return what a row lists that stops above the deepest level: the unit it stops at."""
        if not parents.written or not any(parents.path):
            return []
        depth = max(d for d in range(5) if parents.path[d])
        if self._over_before[: depth + 1] == parents.path[: depth + 1]:
            self.unsure.setdefault(row.number, EMPTIED)
        whole = joined_texts(parents.written)
        parts = ((LEVELS[depth], parents.path[depth]),)
        unit = CellUnit(whole, whole.raw, whole.repairs, parts)
        return [self._maker.made(row, unit, LEVELS[depth], parents.path)]

    def _whole_parent(self, row: Line, cell: Cell, parents: Parents) -> list[Entry]:
        """Return the place that a row states as its unit, where the cell says that all of it is:
        整省试点."""
        level = next((at for word, at in _WHOLE_OF.items() if word in cell.text[:4]), None)
        depth = level.depth if level else max((d for d in range(5) if parents.path[d]), default=-1)
        if depth < 0 or not parents.path[depth]:
            return []
        parts = ((LEVELS[depth], parents.path[depth]),)
        whole = joined_texts(parents.written[: depth + 1])
        unit = CellUnit(whole, whole.raw, whole.repairs, parts)
        return [self._maker.made(row, unit, LEVELS[depth], under(parts, parents.path))]


_WHOLE_OF = {"省": Level.PROVINCE, "自治区": Level.PROVINCE, "县": Level.COUNTY}


def _is_whole(cell: Cell, path: DivisionPath) -> bool:
    """Tell whether a cell says that all of the place beside it is meant; a county called so is none
    that lies elsewhere: 全州 beside 甘孜州."""
    if cell.sort is Sort.WHOLE or not (cell.units and says_whole(cell.text)):
        return cell.sort is Sort.WHOLE
    county = cell.units[0].parts[-1]
    above = next((d for d in reversed(range(county[0].depth)) if path[d]), -1)
    return above >= 0 and holds((LEVELS[above], path[above]), county) is False


def _is_bare(cell: Cell, level: Level) -> bool:
    """Tell whether a cell holds one name of a level as it is, and nothing else."""
    if len(cell.units) != 1:
        return False
    text = cell.clean.raw
    return cell.units[0] == CellUnit(cell.clean, text, (), ((level, text),)) and not cell.ordinal


def _as_unit(cell: Cell, clean: Clean, parts: Parts) -> CellUnit:
    """Return a whole path as one unit, its notes apart."""
    one = cell.units[0] if len(cell.units) == 1 else None
    if one is not None:
        return one._replace(parts=parts)
    return CellUnit(clean, clean.raw, clean.repairs, parts)


def _between(unit: CellUnit, path: DivisionPath) -> Parts:
    """Return the parts of a unit behind those that its cell states before brackets:
    白溪镇（东岭村）."""
    top = unit.parts[0][0].depth
    lowest = max((depth for depth in range(top) if path[depth]), default=-1)
    above = tuple(part for part in unit.above if lowest < part[0].depth < top)
    return (*above, *unit.parts) if lowest >= 0 else unit.parts


def _with_parents(unit: CellUnit, written: tuple[Clean, ...]) -> CellUnit:
    """Return a unit written behind its parents' cells."""
    if not written:
        return unit
    whole = joined_texts((*written, unit.own))
    raw = "".join(clean.raw for clean in written) + unit.raw
    return unit._replace(own=whole, raw=raw, repairs=whole.repairs)
