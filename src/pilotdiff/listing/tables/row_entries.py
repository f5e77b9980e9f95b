"""Rows of a table → the entries they make."""

import re
from collections.abc import Iterable, Sequence

from pilotdiff.listing.carried_parents import Parts, holds
from pilotdiff.listing.categories import canonical
from pilotdiff.listing.entries import LIES_IN, PATH, code_in_note
from pilotdiff.listing.former_names import former_names
from pilotdiff.listing.headings import read_heading
from pilotdiff.listing.kindless_villages import NO_KIND, village_in_its_town
from pilotdiff.listing.naming import read_unit
from pilotdiff.listing.omissions import is_omission
from pilotdiff.listing.sections import Sections
from pilotdiff.listing.tables.cell_reading import Cell, CellReader, Sort, is_placeholder, says_whole
from pilotdiff.listing.tables.cell_units import CellUnit, vouched_unit
from pilotdiff.listing.tables.code_parents import CodeParents
from pilotdiff.listing.tables.column_profile import is_of_an_office
from pilotdiff.listing.tables.column_roles import LEVEL_ROLES
from pilotdiff.listing.tables.division_codes import significant
from pilotdiff.listing.tables.parents_in_names import (
    contradicts,
    is_glued,
    lies_elsewhere,
    own_parts,
    parts_below,
    with_stated,
    within_its_place,
)
from pilotdiff.listing.tables.row_parents import (
    EMPTY,
    ParentCells,
    Parents,
    address_place,
    checked,
    is_name,
    is_plain,
    office_place,
    under,
)
from pilotdiff.listing.tables.row_sorts import is_total
from pilotdiff.listing.tables.table_columns import TableColumns
from pilotdiff.listing.tables.ticks import is_tick, leaves_open, says_no
from pilotdiff.listing.tables.unsure_rows import (
    BLANKED,
    CONTRADICTED,
    EMPTIED,
    SEVERAL_ABOVE,
    STOPPED,
    TRUSTED,
    UNDECIDED,
    UNGRANTED,
)
from pilotdiff.model import LEVELS, Clean, DivisionPath, Entry, Level, Line, Said
from pilotdiff.names import gazetteer
from pilotdiff.names.head_words import head_level
from pilotdiff.names.kinds import is_kind_word, kind_at_end
from pilotdiff.repair.texts import joined_texts, without_spaces

