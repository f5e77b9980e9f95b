"""What every answer gives to a script: records, a frame, an Arrow table, and itself in short."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Literal

from pilotdiff.model import UserError

if TYPE_CHECKING:
    from pilotdiff.language import Words
    from pilotdiff.report.answer import RowsTable

FrameLibrary = Literal["pandas", "polars"]
_LIBRARIES: tuple[FrameLibrary, ...] = ("pandas", "polars")
# A notebook shows so many rows; the answer itself holds all.
_SHOWN = 10
_Table = dict[str, list[object]]


class AnswerTables:
    """An answer as tables; a class of it says what its rows are and how it is told in a line."""

    __slots__ = ()

    def table_in(self, words: Words) -> RowsTable:
        """Return the table that the command prints with `-f csv`, in these words."""
        raise NotImplementedError

    def to_dicts(self, language: str = "en") -> list[dict[str, object]]:
        """Return the rows as records with the columns of `-f csv`, sentences in "en" or "zh".

        Numbers are numbers, None where there is none; all else is text, "" where there is none.
        """
        from pilotdiff.language import words

        return self.table_in(words(language)).flat()

    def column_names(self) -> tuple[str, ...]:
        """Return the columns that the rows have, also where there is no row."""
        from pilotdiff.language import ENGLISH

        return self.table_in(ENGLISH).columns

    def told_short(self) -> str:
        """Return the answer in one line."""
        raise NotImplementedError

    def to_frame(self, library: FrameLibrary | None = None, language: str = "en") -> Any:
        """Return the rows as a frame of pandas or polars, by default of the one that is installed.

        Numbers that may be unknown are nullable. Raises UserError where neither is installed.
        """
        return frame_of(self.to_dicts(language), library, self.column_names())

    def to_arrow(self, language: str = "en") -> Any:
        """Return the rows as a `pyarrow.Table`. Raises UserError where pyarrow is not installed."""
        arrow_needed()
        import pyarrow

        return pyarrow.table(columns_of(self.to_dicts(language), self.column_names()))

    def __repr__(self) -> str:
        return f"<{self.told_short()}>"

    def _repr_html_(self) -> str:
        """Return what a notebook shows: the answer in a line, and its first rows."""
        from html import escape  # for notebooks only

        records = self.to_dicts()
        more = f"<p>… {len(records):,} rows</p>" if len(records) > _SHOWN else ""
        return f"<p>{escape(self.told_short())}</p>{html_table(records[:_SHOWN])}{more}"


def frame_of(
    records: Sequence[dict[str, object]],
    library: FrameLibrary | None = None,
    columns: Iterable[str] = (),
) -> Any:
    """Turn records into a frame of pandas or polars, with `columns` where there is no record.
    Raises UserError where the library is not installed."""
    table = columns_of(records, columns)
    if _installed(library) == "polars":
        import polars

        return polars.DataFrame(table, strict=False)
    import pandas

    return pandas.DataFrame({name: _series(values) for name, values in table.items()})


def columns_of(records: Sequence[dict[str, object]], columns: Iterable[str] = ()) -> _Table:
    """Turn records into columns, None where a record lacks one; into empty `columns` of none."""
    names = dict.fromkeys(name for record in records for name in record)
    names = names or dict.fromkeys(columns)
    return {name: [record.get(name) for record in records] for name in names}


def html_table(records: Sequence[dict[str, object]]) -> str:
    """Write records as a table; columns that hold nothing are left out."""
    table = {name: cells for name, cells in columns_of(records).items() if any(map(_filled, cells))}
    if not table:
        return ""
    rows = "".join(_html_row(row, "td") for row in zip(*table.values(), strict=True))
    return f"<table><thead>{_html_row(table, 'th')}</thead><tbody>{rows}</tbody></table>"


def arrow_needed() -> None:
    """Refuse where pyarrow is not installed. Raises UserError."""
    if find_spec("pyarrow") is None:
        raise UserError("Arrow tables need pyarrow: pip install 'pilotdiff[arrow]'")


def _html_row(cells: Iterable[object], tag: str) -> str:
    from html import escape

    shown = (escape(str(cell)) if _filled(cell) else "" for cell in cells)
    return f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in shown)}</tr>"


def _filled(cell: object) -> bool:
    return cell is not None and cell != ""


def _installed(library: FrameLibrary | None) -> FrameLibrary:
    """Return the library asked for, else the first that is there. Raises UserError."""
    for one in (library,) if library else _LIBRARIES:
        if one not in _LIBRARIES:
            raise UserError(
                "there are no frames of {library}: choose one of {libraries}",
                library=one,
                libraries=_LIBRARIES,
            )
        if find_spec(one) is not None:
            return one
    raise UserError("a frame needs pandas or polars: pip install 'pilotdiff[pandas]'")


def _series(values: list[object]) -> Any:
    """Return a column of pandas; whole numbers stay whole where some are unknown."""
    import pandas

    known = [value for value in values if value is not None]
    whole = known and all(type(value) is int for value in known)
    return pandas.Series(values, dtype="Int64" if whole and len(known) < len(values) else None)
