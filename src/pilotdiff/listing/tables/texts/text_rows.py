"""Lines of text that are rows of a table: pipes, tabs, columns set with spaces."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import dropwhile, islice
from typing import NamedTuple

from pilotdiff.facts.numerals import trailing_count
from pilotdiff.listing.lines.following import following, without_blank_end
from pilotdiff.listing.lines.furniture import ends_text, is_furniture
from pilotdiff.listing.lines.ordinals import number_end
from pilotdiff.listing.lines.pieces import is_spread, on_screen
from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.listing.tables.cell_reading import CellReader
from pilotdiff.listing.tables.columns.column_heads import is_head_row, role
from pilotdiff.listing.tables.forms import form_lines
from pilotdiff.listing.tables.rows.row_shifts import ShortRows, unmerged
from pilotdiff.listing.tables.texts.cell_lines import Found, ParagraphCells, piped_cells
from pilotdiff.listing.tables.texts.coded_lines import CodedLines
from pilotdiff.listing.tables.texts.columns_in_turn import columns_in_turn
from pilotdiff.listing.tables.texts.counted_records import counted_records
from pilotdiff.listing.tables.texts.even_rows import EvenRows
from pilotdiff.listing.tables.texts.labelled_lines import labelled_rows
from pilotdiff.listing.tables.texts.packed_trees import packed_tree
from pilotdiff.listing.tables.texts.piped_rows import PIPES, TABLE_RULE, PipedRows
from pilotdiff.listing.tables.texts.program_calls import called_rows
from pilotdiff.listing.tables.texts.program_records import program_records
from pilotdiff.listing.tables.texts.rows_in_one_line import rows_in_one_line
from pilotdiff.listing.tables.texts.spaced_columns import SpacedRows
from pilotdiff.listing.tables.texts.sql_rows import inserted_rows, is_statement
from pilotdiff.listing.tables.texts.unordered_rows import UnorderedRows
from pilotdiff.listing.tables.texts.wide_rows import WideRows
from pilotdiff.model import Clean, Line
from pilotdiff.patterns import pattern
from pilotdiff.repair import to_simplified

_GAP = pattern(r"\s{2,}|\t+")
_LONGEST_HEADER = 120
_NEAR = 4
_FEWEST_COMMAS = 2
_MOST_WORDS = 3


class _Ways(NamedTuple):
    """The finders of rows that remember what they have seen of the lines."""

    piped: PipedRows
    spaced: SpacedRows
    even: EvenRows
    unordered: UnorderedRows
    wide: WideRows


def with_cells(lines: Sequence[Line], reader: CellReader) -> list[Line]:
    """Return the lines, those that are rows of a table with their cells apart."""
    if all(line.cells for line in lines):
        return list(lines)
    out: list[Line] = []
    paragraphs, coded = ParagraphCells(lines, reader), CodedLines(lines)
    ways = _Ways(
        PipedRows(lines),
        SpacedRows(lines),
        EvenRows(lines),
        UnorderedRows(lines),
        WideRows(lines),
    )
    index = 0
    while index < len(lines):
        cells = (
            labelled_rows(lines, index)
            or form_lines(lines, index)
            or program_records(lines, index)
            or inserted_rows(lines, index)
            or called_rows(lines, index)
            or packed_tree(lines, index)
            or columns_in_turn(lines, index)
            or counted_records(lines, index)
            or rows_in_one_line(lines, index)
            or coded.found(index)
            or _cells_at(lines, index, reader, paragraphs)
        )
        if cells is not None:
            out += cells.rows
            index += cells.taken
            continue
        rows = _table_at(lines, index, reader.wash, ways)
        out += rows or [lines[index]]
        index += len(rows) or 1
    return out


def _cells_at(
    lines: Sequence[Line], index: int, reader: CellReader, paragraphs: ParagraphCells
) -> Found | None:
    """Return the rows of a table that begins at a line with one cell a line."""
    text = lines[index].text.strip()
    if lines[index].cells or not text or len(text) > _LONGEST_HEADER:
        return None
    if len(PIPES.findall(text)) == 1 and (PIPES.match(text) or PIPES.match(text[-1])):
        return piped_cells(lines, index, reader)
    below = lines[index + 1].text.lstrip()[:1] if index + 1 < len(lines) else ""
    if below and PIPES.match(below) and role(text):
        return piped_cells(lines, index, reader)
    return paragraphs.found(index) if _may_begin(lines, index) else None


def _may_begin(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a lone number stands at a line or close below, or below the headings that begin
    there: cells may begin here, and not amid headings."""
    if any(line.text.strip().isdecimal() for line in lines[index : index + _NEAR]):
        return not (role(lines[index].text) and role(_text_above(lines, index)))
    filled = (text for line in following(lines, index) if (text := line.text.strip()))
    near = list(islice(filled, 2 * _NEAR))
    body = list(dropwhile(role, near))
    return len(near) - len(body) > 1 and any(text.isdecimal() for text in body[:_NEAR])


def _text_above(lines: Sequence[Line], index: int) -> str:
    """Return the text of the last line above one that is not blank, "" for none."""
    above = (lines[at].text.strip() for at in range(index - 1, max(-1, index - 1 - _NEAR), -1))
    return next((text for text in above if text), "")


