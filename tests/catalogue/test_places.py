import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pilotdiff.catalogue.toml_places import key_lines

TEXT = '''\
title = "a # no comment" # a comment
"quoted key" = 1.28
dotted.key = 1979-05-27 07:32:00
text = """
[no header]
x = 1 \\""" still
"""
raw = \'\'\'
[[no header]]\'\'\'
lists = [ [1, 2], [
    "]",  # ]
    { a = 3, b.c = [4] },
] ]
[table]
key = 'C:\\path'
[[many]]
one = 1
[[many]]
one = 2
[many.under]
deep = true
[[many.more]]
x = 1
[[many.more]]
x = 2
'''
LINES = {
    ("title",): 1,
    ("quoted key",): 2,
    ("dotted", "key"): 3,
    ("text",): 4,
    ("raw",): 8,
    ("lists", 0, 1): 10,
    ("lists", 1, 0): 11,
    ("lists", 1, 1, "b", "c", 0): 12,
    ("table", "key"): 15,
    ("many", 0, "one"): 17,
    ("many", 1, "one"): 19,
    ("many", 1, "under", "deep"): 21,
    ("many", 1, "more", 1, "x"): 25,
}


@pytest.mark.parametrize(("path", "line"), LINES.items())
def test_the_line_of_each(path: Any, line: Any) -> None:
    assert key_lines(TEXT)[path] == line


def paths(value: Any, at: Any = ()) -> Iterator[Any]:
    """Every path that tomllib finds."""
    if at:
        yield at
    members = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in members:
        if isinstance(inner, dict | list):
            yield from paths(inner, (*at, key))
        else:
            yield (*at, key)


CATALOGUE = (Path(__file__).parents[2] / "data" / "catalogue.toml").read_text("utf-8")
PROJECT = (Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8")
CASES = (Path(__file__).parents[1] / "cases" / "catalogue.toml").read_text("utf-8")


@pytest.mark.parametrize("text", [TEXT, CATALOGUE, PROJECT, CASES], ids=len)
def test_nothing_that_toml_reads_is_without_a_line(text: Any) -> None:
    found = key_lines(text)
    assert set(paths(tomllib.loads(text))) == found.keys()


def test_windows_lines_count_as_one() -> None:
    assert key_lines("a = 1\r\n\r\nb = 2\r\n") == {("a",): 1, ("b",): 3}
