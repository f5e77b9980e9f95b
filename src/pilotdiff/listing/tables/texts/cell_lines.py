"""Tables whose cells stand one a line: with a pipe before or behind, or a paragraph each."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pilotdiff.listing.lines.following import following
from pilotdiff.listing.lines.titles_and_dates import is_signature, without_day
from pilotdiff.listing.tables.cell_reading import SAID_AGAIN, Cell, CellReader, Sort
from pilotdiff.listing.tables.columns.column_heads import LEVEL_ROLES, role
from pilotdiff.model import Line
from pilotdiff.patterns import pattern

_PIPE = "|｜│┃"
_FEWEST, _MOST = 2, 8


class _Value(NamedTuple):
    line: Line
    text: str


class Found(NamedTuple):
    """Rows put together, and how many lines they take."""

    rows: list[Line]
    taken: int


def piped_cells(lines: Sequence[Line], index: int, reader: CellReader) -> Found | None:
    """Return the rows of cells that each have a line and a pipe, from a line on; None for none."""
    values: list[_Value] = []
    end = index
    for at in range(index, len(lines)):
        text = lines[at].text.strip()
        if not text:
            continue
        bare = text.strip(_PIPE).strip()
        opens = at == index and bool(role(text)) and _is_piped(lines, at + 1)
        if (bare == text and not opens) or any(pipe in bare for pipe in _PIPE):
            break
        # Pipes alone are a blank cell each: what a row leaves empty.
        values += [_Value(lines[at], bare)] * (1 if bare else len(text))
        end = at + 1
    if len(values) < 2 * _FEWEST - 1:
        return None
    rows = _with_heads(values, reader) or _by_period(values, reader) or _column(values)
    return Found(rows, end - index)


def _is_piped(lines: Sequence[Line], at: int) -> bool:
    return at < len(lines) and lines[at].text.strip()[:1] in tuple(_PIPE)


class ParagraphCells:
    """Finds cells that are a paragraph each, in lines asked for from first to last.

    A run of short lines can be one table: what stands above it is a title of a line or two. It
    is tried from so many of its lines at most, each trial going through the whole run.
    """

    _TRIALS = 40

    def __init__(self, lines: Sequence[Line], reader: CellReader) -> None:
        """Look in these lines, with this reader of cells."""
        self._lines = lines
        self._reader = reader
        self._end = self._trials = 0
        self._counts_up = False

    def found(self, index: int) -> Found | None:
        """Return the rows of the table that begins at a line; None for none."""
        begins = index >= self._end
        if begins:
            self._trials = 0
        self._trials += 1
        if self._trials > self._TRIALS:
            return None
        run = list(_run(self._lines, index))
        last = run[-1].line.number if run else 0
        some = following(self._lines, index, index + len(run))
        taken = sum(1 for line in some if line.number <= last)
        self._end = index + taken
        if begins:
            self._counts_up = _counts_up(_numbers(run, self._reader))
        if self._counts_up:
            # Records of another reader, which knows no earlier names, no tiers and no 同上.
            filled = [value for value in run if value.text]
            heads = {role(value.text) for value in filled[:_MOST]}
            again = any(value.text in SAID_AGAIN for value in filled)
            tiers = len(heads & LEVEL_ROLES.keys()) > 1
            told = again or tiers or "former" in heads
            rows = _with_heads(filled, self._reader) if told else []
            if again and not rows:
                rows = _by_period(filled, self._reader, numbered=True)
        else:
            rows = _paragraph_cells(run, self._reader)
        return Found(rows, taken) if rows else None


def _paragraph_cells(run: Sequence[_Value], reader: CellReader) -> list[Line]:
    """Return the rows of cells in a run of lines; numbers that stand alone show the period."""
    run = list(_unwrapped(run))
    filled = [value for value in run if value.text]
    numbers = _numbers(run, reader)
    if len(numbers) < _FEWEST or _counts_up(numbers):
        return []
    return _by_period(run, reader, numbered=True) or _by_period(filled, reader, numbered=True)


def _numbers(run: Sequence[_Value], reader: CellReader) -> list[_Value]:
    return [value for value in run if reader.read(value.text).sort is Sort.NUMBER]


def _unwrapped(run: Sequence[_Value]) -> Iterator[_Value]:
    """Yield the cells with those that end in 、 and go on in the next line made one each."""
    open_cell: _Value | None = None
    for value in run:
        if open_cell is not None and value.text:
            value = open_cell._replace(text=open_cell.text + value.text)
        elif open_cell is not None:
            continue
        open_cell = value if value.text.endswith("、") else None
        if open_cell is None:
            yield value
    if open_cell is not None:
        yield open_cell


_LONGEST = 60
_SENTENCE = pattern(
    r"[。；！？!?：:]|^\s*(?:\d+|[一二三四五六七八九十]+)\s*[、.．](?!\d)|^[（(][一二三四五六七八九十\d]+[）)]"
)


def _run(lines: Sequence[Line], index: int) -> Iterator[_Value]:
    """Yield the short lines from a line on that may be cells, with the blank ones between them."""
    number, offices = lines[index].number, 0
    for at, line in enumerate(following(lines, index), index):
        text = line.text.strip()
        if line.cells or len(text) > _LONGEST or _SENTENCE.search(text):
            return
        if is_signature(text):
            if _signs(lines, at, below_others=offices > 0):
                return
            offices += 1
        for blank in range(number, min(line.number, number + _MOST)):
            yield _Value(line._replace(number=blank), "")
        number = line.number + 1
        yield _Value(line, text)


def _signs(lines: Sequence[Line], at: int, *, below_others: bool) -> bool:
    """Tell whether an office is a signature: before a day; before other offices or nothing where
    no others stand above it in a column of offices."""
    below = next((own for one in following(lines, at + 1) if (own := one.text.strip())), "")
    if not below or is_signature(below):
        return not below_others
    return not without_day(below)


def _counts_up(numbers: Sequence[_Value]) -> bool:
    """Tell whether lone numbers are those of a series, which may begin again below each heading:
    records of another reader."""
    told = [int(n.text) if n.text.isdecimal() and len(n.text) < 5 else -1 for n in numbers]
    steps = {below - above for above, below in pairwise(told) if below != 1}
    return steps == {1} and told[0] >= 0


def _with_heads(values: Sequence[_Value], reader: CellReader) -> list[Line]:
    """Return the rows below headings, as many cells as there are headings: behind those that are
    known stand perhaps some that are not."""
    known = 0
    while known < len(values) and known < 2 * _MOST and role(values[known].text):
        known += 1
    for heads in range(known, min(known + _UNKNOWN, len(values)) + 1) if known > 1 else ():
        body, others = values[heads:], values[known:heads]
        if any(reader.read(value.text).sort is not Sort.WORDS for value in others):
            break
        if len(body) >= heads and not len(body) % heads and _are_alike(body, heads, reader):
            return _rows(values, heads, reader)
    return []


_UNKNOWN = 2


def _by_period(
    values: Sequence[_Value], reader: CellReader, *, numbered: bool = False
) -> list[Line]:
    """Return the rows of equally many cells, told by their columns alone."""
    for width in range(2, _MOST + 1):
        rest = len(values) % width
        if len(values) // width < _FEWEST or (rest and not numbered):
            continue
        # The blank cells at a table's end leave no line.
        body = [*values, *[values[-1]._replace(text="")] * (width - rest)] if rest else values
        if _are_alike(body, width, reader, numbered=numbered):
            return _rows(body, width, reader)
        if _are_heads(body[:width], reader):
            rows = [body[start : start + width] for start in range(width, len(body), width)]
            if _is_full(rows[0]) and role(rows[0][0].text):
                continue  # One more heading follows: the first of them is the title above.
            lead = next((at for at, row in enumerate(rows) if _is_full(row)), 0)
            if _are_alike(body[(lead + 1) * width :], width, reader):
                return _rows(body, width, reader)
    return []


def _is_full(row: Sequence[_Value]) -> bool:
    """Tell whether a row holds more than a heading over those below it."""
    return sum(bool(value.text) for value in row) > 1


def _are_heads(values: Sequence[_Value], reader: CellReader) -> bool:
    """Tell whether the first of cells are headings, known ones among them and no name or
    number."""
    known = [bool(role(value.text)) for value in values]
    others = [v for v, own in zip(values, known, strict=True) if not own]
    if sum(known) < _FEWEST:
        return False
    return all(reader.read(value.text).sort is Sort.WORDS for value in others)


def _rows(values: Sequence[_Value], width: int, reader: CellReader) -> list[Line]:
    """Return rows of so many cells; each stands in the line of its unit, not of its number."""
    rows = []
    for start in range(0, len(values), width):
        row = values[start : start + width]
        units = (value for value in reversed(row) if reader.read(value.text).units)
        line = next(units, row[0]).line
        rows.append(line._replace(text="", cells=tuple(value.text for value in row)))
    return rows


def _column(values: Sequence[_Value]) -> list[Line]:
    """Return the cells of no even rows: one below the other, the headings left out."""
    body = [value for value in values if not role(value.text)]
    return [value.line._replace(text="", cells=(value.text,)) for value in body]


_ALIKE = 0.8


def _are_alike(
    values: Sequence[_Value], width: int, reader: CellReader, *, numbered: bool = False
) -> bool:
    """Tell whether cells, so many a row, stand in columns each of one sort, one of them of
    units."""
    kinds: list[tuple[Sort, int]] = []
    full: set[Sort] = set()
    for at in range(width):
        column = [reader.read(value.text) for value in values[at::width]]
        again = sum(cell.text in SAID_AGAIN for cell in column)
        told = Counter(_kind(c) for c in column if c.text and c.text not in SAID_AGAIN)
        sorts = Counter[Sort]()
        for (sort, _), count in told.items():
            sorts[sort] += count
        total = sum(told.values())
        if total and max(sorts.values()) < _ALIKE * total:
            return False
        # A title above the cells is no first row of them.
        first = _kind(column[0])[0]
        if total and sorts[first] < max(sorts.values()) and column[0].text:
            return False
        if total:
            kinds.append(max(told, key=lambda kind: told[kind]))
            full |= {kinds[-1][0]} if total + again >= _ALIKE * len(column) else set()
    return Sort.UNITS in full and len(set(kinds)) > 1 and (Sort.NUMBER in full or not numbered)


def _kind(cell: Cell) -> tuple[Sort, int]:
    """Return the sort of a cell and the depth of its unit; 市辖区 stands where a unit does."""
    if cell.units:
        return Sort.UNITS, cell.units[0].level.depth
    return (Sort.UNITS if cell.sort is Sort.ABSENT else cell.sort), -1
