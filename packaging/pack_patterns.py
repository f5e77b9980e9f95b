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
from inspect import signature
from pathlib import Path
from re import _compiler, _parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

SOURCES = Path(__file__).parents[1] / "src"
# Sentences that name units, of which the shipped lists have few.
NEWS = """近日，河北省公布示范村名单，正定县白石镇东岭村和灵寿县青石镇西岭社区等2个单位成功入选。
其中，确定正定县白石镇北岭村为示范村，另有灵寿县青石镇南岭村以及上岭村获评先进。
省民政厅位于石家庄市长安区，此前走访了灵寿县。"""


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
            _tried(lambda name=name: _made_by(import_module(name)))
    _tried(_read_lists)
    return [(one.source, one.flags) for one in MADE]


def _made_by(module: ModuleType) -> None:
    """Have the expressions made that a module makes of its tables when they are asked for."""
    for made in vars(module).values():
        is_cached = hasattr(made, "cache_info") and not signature(made).parameters
        if is_cached and "Pattern" in str(made.__annotations__.get("return")):
            made()


def _read_lists() -> None:
    from pilotdiff.catalogue import catalogue, document
    from pilotdiff.checks import check
    from pilotdiff.filing import filed
    from pilotdiff.listing import outline
    from pilotdiff.reading import read_bytes
    from pilotdiff.units import resolve

    resolve(outline(read_bytes("news.txt", NEWS.encode())))
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
