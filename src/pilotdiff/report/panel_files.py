"""A panel as a folder: CSV tables, Parquet and Stata files where asked for, a data package."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from hashlib import file_digest
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pilotdiff.language import ENGLISH, Words
from pilotdiff.model import UserError, msg
from pilotdiff.report.answer_tables import arrow_needed
from pilotdiff.report.folder_record import RECORD_FILE
from pilotdiff.report.formats.csv_writer import BOM, lines
from pilotdiff.report.panel_meanings import meaning_of
from pilotdiff.report.panel_tables import (
    FRACTIONS,
    INTEGERS,
    TABLE_NAMES,
    PanelRecord,
    PanelTable,
    cells_of,
    tables,
)
from pilotdiff.report.whole_folder import UNDECODED, write_json, written_whole

if TYPE_CHECKING:
    from pilotdiff.panel import Panel

from datetime import datetime

_REFUSAL = msg("cannot write the panel to {path}: {error}")
# Nothing of the clock goes into the file.
_NO_TIME = datetime(1980, 1, 1)
# Stata knows no longer name of a column.
_STATA_NAME = 32


class TableFormat(StrEnum):
    """What the tables of a panel are written as, beside CSV."""

    PARQUET = "parquet"
    STATA = "stata"


_ENDINGS = {TableFormat.PARQUET: "parquet", TableFormat.STATA: "dta"}


def check_formats(formats: Iterable[TableFormat]) -> None:
    """Refuse, before the work, formats that nothing here can write. Raises UserError."""
    for each in formats:
        if each is TableFormat.PARQUET:
            arrow_needed()
        elif find_spec("pandas") is None:
            raise UserError("Stata files need pandas: pip install 'pilotdiff[pandas]'")


def file_names(formats: Iterable[TableFormat]) -> tuple[str, ...]:
    """Return the names of the files that a panel is written to."""
    endings = ("csv", *(_ENDINGS[each] for each in formats))
    named = (f"{table}.{ending}" for table in TABLE_NAMES for ending in endings)
    return (*named, "datapackage.json", RECORD_FILE)


def write_panel(
    panel: Panel,
    folder: Path,
    formats: Sequence[TableFormat] = (),
    words: Words = ENGLISH,
    version: str = "",
) -> None:
    """Write the tables of a panel to a folder, with a data package and what went in.

    The folder is made when missing; files of these names are replaced when the new ones are whole.
    Raises UserError when it is not possible.
    """
    check_formats(formats)
    with written_whole(folder, _REFUSAL) as made:
        resources = [_written(t, panel, made, formats, words) for t in tables(panel)]
        write_json(_package(resources, words), made / "datapackage.json")
        write_json(_run(panel, version), made / RECORD_FILE)


def _written(
    table: PanelTable, panel: Panel, folder: Path, formats: Sequence[TableFormat], words: Words
) -> dict[str, object]:
    """Write one table; return what the data package says of it."""
    records = list(table.rows(panel, words))
    cells = cells_of(table, records)
    path = folder / f"{table.name}.csv"
    text = BOM + "".join(lines([table.columns]) + lines(cells))
    path.write_bytes(text.encode(errors=UNDECODED))
    for each in formats:
        _WRITERS[each](table, records, folder)
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    return {
        "name": table.name.replace("_", "-"),
        "path": path.name,
        "title": words(table.about),
        "profile": "tabular-data-resource",
        "format": "csv",
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest}",
        "schema": {
            "fields": [
                {"name": name, "type": _type(name), "description": words(meaning_of(name))}
                for name in table.columns
            ],
            "missingValues": [""],
        },
    }


def _type(column: str) -> str:
    return "integer" if column in INTEGERS else "number" if column in FRACTIONS else "string"


def _parquet(table: PanelTable, records: Sequence[PanelRecord], folder: Path) -> None:
    import pyarrow
    import pyarrow.parquet

    kinds = {"integer": pyarrow.int64(), "number": pyarrow.float64(), "string": pyarrow.string()}
    schema = pyarrow.schema([(name, kinds[_type(name)]) for name in table.columns])
    made = pyarrow.Table.from_pylist(list(records), schema=schema)
    pyarrow.parquet.write_table(made, folder / f"{table.name}.parquet")


def _stata(table: PanelTable, records: Sequence[PanelRecord], folder: Path) -> None:
    """Write a Stata file (118, in UTF-8); columns that are called by a list are l1, l2 … there,
    with the list as their label."""
    frame, labels = _stata_frame(table, records)
    frame.to_stata(
        folder / f"{table.name}.dta",
        write_index=False,
        version=118,
        variable_labels=labels,
        time_stamp=_NO_TIME,
    )


def _stata_frame(table: PanelTable, records: Sequence[PanelRecord]) -> tuple[Any, dict[str, str]]:
    import pandas

    columns, labels = {}, {}
    for number, name in enumerate(table.columns, 1):
        plain = name.isidentifier() and name.isascii() and len(name) <= _STATA_NAME
        shown = name if plain else f"l{number}"
        labels[shown] = name[:80]
        values = [record[name] for record in records]
        kind = None if _type(name) == "string" else "float64"
        columns[shown] = pandas.Series(values, dtype=kind or "object")
    return pandas.DataFrame(columns), labels


_WRITERS: dict[TableFormat, Callable[[PanelTable, Sequence[PanelRecord], Path], None]] = {
    TableFormat.PARQUET: _parquet,
    TableFormat.STATA: _stata,
}


def _package(resources: list[dict[str, object]], words: Words) -> dict[str, object]:
    return {
        "profile": "tabular-data-package",
        "name": "pilotdiff-panel",
        "title": words("Many lists as one panel"),
        "description": words(
            "The units of all lists, linked from year to year. A text that a spreadsheet would "
            "run as a formula stands behind an apostrophe."
        ),
        "resources": resources,
    }


def _run(panel: Panel, version: str) -> dict[str, object]:
    """Return what went in, by digests, and what came out: nothing of the clock or the machine."""
    return {
        "tool": "pilotdiff",
        "version": version,
        "lists": [
            {
                "name": one.id,
                "sha256": one.filed.units.listing.document.sha256,
                "title": one.filed.source.title,
                "year": one.year,
                "kind": one.kind,
                "units": len(one.filed.units.units),
                "left_out": len(one.filed.units.census.missing),
            }
            for one in panel.lists
        ],
        "without_a_list": list(panel.left_out),
        "units": len(panel.units),
        "doubtful": len(panel.doubtful),
    }
