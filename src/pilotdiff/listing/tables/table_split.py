"""Which tables a run of rows holds, and what stands over and below them."""

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from pilotdiff.listing.lines.pieces import shape
from pilotdiff.listing.lines.titles_and_dates import is_title
from pilotdiff.listing.tables.cell_reading import CellReader
from pilotdiff.listing.tables.cells_in_step import one_line_a_row
from pilotdiff.listing.tables.columns.column_choice import choose_columns
from pilotdiff.listing.tables.columns.column_heads import LEVEL_ROLES, is_head_row, is_number, role
from pilotdiff.listing.tables.columns.column_lists import one_list_a_row
from pilotdiff.listing.tables.forms import forms_as_rows
from pilotdiff.listing.tables.head_rows import Head, find_head, goes_with
from pilotdiff.listing.tables.inner_tables import inner_rows
from pilotdiff.listing.tables.rows.natural_villages import with_natural_villages
from pilotdiff.listing.tables.rows.numbers_apart import numbers_apart
from pilotdiff.listing.tables.rows.said_again import (
    names_said_again,
    said_across,
    said_of_nothing,
    with_cells_above,
)
from pilotdiff.listing.tables.rows.signing_rows import signed_from
from pilotdiff.listing.tables.table_body import TableBody
from pilotdiff.listing.tables.transposed import upright
from pilotdiff.model import Line, Message
from pilotdiff.patterns import pattern
from pilotdiff.repair.texts import line_text


class Split(NamedTuple):
    """A run of rows: those above the table's heading, tables one below the other, and below them
    the rows of one that lists persons and no units, or those whose columns tell none."""

    lead: tuple[Line, ...]
    bodies: tuple[TableBody, ...]
    persons: tuple[Line, ...] = ()
    below: tuple[Line, ...] = ()


# A row of fewer cells heads no columns.
_FEW = 2


def split_rows(
    rows: Sequence[Line],
    reader: CellReader,
    *,
    before: TableBody | None = None,
    id_column: str = "",
    name_column: str = "",
) -> Split:
    """Tell the tables in a run of rows; no bodies when none of it lists units.

    `before` is the table above, which these rows may go on with over a page break.
    """
    rows = numbers_apart(upright(forms_as_rows(one_line_a_row(inner_rows(rows), reader))))
    written = one_list_a_row(rows, reader)
    rows = with_cells_above(written, _as_wide(before, written))
    named = [name for name in (id_column, name_column) if name]
    head = find_head(rows, reader, named)
    above = _titles(rows, reader) if head is None else 0
    if 0 < above < len(rows):
        rest = split_rows(rows[above:], reader, before=before)
        return rest._replace(lead=(*rows[:above], *rest.lead))
    forced = _forced(head, reader, id_column, name_column) if head else ()
    below = with_natural_villages(head.cells, _printed_again(rows, head)) if head else rows
    width = max(map(len, (row.cells for row in rows)), default=0)
    if head is None and before is not None and _goes_on(before, rows):
        return Split((), (before._replace(rows=tuple(rows)),))
    if head is None and min(len(rows), width) < _FEW:
        return Split(tuple(rows), ())  # one column without a heading is a text
    end = next((at for at in range(1, len(below)) if _begins_another(below, at, head)), len(below))
    heads = head.cells if head else ()
    # Heads printed again on each page say nothing of what stands below them.
    cells = [row.cells for row in below[:end] if row.cells != heads]
    columns = choose_columns(heads, cells, reader, forced, head.groups if head else ())
    if not columns:
        return _without_columns(rows, below[end:], head, reader)
    rest = split_rows(below[end:], reader) if end < len(below) else Split((), ())
    own, tail = _own_and_below(below[:end], rest)
    targets = {at for one in columns for at in one.targets} if rows is not written else set()
    again = names_said_again(written, targets) if targets else frozenset()
    bare = said_of_nothing(rows) if rows is not written else frozenset()
    across = said_across(written, rows, [one.ordinal for one in columns])
    body = TableBody(heads, tuple(columns), own, reader, again, bare, across)
    lead = tuple(rows[: head.first]) if head else ()
    return Split(lead, (body, *rest.bodies), rest.persons, tail)


