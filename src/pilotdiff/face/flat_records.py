"""A command's CSV as records, so that Python and the command say the same."""

import csv
from collections.abc import Collection, Iterable


def flat(pieces: Iterable[str], numbers: Collection[str] = ()) -> list[dict[str, object]]:
    """Return the rows of a CSV as records; the columns of `numbers` as numbers, None for "".

    >>> flat(["name,line\\n", "甲,4\\n", "乙,\\n"], ["line"])
    [{'name': '甲', 'line': 4}, {'name': '乙', 'line': None}]
    """
    rows = csv.DictReader("".join(pieces).splitlines(keepends=True))
    return [
        {name: _number(cell) if name in numbers else cell for name, cell in row.items()}
        for row in rows
    ]


def _number(cell: str) -> int | float | None:
    if not cell:
        return None
    value = float(cell)
    return int(value) if value.is_integer() and "." not in cell else value
