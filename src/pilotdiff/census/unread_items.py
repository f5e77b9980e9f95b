"""Items of a row of units that gave none: 白石镇、南坪付、东岭镇, whatever their words are."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from pilotdiff.listing.institutions import is_office
from pilotdiff.listing.lines.headings import read_heading
from pilotdiff.listing.lines.ordinals import number_end
from pilotdiff.listing.tables.columns.column_heads import role
from pilotdiff.model import Clean, LeftOut, Listing, Role, Unit, msg
from pilotdiff.patterns import HAN, pattern
from pilotdiff.repair.texts import line_text

_SAYS_MORE = pattern(
    r"^(?:等|及其他|以及|其中|共|合计|详见|略|无|空|…)|等.{0,6}$|\d|^[一二三四五六七八九十]+$"
)
_LONGEST = 16


_WHY = msg("an item of a row of units, of which none was read")


def unread_items(
    listing: Listing, units: Sequence[Unit], wash: Callable[[str], Clean]
) -> Iterator[LeftOut]:
    """Yield the items between units of one row that gave no unit.

    Most items of the row must be units, and few of them none: else it is no row of units.

    wash  cleans a line of the document
    """
    rows = _rows(units)
    items = {each.line for each in listing.readings if each.role is Role.ITEM and each.line in rows}
    for line in listing.document.lines if items else ():
        if line.number in items and not line.cells:
            row = rows[line.number]
            for item in _silent(line_text(line, wash).text, row):
                if row.lacks(item):
                    yield LeftOut(line.number, item, _WHY)


class _Row(NamedTuple):
    """The names of the units of one line, and what else is told of them."""

    names: set[str]
    told: set[str]

    def add(self, unit: Unit) -> None:
        """Take in a unit of the line."""
        entry = unit.entry
        self.names.update((entry.text, entry.raw, unit.own))
        self.told.update((entry.note, entry.category, entry.section, *entry.above, *unit.path))

    def lacks(self, item: str) -> bool:
        """Tell whether an item is neither told of a unit beside it, nor words that close a row."""
        if len(item) > _LONGEST or _SAYS_MORE.search(item) or is_office(item) or role(item):
            return False
        heading = read_heading(item)
        if heading.listing or heading.category or heading.declared:
            return False
        return not any(item in told or (told and told in item) for told in self.told)


def _rows(units: Sequence[Unit]) -> dict[int, _Row]:
    """Return the lines with several units."""
    seen: dict[int, Unit] = {}
    rows: dict[int, _Row] = {}
    for unit in units:
        line = unit.entry.line
        first = seen.setdefault(line, unit)
        if first is not unit:
            if line not in rows:
                rows[line] = _Row(set(), set())
                rows[line].add(first)
            rows[line].add(unit)
    return rows


_MOST = 3


def _silent(text: str, row: _Row) -> Iterator[str]:
    """Yield the items of a line's rows in which no unit's name stands."""
    for clause, begun in _clauses(text):
        named = [(item, [name for name in row.names if name in item]) for item in clause]
        silent = [item for item, names in named if not names]
        if len(silent) > _MOST or len(named) - len(silent) <= max(1, len(silent)):
            continue
        for item, names in named:
            if not names and begun:
                yield item
            # Words behind a name end the row: 白石镇和东岭村入选省级生态镇、生态村.
            begun = item.endswith((*names,)) if names else begun


_CLAUSE = pattern(r"[。！？!?；;：:（()）【】\[\]\n]")
# In a row that is no sentence, other signs part items too; in a sentence a comma ends the row.
_ANY_ITEM = pattern(r"[、，,/／·•\t]|\s{2,}")
_COMMA = pattern(r"[，,]")
# A row whose signs were set twice: 白石镇，、东岭镇，、.
_TWICE = pattern(r"[，,]\s*、|、\s*[，,]")
_SENTENCE = pattern(r"[。！？!?]|[^。]{60}[，,]")


def _clauses(text: str) -> Iterator[tuple[list[str], bool]]:
    """Yield the items between brackets and full stops, and whether the first may be one of a row:
    in a sentence words stand before it."""
    text = _TWICE.sub("、", text)
    sentence = _SENTENCE.search(text) is not None
    for clause in _CLAUSE.split(text[number_end(text) :]):
        for part in _COMMA.split(clause) if sentence else (clause,):
            items = part.split("、") if sentence else _ANY_ITEM.split(part)
            yield [item.strip() for item in items if HAN.search(item)], not sentence
