"""The names that stand on the lines of a document, and that its list lacks."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import islice, pairwise

from pilotdiff.census.listed_names import Held, context_names
from pilotdiff.census.spotting import Spotted, spotted, spotted_row
from pilotdiff.census.why_left_out import Around, ground
from pilotdiff.in_groups import in_groups
from pilotdiff.listing.carried_parents import holds
from pilotdiff.listing.entries import LIES_IN
from pilotdiff.listing.lines.furniture import ends_text
from pilotdiff.listing.lines.ordinals import read_ordinal
from pilotdiff.listing.lines.pieces import is_spread
from pilotdiff.listing.lines.worded_rows import worded_row
from pilotdiff.model import (
    LEVELS,
    PAGE_BREAK,
    Clean,
    Entry,
    LeftOut,
    Level,
    Line,
    LineReading,
    Listing,
    Role,
    Unit,
    msg,
)
from pilotdiff.names import parse
from pilotdiff.names.kinds import VILLAGE_ENDS
from pilotdiff.patterns import BRACKET, pattern
from pilotdiff.repair import fold
from pilotdiff.repair.texts import BRANCH


def is_han(char: str) -> bool:
    """Tell whether a character is Chinese."""
    return "\u3400" <= char <= "\u9fff"


# A county and its town may stand right above a list.
_TWO = 2
# What may stand between them and its first entry.
_OVER_UNITS = frozenset({Role.PARENT, Role.HEADING, Role.BLANK})
# Of a number that counts many more, those named are examples.
_TIMES = 2
# How much of the title of another page is names.
_TITLE = 0.75
_ROW = 3
# Lines that gave an entry are all alike in a long table: of those behind the first, one in so many.
_ALL_UP_TO, _STEP = 3_000, 101
_LINKED = msg("navigation, or other matter around the text")
_INSIDE = msg("an address in the unit beside it")
_KNOWN_OVER = msg("the place in which the unit behind it lies by the codes")
_IN_A_SENTENCE = msg("a sentence names it with others that the list lacks")
_SET_WIDE = msg("stands in a sentence set wide, a blank behind each character: it is not read")
_HELD_BY_A_PLACE = msg("a sentence says what a place has, and is not read")


class NamesOfLines:
    """The names on the lines of a document, of which those that its list lacks are told.

    Which names a line holds is found once; the whole list is looked up only where one is asked for.
    """

    def __init__(
        self,
        listing: Listing,
        units: Sequence[Unit],
        wash: Callable[[str], Clean],
        whole: Callable[[], Held],
        beside: Sequence[Spotted],
    ) -> None:
        self._listing, self._whole, self._beside = listing, whole, beside
        self._entries = _by_line(units)
        self._first = min(self._entries, default=0)
        self._last = max(self._entries, default=0)
        self._wash = wash

    def left_out(self) -> Iterator[LeftOut]:
        """Yield each name with its reason, in the order of the lines."""
        found = self._found
        if not found:
            return
        held = self.held
        said = {entry.text for entry in self._listing.mentions if entry.text}
        yield from self._lists_in_sentences(held)
        missing = {
            number: [n for n in names if not held.holds_spotted(n) and n.text not in said]
            for number, names in found.items()
        }
        lines = {number for number, names in missing.items() if names}
        context, heads = context_names(self._listing), self._first_heads()
        for reading in self._listing.readings:
            if reading.line in lines:
                lines.remove(reading.line)
                if any(u.entry.self_written for u in self._entries.get(reading.line, ())):
                    continue  # what was left out was told when the row was written
                around = context + heads if reading.line > self._first else context
                yield from self._told(reading, missing[reading.line], held, around)

    @cached_property
    def _found(self) -> Mapping[int, Sequence[Spotted]]:
        """The names of each line that its own units do not hold."""
        found = {line.number: names for line in self._lines() if (names := self._names(line))}
        return {at: names for at, names in found.items() if not self._on_the_line(at, names)}

    @cached_property
    def held(self) -> Held:
        """The names of the list; of a long one those that are asked for."""
        units = [unit for of_line in self._entries.values() for unit in of_line]
        if len(units) <= _ALL_UP_TO:
            return self._whole()
        names = [*self._beside, *(name for of_line in self._found.values() for name in of_line)]
        asked = [(name.text, name.parts) for name in names]
        asked += [name.longer for name in names if name.joint]
        texts = (entry.text for entry in self._listing.mentions if entry.text)
        asked += [(text, told.parts) for text in texts if (told := parse(text)) is not None]
        return Held.of_those_asked_for(units, asked)

    def _first_heads(self) -> str:
        """Return the headings above the first entry: what they name, those further below repeat."""
        heads = (each for each in self._listing.readings if each.line < self._first)
        return "".join(f"\n{fold(each.text)}" for each in heads if each.role is Role.HEADING)

    def _lists_in_sentences(self, held: Held) -> Iterator[LeftOut]:
        """Yield the names of sentences that name units of which the list lacks most, as another
        list would; not of places whose units they count."""
        rows = in_groups(
            (entry for entry in self._listing.mentions if entry.text), lambda entry: entry.line
        )
        texts = {each.line: each.text for each in self._listing.readings if each.line in rows}
        for line, row in rows.items():
            readings = [(entry.text, parse(entry.text)) for entry in row]
            lacks = [text for text, told in readings if told and not held.holds(text, told.parts)]
            another = len(row) >= _ROW and len(lacks) > len(row) / 2
            if another and not _are_counted(row, texts.get(line, "")):
                yield from (LeftOut(line, text, _IN_A_SENTENCE) for text in lacks)

    def _on_the_line(self, line: int, names: Sequence[Spotted]) -> bool:
        held = Held(self._entries.get(line, ()))
        return all(held.holds_spotted(name) for name in names)

    def _told(
        self, reading: LineReading, names: Sequence[Spotted], held: Held, context: str
    ) -> Iterator[LeftOut]:
        if reading.line in self._listing.cells and reading.line in self._entries:
            # What stands in other cells are no words of the name.
            reading = reading._replace(text=self._entries[reading.line][0].entry.raw)
        if reading.role is Role.ITEM:
            said = [unit.entry.text for unit in self._entries.get(reading.line, ())]
            names = [_in_a_row(name, reading.text, said) for name in names]
            names = [name for name in names if name.whole]
            inside = [name for name in names if _lies_in(name, self._entries.get(reading.line, ()))]
            names = [name for name in names if name not in inside]
            yield from (LeftOut(reading.line, n.text, _INSIDE, accepted=True) for n in inside)
        around = self._around(reading, names, context)
        entries = self._entries.get(reading.line, ())
        sentence = reading.role is Role.RUNNING_TEXT
        set_wide = sentence and is_spread(reading.text)
        row = _row_of(reading.text) if sentence else ""
        for name in names:
            if entries and _is_known_over(name, reading.text, entries):
                yield LeftOut(reading.line, name.text, _KNOWN_OVER, accepted=True)
            elif self._leads_elsewhere(reading, name, around):
                yield LeftOut(reading.line, name.text, _LINKED, accepted=True)
            elif set_wide:
                yield LeftOut(reading.line, name.text, _SET_WIDE)
            elif name.text.removeprefix("有") in row:
                yield LeftOut(reading.line, name.text, _HELD_BY_A_PLACE)
            else:
                yield LeftOut(reading.line, name.text, *ground(name, around, held))

    def _leads_elsewhere(self, reading: LineReading, name: Spotted, around: Around) -> bool:
        """Tell whether a line below the list and below the page's text tells of a name that it does
        not end with, as titles of other pages do: 相关阅读 / 清岗县白溪镇：打造宜居环境."""
        over = self._last < self._over <= reading.line
        return over and around.share < _TITLE and not reading.text.rstrip().endswith(name.text)

    @cached_property
    def _below(self) -> int:
        """The line right below the last entry, 0 where there is none."""
        told = (each for each in self._listing.readings if each.role is not Role.BLANK)
        return next((each.line for each in told if each.line > self._last), 0)

    @cached_property
    def _above(self) -> frozenset[int]:
        """The two lines right above the first entry and the places and headings over it."""
        above = [each for each in self._listing.readings if each.line < self._first]
        solid = (each.line for each in reversed(above) if each.role not in _OVER_UNITS)
        return frozenset(islice(solid, _TWO))

    @cached_property
    def _below_places(self) -> frozenset[int]:
        """The lines right below a place that stands over others."""
        told = [each for each in self._listing.readings if each.role is not Role.BLANK]
        return frozenset(b.line for a, b in pairwise(told) if a.role is Role.PARENT)

    @cached_property
    def _over(self) -> int:
        """The first line below the entries at which the text of the page is over, 0 for none."""
        lines = (each for each in self._listing.readings if each.line > self._last)
        return next((each.line for each in lines if ends_text(each.text)), 0)

    def _around(self, reading: LineReading, names: Sequence[Spotted], context: str) -> Around:
        whole = {name.text for name in names if name.whole}
        certain = {name.text for name in names if name.whole and name.certain}
        solid = sum(char > "\u2fff" and char.isalnum() for char in reading.text)
        depths = (unit.level.depth for unit in self._entries.get(reading.line, ()))
        return Around(
            reading,
            self._first < reading.line < self._last or reading.line in self._below_places,
            len(certain),
            min(1.0, sum(map(len, whole)) / max(solid, 1)),
            context,
            min(depths, default=-1),
            reading.line == self._below,
            reading.line in self._above,
            frozenset() if self._entries else self._counted(reading.line, len(names)),
            0 < self._first < reading.line,
        )

    def _counted(self, line: int, names: int) -> frozenset[Level]:
        """Return the tiers of units that a line's figures count, not many more than it names."""
        figures = (each for each in self._listing.figures if each.line == line)
        return frozenset(f.level for f in figures if f.level and f.value <= _TIMES * names)

    def _lines(self) -> Iterable[Line]:
        seen = 0
        for line in self._listing.lines_as_read():
            if line.number in self._entries:
                seen += 1
                if seen > _ALL_UP_TO and seen % _STEP:
                    continue
            yield line

    def _names(self, line: Line) -> list[Spotted]:
        """Return the names of a line beside those of its entries."""
        entries = [unit.entry for unit in self._entries.get(line.number, ())]
        line = self._behind_a_break(line)
        if line.cells:
            cells = dict.fromkeys(line.cells)
            texts = [c for c in cells if not (_is_told(c, entries) or _ASKS_WHERE.match(c))]
            if line.number in self._listing.cells:
                texts = [_without(text, entries) for text in texts]
        else:
            rest = _without(_behind_its_number(line.text), entries)
            texts = ["".join(rest.split()) if is_spread(line.text) else rest]
        washed = [self._wash(text).text for text in texts if len(text) > 1]
        washed = [_AND_THE_CORPS.sub("", text) for text in washed]
        spot = partial(spotted, short=True) if line.cells else spotted_row
        return list(dict.fromkeys(name for text in washed for name in spot(text)))

    def _behind_a_break(self, line: Line) -> Line:
        """Return a line without the rest of an entry's name that the lines above begin: 清岗县白 /
        石镇、…."""
        text = line.text.lstrip()
        for above in range(line.number - 1, line.number - 1 - PAGE_BREAK, -1):
            for unit in self._entries.get(above, ()):
                rest = _rest_of(unit.entry.raw, text)
                if rest and unit.entry.raw not in self._texts[above]:
                    return line._replace(text=text[rest:])
        return line

    @cached_property
    def _texts(self) -> dict[int, str]:
        return {line.number: line.text for line in self._listing.document.lines}


