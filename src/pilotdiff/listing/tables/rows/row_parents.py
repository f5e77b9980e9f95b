"""The parents that stand in a row's own cells, or that its blank cells carry on."""

import re
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from pilotdiff.listing.carried_parents import Parts, holds
from pilotdiff.listing.recognise.named_places import leading_place
from pilotdiff.listing.tables.cell_reading import Cell, CellReader, Sort
from pilotdiff.listing.tables.columns.table_columns import TableColumns
from pilotdiff.listing.tables.rows.parents_in_names import own_parts
from pilotdiff.listing.unit_names.remarks_around import is_remarked
from pilotdiff.model import LEVELS, Clean, DivisionPath, Level
from pilotdiff.names import is_zone, known, split
from pilotdiff.names.kinds import kind_at_end
from pilotdiff.patterns import pattern
from pilotdiff.repair.texts import without_spaces

EMPTY = DivisionPath()
_PLACE_ENDS = pattern("[省市县区旗州盟]")
_JOINING = frozenset("和及与暨")
# Of the names that one of these joins.
_SHORTEST = 2
# Less sure are units that their place alone tells.
_VOUCHED = 0.1
# Numbers in circles and brackets are no Chinese characters: ①白石镇.
_ODD = pattern("\\P{Han}|[\u2150-\u218b\u2460-\u24ff\u2776-\u2793\u3200-\u32ff]")


_NOTHING = Cell(Sort.BLANK)


class Parents(NamedTuple):
    """The parents of a row.

    path     each at its own level
    written  the cells as they are written, from the top
    open     how many levels at the top are blank and may go on from the row above
    merged   how many of these surely do: their columns leave blank what stands above
    text     the path in one, where it reaches a county in Chinese characters alone, else ""
    several  the names of a cell that holds more than one: none of them is taken
    raised   the tier of a column whose cell names again what blank ones before it go on with
    lower    of columns that hold units of a lower tier than theirs, how deep that is
    """

    path: DivisionPath
    written: tuple[Clean, ...] = ()
    open: int = 0
    merged: int = 0
    text: str = ""
    several: tuple[str, ...] = ()
    raised: int = 0
    lower: tuple[tuple[int, int], ...] = ()


class ParentCells:
    """Reads the level columns over what a table lists, each distinct set of cells once."""

    def __init__(self, columns: TableColumns, reader: CellReader, *, plain: bool) -> None:
        self._plain = plain
        self._columns = columns
        self._reader = reader
        self._at = tuple(
            (depth, at)
            for depth, at in enumerate(columns.levels)
            if at >= 0 and depth != columns.own_depth
        )
        places = [at for _, at in self._at]
        self._width = max(places, default=-1) + 1
        # Most rows hold all of them: looked up without a step in Python.
        self._key = itemgetter(*places) if len(places) > 1 else None
        self._known: dict[tuple[str, ...], Parents] = {}
        self._above: DivisionPath = EMPTY
        # What a raised row's blank cells went on with, as others to its left do below it.
        self._left = (0, EMPTY)
        # The columns whose last cell holds a unit of a lower tier than theirs, and how deep it is.
        self._lower: dict[int, int] = {}

    def read(self, cells: Sequence[str]) -> Parents:
        """Return the parents that a row states, or that its blank cells carry on."""
        width = len(cells)
        if self._key is not None and width >= self._width:
            key = self._key(cells)
        else:
            key = tuple([cells[at] if at < width else "" for _, at in self._at])
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._read(key)
        if found.lower or self._lower:
            found = self._with_lower(cells, found)
        raised, left = self._left
        above = left if found.open <= raised else self._above
        if found.raised or found.open <= raised:
            self._left = (found.raised, above)
        if found.open and any(above):
            found = found._replace(path=carried_on(found, above))
        self._above = found.path
        return found

    def _with_lower(self, cells: Sequence[str], found: Parents) -> Parents:
        """Return the parents of a row whose blank cells go on with units of a lower tier than that
        of their columns: 正定县 | 白石镇 over (blank) | 青石镇, below 市 | 县区."""
        open_, merged, leading = found.open, found.merged, True
        for _, at in self._at:
            if at < len(cells) and cells[at].strip():
                leading = False
                self._lower.pop(at, None)
            elif leading and at in self._lower:
                open_ = max(open_, self._lower[at] + 1)
                merged = open_ if at in self._columns.merged else merged
        self._lower.update(found.lower)
        return found._replace(open=open_, merged=merged)

    def forget(self, depth: int) -> None:
        """Carry nothing of that depth or below on from the rows above: other parents stand
        between."""
        self._above = DivisionPath._make((*self._above[:depth], *EMPTY[depth:]))
        self._left = (0, EMPTY)

    def _read(self, key: tuple[str, ...]) -> Parents:
        slots, written, several = list(EMPTY), [], list[str]()
        lower: list[tuple[int, int]] = []
        leading, open_, merged, raised = True, 0, 0, 0
        for (depth, at), raw in zip(self._at, key, strict=True):
            county = slots[Level.COUNTY.depth]
            below = county and at not in self._columns.spread and not raw.startswith(county)
            if below and self._plain and is_plain(raw, LEVELS[depth]):
                slots[depth], leading = raw, False
                written.append(Clean(raw, raw))
                continue
            cell = self._reader.read(raw, LEVELS[depth]) if raw else _NOTHING
            if cell.sort is Sort.BLANK and leading:
                open_ = depth + 1
                merged = open_ if at in self._columns.merged else merged
            leading = leading and cell.sort is Sort.BLANK
            if cell.sort is Sort.UNITS and len(cell.units) == 1:
                unit = cell.units[0]
                if depth == Level.COUNTY.depth and slots[1] == unit.own.text:
                    slots[depth] = unit.own.text  # 东莞市 / 东莞市: a city without counties
                spread, kindless = at in self._columns.spread, at == self._columns.kindless
                parts = own_parts(unit, slots, LEVELS[depth], spread, kindless=kindless)
                if open_ and _lies_below(parts, depth, merged):
                    parts = ((LEVELS[depth], unit.own.text),)
                if parts[0][0].depth < min(depth, open_):
                    raised = depth
                if parts[-1][0].depth > depth:
                    lower.append((at, parts[-1][0].depth))
                _place(slots, parts)
            elif cell.sort is Sort.UNITS:
                several += (unit.own.text for unit in cell.units)
            elif cell.sort is Sort.WORDS and not cell.text.isascii():
                slots[depth] = slots[depth] or re.sub(r"\s+", "", cell.text)
            if cell.sort in (Sort.UNITS, Sort.WORDS):
                written.append(without_spaces(cell.clean))
        text = "".join(slots)
        plain = slots[0] and slots[Level.COUNTY.depth] and not _ODD.search(text)
        path, text = DivisionPath._make(slots), text if plain else ""
        told = path, tuple(written), open_, merged, text, tuple(several), raised, tuple(lower)
        return Parents._make(told)


