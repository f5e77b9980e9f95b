"""Lines of text that are rows of a table with pipes between the cells."""

from collections.abc import Sequence

from pilotdiff.listing.lines.following import following, without_blank_end
from pilotdiff.listing.lines.furniture import is_furniture
from pilotdiff.listing.naming import read_unit
from pilotdiff.listing.tables.columns.column_heads import is_head_row
from pilotdiff.model import Line
from pilotdiff.patterns import pattern
from pilotdiff.repair.texts import BRANCH

PIPES = pattern(r"[|｜│┃]")
TABLE_RULE = pattern(r"^[\s|｜│┃+:\-=—─━┌┐└┘├┤┬┴┼┠┨┯┷┏┓┗┛]+$")
_OUTER, _BEHIND = pattern(r"^\s*[|｜│┃]|[|｜│┃]?\s*$"), pattern(r"[|｜│┃]?\s*$")
_BETWEEN = pattern(r"[、，；;]")
_PAIR = 2


class PipedRows:
    """Finds such rows, in lines asked for from first to last; the row that spoils pairs of units
    spoils each trial that goes on to it."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Look in these lines."""
        self._lines = lines
        self._spoiled = 0

    def found(self, index: int) -> list[Line]:
        """Return the rows of a table that begins at a line; [] when none does, as in a drawn tree.
        One pipe alone parts two units, or what stands under two heads."""
        text = self._lines[index].text.strip()
        if BRANCH.match(text):
            return []
        if len(PIPES.findall(text)) > 1:
            return _piped(self._lines, index)
        if not PIPES.search(text[1:-1]):
            return []
        first = tuple(cell.strip() for cell in PIPES.split(text))
        if is_head_row(first):
            rows = _piped(self._lines, index)
            return rows if all(len(row.cells) <= _PAIR for row in rows) else []
        if index < self._spoiled or not all(first) or not _are_units(first):
            return []
        rows = _piped(self._lines, index)
        spoiling = [at for at, row in enumerate(rows) if not _are_units(row.cells)]
        self._spoiled = index + spoiling[0] + 1 if spoiling else self._spoiled
        return [] if spoiling else rows


def _piped(lines: Sequence[Line], index: int) -> list[Line]:
    """Return the rows of lines with pipes between the cells, and before and behind all where the
    first line has them there: `| 县 |` or `县 | 乡镇`, whose first cell may be empty below."""
    outer = _OUTER if PIPES.match(lines[index].text.strip()) else _BEHIND
    rows = []
    for line in following(lines, index):
        if not line.text.strip():
            rows.append(line._replace(text=""))
        elif TABLE_RULE.match(line.text):
            # A row without cells would end the table: its heads stand over the rule.
            rows.append(line._replace(text="", cells=("",)))
        elif PIPES.search(line.text) and not (is_furniture(line.text) or BRANCH.match(line.text)):
            cells = [cell.strip() for cell in PIPES.split(outer.sub("", line.text))]
            if (
                rows
                and len(cells) == len(rows[0].cells) - 1
                and PIPES.match(line.text.rstrip()[-1])
            ):
                cells.append("")  # the pipe stands before a blank cell, and does not end the row
            rows.append(line._replace(text="", cells=tuple(cells)))
        else:
            break
    rows = without_blank_end(rows)
    widths = {len(row.cells) for row in rows if row.cells}
    return rows if sum(1 for row in rows if row.cells) > 1 and max(widths) > 1 else []


def _are_units(cells: Sequence[str]) -> bool:
    """Tell whether there are two cells at most, and each names a unit, or several with signs
    between them."""
    names = (name for cell in cells if cell for name in _BETWEEN.split(cell.strip("、，；;")))
    return len(cells) <= _PAIR and all(read_unit(name) is not None for name in names)