_MADE = tuple.__new__
_REST = ("", (), (), ())
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
        self._parents = ParentCells(columns, reader, plain=plain)
        self._depth = columns.own_depth
        self._lowest = columns.levels[self._depth] if self._depth >= 0 else -1
        self._targets = columns.targets
        self._bare = not (
            columns.notes
            or columns.places
            or columns.proposers
            or columns.ticks
            or columns.former >= 0
            or columns.category >= 0
        )
        self._types = dict(columns.types)
        self._ticked = {at for at, _ in columns.ticks}

        name = columns.names[0][0] if len(columns.names) == 1 else -1
        self._name = name if plain and self._bare and self._lowest not in columns.spread else -1
        plain = self._name >= 0 and self._lowest >= 0
        self._plain_width = max(self._name, self._lowest) + 1 if plain else _NEVER
        self._of_plain_levels = self._bare and columns.level < 0
        # Whether a column may say of a row that its unit was not chosen, or leave that open.
        self._may_deny = columns.whether >= 0 or bool(columns.stages)
        self._told: tuple[str, str] | None = None
        # The parents of the row and of the one before it.
        self._over = self._over_before = EMPTY
        # What is in doubt of the rows that gave an entry.
        self.unsure: dict[int, Said] = {}
        # What stands among the names of their cells and is read as none.
        self.unread: dict[int, str] = {}
        # What stood last in columns of places whose blanks mean the cell above.
        self._above: dict[int, str] = {}
        self._sort = ""
        # The heading in force, and what the first row below it states over the towns.
        self._headed: tuple[tuple[str, ...], Sequence[str]] = ((), ())

    def forget(self) -> None:
        """Carry nothing on from the rows above: a parent on a row of its own stands between."""
        self._parents.forget()
        self._over = self._over_before = EMPTY
        self._above.clear()
        self._sort = ""
        self._told = None

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

    def denies(self, row: Line) -> bool:
        """Tell whether a row says itself that its unit was not chosen."""
        if self._columns.whether < 0:
            stages = [row.cell(at) for at in self._columns.stages]
            return bool(stages) and all(says_no(cell) and cell != "0" for cell in stages)
        cell = row.cell(self._columns.whether)
        return says_no(cell) or (self._columns.blanks_deny and not cell.strip())

    def _grants(self, row: Line, at: int) -> bool:
        """Tell whether a row says in a column of ticks that its unit was chosen then."""
        cell = row.cell(at)
        return is_tick(cell) or cell == "1"

    def says_none(self, row: Line) -> bool:
        """Tell whether a row says itself that its parent has none: 西藏自治区 | 无, 0 | and no
        name."""
        cells = [row.cell(at) for at in self._columns.targets]
        if not any(cells) and any(row.cell(at) == "0" for at in self._columns.counts):
            return True
        read = [self._reader.read(text) for text in cells if not _is_missing(text)]
        told = [cell for cell in read if cell.sort is not Sort.BLANK]
        return bool(told) and all(c.sort is Sort.ABSENT and not c.text for c in told)

    def leaves_out(self, row: Line) -> bool:
        """Tell whether the document leaves out the names of a row: 清岗市 | （略）."""
        return any(is_omission(row.cell(at)) for at in self._targets)

    def groups(self, row: Line) -> bool:
        """Tell whether a row names nothing but what groups units in tables of codes: 市辖区."""
        read = [self._reader.read(row.cell(at)) for at in self._columns.targets]
        told = [cell for cell in read if cell.sort is not Sort.BLANK]
        return bool(told) and all(c.sort is Sort.ABSENT and is_placeholder(c.text) for c in told)

    def _names_one_of(self, row: Line, parents: Sequence[str]) -> bool:
        """Tell whether the names of a row state one of several parents themselves: 白溪镇、南岭镇 |
        白溪镇东岭村、南岭镇西岭村."""
        names = "".join(row.cell(at) for at in self._columns.targets)
        return any(parent in names for parent in parents)

    def entries(self, row: Line) -> list[Entry]:
        """Return the entries of one row, [] when it names no unit."""
        cells = row.cells
        parents = self._parents.read(cells)
        self._over_before, self._over = self._over, parents.path
        if self._columns.sorting:
            self._sort = self._text(row, self._columns.category) or self._sort
        # Most rows lie where the one above does.
        if parents.path is not self._over_before and self._leaves_between(parents.path):
            self.unsure[row.number] = BLANKED
        if parents.several and not self._names_one_of(row, parents.several):
            self.unsure[row.number] = SEVERAL_ABOVE
        if self._may_deny:
            if self.denies(row):
                return []
            self._keep_undecided(row)
        if self._plain_width <= len(cells) and parents.text:
            raw, last = cells[self._name], cells[self._lowest]
            # Most rows of big tables: a name that is its own path in plain characters.
            if last and raw == parents.text + last and is_plain(last, LEVELS[self._depth]):
                return [self._plain_entry(row, raw, last, parents.path)]
        if self.leaves_out(row):
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
        return self._of_levels(row, parents)

    def _keep_undecided(self, row: Line) -> None:
        """Keep in mind that a row leaves open whether its unit was chosen, or at which stage."""
        if self._columns.whether >= 0 and leaves_open(row.cell(self._columns.whether)):
            self.unsure[row.number] = UNDECIDED
        if self._columns.stages and not any(self._grants(row, at) for at in self._columns.stages):
            self.unsure[row.number] = UNGRANTED

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
                return [self._made(row, village, village.level, above, cell.ordinal)]
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
            self.unread[row.number] = unread
        kinds = [kind_at_end(unit.level, unit.own.text) for unit in cell.units]
        if any(kinds) and not kinds[-1] and cell.units[-1].sure == 0:
            self.unsure[row.number] = TRUSTED
        return cell.units

    def _vouched(self, row: Line, cell: Cell, level: Level, beside: bool) -> list[CellUnit]:
        """Return the name that no grammar reads, where its columns vouch for it."""
        if self._columns.bodies or not (beside or self._columns.vouched):
            return []
        found = vouched_unit(cell.clean, cell.start, level)
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
        return [self._made(row, unit, level, path)]

    def _plain_entry(self, row: Line, raw: str, last: str, path: DivisionPath) -> Entry:
        """Return the entry of a name without notes, marks or damage."""
        if self._told is None:
            self._told = (PATH.join(self._sections.path), self._sections.category)
        section, category = self._told
        depth, columns, cells = self._depth, self._columns, row.cells
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

    def _completed(self, raw: str, last: str, lowest: int, parents: Parents) -> Parents:
        """Return the parents with those that only the name tells: 清岗省[白溪市]东岭县石镇.

        `last` is the name's last part, of the depth `lowest`.
        """
        path = parents.path
        if "".join((*path[:lowest], last)) == raw:
            return parents
        slots, start, upper = list(path), 0, -1
        for depth in (*(d for d in range(lowest) if path[d]), lowest):
            text = path[depth] if depth < lowest else last
            end = raw.find(text, start) if depth < lowest else len(raw) - len(last)
            if end < start:
                return parents
            if between := raw[start:end]:
                if upper > 0 and between == slots[upper]:
                    # 东莞市东莞市: a city without counties.
                    free = upper + 1 if depth > upper + 1 else upper - 1
                    found: Parts = ((LEVELS[free], between),) if not slots[free] else ()
                else:
                    units = self._reader.read(between).units
                    found = units[0].parts if len(units) == 1 else ()
                if not found or any(slots[at.depth] or at.depth >= depth for at, _ in found):
                    return parents
                for at, own in found:
                    slots[at.depth] = own
            start, upper = end + len(text), depth
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
        parts = parts_below(unit, path)
        if is_glued(parts, path, unit.level):
            parts = ((unit.level, unit.own.text),)
        parts = with_stated(parts, own)
        parts = within_its_place(parts, path)
        unit = unit._replace(parts=parts)
        self._compare(row, (*unit.above, *unit.parts), path)
        if lies_elsewhere(parts, own):
            self.unsure[row.number] = CONTRADICTED
        if unit.sure == 0 and told is None:
            return self._made(row, unit, None, path, ordinal)
        if not any(path) and "".join(text for _, text in unit.parts) == unit.own.text:
            level = unit.level if told else self._sections.level
            return self._made(row, unit, level, EMPTY, ordinal)
        return self._made(row, unit, unit.level, under(_between(unit, path), path), ordinal)

    def _of_levels(self, row: Line, parents: Parents) -> list[Entry]:
        """Return the entries of a row whose deepest level cell is what it lists."""
        raw = row.cell(self._lowest)
        level = self._codes.level(row) or LEVELS[self._depth]
        cell = self._reader.read(raw, level) if raw else None
        if cell is not None and _is_whole(cell, parents.path):
            return self._whole_parent(row, cell, parents)
        of_town = parents.path[Level.TOWNSHIP.depth] and not any(map(str.isalpha, raw))
        told = cell is not None and cell.sort is Sort.UNITS and not self._columns.names
        if not told and not of_town and self.says_none(row):
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
            return [self._plain_entry(row, over + raw, raw, parents.path)]
        made = []
        for unit in units:
            parents = self._parents_of(unit, parents)
            parts = self._parts(unit, parents.path, level)
            unit = unit._replace(parts=parts_below(unit, parents.path))
            self._compare(row, (*unit.above, *unit.parts), parents.path)
            path = under((*_between(unit, parents.path)[: -len(unit.parts)], *parts), parents.path)
            written = parents.written if len(cell.units) < 2 else ()
            own = _with_parents(unit, written)
            made.append(self._made(row, own, parts[-1][0], path, unit.ordinal or cell.ordinal))
        return made

    def _compare(self, row: Line, parts: Parts, path: DivisionPath) -> None:
        """Keep in mind that a name states another parent than its row does."""
        if len(parts) > 1 and contradicts(parts, path):
            self.unsure[row.number] = CONTRADICTED

    def _parents_of(self, unit: CellUnit, parents: Parents) -> Parents:
        """Return the parents without those carried from the row above that cannot hold the unit."""
        if not parents.open:
            return parents
        return parents._replace(path=checked(parents.path, parents.open, unit.parts[0]))

    def _stops_above(self, row: Line, path: DivisionPath) -> bool:
        """Tell whether a row has signs alone in several columns below its county, which are of no
        use for it: 清岗市 | 东岭县 | — | —; keep in mind that it is read so."""
        lowest = max((d for d in range(5) if path[d]), default=-1)
        levels = [at for at in self._columns.levels[lowest + 1 :] if at >= 0]
        cells = [row.cell(at) for at in {*levels, *self._targets}]
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
        return [self._made(row, unit, LEVELS[depth], parents.path)]

    def _whole_parent(self, row: Line, cell: Cell, parents: Parents) -> list[Entry]:
        """Return the place that a row states as its unit, where the cell says that all of it is:
        整省试点."""
        level = next((at for word, at in _WHOLE_OF.items() if word in cell.text[:4]), None)
        depth = level.depth if level else max((d for d in range(5) if parents.path[d]), default=-1)
        if depth < 0 or not parents.path[depth]:
            return []
        parts = ((LEVELS[depth], parents.path[depth]),)
        whole = joined_texts(parents.written[: depth + 1])
        path = under(parts, parents.path)
        return [
            self._made(row, CellUnit(whole, whole.raw, whole.repairs, parts), LEVELS[depth], path)
        ]

    def _made(
        self, row: Line, unit: CellUnit, level: Level | None, path: DivisionPath, ordinal: str = ""
    ) -> Entry:
        columns = self._columns
        path = self._under_headings(unit, path)
        number = self._text(row, columns.ordinal)
        remarks = [text for at in columns.notes if (text := self._text(row, at))]
        bracketed = code_in_note(unit.parts[-1][1], unit.note) if unit.note else ""
        notes = [
            "" if bracketed else unit.note,
            *(text.split()[0] for text in remarks),
            self._where(row, unit),
        ]
        told = self._told_level(row) or level
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
            above=tuple(text for _, text in self._outer(row, unit, path)),
            columns=path if any(path) else (),
            id=row.cell(columns.id),
            note="; ".join(filter(None, notes)),
            former=tuple(dict.fromkeys((*unit.former, *former, *remarked))),
            repairs=unit.repairs,
            wildcards=unit.own.wildcards,
            place=row.place,
            code=significant(row.cell(columns.code) or bracketed),
        )

    def _under_headings(self, unit: CellUnit, path: DivisionPath) -> DivisionPath:
        """Return the parents of a row's unit with the towns that the headings over it name, as long
        as its rows state the same of what stands over these: 石镇 across the table, over 清岗县 |
        东岭村."""
        if not self._sections.parents:
            return path  # most rows
        over = DivisionPath.of(self._sections.parents)
        depth = Level.TOWNSHIP.depth
        if not over[depth] or path[depth] or not any(path[:depth]):
            return path
        if unit.level.depth <= depth or not path.agrees(over):
            return path
        if self._headed[0] != self._sections.path:
            self._headed = (self._sections.path, path[:depth])
        same = self._headed[1] == path[:depth]
        return path.with_part(Level.TOWNSHIP, over[depth]) if same else path

    def _text(self, row: Line, at: int) -> str:
        raw = row.cell(at)
        if not raw or (raw.isascii() and raw.isdecimal()):
            return raw  # the number of a row
        return self._reader.read(raw).text

    def _outer(self, row: Line, unit: CellUnit, path: DivisionPath) -> Parts:
        """Return the parents that stand outside the level columns, the outermost first."""
        top = next((d for d in range(5) if path[d]), unit.parts[0][0].depth)
        proposers = (self._carried(row, at) for at in self._columns.proposers)
        offices = (office_place(text, self._reader) for text in proposers)
        near = [p for parts in offices for p in parts if holds(p, unit.parts[0]) is not False]
        told = (*self._sections.parents, *self._placed(row, unit), *near)
        if coded := self._codes.parents(row, top):
            # The codes tell the county of a town that a heading names.
            towns = (p for p in self._sections.parents if p[0] is Level.TOWNSHIP)
            told += (*coded, *(towns if coded[-1][0].depth < Level.TOWNSHIP.depth else ()))
        outer: Parts = ()
        for part in told:
            if part[0].depth < top and part not in outer:
                outer = (*(p for p in outer if p[0].depth < part[0].depth), part)
        if not outer and top > Level.COUNTY.depth:
            texts = (row.cell(at) for at in self._columns.addresses)
            outer = next(filter(None, (address_place(text, self._reader) for text in texts)), ())
            outer = tuple(part for part in outer if part[0].depth < top)
        return (*outer, *unit.above)

    def _placed(self, row: Line, unit: CellUnit) -> Parts:
        """Return the parents that the columns of places give, in whatever order they stand; one
        above that cannot hold the unit is none of its row."""
        parts: Parts = ()
        for at in self._columns.places:
            cell = self._reader.read(self._carried(row, at))
            if len(cell.units) == 1 and cell.units[0].sure > 0.1:
                place = cell.units[0].parts
                denied = holds(place[-1], unit.parts[0]) is False and not row.cell(at)
                parts += () if denied else place
            elif not cell.units and (text := row.cell(at)):
                parts += address_place(text, self._reader)
        return tuple(sorted(parts, key=lambda part: part[0].depth))

    def _where(self, row: Line, unit: CellUnit) -> str:
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

    def _told_level(self, row: Line) -> Level | None:
        cell = row.cell(self._columns.level)
        return LEVEL_ROLES.get(cell.lower()) or head_level(cell)[0] if cell else None

    def _category(self, row: Line) -> str:
        text = self._text(row, self._columns.category) or self._sort
        if self._columns.ticks and not (text and self._columns.category not in self._ticked):
            types = [head for at, head in self._columns.ticks if is_tick(row.cell(at))]
            return "、".join(read_heading(head).category or canonical(head) for head in types)
        return read_heading(text).category or canonical(text) if text else ""


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


def _is_missing(text: str) -> bool:
    """Tell whether a cell is what statistics programs write for a value that is missing, which
    says nothing: nan, NULL."""
    return text.isascii() and any(map(str.isalpha, text))


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
