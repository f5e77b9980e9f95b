"""Compile the package's regular expressions into the table that a start takes them from.

    .venv/bin/python packaging/pack_patterns.py

It is made anew whenever the package is built or installed, for the Python that does so. A module
that lacks what it imports has its expressions compiled when they are used, as without a table.
"""

import _sre
import marshal
import re
import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from re import _compiler, _parser  # type: ignore[attr-defined]
from typing import Any

SOURCES = Path(__file__).parents[1] / "src"


def packed(expressions: Iterable[tuple[str | bytes, int]]) -> bytes:
    """Return the table of expressions, each with its flags."""
    made = {(source, int(flags)): _steps(source, int(flags)) for source, flags in expressions}
    # The second format writes the same bytes for the same values.
    return marshal.dumps((_sre.MAGIC, made), 2)


def _steps(source: Any, flags: int) -> tuple[object, ...]:
    steps = _compiler._code(_parser.parse(source, flags), flags)
    code = b"".join(step.to_bytes(_sre.CODESIZE, sys.byteorder) for step in steps)
    made = re.compile(source, flags)
    names = {number: name for name, number in made.groupindex.items()}
    numbered = tuple(names.get(number) for number in range(made.groups + 1))
    return made.flags, code, made.groups, dict(made.groupindex), numbered


def used() -> list[tuple[str | bytes, int]]:
    """Return the expressions of all modules, and those that reading and checking the shipped lists
    makes."""
    from pilotdiff.patterns import MADE

    for path in sorted(SOURCES.rglob("*.py")):
        name = ".".join(path.relative_to(SOURCES).with_suffix("").parts)
        if path.stem not in {"__main__", "__init__"}:
            _tried(lambda name=name: import_module(name))
    _tried(_read_lists)
    return [(one.source, one.flags) for one in MADE]


def _read_lists() -> None:
    from pilotdiff.catalogue import catalogue, document
    from pilotdiff.checks import check
    from pilotdiff.filing import filed
    from pilotdiff.listing import outline
    from pilotdiff.units import resolve

    check([filed(resolve(outline(document(source)))) for source in catalogue().sources])


def _tried(step: Any) -> None:
    try:
        step()
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("pilotdiff"):
            raise


def main() -> None:
    """Write the table beside the module that reads it."""
    sys.path.insert(0, str(SOURCES))
    from pilotdiff.compiled_patterns import TABLE

    TABLE.write_bytes(packed(used()))


if __name__ == "__main__":
    main()
