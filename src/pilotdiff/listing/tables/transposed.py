"""Tables that lie on their side: a heading before each row instead of over each column."""

from collections.abc import Sequence
from itertools import groupby

from pilotdiff.listing.tables.columns.column_heads import (
    LEVEL_ROLES,
    UNIT_ROLES,
    is_head_row,
    role,
)
from pilotdiff.listing.tables.head_rows import holds_one_text
from pilotdiff.model import Line
from pilotdiff.names import known
from pilotdiff.patterns import pattern

_MOST_ROWS = 12
_PLACES = UNIT_ROLES | {"place"}


def upright(rows: Sequence[Line]) -> Sequence[Line]:
    """Return the rows, those of a table on its side turned so that its headings stand above.

    Each new row keeps the line of the lowest row of units, where its name is written. Titles stay
    above, and notes below.
    """
    wide = [at for at, row in enumerate(rows) if not holds_one_text(row.cells)]
    top, end = (wide[0], wide[-1] + 1) if wide else (0, len(rows))
    turned = _upright(rows[top:end])
    return [*rows[:top], *turned, *rows[end:]]


def _upright(rows: Sequence[Line]) -> Sequence[Line]:
    if runs := _columns_below(rows):
        heads = tuple(run[0].cells[0] for run in runs)
        cells = [tuple(row.cells[-1].strip() for row in at) for at in zip(*runs, strict=True)]
        lines = (row._replace(cells=own) for row, own in zip(runs[-1], cells, strict=True))
        return [rows[0]._replace(cells=heads), *lines]
    if records := _records_below(rows):
        heads = tuple(row.cells[0] for row in records[0])
        named = max(range(len(heads)), key=lambda at: _tier(heads[at]))
        cells = [tuple(row.cells[-1].strip() for row in run) for run in records]
        lines = (run[named]._replace(cells=own) for run, own in zip(records, cells, strict=True))
        return [rows[0]._replace(cells=heads), *lines]
    if not _lies(rows):
        return rows
    roles = [role(row.cells[0]) for row in rows]
    named = max(at for at, found in enumerate(roles) if found in UNIT_ROLES)
    width = max(len(row.cells) for row in rows)
    turned = [
        tuple(row.cells[at] if at < len(row.cells) else "" for row in rows) for at in range(width)
    ]
    return [rows[named]._replace(cells=cells) for cells in turned]


def _columns_below(rows: Sequence[Line]) -> list[list[Line]]:
    """Return the columns of a table that stand one below the other, each row behind its heading, as
    JSON by columns gives them: 县 | 甲县, 县 | 乙县, 镇 | 甲镇, 镇 | 乙镇; [] where it is none.

    Between the two may stand the number of the row, the same ones in every column.
    """
    width = len(rows[0].cells)
    if len(rows) < 2 or width not in (2, 3) or any(len(row.cells) != width for row in rows):
        return []
    if role(rows[0].cells[0]) == role(rows[-1].cells[0]):
        return []
    runs = [list(run) for _, run in groupby(rows, key=lambda row: row.cells[0])]
    heads = [run[0].cells[0] for run in runs]
    numbers = {tuple(row.cells[1] for row in run) for run in runs} if width > 2 else set()
    if len(numbers) > 1 or not all(cell.isdecimal() for each in numbers for cell in each):
        return []
    alike = len({len(run) for run in runs}) == 1 < len(runs) and len(set(heads)) == len(heads)
    return runs if alike and is_head_row(heads) and len(runs[0]) > 1 else []


def _records_below(rows: Sequence[Line]) -> list[list[Line]]:
    """Return the records of a table that stand one below the other, each cell behind its heading:
    村名 | 东岭村, 所在镇 | 白石镇, 村名 | 西岭村, 所在镇 | 青石镇; [] where it holds none."""
    filled = [row for row in rows if any(map(str.strip, row.cells))]
    if any(len(row.cells) != _LABEL_AND_CELL for row in filled):
        return []
    heads = [row.cells[0].strip() for row in filled]
    width = heads.index(heads[0], 1) if heads and heads[0] in heads[1:] else 0
    if width < _LABEL_AND_CELL or len(heads) % width or len({*heads}) < width:
        return []
    if heads != heads[:width] * (len(heads) // width) or not is_head_row(heads[:width]):
        return []
    if UNIT_ROLES.isdisjoint(map(role, heads[:width])):
        return []
    return [filled[at : at + width] for at in range(0, len(filled), width)]


_LABEL_AND_CELL = 2


def _tier(heading: str) -> int:
    """Return how low the units below a heading stand, -1 for none; the names stand lowest."""
    found = role(heading)
    return LEVEL_ROLES[found].depth if found in LEVEL_ROLES else 5 if found == "name" else -1


def _lies(rows: Sequence[Line]) -> bool:
    if not 2 <= len(rows) <= _MOST_ROWS or any(len(row.cells) < 2 for row in rows):
        return False
    roles = ["" if _is_remark(row) else role(row.cells[0]) for row in rows]
    units = [found for found in roles if found in UNIT_ROLES]
    told = sum(map(bool, roles))
    if not units or told < 2 or told < len(rows) - 1:
        return False
    # The row of a parent may be headed like that of the names: 单位 | 甲县, 示范单位 | 东岭村.
    apart = [found for found in units if found != "name"] if _counts(rows) else units
    if len(set(apart)) < len(apart):
        return False
    if roles[0] not in _PLACES and all(known(cell.strip()) for cell in rows[0].cells[1:]):
        return False  # 类型 | 甲县 | 乙县: types before the rows of counties that are lists
    return not is_head_row(rows[0].cells) and not any(role(cell) for cell in rows[0].cells[1:])


def _counts(rows: Sequence[Line]) -> bool:
    """Tell whether a row numbers the columns: 序号 | 1 | 2 | 3."""
    numbered = (row.cells[1:] for row in rows if role(row.cells[0]) == "ordinal")
    return any([*map(str, range(1, len(cells) + 1))] == [*cells] for cells in numbered)


def _is_remark(row: Line) -> bool:
    """Tell whether a row holds nothing but a sentence that begins like a heading: 说明：名额…。"""
    return not any(map(str.strip, row.cells[1:])) and _REMARK.search(row.cells[0]) is not None


_REMARK = pattern(r"[：:].{4}|。")