def _row_of(text: str) -> str:
    """Return the names of a sentence that says what a place has, "" of any other."""
    row = worded_row(text, 0)
    return text[row.left : row.right] if row is not None else ""


def _are_counted(row: Sequence[Entry], text: str) -> bool:
    """Tell whether most of a sentence's names have a number behind them: 清岗市93个."""
    return 2 * sum(text.partition(one.text)[2][:1].isdecimal() for one in row) > len(row)


def _rest_of(name: str, text: str) -> int:
    """Return how long the end of a name is that a text begins with, 0 for none; what stands behind
    it must be no part of a name.

    >>> _rest_of("清岗县白石镇", "石镇、黑石镇"), _rest_of("清岗县白石镇", "白石镇东岭村")
    (2, 0)
    """
    start = name.find(text[:1], 1) if text else -1
    while start > 0:
        size = len(name) - start
        if text.startswith(name[start:]) and not text[size : size + 1].isalnum():
            return size
        start = name.find(text[0], start + 1)
    return 0


def _by_line(units: Sequence[Unit]) -> dict[int, tuple[Unit, ...]]:
    """Return the units by their lines."""
    lines = [unit.entry.line for unit in units]
    found: dict[int, tuple[Unit, ...]] = dict(zip(lines, zip(units, strict=True), strict=True))
    if len(found) < len(units):
        found = {}
        for line, unit in zip(lines, units, strict=True):
            found[line] = (*found.get(line, ()), unit)
    return found


