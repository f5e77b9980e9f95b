"""Natural villages beside the village that holds them: 行政村 | 自然村. They are what is listed."""

from collections.abc import Iterator, Sequence
from itertools import chain

from pilotdiff.listing.tables.columns.column_heads import role
from pilotdiff.model import Level, Line
from pilotdiff.names.kinds import VILLAGE_ENDS
from pilotdiff.patterns import pattern

_BETWEEN = pattern(r"\s*[、，,；;\n]\s*")
_GROUP = pattern(r"第?[一二三四五六七八九十\d]+(?:村民)?(?:小?组|社|队)")


def with_natural_villages(head: Sequence[str], rows: Sequence[Line]) -> Sequence[Line]:
    """Return the rows of a table with the names of natural villages written behind that of the
    village that holds them, as running text has them, and a row each: 东岭村 | 张家湾 is
    东岭村张家湾.

    The groups of a village stand behind its name too, 东岭村 | 一组. A column that tells what lies
    in the units stays one: 涉及自然村.
    """
    upper, lower = _two_columns(head)
    if upper < 0:
        return rows
    filled = [cell for row in rows if (cell := row.cell(lower))]
    if not filled or 2 * sum(map(_names, filled)) < len(filled):
        return rows
    return list(chain.from_iterable(_joined(rows, upper, lower)))


_NATURAL = pattern(
    r"(?:自然[村屯寨湾]|[屯寨]|村民小组|(?:村|居民)?小组|组)(?:[（(][^（()）]{1,6}[）)])?(?:名称?|组)?$"
)
_COMPRISED = pattern(r"数|个|总|所辖|下辖|涉及|覆盖|包含|包括")


def _two_columns(head: Sequence[str]) -> tuple[int, int]:
    """Return where the villages and their natural villages stand, -1 for none."""
    heads = [cell.strip() for cell in head]
    natural = [at for at, h in enumerate(heads) if _NATURAL.search(h) and not _COMPRISED.search(h)]
    if len(natural) != 1:
        return -1, -1
    lower = natural[0]
    over = [at for at, h in enumerate(heads[:lower]) if role(h) == Level.COMMUNITY.value]
    return (over[-1], lower) if over else (-1, -1)


_NAME = pattern(r"(?!全部|全村|所有|整村|各)\p{Han}{2,12}")


def _names(cell: str) -> bool:
    """Tell whether a cell names natural villages or groups, and does not count them.

    >>> _names("张家湾、李家坝"), _names("5组"), _names("3个"), _names("全部")
    (True, True, False, False)
    """
    items = _BETWEEN.split(cell.strip())
    return all(_NAME.fullmatch(item) or _GROUP.fullmatch(item) for item in items)


def _joined(rows: Sequence[Line], upper: int, lower: int) -> Iterator[list[Line]]:
    """Yield what becomes of each row."""
    above = ""
    for row in rows:
        if len(row.cells) <= lower:
            yield [row]
            continue
        above = row.cells[upper].strip() or above
        own = row.cells[lower].strip()
        if not own or not above.endswith(VILLAGE_ENDS) or not _names(own):
            yield [row]
            continue
        items = _BETWEEN.split(own)
        names = [above + "、".join(items)] if all(map(_GROUP.fullmatch, items)) else []
        names = names or [above + item for item in items]
        yield [row._replace(cells=_with(row.cells, {upper: name, lower: ""})) for name in names]


def _with(cells: Sequence[str], changed: dict[int, str]) -> tuple[str, ...]:
    return tuple(changed.get(at, cell) for at, cell in enumerate(cells))
