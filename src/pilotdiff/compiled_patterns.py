"""Regular expressions that were compiled when the package was built.

To compile those that one list uses takes a fifth of a short run. A table beside this file holds
what Python's compiler made of each, as Python keeps it of modules; `packaging/pack_patterns.py`
writes it. An expression that the table lacks is compiled as ever, and so are all of them where
there is no table, or another Python made it.
"""

import _sre
import marshal
import re
import sys
from functools import cache
from pathlib import Path
from typing import Any, cast

TABLE = Path(__file__).with_name(f"compiled_patterns.{sys.implementation.cache_tag}.bin")
# By source and flags, what the engine wants: all flags, the code (four bytes a step), the number of
# groups, numbers by their names, names by their numbers.
_Table = dict[tuple[str | bytes, int], tuple[int, bytes, int, dict[str, int], tuple[Any, ...]]]


def compiled(source: str | bytes, flags: int = 0, table: Path = TABLE) -> re.Pattern[Any]:
    """Return what `re.compile` gives.

    >>> compiled("(?P<count>[0-9]+)个").search("共3个")["count"]
    '3'
    """
    found = _read(table).get((source, int(flags)))
    if found is None:
        return re.compile(source, flags)
    all_flags, code, *groups = found
    steps = memoryview(code).cast("I").tolist()
    return cast("re.Pattern[Any]", _sre.compile(source, all_flags, steps, *groups))


@cache
def _read(table: Path) -> _Table:
    """Return the expressions of the table; none where this Python has no table."""
    if not table.is_file():
        return {}
    engine, expressions = marshal.loads(table.read_bytes())
    return cast("_Table", expressions if engine == _sre.MAGIC else {})
