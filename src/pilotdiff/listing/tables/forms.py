"""Forms: one unit a table, each cell behind its label, several of them in a row."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from pilotdiff.listing.lines.following import following
from pilotdiff.listing.tables.columns.column_heads import UNIT_ROLES, role
from pilotdiff.listing.tables.columns.column_roles import names_others
from pilotdiff.listing.tables.head_rows import is_across
from pilotdiff.listing.tables.texts.cell_lines import Found
from pilotdiff.model import Line
from pilotdiff.patterns import pattern

_Pair = tuple[str, str]
_MOST_ROWS = 40
_FEWEST = 2
_GAP = pattern(r"\s{2,}|\t+")


def forms_as_rows(rows: Sequence[Line]) -> Sequence[Line]:
    """Return forms, one or several below each other, as a heading of its labels and one row each,
    on the line that names its unit; other rows as they are.

    村名 | 东岭村 | 所属乡镇 | 白石镇 over 户数 | 320 | 人口 | 1021 is a form.
    """
    out: list[Line] = []
    for card in _cards(rows):
        pairs = [_pairs(row.cells) for row in card]
        if len(card) == 1 and is_across(card[0].cells):
            title = next(filter(str.strip, card[0].cells), "")
            out.append(card[0]._replace(cells=(title,) * len(card[0].cells)))
        elif len(card) > _MOST_ROWS or not _is_form(pairs):
            return rows
        else:
            out += _as_rows(card, pairs)
    return out


def form_lines(lines: Sequence[Line], index: int) -> Found | None:
    """Return the lines of a form from one on, labels and what stands behind them set apart by wide
    gaps, as rows; None where none begins.

    单位名称  白石镇  所在地  清岗县 over 负责人  张三  电话  … is one.
    """
    first = _set_apart(lines[index])
    if len(first) < 2 * _FEWEST or role(first[0]) not in UNIT_ROLES:
        return None
    rows: list[Line] = []
    for line in following(lines, index, index + _MOST_ROWS):
        cells = _set_apart(line)
        if len(cells) < _FEWEST or not _pairs(cells) or (rows and not role(cells[0])):
            break
        rows.append(line._replace(text="", cells=cells))
    cards = [[_pairs(row.cells) for row in card] for card in _cards(rows)]
    return Found(rows, len(rows)) if len(rows) >= _FEWEST and all(map(_is_form, cards)) else None


def _set_apart(line: Line) -> tuple[str, ...]:
    """Return the words of a line of text that wide gaps part; () for a row that has cells."""
    return () if line.cells else tuple(_GAP.split(line.text.strip()))


def _cards(rows: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the rows of each form that these may be, and each title between them by itself: a form
    begins at the label, or at the column of units, that the first one began with. One that is
    longer than any form is the last."""
    card: list[Line] = []
    labels: set[str] = set()
    for row in rows:
        own = {label for label, _ in _pairs(row.cells)}
        title = is_across(row.cells)
        if card and (title or labels & own or _begins_again(card[0].cells, row.cells)):
            yield card
            card, labels = [], set()
        if title:
            yield [row]
            continue
        card.append(row)
        if len(card) > _MOST_ROWS:
            break
        labels |= own
    if card:
        yield card


def _begins_again(first: Sequence[str], cells: Sequence[str]) -> bool:
    """Tell whether a row begins as the first of a form does, with the label of a unit itself."""
    labels = [row[0] for row in (first, cells) if row]
    units = [label for label in labels if role(label) in UNIT_ROLES and not names_others(label)]
    return len(units) == len((first, cells))


def _as_rows(card: Sequence[Line], pairs: Sequence[Sequence[_Pair]]) -> Sequence[Line]:
    told = [pair for row in pairs for pair in row]
    naming = next(at for at, row in enumerate(pairs) if any(role(h) in UNIT_ROLES for h, _ in row))
    labels, values = zip(*told, strict=True)
    return [card[0]._replace(cells=labels), card[naming]._replace(cells=values)]


def _pairs(cells: Sequence[str]) -> list[_Pair]:
    """Return the labels of a row with what stands behind each; [] where they do not go by pairs.

    A cell that is merged over several columns may be written out in each.
    """
    once = [cell for cell, _ in groupby(map(str.strip, cells))]
    while once and not once[-1] and len(once) % 2:
        once.pop()
    return list(zip(once[::2], once[1::2], strict=True)) if len(once) % 2 == 0 else []


def _is_form(pairs: Sequence[Sequence[_Pair]]) -> bool:
    """Tell whether rows of pairs are a form: half of the labels and more are known as headings, of
    those within the rows too, one of a unit among them, none stands twice, and nothing behind them
    is a heading."""
    told = [pair for row in pairs for pair in row]
    if len(pairs) < 2 or all(len(row) < 2 for row in pairs) or not all(pairs):
        return False
    labels = [label for label, _ in told]
    roles = [role(label) for label in labels]
    inner = [role(label) for row in pairs for label, _ in row[1:]]
    known = all(2 * sum(map(bool, found)) >= len(found) for found in (roles, inner))
    known = known and not UNIT_ROLES.isdisjoint(roles)
    plain = all(labels) and len({*labels}) == len(labels)
    return known and plain and not any(role(value) for _, value in told if value)
