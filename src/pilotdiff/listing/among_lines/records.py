"""Tables whose cells stand one a line: number, unit, theme, number, unit, theme …"""

from collections.abc import Sequence

from pilotdiff.listing.lines.pieces import Piece, Shape, shape, single
from pilotdiff.model import Level
from pilotdiff.repair.texts import merged

MOST_CELLS = 12


def with_records(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with every record that a lone number opens made one piece.

    `pieces` hold no blank lines. A record's cells that read as units descending in level are one
    name; the first other cell is its remark.
    """
    starts = _starts(pieces)
    if not starts:
        return list(pieces)
    out = _without_header(pieces[: starts[0]])
    grouped = bool(out) and _is_over(out[-1], pieces[starts[0] + 1])
    longest = 2
    for start, following in zip(starts, [*starts[1:], -1], strict=True):
        end = following if following > 0 else min(len(pieces), start + 1 + longest)
        end, next_start = _record_end(pieces, start, end), (following if following > 0 else None)
        if grouped and end == next_start:
            end = _without_places(pieces, start, end)
        longest = max(longest, end - start - 1)
        record = _record(pieces, start, end)
        out += [record] if record else pieces[start:end]
        out += pieces[end : next_start if next_start else len(pieces)]
    return out


def _without_header(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces before the first record without the table's header: 单位 / 主题 / 内容."""
    from pilotdiff.listing.tables.columns.column_heads import role

    end = len(pieces)
    while (
        end and pieces[end - 1].shape is Shape.HEADING and role(pieces[end - 1].text.text.strip())
    ):
        end -= 1
    return list(pieces[:end] if len(pieces) - end > 1 else pieces)


def _starts(pieces: Sequence[Piece]) -> list[int]:
    """Return the lone numbers that count on one after the other and are followed by text."""
    numbers = [i for i, piece in enumerate(pieces) if piece.shape is Shape.NUMBER]
    return [i for i in numbers if i + 1 < len(pieces) and pieces[i + 1].ordinal is None]


def _record_end(pieces: Sequence[Piece], start: int, end: int) -> int:
    """Return where a record ends: before a numbered heading, the page's end, or what is too far."""
    for index in range(start + 1, min(end, start + 1 + MOST_CELLS)):
        piece = pieces[index]
        if piece.shape in (Shape.END, Shape.HEADER, Shape.TABLE) or (
            piece.ordinal and index > start + 1
        ):
            return index
    return min(end, start + 1 + MOST_CELLS)


def _without_places(pieces: Sequence[Piece], start: int, end: int) -> int:
    """Return where a record ends before the places that stand over the next one, as one stands over
    the first: 清岗县 / 1 / 东岭村 / 北岭县 / 2 / 西岭村."""
    below = pieces[end + 1]
    while end > start + 2 and _is_over(pieces[end - 1], below):
        end -= 1
    return end


def _is_over(piece: Piece, below: Piece) -> bool:
    """Tell whether a line without a number is a city or county and nothing else, or a town over a
    village."""
    name, lower = single(piece), single(below)
    if name is None or piece.ordinal or name.note:
        return False
    depth = name.reading.level.depth
    in_it = lower is not None and depth < lower.reading.parts[0][0].depth
    return depth <= Level.COUNTY.depth or in_it


def _record(pieces: Sequence[Piece], start: int, end: int) -> Piece | None:
    cells = list(pieces[start + 1 : end])
    units = _units(cells)
    if not units:
        return None
    if any(cell.shape is Shape.NAMES for i, cell in enumerate(cells) if i not in units):
        return None
    text = merged([cells[i].text for i in units])
    whole = shape(text) if len(units) > 1 else cells[units[0]]
    if whole.names is None:
        return None
    others = [cell.text.text.strip() for i, cell in enumerate(cells) if i not in units]
    remark = _theme(others[0]) if others else ""
    return whole._replace(ordinal=pieces[start].ordinal, remark=remark)


def _units(cells: Sequence[Piece]) -> list[int]:
    """Return the cells that make the unit's path, top first; else a first cell of several names."""
    named = [(i, name) for i, cell in enumerate(cells) if (name := single(cell))]
    if not named:
        return [i for i, cell in enumerate(cells[:1]) if cell.shape is Shape.NAMES]
    ordered = sorted(named, key=lambda pair: pair[1].reading.parts[0][0].depth)
    chain, depth = [], -1
    for index, name in ordered:
        if name.reading.parts[0][0].depth > depth:
            chain.append(index)
            depth = name.reading.level.depth
    return chain


def _theme(cell: str) -> str:
    """Return the theme of a record: what stands before the first space of its remark."""
    return cell.split()[0] if cell else ""
