"""Rows of a text whose cells two blanks, a line of dots or commas part, equally many in each, and
of which some hold what is no unit: 东岭村  示范  白石镇; 清岗县，白石镇，东岭村，一类. What a
column holds tells what a cell is."""

from collections.abc import Sequence

from pilotdiff.listing.lines.following import following, without_blank_end
from pilotdiff.listing.lines.furniture import ends_text, is_furniture
from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.model import Line
from pilotdiff.names.head_words import PROGRAMME
from pilotdiff.patterns import pattern
from pilotdiff.repair import to_simplified

_DOTS = r"(?:…{2,}|\.{4,}|·{4,}|—{3,}|_{4,}|-{4,})"
_GAP, _DOTTED = pattern(rf"\s*{_DOTS}\s*|\s{{2,}}"), pattern(_DOTS)
_COMMA = pattern(r"\s*[，,]\s*")
_FEWEST_CELLS, _FEWEST_ROWS, _LONGEST = 2, 2, 200
_FEWEST_BETWEEN_COMMAS, _LONGEST_BETWEEN_COMMAS = 3, 16
# What labels and sentences have, and no cell of a row.
_TELLS = pattern(r"[:：。；;，]")
_ORDINAL = pattern(r"[（(]?\d{1,4}[)）.．、]?")
_NONE, _WORDS = -1, -2


class WideRows:
    """Finds such rows in lines asked for from first to last; each run of rows is judged once."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Look in these lines."""
        self._lines = lines
        self._judged = 0

    def found(self, index: int) -> list[Line]:
        """Return the rows that begin at a line; [] where none do."""
        if index < self._judged:
            return []
        rows, is_whole = _run(self._lines, index)
        self._judged = index + len(rows)
        filled = [row.cells for row in rows if row.cells]
        dotted = all(_DOTTED.search(self._lines[index + at].text) for at in range(len(filled)))
        return rows if is_whole and hold_others(filled, dotted=dotted) else []


def _run(lines: Sequence[Line], index: int) -> tuple[list[Line], bool]:
    """Return the lines from one on that have equally many cells, and whether the next has one."""
    rows: list[Line] = []
    width, is_whole = 0, True
    for line in following(lines, index):
        if rows and not line.text.strip() and not line.cells:
            rows.append(line)
            continue
        cells = _cells(line)
        if len(cells) < _FEWEST_CELLS or width not in (0, len(cells)):
            is_whole = len(cells) < _FEWEST_CELLS
            break
        width = len(cells)
        rows.append(line._replace(text="", cells=cells))
    return without_blank_end(rows), is_whole


def _cells(line: Line) -> tuple[str, ...]:
    text = line.text.strip()
    if line.cells or "\t" in text or len(text) > _LONGEST or is_furniture(text) or ends_text(text):
        return ()
    cells = tuple(_GAP.split(text))
    if len(cells) == 1:
        cells = tuple(_COMMA.split(text))
        long = max(map(len, cells)) > _LONGEST_BETWEEN_COMMAS
        cells = () if long or len(cells) < _FEWEST_BETWEEN_COMMAS else cells
    return () if any(map(_TELLS.search, cells)) else cells


def hold_others(rows: Sequence[Sequence[str]], *, dotted: bool = False) -> bool:
    """Tell whether units stand in some columns of several rows, of another tier in each, and in
    others what is none: 东岭村 | 示范 | 白石镇. Between lines of dots there may be units alone."""
    if sum(sum(map(bool, row)) > 1 for row in rows) < _FEWEST_ROWS:
        return False
    columns = list(zip(*rows, strict=True))
    if all(map(_ORDINAL.fullmatch, filter(None, columns[0]))):
        columns = columns[1:]
    tiers = [_tier(column) for column in columns]
    units = [tier for tier in tiers if tier >= 0]
    told = _WORDS in tiers or (dotted and len(units) > 1)
    return told and 0 < len(units) == len({*units}) and _NONE not in tiers


def _tier(column: Sequence[str]) -> int:
    """Return at which depth all cells of a column that are not blank name units, or that none
    does."""
    depths = {_depth(cell) for cell in column if cell}
    return depths.pop() if len(depths) == 1 else _NONE


def _depth(cell: str) -> int:
    """Return at which depth a cell names a unit, or several; what it holds for none."""
    depths = {_depth_of_one(name) for name in cell.split("、")}
    return depths.pop() if len(depths) == 1 else _NONE


def _depth_of_one(cell: str) -> int:
    if PROGRAMME.search(cell):
        return _WORDS
    found = read_unit(to_simplified(cell))
    if found is None:
        return _WORDS
    return found.level.depth if found.sure >= CERTAIN else _NONE
