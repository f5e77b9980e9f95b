"""What a row of a table says of its own unit: that it was not chosen, or that there is none."""

from collections.abc import Sequence

from pilotdiff.listing.omissions import is_omission
from pilotdiff.listing.tables.cell_reading import CellReader, Sort, is_placeholder
from pilotdiff.listing.tables.columns.table_columns import TableColumns
from pilotdiff.listing.tables.columns.ticks import is_tick, leaves_open, says_no
from pilotdiff.listing.tables.table_reasons import UNDECIDED, UNGRANTED
from pilotdiff.model import Line, Said


class RowStatements:
    """Tells what rows say of their own units."""

    def __init__(self, columns: TableColumns, reader: CellReader) -> None:
        self._columns = columns
        self._reader = reader
        self._targets = columns.targets
        # Whether a column may say of a row that its unit was not chosen, or leave that open.
        self.may_deny = columns.whether >= 0 or bool(columns.stages)

    def denies(self, row: Line) -> bool:
        """Tell whether a row says itself that its unit was not chosen."""
        if self._columns.whether < 0:
            stages = [row.cell(at) for at in self._columns.stages]
            return bool(stages) and all(says_no(cell) and cell != "0" for cell in stages)
        cell = row.cell(self._columns.whether)
        return says_no(cell) or (self._columns.blanks_deny and not cell.strip())

    def says_none(self, row: Line) -> bool:
        """Tell whether a row says itself that its parent has none: 西藏自治区 | 无, 0 | and no
        name."""
        if self.counts_none(row):
            return True
        cells = [row.cell(at) for at in self._targets]
        read = [self._reader.read(text) for text in cells if not _is_missing(text)]
        told = [cell for cell in read if cell.sort is not Sort.BLANK]
        return bool(told) and all(c.sort is Sort.ABSENT and not c.text for c in told)

    def counts_none(self, row: Line) -> bool:
        """Tell whether a row names none and counts 0."""
        named = any(row.cell(at) for at in self._targets)
        return not named and any(row.cell(at) == "0" for at in self._columns.counts)

    def leaves_out(self, row: Line) -> bool:
        """Tell whether the document leaves out the names of a row: 清岗市 | （略）."""
        return any(is_omission(row.cell(at)) for at in self._targets)

    def groups(self, row: Line) -> bool:
        """Tell whether a row names nothing but what groups units in tables of codes: 市辖区."""
        read = [self._reader.read(row.cell(at)) for at in self._targets]
        told = [cell for cell in read if cell.sort is not Sort.BLANK]
        return bool(told) and all(c.sort is Sort.ABSENT and is_placeholder(c.text) for c in told)

    def leaves_undecided(self, row: Line) -> Said:
        """Return why it is open whether the unit of a row was chosen, or at which stage; "" where
        it is not."""
        stages = self._columns.stages
        if stages and not any(_grants(row.cell(at)) for at in stages):
            return UNGRANTED
        whether = self._columns.whether
        return UNDECIDED if whether >= 0 and leaves_open(row.cell(whether)) else ""

    def states_one_of(self, row: Line, parents: Sequence[str]) -> bool:
        """Tell whether the names of a row state one of several parents themselves: 白溪镇、南岭镇 |
        白溪镇东岭村、南岭镇西岭村."""
        names = "".join(row.cell(at) for at in self._targets)
        return any(parent in names for parent in parents)


def _grants(cell: str) -> bool:
    """Tell whether a cell of a column of ticks says that a unit was chosen then."""
    return is_tick(cell) or cell == "1"


def _is_missing(text: str) -> bool:
    """Tell whether a cell is what statistics programs write for a value that is missing, which
    says nothing: nan, NULL."""
    return text.isascii() and any(map(str.isalpha, text))
