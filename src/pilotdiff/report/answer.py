"""What every answer gives, so that one writer a format can render any of them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, Self

if TYPE_CHECKING:
    from pilotdiff.language import Words
    from pilotdiff.report.screen.terminal_layout import ScreenBlock
    from pilotdiff.report.text_blocks import TextBlock

CellValue = str | int | float
PlainRecord = Mapping[str, object]


class RowsTable(NamedTuple):
    """Rows under the names of their columns, "" where nothing is known.

    numbers  the columns that hold a number, or nothing
    """

    columns: tuple[str, ...]
    rows: Iterable[tuple[CellValue, ...]]
    numbers: tuple[str, ...] = ()

    def records(self) -> Iterator[dict[str, object]]:
        """Yield the rows by the names of their columns, an unknown number as None."""
        for row in self.rows:
            record: dict[str, object] = dict(zip(self.columns, row, strict=True))
            for column in self.numbers:
                if record[column] == "":
                    record[column] = None
            yield record

    def flat(self) -> list[dict[str, object]]:
        """Return the rows as records of plain texts, and in the columns of `numbers` numbers.

        >>> RowsTable(("name", "line"), [("甲", 4), ("乙", "")], ("line",)).flat()
        [{'name': '甲', 'line': 4}, {'name': '乙', 'line': None}]
        """
        return [
            {
                name: _number(cell) if name in self.numbers else str(cell)
                for name, cell in zip(self.columns, row, strict=True)
            }
            for row in self.rows
        ]


def _number(cell: CellValue) -> int | float | None:
    if not isinstance(cell, str):
        return cell
    if not cell:
        return None
    return float(cell) if "." in cell else int(cell)


class EachOnALine(NamedTuple):
    """Records of which JSON has one a line, written as they are made."""

    records: Iterable[PlainRecord]


def fields_of(one: object, names: str) -> dict[str, object]:
    """Return some fields of an object by their names, in this order.

    >>> fields_of(EachOnALine([]), "records")
    {'records': []}
    """
    return {name: getattr(one, name) for name in names.split()}


def columns(names: str) -> tuple[str, ...]:
    """Return the names of columns, given as a named tuple's fields are.

    >>> columns("code name")
    ('code', 'name')
    """
    return tuple(names.split())


class Answer(ABC):
    """An answer of pilotdiff in its words: as a table, as plain data, as a text, on a screen.

    A format reads one of these, and only what is read is made.
    """

    def spoken(self, words: Words) -> Self:
        """Return the same answer in other words."""
        changed: Any = self
        answer: Self = replace(changed, words=words)
        return answer

    @abstractmethod
    def table(self) -> RowsTable:
        """Return the columns that scripts rely on, and the rows."""

    def records(self) -> Iterable[PlainRecord]:
        """Yield what JSON lines hold, one a line."""
        return self.table().records()

    @abstractmethod
    def plain(self) -> PlainRecord | EachOnALine:
        """Return the whole answer as JSON holds it."""

    @abstractmethod
    def text(self) -> Iterable[TextBlock]:
        """Yield the answer as a text of headings and tables."""

    def parts(self, width: int, /) -> Iterable[ScreenBlock]:
        """Yield the answer part by part for a screen of that many cells.

        `answers/trail_answer.py` is shown by `screen/trail_screen.py`, which is loaded for itself.
        """
        name = type(self).__module__.rpartition(".")[2].replace("_answer", "_screen")
        module = import_module(f"pilotdiff.report.screen.{name}")
        parts: Callable[[Answer, int], Iterable[ScreenBlock]] = module.parts
        return parts(self, width)