def _table_at(
    lines: Sequence[Line], index: int, wash: Callable[[str], Clean], ways: _Ways
) -> list[Line]:
    """Return the rows of a table that begins at a line; [] when none does."""
    line = lines[index]
    if line.cells or not line.text.strip():
        return []
    if rows := ways.wide.found(index) or ways.unordered.found(index):
        return rows
    if is_spread(line.text):
        return []
    if (rows := ways.piped.found(index)) or len(PIPES.findall(line.text)) > 1:
        return rows
    for sign in ("\t", ","):
        if sign in line.text.strip() and (rows := _parted(lines, index, sign)):
            return rows
    if rows := ways.spaced.found(index) or ways.even.found(index):
        return rows
    text = line.text.strip()
    if len(text) <= _LONGEST_HEADER and " " in text.replace("\u3000", " ").replace("\t", " "):
        return _aligned(lines, index, wash)
    return []


def _parted(lines: Sequence[Line], index: int, sign: str) -> list[Line]:
    """Return the lines with equally many tabs, under heads some short of merged cells; or with
    commas, one of which begins with a blank cell: in a sentence none does."""
    width = lines[index].text.count(sign)
    headed = sign == "\t" and is_head_row(lines[index].text.split(sign))
    rows: list[Line] = []
    for line in following(lines, index):
        signs = line.text.count(sign)
        if not line.text.strip():
            rows.append(line)
        elif (signs == width or (headed and 0 < signs < width)) and not line.cells:
            cells = tuple(cell.strip() for cell in line.text.split(sign))
            rows.append(line._replace(text="", cells=cells))
        else:
            break
    rows = without_blank_end(rows)
    if sign == "," and (width < _FEWEST_COMMAS or all(row.cells[0] for row in rows if row.cells)):
        return []
    return unmerged(rows, width + 1) if sum(1 for row in rows if row.cells) > 1 else []


def _aligned(lines: Sequence[Line], index: int, wash: Callable[[str], Clean]) -> list[Line]:
    """Return the rows set with spaces under a header that is recognised."""
    header = wash(lines[index].text).text
    names = header.split()
    if len(names) < 2 or not is_head_row(names) or _is_spaced_name(header):
        return []
    if is_statement(header):
        return []
    starts = [start for start, _ in _tokens(lines[index].text)]
    rows = [lines[index]._replace(text="", cells=tuple(lines[index].text.split()))]
    short = ShortRows(names)
    for line in following(lines, index + 1):
        if line.text.strip() and TABLE_RULE.match(line.text):
            rows.append(line._replace(text=""))
            continue
        may_be = line.text.strip() and not line.cells and not _is_around(line.text, len(names))
        cells = _under(line.text, starts, short) if may_be else None
        if cells is None and line.text.strip():
            break
        rows.append(line if cells is None else line._replace(text="", cells=cells))
    rows = without_blank_end(rows)
    return rows if sum(1 for row in rows if row.cells) > 1 else []


def _is_around(text: str, width: int) -> bool:
    """Tell whether a line is no row of a table but of what surrounds it: one as wide as its heads
    is a row, whatever addresses stand in it."""
    return (is_furniture(text) or ends_text(text)) and len(_GAP.split(text.strip())) != width


def _is_spaced_name(text: str) -> bool:
    """Tell whether a line is one name with its characters set apart, which may be a heading:
    1.河 北 省 正 定 县, 一、清 岗 县（2个）：."""
    text = text[number_end(text) :].rstrip("：: ")
    count = trailing_count(text)
    words = text[: count.start if count else None].split()
    if 2 * sum(len(word) == 1 for word in words) < len(words):
        return False
    bare = "".join(words)
    reading = read_unit(bare)
    return reading is not None and reading.sure >= CERTAIN


def _under(text: str, starts: Sequence[int], short: ShortRows) -> tuple[str, ...] | None:
    """Return the cells of a row under their headers; None when it is no row of this table."""
    tokens = list(_tokens(text))
    words = [token for _, token in tokens]
    if len(words) == len(starts):
        short.learn(words)
        return tuple(words)
    wide = [piece.strip() for piece in _GAP.split(text.strip())]
    if len(wide) == len(starts):
        return tuple(wide)
    closing = words[len(starts) - 1 :]
    if len(closing) > 1 and all(len(word) == 1 for word in closing):
        name = "".join(closing)  # characters set apart: 薊 縣
        if read_unit(to_simplified(name)) is not None:
            return (*words[: len(starts) - 1], name)
    if len(starts) < len(tokens) <= len(starts) + _MOST_WORDS and len(starts) > 2:
        if short.fits(words[len(starts) - 1], len(starts) - 1):
            return (*words[: len(starts)], " ".join(words[len(starts) :]))
        # What stands last is a remark of several words: 茶叶 食用菌.
        last = " ".join(token for _, token in tokens[len(starts) - 1 :])
        return (*(token for _, token in tokens[: len(starts) - 1]), last)
    if len(tokens) == 1 and tokens[0][0] + 1 >= starts[1]:
        return _on_screen(tokens, starts)  # the cells left of it are merged with those above
    if not 2 <= len(tokens) < len(starts):
        return None
    return short.placed(words, _on_screen(tokens, starts))


def _on_screen(tokens: Sequence[tuple[int, str]], starts: Sequence[int]) -> tuple[str, ...] | None:
    """Return the words of a row under the heads that begin left of them; None where two stand
    under one."""
    cells = [""] * len(starts)
    for start, token in tokens:
        at = max(0, bisect_right(starts, start + 1) - 1)
        if cells[at]:
            return None
        cells[at] = token
    return tuple(cells)


def _tokens(text: str) -> Iterator[tuple[int, str]]:
    """Yield the words of a line and the columns of the screen at which they begin."""
    for match in re.finditer(r"\S+", text):
        yield on_screen(text[: match.start()]), match[0]
