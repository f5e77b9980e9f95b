"""The rows of a table that hold its units."""

from typing import NamedTuple

from pilotdiff.listing.tables.cell_reading import CellReader
from pilotdiff.listing.tables.table_columns import TableColumns
from pilotdiff.model import Line


class TableBody(NamedTuple):
    """A table's rows below its heading, and what its columns are.

    columns  several where a row holds several entries side by side
    """

    head: tuple[str, ...]
    columns: tuple[TableColumns, ...]
    rows: tuple[Line, ...]
    reader: CellReader
