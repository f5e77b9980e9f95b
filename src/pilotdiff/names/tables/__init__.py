"""Tables of words, each with its source in its first lines."""

from pathlib import Path

from pilotdiff.word_tables import word_lines, word_rows


def table_lines(name: str) -> list[str]:
    """Return the lines of a table in this folder, comments left out."""
    return word_lines(Path(__file__).with_name(name))


def rows(name: str) -> list[list[str]]:
    """Return the tab-separated rows of a table in this folder, comments left out."""
    return word_rows(Path(__file__).with_name(name))