def _lies_in(name: Spotted, units: Iterable[Unit]) -> bool:
    """Tell whether a name is a whole path that goes on below a unit beside it: its address."""
    above = [text for _, text in name.parts[:-1]]
    return any(
        len(above) > 1 and above[-1] == unit.own and above[-2] in unit.path for unit in units
    )


_COUNTED_THERE = pattern(r"(?:共计?|共?有)?\d{1,4}[个家]\p{Han}", needs="个家")


def _is_known_over(name: Spotted, text: str, units: Sequence[Unit]) -> bool:
    """Tell whether a place stands right in front of one of these units, wherever its line names
    that, and the unit lies in it by the standard's codes: 安徽省|黄山市休宁县…入选. …分别是黄山市
    休宁县…; or counts what was chosen in it, and all of them lie in it: 安徽省|12个村入选."""
    behind = text.partition(name.text)[2]
    if _COUNTED_THERE.match(behind):
        paths = [tuple(zip(LEVELS, unit.path, strict=False)) for unit in units]
        return all(any(p[1] and holds(name.parts[-1], p) for p in path) for path in paths)
    tops = {(level, part) for unit in units for level, part in zip(LEVELS, unit.path, strict=False)}
    return any(
        part and behind.startswith(part) and holds(name.parts[-1], (level, part))
        for level, part in tops
        if level.depth > name.parts[-1][0].depth
    )


