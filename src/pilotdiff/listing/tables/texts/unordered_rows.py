"""Rows of a text that name a unit and what it lies in, each place by itself and not from the
highest down, the same tiers in each row: 东岭村、白石镇、正定县; a figure may part them: 东岭村
96.5 白石镇."""

from collections.abc import Sequence
from itertools import pairwise

from pilotdiff.listing.lines.following import following, without_blank_end
from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.listing.tables.columns.column_heads import is_head_row
from pilotdiff.listing.tables.texts.even_rows import names_parted
from pilotdiff.model import Line
from pilotdiff.patterns import pattern

_SIGN = pattern(r"\s*[、，,；;—–－\-·•>＞<＜←»\\/／]+\s*|\s+")
_CLOSING = "；;。，,、 \u3000"
_PAIR, _MOST_NAMES, _LONGEST = 2, 6, 120
# What ends names of two tiers: 社区, 市辖区; 直辖市, 县级市.
_OF_SEVERAL_TIERS = "区市"
# Two names of two tiers may follow one another in a sentence that wraps; three in one order twice
# are rows.
_FEWEST = {_PAIR: 3}
_FEWEST_ROWS = 2

_STEPS = frozenset({1, 2, 3})
_UNREAD, _FIGURE = -1, -2
_MEASURE = pattern(r"\d{1,6}(?:[.．]\d{1,3})?(?:[分％%名户人亩元]|万元)?")

_Depths = tuple[int, ...]


class UnorderedRows:
    """Finds such rows in lines asked for from first to last; each run of rows is judged once."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Look in these lines."""
        self._lines = lines
        self._judged = 0

    def found(self, index: int) -> list[Line]:
        """Return the rows that begin at a line, with a row of heads above them; [] where none do.

        Their numbers stand in a cell of their own.
        """
        if index < self._judged:
            return []
        text = self._lines[index].text
        heads = _cells(text)[1]
        headed = len(heads) >= _PAIR and is_head_row(heads)
        rows = _run(self._lines, index + headed)
        if headed and rows and len(rows[0].cells) == len(heads) + 1:
            rows.insert(0, self._lines[index]._replace(text="", cells=("", *heads)))
        self._judged = max(self._judged, index + len(rows))
        return rows


def _run(lines: Sequence[Line], index: int) -> list[Line]:
    """Return the lines from one on that name the same tiers in the same order, with their cells; []
    where they are too few, or stand from the highest tier down."""
    rows: list[Line] = []
    tiers: _Depths = ()
    whole = 0
    for line in following(lines, index):
        if rows and not line.text.strip() and not line.cells:
            rows.append(line)
            continue
        shown, names = ("", ()) if line.cells else _cells(line.text)
        depths = _depths(names)
        if not depths or (tiers and not _agree(depths, tiers)):
            break
        tiers = tuple(map(max, zip(tiers or depths, depths, strict=True)))
        whole += _UNREAD not in (depths if len(depths) == _PAIR else (depths[0], depths[-1]))
        rows.append(line._replace(text="", cells=(shown, *names)))
    rows = without_blank_end(rows)
    there = sum(bool(row.cells) for row in rows)
    fewest = _FEWEST.get(len(tiers), _FEWEST_ROWS)
    are_rows = there >= fewest and 2 * whole > there and not _number_names(rows)
    tiers = tuple(tier for tier in tiers if tier != _FIGURE)
    return rows if are_rows and list(tiers) != sorted(tiers) else []


def _number_names(rows: Sequence[Line]) -> bool:
    """Tell whether the figures within the rows count on from one to the next, as numbers of names
    side by side do: 1 东岭村 2 白石镇 / 3 西岭村 4 青石镇."""
    figures = [[int(c) for c in row.cells[1:] if c.isdecimal()] for row in rows if row.cells]
    steps = {after[0] - before[0] for before, after in pairwise(figures) if before and after}
    return len(steps) == 1 and bool(steps & _STEPS)


def _agree(one: _Depths, other: _Depths) -> bool:
    """Tell whether two rows are equally wide, and of one tier in each place where both are read."""
    if len(one) != len(other):
        return False
    return all(_UNREAD in (mine, its) or mine == its for mine, its in zip(one, other, strict=True))


def _cells(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the number of a line, and the few names that one sign parts in the rest of it.

    >>> _cells("1.东岭村、白石镇、正定县")
    ('1.', ('东岭村', '白石镇', '正定县'))
    """
    if len(text) > _LONGEST:
        return "", ()
    shown, names = names_parted(text, _SIGN, _CLOSING, besides=_MEASURE)
    return (shown, names) if len(names) <= _MOST_NAMES else ("", ())


def _depths(names: Sequence[str]) -> _Depths:
    """Return the depths of names each of which is one unit, all of other tiers, up to half of them
    perhaps not read; () for others."""
    words = [name for name in names if not _MEASURE.fullmatch(name)]
    ends = [name[-1] for name in words if name[-1] not in _OF_SEVERAL_TIERS]
    if len(words) < _PAIR or len({*ends}) < len(ends):
        return ()  # most lines of several names
    depths = tuple(_depth(name, paths=len(names) > _PAIR) for name in names)
    read = [depth for depth in depths if depth >= 0]
    return depths if len({*read}) == len(read) and 2 * len(read) >= len(words) else ()


def _depth(name: str, *, paths: bool) -> int:
    """Return at which depth a cell names a unit; with others between also one with its places."""
    if _MEASURE.fullmatch(name):
        return _FIGURE
    found = read_unit(name)
    is_one = found is not None and found.sure >= CERTAIN and (paths or len(found.parts) == 1)
    return found.level.depth if found and is_one else _UNREAD
