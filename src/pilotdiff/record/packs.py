"""A packed table: blocks by the code that they begin with, each read when it is asked for.

A pack is `PDR1`, the length of its head (4 bytes, little-endian), the head in JSON (`editions`,
`kinds`, `blocks`: key → offset, size), then the blocks, each compressed (xz) for itself.
`bench/record.py` makes them.
"""

import json
import lzma
from array import array
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

from pilotdiff.model import UserError

MAGIC = b"PDR1"
_PLANES = 4


class PackHead(NamedTuple):
    """What a pack says of itself.

    editions  the years of its bits, the lowest bit first
    kinds     kind words by number
    blocks    by the beginning of the codes: where a block lies behind the head, and its size
    """

    editions: tuple[int, ...]
    kinds: tuple[str, ...]
    blocks: dict[str, tuple[int, int]]
    start: int


class Columns(NamedTuple):
    """The rows of a block, column by column, in the order of the codes.

    codes  the codes as numbers, whole
    kinds  numbers of kind words
    years  bits of editions
    stems  names without their kind
    """

    codes: list[int]
    kinds: bytes
    years: list[int]
    stems: list[str]


def _file(name: str) -> Path:
    return Path(__file__).parent / "tables" / name


@cache
def head(name: str) -> PackHead:
    """Return the head of the pack called `name` (villages.pack). Raises UserError where it is
    broken."""
    try:
        with _file(name).open("rb") as file:
            start = file.read(len(MAGIC) + 4)
            size = int.from_bytes(start[len(MAGIC) :], "little")
            said: dict[str, Any] = json.loads(file.read(size))
            if not start.startswith(MAGIC):
                raise ValueError
            blocks = {key: (int(at), int(length)) for key, (at, length) in said["blocks"].items()}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _broken(name) from error
    return PackHead(tuple(said["editions"]), tuple(said["kinds"]), blocks, len(start) + size)


def block(name: str, key: str) -> bytes:
    """Return the bytes of a block; b"" where the pack has none of that key."""
    about = head(name)
    if key not in about.blocks:
        return b""
    at, size = about.blocks[key]
    try:
        with _file(name).open("rb") as file:
            file.seek(about.start + at)
            return lzma.decompress(file.read(size))
    except (OSError, lzma.LZMAError) as error:
        raise _broken(name) from error


def columns(name: str, key: str, digits: int) -> Columns:
    """Return the rows of a block whose codes have so many digits; none where the pack lacks the
    key."""
    packed = block(name, key)
    if not packed:
        return Columns([], b"", [], [])
    count = int.from_bytes(packed[:4], "little")
    numbers = bytearray(_PLANES * count)
    for plane in range(_PLANES):
        numbers[plane::_PLANES] = packed[4 + plane * count : 4 + (plane + 1) * count]
    base = int(key) * 10 ** (digits - len(key))
    codes = list(accumulate(array("I", bytes(numbers)), initial=base))[1:]
    rest = packed[4 + _PLANES * count :]
    years = list(array("H", rest[count : 3 * count]))
    return Columns(codes, rest[:count], years, rest[3 * count :].decode("utf-8").split("\n"))


def packed(rows: list[tuple[int, int, int, str]]) -> bytes:
    """Return the bytes of a block of rows (code less its key, number of the kind, years, stem),
    sorted.

    The counterpart of `columns`, before compression.
    """
    codes = [row[0] for row in rows]
    deltas = array("I", (b - a for a, b in zip([0, *codes], codes, strict=False))).tobytes()
    planes = b"".join(deltas[plane::_PLANES] for plane in range(_PLANES))
    years = array("H", (row[2] for row in rows)).tobytes()
    stems = "\n".join(row[3] for row in rows).encode("utf-8")
    kinds = bytes(row[1] for row in rows)
    return len(rows).to_bytes(4, "little") + planes + kinds + years + stems


def _broken(name: str) -> UserError:
    return UserError(
        "the official record is incomplete ({name} is missing or damaged): install pilotdiff "
        "again; commands that take --no-record do without it",
        name=name,
    )