def _own_and_below(rows: Sequence[Line], rest: Split) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return the rows of a table with those that the rest leaves to it, and those below it, who
    signs among them."""
    if rest.bodies:
        return (*rows, *rest.lead), rest.below
    below = (*rest.lead, *rest.below)
    signed = len(rows) if below else signed_from(rows)
    return tuple(rows[:signed]), (*rows[signed:], *below)


def _printed_again(rows: Sequence[Line], head: Head) -> Sequence[Line]:
    """Return the rows below a heading, those of its rows that are printed again as the whole of
    it."""
    again = {tuple(row.cells) for row in rows[head.first : head.end]}
    if len(again) < _FEW:
        return rows[head.end :]
    return [
        row._replace(cells=head.cells) if tuple(row.cells) in again else row
        for row in rows[head.end :]
    ]


def _without_columns(
    rows: Sequence[Line], below: Sequence[Line], head: Head | None, reader: CellReader
) -> Split:
    """Return the split of rows whose columns tell no units, the last of them of tables below."""
    if not below:
        of_persons = head is not None and _names_persons(head)
        return Split((), (), tuple(rows)) if of_persons else Split(tuple(rows), ())
    later = split_rows(below, reader)
    return later._replace(lead=(*rows[: len(rows) - len(below)], *later.lead))


def _as_wide(before: TableBody | None, rows: Sequence[Line]) -> Sequence[Line]:
    """Return the rows of the table above where they have as many columns: others say nothing of
    what stands over a cell."""
    above = before.rows if before is not None else ()
    return above if above and rows and len(above[-1].cells) == len(rows[0].cells) else ()


def _titles(rows: Sequence[Line], reader: CellReader) -> int:
    """Tell how many rows stand over a table without a heading, each of one text and no name, the
    last of them the title of a list: 清岗省示范县名单 over 白溪市 | 东岭县."""
    alone = takewhile(lambda row: len({*map(str.strip, row.cells)} - {""}) == 1, rows)
    shaped = (shape(line_text(row, reader.wash)) for row in alone)
    pieces = takewhile(lambda one: one.names is None, shaped)
    told = list(pieces)
    titles = [
        at
        for at, one in enumerate(told)
        if one.heading and (one.heading.listing or is_title(one.text.text))
    ]
    if not titles:
        return 0
    behind = (one.text.text for one in told[titles[-1] + 1 :])
    return titles[-1] + 1 + sum(1 for _ in takewhile(_LEADS_TO.search, behind))


# What leads up to a list below its title: 现将名单公布如下：.
_LEADS_TO = pattern(r"如下[：:。]?\s*$|^[（(][^（()）]*排名[^（()）]*[）)]$")


def _names_persons(head: Head) -> bool:
    """Tell whether a table lists persons: where they come from and work is none of a list's."""
    return any("姓名" in cell for cell in head.cells)


def _forced(
    head: Head, reader: CellReader, id_column: str, name_column: str
) -> tuple[tuple[int, str], ...]:
    cells = [reader.wash(cell).text.strip().casefold() for cell in head.cells]
    wanted = (("id", id_column), ("name", name_column))
    return tuple((cells.index(name.strip().casefold()), role) for role, name in wanted if name)


def _goes_on(before: TableBody, rows: Sequence[Line]) -> bool:
    last = max(at for columns in before.columns for at in columns.targets)
    if not rows or not all(len(row.cells) > last for row in rows):
        return False
    width = max(len(row.cells) for row in before.rows)
    return any(len(row.cells) <= width for row in rows) or _stand_in_its_columns(before, rows)


def _stand_in_its_columns(before: TableBody, rows: Sequence[Line]) -> bool:
    """Tell whether rows that are wider than a table's name units of its level where it names its
    own; else they are of another table, and villages would stand where its remarks do."""
    told = other = 0
    for columns in before.columns:
        for cell in (row.cells[at] for row in rows for at in columns.targets):
            for unit in before.reader.read(cell, columns.level_at(columns.targets[-1])).units[:1]:
                told += 1
                other += columns.depth >= 0 and unit.level.depth != columns.depth
    return 2 * other <= told


def _begins_another(rows: Sequence[Line], at: int, head: Head | None) -> bool:
    """Tell whether a row heads another table below the first, with other columns."""
    cells = rows[at].cells
    if head is None or len(cells) < 2 or not cells[0] or is_number(cells[0]):
        return False
    if tuple(cells) == head.cells or len({*cells} - {""}) < 2:
        return False
    if not is_head_row(cells):
        return _page(rows[at]) != _page(rows[at - 1]) and _heads_no_units(cells)
    if any(map(_is_coded, cells)):
        return False
    if any(goes_with(cells, line.cells) for line in (*rows[at - 1 : at], *rows[at + 1 : at + 2])):
        return False
    return [cell.strip() for cell in cells if cell.strip()] != [
        cell.strip() for cell in head.cells if cell.strip()
    ]


def _page(row: Line) -> object:
    """Return the page that a row stands on, None in a document without pages."""
    return dict(row.place.values).get("page") if isinstance(row.place, Message) else None


def _heads_no_units(cells: Sequence[str]) -> bool:
    """Tell whether a row is one of heads under which no units stand, as the columns have for which
    the page before was too narrow: 党员数 | 联系人 | 联系电话."""
    told = [text for cell in cells if (text := cell.strip())]
    roles = [found for text in told if (found := role(text))]
    units = {*LEVEL_ROLES, "name"}.intersection(roles)
    return not units and len(roles) > _FEW and 2 * len(roles) >= len(told)


def _is_coded(cell: str) -> bool:
    """Tell whether a cell holds as many digits as a code does: no heading is one.

    >>> _is_coded("n511803101001"), _is_coded("2022年11月")
    (True, False)
    """
    return sum(map(str.isdigit, cell)) > _MOST_DIGITS


# As many as a day has (20221103); the codes of towns and villages have nine and twelve.
_MOST_DIGITS = 8
