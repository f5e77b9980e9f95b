"""Tables copied a cell a line whose rows are counted and short of merged cells: 序号, 县, 镇, 村,
1, 清岗县, 白溪镇, 东岭村, 2, 南岭镇, 西岭村."""

from collections.abc import Sequence

from pilotdiff.listing.lines.following import following
from pilotdiff.listing.lines.furniture import is_furniture
from pilotdiff.listing.lines.titles_and_dates import is_signature
from pilotdiff.listing.naming import read_unit
from pilotdiff.listing.tables.columns.column_heads import UNIT_ROLES, role
from pilotdiff.listing.tables.rows.row_shifts import unmerged
from pilotdiff.listing.tables.texts.cell_lines import Found
from pilotdiff.model import Line
from pilotdiff.patterns import pattern

_LONGEST = 40
_FEWEST_HEADS, _FEWEST, _SHORTEST = 3, 2, 2
_SENTENCE = pattern(r"[。；！!？?：:]")


def counted_records(lines: Sequence[Line], index: int) -> Found | None:
    """Return the rows of such a table that begins with its heads at a line; None where none does,
    and where no row is short of a cell."""
    if role(lines[index].text.strip()) != "ordinal" or lines[index].cells:
        return None
    cells = _cells(lines, index)
    heads = next((at for at, (_, line) in enumerate(cells) if not role(_text(line))), 0)
    if heads < _FEWEST_HEADS or not any(role(_text(one)) in UNIT_ROLES for _, one in cells[:heads]):
        return None
    rows = _records([line for _, line in cells[heads:]], heads)
    full = [row for row in rows if len(row) == heads]
    if len(rows) < _FEWEST or not full or len(full) == len(rows):
        return None
    taken = cells[heads + sum(map(len, rows)) - 1][0] - index + 1
    head = lines[index]._replace(text="", cells=tuple(_text(line) for _, line in cells[:heads]))
    return Found([head, *unmerged([_row(row) for row in rows], heads)], taken)


def _text(line: Line) -> str:
    return line.text.strip()


def _cells(lines: Sequence[Line], index: int) -> list[tuple[int, Line]]:
    """Return the lines from one on that may be cells, blank ones left out, and where they stand."""
    found: list[tuple[int, Line]] = []
    for at, line in enumerate(following(lines, index), index):
        text = line.text.strip()
        if line.cells or len(text) > _LONGEST or _SENTENCE.search(text):
            break
        if text and (is_signature(text) or is_furniture(text)):
            break
        if text:
            found.append((at, line))
    return found


def _records(cells: Sequence[Line], width: int) -> list[list[Line]]:
    """Return the cells of each row, which begin with numbers that count on; the last row ends with
    its unit where rows are short."""
    rows: list[list[Line]] = []
    for line in cells:
        text = line.text.strip()
        begins = text.isdecimal() and int(text) == (int(_text(rows[-1][0])) + 1 if rows else 1)
        if begins:
            rows.append([line])
        elif not rows:
            return []
        elif len(rows[-1]) < width:
            rows[-1].append(line)
        else:
            break
    return [row for row in rows if len(row) >= _SHORTEST]


def _row(cells: Sequence[Line]) -> Line:
    """Return the row of some cells, which stands in the line of its unit, not of its number."""
    units = (line for line in reversed(cells) if read_unit(_text(line)) is not None)
    return next(units, cells[0])._replace(text="", cells=tuple(map(_text, cells)))
