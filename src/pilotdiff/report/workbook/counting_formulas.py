"""Numbers that a spreadsheet counts anew, beside their values for readers that don't calculate."""

from collections.abc import Mapping
from typing import NamedTuple


class LiveCount(NamedTuple):
    """A number of rows, and the formula that counts them on the workbook's own sheets, if any."""

    value: int
    formula: str = ""


class LiveShare(NamedTuple):
    """A part of a whole, from 0 to 1; "" where there is no whole."""

    value: float | str
    formula: str


class Verified(NamedTuple):
    """A word that depends on a formula."""

    value: str
    formula: str


Live = LiveCount | LiveShare | Verified


class Ranges(NamedTuple):
    """Where the columns of the sheet with everything stand: for formulas that count its rows.

    rows  how many it has; columns  their letters by name
    """

    sheet: str
    rows: int
    columns: Mapping[str, str]

    def of(self, column: str) -> str:
        """Return the cells of a column below its heading."""
        letter = self.columns[column]
        return f"{self.sheet}!${letter}$2:${letter}${self.rows + 1}"

    def counting(self, **equal: str) -> str:
        """Tell how many rows have in each column what a cell says; "<>" is anything at all."""
        tests = ",".join(f"{self.of(column)},{_criterion(cell)}" for column, cell in equal.items())
        return f"COUNTIFS({tests})"

    def matching(self, **equal: str) -> str:
        """Return the same for names from a list, which may hold * or ? or begin with a sign."""
        tests = "*".join(f"EXACT({self.of(column)},{cell})" for column, cell in equal.items())
        return f"SUMPRODUCT(1*{tests})"


def _criterion(cell: str) -> str:
    return '"<>"' if cell == "<>" else cell