@lru_cache(maxsize=1 << 16)
def is_plain(raw: str, level: Level) -> bool:
    """Tell whether a cell holds a name of its level's own kind in Chinese characters alone.

    Below a county that its row states it needs no closer look: 和, 及, 与 and 暨 may join two, but
    not behind a single character, 永和村.
    """
    return _JOINING.isdisjoint(raw[_SHORTEST:]) and is_name(raw, level)


def is_name(raw: str, level: Level) -> bool:
    """Tell whether a text is Chinese characters alone, and ends in a kind of a level below
    counties.

    >>> is_name("白石镇", Level.TOWNSHIP), is_name("①白石镇", Level.TOWNSHIP)
    (True, False)
    """
    if level.depth <= Level.COUNTY.depth or _ODD.search(raw):
        return False
    return kind_at_end(level, raw) is not None and not is_remarked(raw)


def _lies_below(parts: Parts, depth: int, merged: int) -> bool:
    """Tell whether what a cell below blanks names lies in what these go on with: 清岗经济开发区,
    and 经济开发区 or 高新区白石街道 in the column of towns where a blank county surely is the one
    above."""
    level, name = parts[0]
    short = len(parts) > 1 and not split(level, name)[1]
    return short or (level.depth < min(depth, merged) and is_zone(name) and not known(name))


def _place(slots: list[str], parts: Parts) -> None:
    for level, text in parts:
        slots[level.depth] = slots[level.depth] or text


def office_place(text: str, reader: CellReader) -> Parts:
    """Return the place of an office, () where its name tells none: 清岗市农业农村局."""
    for end in reversed([m.end() for m in _PLACE_ENDS.finditer(text)]):
        units = reader.read(text[:end]).units
        if len(units) == 1 and known(units[0].parts[-1][1]):
            return units[0].parts
    return ()


# Behind the place in an address: 东岭村1号, 石桥镇（驻地）.
_HOUSE = pattern(r"[0-9（(].*$")
_TOWN = pattern(r"[^\d路街巷号县区市]{2,6}?(?:镇|乡|街道)(?![前后东南西北中]?[路街巷])")


def address_place(text: str, reader: CellReader) -> Parts:
    """Return the place that an address states, its village or town where they stand in it: 清岗县
    石桥镇东岭村1号, 清岗县石桥街道人民路1号."""
    units = reader.read(_HOUSE.sub("", text)).units
    if len(units) == 1 and units[0].sure > _VOUCHED and len(units[0].parts) > 1:
        return units[0].parts
    county = street_place(text)
    town = _TOWN.match(text, sum(len(name) for _, name in county)) if county else None
    return (*county, (Level.TOWNSHIP, town[0])) if town is not None else county


def street_place(text: str) -> Parts:
    """Return the county that an address begins with, and what it lies in: 清岗市东岭县石桥路1号; ()
    where it is not written whole there: 河北路12号."""
    place = leading_place(text)
    if not place or place[-1][0] is not Level.COUNTY or not known(place[-1][1]):
        return ()
    return place if text.startswith("".join(name for _, name in place)) else ()


def carried_on(parents: Parents, above: DivisionPath) -> DivisionPath:
    """Return a path with its blank top taken from the row above, unless the standard contradicts
    it; of columns that repeat what stands above, too, only what the standard vouches for."""
    path = parents.path
    first = next(((LEVELS[d], path[d]) for d in range(5) if path[d]), None)
    top = min(parents.open, first[0].depth) if first else parents.open
    carried = [
        part if d < parents.merged or (first and holds((LEVELS[d], part), first)) else ""
        for d, part in enumerate(above[:top])
    ]
    return without_misplaced(DivisionPath._make((*carried, *path[top:])), top, first)


def without_misplaced(
    path: DivisionPath, top: int, first: tuple[Level, str] | None
) -> DivisionPath:
    """Return the path without those of its first `top` parts that cannot hold the part below
    them."""
    if first is None:
        return path
    slots = [
        "" if d < top and part and holds((LEVELS[d], part), first) is False else part
        for d, part in enumerate(path)
    ]
    return DivisionPath._make(slots)


def under(parts: Parts, path: DivisionPath) -> DivisionPath:
    """Return the path of a unit with these parts below the parents of its row."""
    return DivisionPath.of(parts).under(path)
