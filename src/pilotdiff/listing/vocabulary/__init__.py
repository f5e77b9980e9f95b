"""Words that lists use, as tables, read when first asked for."""

from functools import cache
from pathlib import Path


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table: fields parted by ", ", comment lines and blank ones left out."""
    text = Path(__file__).with_name(name).read_text("utf-8")
    lines = (line.strip() for line in text.splitlines())
    return tuple(
        tuple(field.strip() for field in line.split(","))
        for line in lines
        if line and not line.startswith("#")
    )


@cache
def phrases(name: str) -> tuple[str, ...]:
    """Return a table of one word a line."""
    return tuple(row[0] for row in rows(name))


def any_of(name: str) -> str:
    """Return the expression that matches any word of a table, of two the longer."""
    return f"(?:{'|'.join(sorted(phrases(name), key=len, reverse=True))})"
