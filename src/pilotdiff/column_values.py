"""The values of the tables that pilotdiff writes: plain ones for programs, Chinese ones below
Chinese headings.

They are data (column_values.tsv), a contract like the headings.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

from pilotdiff.model.document_names import by_short_name
from pilotdiff.word_tables import word_rows

# Several values in one cell stand between these, in either language.
_BETWEEN = ";"
# These hold the names of documents, whose short names are Chinese.
_DOCUMENTS = ("pilot_source", "result_source")
_Value = TypeVar("_Value", bound=object)


def chinese_value(column: str, value: str) -> str:
    """Return what stands below the Chinese heading of a column for a value; other text as it is.

    >>> chinese_value("outcome", "dropped"), chinese_value("changes", "kind;parent")
    ('未列入示范名单', '建制;上级')
    """
    return _each(_chinese().get(column, {}), value)


def plain_value(column: str, cell: str) -> str:
    """Return the value that a cell holds in either language; other text as it is.

    >>> plain_value("outcome", "未列入示范名单"), plain_value("outcome", "dropped")
    ('dropped', 'dropped')
    """
    return _each(_plain().get(column, {}), cell)


def chinese_rows(
    columns: Sequence[str], rows: Iterable[tuple[_Value, ...]]
) -> Iterator[tuple[_Value | str, ...]]:
    """Yield rows with their values as they stand below Chinese headings."""
    spoken = [(at, _said(column)) for at, column in enumerate(columns) if column in _chinese()]
    named = [at for at, column in enumerate(columns) if column in _DOCUMENTS]
    for row in rows:
        cells: list[_Value | str] = list(row)
        for at, said in spoken:
            cells[at] = said(str(row[at]))
        for at in named:
            value = row[at]
            cells[at] = by_short_name(value) if isinstance(value, str) else value
        yield tuple(cells)


def _said(column: str) -> Callable[[str], str]:
    return lambda value: chinese_value(column, value)


def _each(known: Mapping[str, str], text: str) -> str:
    if text in known or _BETWEEN not in text:
        return known.get(text, text)
    return _BETWEEN.join(known.get(one, one) for one in text.split(_BETWEEN))


@cache
def _chinese() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for column, value, chinese in word_rows(Path(__file__).with_suffix(".tsv")):
        found.setdefault(column, {})[value] = chinese
    return found


@cache
def _plain() -> dict[str, dict[str, str]]:
    return {column: {c: v for v, c in known.items()} for column, known in _chinese().items()}
