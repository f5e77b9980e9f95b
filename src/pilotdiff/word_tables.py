"""Tables of words beside the code that reads them; lines that begin with # tell their sources."""

from pathlib import Path


def word_lines(path: Path) -> list[str]:
    """Return the lines of a table, comments and blank ones left out."""
    return [line for line in path.read_text("utf-8").splitlines() if line and line[0] != "#"]


def word_rows(path: Path, parted_by: str = "\t") -> list[list[str]]:
    """Return the rows of a table, their fields parted by a sign."""
    return [line.split(parted_by) for line in word_lines(path)]
