"""One row of a table → its entries."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from pilotdiff.listing.carry import Parts
from pilotdiff.listing.categories import canonical
from pilotdiff.listing.columns import Columns, level_value
from pilotdiff.listing.entries import PATH, above_of, written
from pilotdiff.listing.headings import read_heading
from pilotdiff.listing.items import read_names
from pilotdiff.listing.line_names import Name
from pilotdiff.listing.naming import DOUBTFUL, former_names, read_name, read_unit, unread_name
from pilotdiff.listing.ordinals import read_ordinal
from pilotdiff.listing.sections import Sections
from pilotdiff.listing.texts import joined, without_spaces
from pilotdiff.model import LEVELS, Clean, Entry, Level, Line, Skipped, msg
from pilotdiff.names import PLACEHOLDERS, whole_name
from pilotdiff.patterns import pattern
from pilotdiff.repair import part

_TOTAL = pattern(r"^(?:合计|总计|小计|共计|总数|total|sum)", re.IGNORECASE)
_EMPTY = pattern(r"[-—－–/\\无]*")
Path = tuple[str, str, str, str, str]


class Places(NamedTuple):
    """The level cells of a row, clean, and the same joined as they are written."""

    path: Path
    written: tuple[Clean, ...]


@dataclass
class Rows:
    """Rows read one after the other, blank parents carried on from the row above.

    wash     makes a cell clean
    vouched  whether names are taken without being read (a column of them has been tried)
    """

    columns: Columns
    wash: Callable[[str], Clean]
    sections: Sections
    vouched: bool = False
    entries: list[Entry] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    _above: tuple[str, ...] = ("", "", "", "", "")

    def go_on(self, above: tuple[str, ...]) -> None:
        """Go on below a row that was read elsewhere; () when this reader read it."""
        if above:
            self._above = above

    def take(self, row: Line) -> None:
        """Read one row."""
        cells = row.cells
        shown = " ".join(cell.strip() for cell in cells if cell.strip())
        if not shown:
            return
        if _TOTAL.match(shown):
            self.skipped.append(Skipped(row.number, shown, msg("a row of totals")))
            return
        made = self._named(row) if self.columns.name >= 0 else self._placed(row)
        if not made:
            suspicious = bool(_cell(cells, self.columns.name) or self._places(row).written)
            self.skipped.append(Skipped(row.number, shown, msg("not read as a unit"), suspicious))
        self.entries += made

    def _named(self, row: Line) -> list[Entry]:
        """The entries of the name column."""
        clean = self._cell(row, self.columns.name)
        if clean is None:
            return self._placed(row) if self.columns.has_levels else []
        start, ordinal = _behind_ordinal(clean.text)
        places = self._places(row)
        last = places.written[-1].text if places.written else ""
        if last and clean.text.endswith(last):
            return [
                self._entry(row, _whole_path(clean.text, start, last), clean, places.path, ordinal)
            ]
        names = read_names(clean.text, start, trusting=True)
        if names is None:
            names_found = self._unread_name(clean, start, bool(places.written))
        else:
            names_found = list(names.names)
        return [self._entry(row, name, clean, places.path, ordinal) for name in names_found]

    def _unread_name(self, clean: Clean, start: int, beside_levels: bool) -> list[Name]:
        """A name that no grammar reads stands where its columns vouch for it."""
        if not (beside_levels or self.vouched) or len(clean.text) > 60:
            return []
        return [unread_name(clean.text, start)]

    def _placed(self, row: Line) -> list[Entry]:
        """The entry of a row whose level cells are its name."""
        places = self._places(row)
        depth = max((d for d in range(5) if places.path[d]), default=-1)
        last = self._cell(row, self.columns.levels[depth]) if depth >= 0 else None
        if last is None:
            return []
        level = LEVELS[depth]
        start, ordinal = _behind_ordinal(last.text)
        names = read_names(last.text, start, trusting=True) or read_names(
            last.text, start, level, trusting=True
        )
        if names is not None and len(names.names) > 1:
            made = [self._entry(row, n, last, places.path, ordinal) for n in names.names]
            return [e._replace(columns=_ending(places.path, e.text, level)) for e in made]
        if names is not None:
            return [self._path_entry(row, names.names[0], last, places, ordinal)]
        name = unread_name(last.text, start, level)
        return [self._path_entry(row, name, last, places, ordinal)]

    def _path_entry(
        self, row: Line, name: Name, last: Clean, places: Places, ordinal: str
    ) -> Entry:
        made = self._entry(row, name, last, places.path, ordinal)
        own = without_spaces(part(last, name.start, name.end))
        whole = joined((*places.written[:-1], own))
        raw = "".join(cell.raw for cell in places.written[:-1]) + made.raw
        return made._replace(
            raw=raw, text=whole.text, repairs=whole.repairs, wildcards=whole.wildcards
        )

    def _entry(self, row: Line, name: Name, clean: Clean, path: Path, ordinal: str) -> Entry:
        own, raw, repairs = written(name, clean)
        notes = [self._cell(row, at) for at in self.columns.notes]
        former = self._cell(row, self.columns.former)
        note = "; ".join([*filter(None, [name.note]), *(n.text.split()[0] for n in notes if n)])
        number = self._cell(row, self.columns.ordinal)
        parents = above_of(name, (*self.sections.parents, *self._stated(row)))
        return Entry(
            raw=raw,
            text=own.text,
            line=row.number,
            ordinal=name.ordinal or ordinal or (number.text.strip(" .、") if number else ""),
            section=PATH.join(self.sections.path),
            level=self._level(row, own.text, path),
            category=self._category(row) or self.sections.category,
            above=() if path[0] else tuple(text for _, text in parents),
            columns=path if any(path) else (),
            id=_cell(row.cells, self.columns.id),
            note=note,
            former=(*name.former, *_former(former)),
            repairs=repairs,
            wildcards=own.wildcards,
            place=row.place,
        )

    def _level(self, row: Line, name: str, path: Path) -> Level | None:
        told = level_value(_cell(row.cells, self.columns.level))
        if told is not None:
            return told
        depth = max((d for d in range(5) if path[d]), default=-1)
        if depth >= 0 and name.endswith(path[depth]):
            return LEVELS[depth]
        return None if depth >= 0 else self.sections.level

    def _category(self, row: Line) -> str:
        cell = self._cell(row, self.columns.category)
        if cell is None:
            return ""
        return read_heading(cell.text).category or canonical(cell.text)

    def _stated(self, row: Line) -> Parts:
        """The parents that a column of places gives."""
        parts: Parts = ()
        for at in self.columns.places:
            cell = self._cell(row, at)
            if cell is not None:
                text = re.sub(r"\s+", "", cell.text)
                reading = read_unit(text)
                parts += reading.parts if reading else whole_name(text)
        return parts

    def _places(self, row: Line) -> Places:
        """The level cells; blank ones at the front go on with the row above."""
        path: list[str] = []
        written: list[Clean] = []
        leading = True
        for depth, at in enumerate(self.columns.levels):
            cell = self._cell(row, at)
            leading = leading and cell is None
            text = _named_whole(cell.text, LEVELS[depth]) if cell else ""
            if cell is not None:
                written.append(without_spaces(cell))
            path.append(self._above[depth] if leading and at >= 0 else text)
        if any(_cell(row.cells, at) for at in self.columns.levels):
            self._above = tuple(path)
        else:
            path = path if self.columns.name >= 0 else [""] * 5
        return Places(_spread(path), tuple(written))

    def _cell(self, row: Line, at: int) -> Clean | None:
        """A cell, clean; None when it is empty or holds a placeholder."""
        raw = _cell(row.cells, at)
        if not raw or raw in PLACEHOLDERS or _EMPTY.fullmatch(raw):
            return None
        clean = self.wash(raw.replace("\n", " "))
        return None if clean.text in PLACEHOLDERS else clean


def _whole_path(text: str, start: int, last: str) -> Name:
    """The name of a row that ends in its last level cell, whose notes are split off."""
    name = read_name(last, 0, len(last))
    if name is None:
        return unread_name(text, start)
    whole = unread_name(text[: len(text) - len(last) + name.end], start)
    return whole._replace(note=name.note, former=name.former, stop=len(text))


def _cell(cells: Sequence[str], at: int) -> str:
    return cells[at].strip() if 0 <= at < len(cells) else ""


def _behind_ordinal(text: str) -> tuple[int, str]:
    """Where the name begins behind a number of its own, and that number."""
    ordinal = read_ordinal(text)
    if ordinal is None or ordinal.end >= len(text) or ordinal.style == "glued":
        return 0, ""
    return ordinal.end, ordinal.shown


@lru_cache(maxsize=1 << 14)
def _named_whole(text: str, level: Level) -> str:
    """A parent without its kind written out where the standard knows it: 四川 is 四川省."""
    text = re.sub(r"\s+", "", text)
    name = read_name(text, 0, len(text))
    text = name.text if name else text
    # 杭州 and 鄞州 look whole and are not: what the standard has at this level goes first.
    found = whole_name(text, level) if level.depth <= Level.COUNTY.depth else ()
    return found[0][1] if found else text


def _spread(path: Sequence[str]) -> Path:
    """A path whose cells repeat their parents (成都市 / 成都市温江区) with one part a place."""
    slots = list(path)
    for depth in range(4, -1, -1):
        if len(slots[depth]) < 4:
            continue
        reading = read_unit(slots[depth])
        if reading is None or len(reading.parts) < 2 or reading.level is not LEVELS[depth]:
            continue
        if reading.sure <= DOUBTFUL or any(
            slots[level.depth] not in ("", text) and not slots[level.depth].endswith(text)
            for level, text in reading.parts[:-1]
        ):
            continue
        for level, text in reading.parts:
            slots[level.depth] = text
    return (slots[0], slots[1], slots[2], slots[3], slots[4])


def _ending(path: Path, text: str, level: Level) -> Path:
    slots = list(path)
    slots[level.depth] = text
    return _spread(slots)


def _former(cell: Clean | None) -> tuple[str, ...]:
    if cell is None:
        return ()
    return tuple(former_names("原" + cell.text)) or (cell.text.strip(),)
