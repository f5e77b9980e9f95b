"""An expression taken from the table is the one that Python's compiler makes."""

import marshal
import re
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from pilotdiff.compiled_patterns import compiled

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def packing() -> Any:
    sys.path.insert(0, str(ROOT / "packaging"))
    try:
        return import_module("pack_patterns")
    finally:
        sys.path.pop(0)


def test_each_expression_of_the_package_is_as_compiled(packing: Any, tmp_path: Path) -> None:
    used = packing.used()
    assert len(used) > 400
    table = tmp_path / "table"
    table.write_bytes(packing.packed(used))
    for source, flags in used:
        plain = re.compile(source, flags)
        taken = compiled(source, flags, table)
        assert taken == plain
        assert (taken.groups, taken.groupindex) == (plain.groups, plain.groupindex)


def test_the_table_names_its_groups(packing: Any, tmp_path: Path) -> None:
    table = tmp_path / "table"
    table.write_bytes(packing.packed([(r"(?P<n>\d+)(个)?", 0), (rb"[\x80-\xff]", re.DOTALL)]))
    found = compiled(r"(?P<n>\d+)(个)?", 0, table).search("共3个")
    assert found is not None
    assert (found["n"], found[2], found.lastgroup, found.expand(r"\g<n>")) == ("3", "个", None, "3")
    assert compiled(rb"[\x80-\xff]", re.DOTALL, table).search(b"a\xff") is not None


@pytest.mark.parametrize("engine", [None, 1])
def test_without_a_table_for_this_python_all_are_compiled(
    engine: int | None, tmp_path: Path
) -> None:
    table = tmp_path / "table"
    if engine is not None:
        table.write_bytes(marshal.dumps((engine, {("a", 0): (32, b"", 0, {}, (None,))})))
    assert compiled("a", 0, table) == re.compile("a")