def _in_a_row(name: Spotted, text: str, entries: Sequence[str]) -> Spotted:
    """Return a name as one by itself where 、 joins it to an entry, whatever words stand on its
    other side."""
    joined = (
        f"{name.text}、{entry}" in text or f"{entry}、{name.text}" in text for entry in entries
    )
    return name._replace(whole=name.whole or any(joined))


def _is_remark(cell: str, entry: Entry) -> bool:
    """Tell whether a cell says something of its row's unit: where that lies, or no unit itself, nor
    another of its tier."""
    lies_there = f"{LIES_IN}{cell.strip()}" in entry.note
    return lies_there or not (_is_unit(cell) or _is_alike(cell.strip(), entry.text))


def _is_told(cell: str, entries: Sequence[Entry]) -> bool:
    """Tell whether a cell is the entry itself, broken over lines or not, or one of its parents, its
    category or its note.

    A note that is a unit of its own is told: a second list may stand in that column.
    """
    whole = "".join(cell.split())
    if whole != cell and any(entry.text.endswith(whole) for entry in entries):
        return True
    return any(
        cell in (entry.raw, entry.text, entry.category, entry.section)
        or cell in entry.columns
        or (bool(entry.note) and cell in entry.note and _is_remark(cell, entry))
        for entry in entries
    ) or all(_makes_up(item, entries) for item in _SEVERAL.split(cell.strip()))


# What heads a column of provinces: 省（区、市）、兵团.
_AND_THE_CORPS = pattern(
    r"(?<=[省区市）)])(?:[、，,/]|以?及|和)(?:新疆)?(?:生产建设)?兵团(?=\s*(?:[|\t]|$))", needs="兵"
)
# The label of a form or card: 所在县.
_ASKS_WHERE = pattern(r"(?:所在|所属|隶属|归属)(?:地|[省市州县区旗]|乡镇|[镇乡]|街道)")
_SEVERAL = pattern(r"\s*[、，,；;\n]\s*")


def _makes_up(item: str, entries: Iterable[Entry]) -> bool:
    """Tell whether a village and one in it make up an entry's name, and the item is one of the two:
    东岭村 and 张家湾 of 东岭村张家湾."""
    names = [entry.columns[-1] for entry in entries if entry.columns]
    return any(
        len(name) > len(item) > 1
        and (
            (name.startswith(item) and item.endswith(VILLAGE_ENDS))
            or (name.endswith(item) and name.removesuffix(item).endswith(VILLAGE_ENDS))
        )
        for name in names
    )


def _is_unit(cell: str) -> bool:
    return any(name.text == cell and name.whole and name.certain for name in spotted(cell))


def _behind_its_number(text: str) -> str:
    """Return a line's text without a number that is glued to its first name, the branches of a tree
    or the pictures before it: 02白溪镇：东岭村, └─白溪镇, 📍白溪镇."""
    if not is_han(text[:1] or "一"):
        text = _PICTURES.sub("", BRANCH.sub("", text, count=1))
    ordinal = read_ordinal(text)
    return text[ordinal.end :] if ordinal is not None and ordinal.style == "glued" else text


_PICTURES = pattern(r"^\s*[\u2600-\u27bf\U0001f000-\U0001faff]+\ufe0f?\s*(?=\p{Han})")
_SIGNS = pattern(r"[\s—–－\-/／*＊]+")


def _is_alike(note: str, name: str) -> bool:
    """Tell whether what stands behind a name is another of its tier, or other words and one."""
    own = parse(name)
    others = filter(None, map(parse, filter(None, _SIGNS.split(BRACKET.sub("", note)))))
    return own is not None and any(other.level is own.level for other in others)


def _without(text: str, entries: Iterable[Entry]) -> str:
    """Return what a line says besides its entries and their notes; a unit beside one, in a column
    of its own, is none of these."""
    for entry in entries:
        text = text.replace(entry.raw, "\t", 1)
        if entry.note and not entry.note.isspace() and not _is_alike(entry.note, entry.text):
            text = text.replace(entry.note, "\t", 1)
    return text if len(text.strip()) > 1 else ""
