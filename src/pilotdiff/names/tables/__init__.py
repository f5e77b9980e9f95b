"""Tables of words, each with its source in its first lines."""

from pathlib import Path


def lines(name: str) -> list[str]:
    """Return the lines of a table in this folder, comments left out."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and line[0] != "#"]


def rows(name: str) -> list[list[str]]:
    """Return the tab-separated rows of a table in this folder, comments left out."""
    return [line.split("\t") for line in lines(name)]
