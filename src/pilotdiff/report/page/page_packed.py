"""What a long list has beyond the page's table: its rows packed, for the script to unpack."""

import json
import zlib
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from markupsafe import Markup

from pilotdiff.report.page.page_limits import MOST_TABLED

# Two lines a row: see page_table.
_LINES = 2
_LEVEL = 6


class Content(NamedTuple):
    """The units of a page: a table that needs no script, what the script needs to know of it, and
    what goes beyond it, packed, "" where nothing does."""

    table: Markup
    data: Mapping[str, object]
    packed: str


def divided(lines: Iterable[str], data: Mapping[str, Any]) -> Content:
    """Return the lines of the table and the data of `embedded` in two parts: what a browser opens
    at once, and the other rows as zlib in base64.

    Unpacked, the first line is JSON: the other `rows` and their `csv`; then their lines of HTML
    come.
    """
    lines = iter(lines)
    table = Markup("\n".join(islice(lines, _LINES * MOST_TABLED)))
    rows, csv = data["rows"], data["csv"]
    if len(rows) <= MOST_TABLED:
        return Content(table, data, "")
    others = {"rows": rows[MOST_TABLED:], "csv": csv[MOST_TABLED + 1 :]}
    first = json.dumps(others, ensure_ascii=False, separators=(",", ":"))
    opened = {"rows": rows[:MOST_TABLED], "csv": csv[: MOST_TABLED + 1]}
    return Content(table, {**data, **opened}, _packed(first, lines))


def _packed(first: str, lines: Iterable[str]) -> str:
    return b64encode(b"".join(_deflated(first, lines))).decode()


def _deflated(first: str, lines: Iterable[str]) -> Iterator[bytes]:
    """Yield the parts of what is packed; the whole of it is never in memory as text."""
    packer = zlib.compressobj(_LEVEL)
    yield packer.compress(first.encode())
    for line in lines:
        yield packer.compress(f"\n{line}".encode())
    yield packer.flush()
