"""The headings of the tables that pilotdiff writes: the columns' names, or Chinese ones.

The columns and their Chinese headings are data (column_headings.tsv), a contract like the columns
themselves, and nothing that a translation may change.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

LANGUAGES = ("en", "zh")


def headings(columns: Iterable[str], language: str) -> tuple[str, ...]:
    """Return what to write over these columns: their names in "en", which is the contract, or in
    "zh"."""
    return tuple(columns) if language == "en" else tuple(_chinese()[each] for each in columns)


def column(heading: str) -> str:
    """Return the column of a heading in either language; what is none of ours stays as it is."""
    return _columns().get(heading, heading)


@cache
def _chinese() -> dict[str, str]:
    text = Path(__file__).with_suffix(".tsv").read_text("utf-8")
    rows = (line.partition("\t") for line in text.splitlines() if line[0] != "#")
    return {name: heading for name, _, heading in rows}


@cache
def _columns() -> dict[str, str]:
    return {heading: name for name, heading in _chinese().items()}
