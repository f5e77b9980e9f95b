"""Cases kept as data: one TOML file for a stage, one array of tables for a test."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

CASES = Path(__file__).parent / "cases"


def table(file: str, name: str) -> list[dict[str, Any]]:
    """A table of a case file."""
    found: list[dict[str, Any]] = tomllib.loads((CASES / f"{file}.toml").read_text("utf-8"))[name]
    return found


def cases(file: str, name: str) -> list[Any]:
    """The cases of a table as parameters; those with `known_failure` must fail.

    A case is told by its `comment`, else by its `text` or its number.
    """
    found = []
    for case in table(file, name):
        why = case.get("known_failure")
        marks = [pytest.mark.xfail(strict=True, reason=why)] if why else []
        found.append(pytest.param(case, id=case.get("comment") or case.get("text"), marks=marks))
    return found
