"""Names, records, columns and frames in memory → a table of values under headings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from pilotdiff.model import UserError, msg

# The heading over names that came without one.
_NAME = "name"


class DataTable(NamedTuple):
    """What was given, as rows under headings.

    kind  names, records, columns or frame: what a message calls it, and `Document.format`
    """

    kind: str
    headings: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


def data_table(given: object) -> DataTable:
    """Return what was given as a table. Raises UserError where it is none of what can be read."""
    if _is_frame(type(given)):
        return _of_frame(given)
    if isinstance(given, Mapping):
        return _of_columns("columns", given)
    if isinstance(given, Iterable):
        return _of_items(list(given))
    raise _refused(given)


def text_of(value: object) -> str:
    """Return a value as a cell of a table: nothing for what is missing, 12 for 12.0.

    >>> text_of(12.0), text_of(None), text_of(float("nan")), text_of("长沙县")
    ('12', '', '', '长沙县')
    """
    if value is None or value != value:  # NaN alone differs from itself
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date):
        return value.isoformat()[:10]
    return " ".join(str(value).split("\n")).strip()


def _is_frame(kind: type) -> bool:
    """Tell a frame, or a column of one, by its class: to ask a lazy one for its columns costs."""
    return any(hasattr(kind, name) for name in ("columns", "__arrow_c_stream__", "to_frame"))


def _refused(given: object) -> UserError:
    return UserError(
        "a list is given as a path, text, names, records or a frame, and not as {kind}",
        kind=type(given).__name__,
    )


def _of_frame(given: object) -> DataTable:
    """Return the table that a frame is, by narwhals, which knows pandas, polars, pyarrow, modin,
    duckdb and more."""
    import narwhals as nw

    frame: Any
    try:
        frame = nw.from_native(given, allow_series=True)
    except TypeError:
        raise _refused(given) from None
    if isinstance(frame, nw.Series):
        return DataTable("names", (_NAME,), tuple((each,) for each in _known(frame)))
    if isinstance(frame, nw.LazyFrame):
        frame = frame.collect()
    return _of_columns("frame", {str(name): _known(frame[name]) for name in frame.columns})


def _known(series: Any) -> list[object]:
    """Return the values of a column, None for those that are missing in whatever way."""
    missing = series.is_null().to_list()
    return [None if gone else v for gone, v in zip(missing, series.to_list(), strict=True)]


def _of_columns(kind: str, columns: Mapping[Any, Sequence[object]]) -> DataTable:
    lengths = {len(values) for values in columns.values()}
    if len(lengths) > 1:
        raise UserError(
            "the columns given are of different lengths: {lengths}",
            lengths=tuple(sorted(map(str, lengths))),
        )
    return DataTable(kind, tuple(map(str, columns)), tuple(zip(*columns.values(), strict=True)))


def _of_items(given: list[Any]) -> DataTable:
    """Return a list of names, or of records; nothing between."""
    if all(isinstance(each, str) for each in given):
        return DataTable("names", (_NAME,), tuple((each,) for each in given))
    if all(isinstance(each, Mapping) for each in given):
        headings = tuple(dict.fromkeys(name for each in given for name in each))
        rows = tuple(tuple(each.get(name) for name in headings) for each in given)
        return DataTable("records", tuple(map(str, headings)), rows)
    odd = next(
        each
        for each in given
        if not isinstance(each, type(given[0])) or not isinstance(each, (str, Mapping))
    )
    raise UserError(
        "a list holds names or records throughout, and here is {kind}: {what}",
        kind=type(odd).__name__ if odd is not None else msg("nothing"),
        what=str(odd)[:40],
    )
