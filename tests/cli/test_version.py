"""--version: one line for scripts, then what it is built on."""

import re
from collections.abc import Callable
from importlib.metadata import version
from typing import Any


def test_the_first_line_is_the_packages_version(run: Callable[..., Any]) -> None:
    assert run("--version").out.splitlines()[0] == f"pilotdiff {version('pilotdiff')}"


def test_what_it_is_built_on_follows(run: Callable[..., Any]) -> None:
    lines = run("--version").out.splitlines()
    for package in ("rapidfuzz", "rich", "typer", "opencc-python-reimplemented", "xlsxwriter"):
        assert f"{package} {version(package)}" in lines
    assert not any(line.startswith(("pytest", "ruff")) for line in lines)


def test_the_data_it_judges_by_is_dated(run: Callable[..., Any]) -> None:
    *_, divisions, weights = run("--version").out.splitlines()
    assert re.fullmatch(r"divisions \d{4} to \d{4} \(.*\)", divisions)
    assert re.fullmatch(r"weights \d{4}-\d\d-\d\d", weights)
