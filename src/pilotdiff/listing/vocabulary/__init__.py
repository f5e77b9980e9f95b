"""Words that lists use, as tables, read when first asked for."""

from functools import cache
from pathlib import Path

from pilotdiff.word_tables import word_rows


@cache
def rows_of_words(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table: fields parted by ", ", comment lines and blank ones left out."""
    rows = word_rows(Path(__file__).with_name(name), ",")
    return tuple(tuple(map(str.strip, row)) for row in rows)


@cache
def phrases(name: str) -> tuple[str, ...]:
    """Return a table of one word a line."""
    return tuple(row[0] for row in rows_of_words(name))


def any_of(name: str) -> str:
    """Return the expression that matches any word of a table, of two the longer."""
    return f"(?:{'|'.join(sorted(phrases(name), key=len, reverse=True))})"
