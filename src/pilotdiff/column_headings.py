"""The headings of the tables that pilotdiff writes: the columns' names, Chinese ones, and those of
sheets.

The columns and their headings are data (column_headings.tsv), a contract like the columns
themselves, and nothing that a translation may change.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pilotdiff.word_tables import word_rows


class ColumnHeading(NamedTuple):
    """What a column is called: under --headings zh, on a sheet in English, and before."""

    chinese: str
    english: str = ""
    former: str = ""


def headings(columns: Iterable[str], language: str) -> tuple[str, ...]:
    """Return what to write over these columns: their names in "en", which is the contract, or in
    "zh"."""
    return tuple(columns) if language == "en" else tuple(_all()[each].chinese for each in columns)


def column(heading: str) -> str:
    """Return the column of a heading in either language; what is none of ours stays as it is."""
    return _columns().get(heading, heading)


def sheet_heading(column: str, language: str) -> str:
    """Return what stands over a column of diff.csv on a sheet: words where it is in English too.

    >>> sheet_heading("pilot_name", "en"), sheet_heading("pilot_name", "zh")
    ('Pilot unit', '试点单位')
    """
    said = _all()[column]
    return said.english if language == "en" else said.chinese


@cache
def sheet_columns() -> Mapping[str, str]:
    """Return the column that each heading of a sheet means, in small letters."""
    return {
        heading.casefold(): name
        for name, said in _all().items()
        if said.english
        for heading in (said.former, said.english, said.chinese)
        if heading
    }


@cache
def _all() -> dict[str, ColumnHeading]:
    rows = word_rows(Path(__file__).with_suffix(".tsv"))
    return {name: ColumnHeading(*said) for name, *said in rows}


@cache
def _columns() -> dict[str, str]:
    """Return the columns by their headings in Chinese; of two with one in turn, the present one."""
    former = {said.former: name for name, said in _all().items() if said.former}
    return former | {said.chinese: name for name, said in _all().items()}
