"""A packed table: blocks by the code that they begin with, each read when it is asked for.

A pack is `PDR4`, the length of its head (4 bytes, little-endian), the head in JSON (`editions`,
`kinds`, `rare`, `keys`: the prefectures, one behind the other, `sizes`: of their blocks), then the
blocks in that order. A block is a line of its
parts and their sizes (`01:812 02:1044`: what the codes have behind the prefecture's four digits, ""
for all), then the parts, each deflated for itself. `bench/record.py` makes them.
"""

from __future__ import annotations

import json
import zlib
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, pairwise
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, NamedTuple

from pilotdiff.model import UserError

MAGIC = b"PDR4"
_PLANES = 2
# The codes of a part are those of a parent (a county, a township) with so many numbers behind each.
PER_PARENT = 1000
# Bytes that say how long the head is.
_SIZE = 4
# Names take two bytes a character in it.
_ENCODING = "gb18030"
# Digits of a block's key; more bytes than the line of any block takes.
_KEY, _LINE = 4, 1024


class PackHead(NamedTuple):
    """What a pack says of itself.

    editions  the years of its bits, the lowest bit first
    kinds     what may stand behind a stem, by number
    rare      characters of its stems that are variants of others (於, for 于)
    blocks    by the beginning of the codes: where a block lies in the data, and its size
    data      the file, of which what is asked for is read
    """

    editions: tuple[int, ...]
    kinds: tuple[str, ...]
    rare: str
    blocks: dict[str, tuple[int, int]]
    data: mmap


class PartColumns(NamedTuple):
    """The rows of a part, column by column, in the order of the codes.

    base     the least parent that may stand there
    parents  what each parent's code is more than that
    firsts   the row with which each parent begins
    numbers  the last three digits of the codes
    kinds    numbers of what stands behind the stems
    years    bits of editions
    stems    names without their kind, a line each, the first behind a line break; see `encoded`
    """

    base: int
    parents: array[int]
    firsts: array[int]
    numbers: array[int]
    kinds: array[int]
    years: array[int]
    stems: bytes

    def code(self, at: int) -> int:
        """Return the code of a row."""
        parent = self.parents[bisect_right(self.firsts, at) - 1]
        return (self.base + parent) * PER_PARENT + self.numbers[at]

    def codes(self) -> list[int]:
        """Return the codes of all rows."""
        ends = (*self.firsts[1:], len(self.numbers))
        found: list[int] = []
        for parent, start, end in zip(self.parents, self.firsts, ends, strict=True):
            above = (self.base + parent) * PER_PARENT
            found += map(above.__add__, self.numbers[start:end])
        return found


def _file(name: str) -> Path:
    return Path(__file__).parent / "tables" / name


@cache
def head(name: str) -> PackHead:
    """Return the head of the pack called `name` (villages.pack). Raises UserError where it is
    broken."""
    try:
        with _file(name).open("rb") as file:
            data = mmap(file.fileno(), 0, access=ACCESS_READ)
        begin = len(MAGIC) + _SIZE
        end = begin + int.from_bytes(data[len(MAGIC) : begin], "little")
        said: dict[str, Any] = json.loads(data[begin:end])
        if data[: len(MAGIC)] != MAGIC:
            raise ValueError
        blocks = _blocks(said["keys"], said["sizes"], end)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _broken(name) from error
    return PackHead(tuple(said["editions"]), tuple(said["kinds"]), said["rare"], blocks, data)


def _blocks(keys: str, sizes: list[int], begin: int) -> dict[str, tuple[int, int]]:
    each = [keys[at : at + _KEY] for at in range(0, len(keys), _KEY)]
    # The last of the places is where the file ends.
    places = accumulate(sizes, initial=begin)
    return dict(zip(each, zip(places, sizes, strict=False), strict=True))


@cache
def _index(name: str, key: str) -> tuple[tuple[str, int, int], ...]:
    """Return the parts of a block: how their codes go on, where they lie in the file, their size.

    () where the pack has no block of that key.
    """
    about = head(name)
    if key not in about.blocks:
        return ()
    at, size = about.blocks[key]
    line = about.data[at : at + min(size, _LINE)].partition(b"\n")[0]
    found: list[tuple[str, int, int]] = []
    start = at + len(line) + 1
    try:
        for each in line.decode("ascii").split(" "):
            part, _, length = each.partition(":")
            found.append((part, start, int(length)))
            start += int(length)
    except ValueError as error:
        raise _broken(name) from error
    return tuple(found)


def block_parts(name: str, key: str) -> tuple[str, ...]:
    """Return how the codes of the parts of a block begin; () where the pack has none of that
    key."""
    return tuple(key + part for part, _, _ in _index(name, key))


def may_hold(name: str, begin: str, stems: Iterable[str]) -> bool:
    """Tell whether the bytes of one of some stems stand somewhere in the parts whose codes begin
    so: quick, and all parts that have a stem are among those that do."""
    words = list(map(encoded, stems))
    parts = (
        _inflated(name, at, size)
        for part, at, size in _index(name, begin[:_KEY])
        if part.startswith(begin[_KEY:])
    )
    return any(word in part for part in parts for word in words)


def part_columns(name: str, begin: str, digits: int) -> PartColumns:
    """Return the rows of the part whose codes, of so many digits, begin so.

    Raises UserError where the pack is broken, KeyError where it has no such part.
    """
    where = {part: (at, size) for part, at, size in _index(name, begin[:_KEY])}
    packed = _inflated(name, *where[begin[_KEY:]])
    count, above = (int.from_bytes(packed[at : at + _SIZE], "little") for at in (0, _SIZE))
    base = int(begin) * 10 ** (digits - len(begin)) // PER_PARENT
    sizes = (2 * above, 4 * above, count, count, 2 * count, 2 * count)
    ends = list(accumulate(sizes, initial=2 * _SIZE))
    parents, firsts, low, high, kinds, years = (packed[a:b] for a, b in pairwise(ends))
    numbers = bytearray(_PLANES * count)
    numbers[0::_PLANES], numbers[1::_PLANES] = low, high
    return PartColumns(
        base,
        array("H", parents),
        array("I", firsts),
        array("H", bytes(numbers)),
        array("H", kinds),
        array("H", years),
        packed[ends[-1] :],
    )


def encoded(stem: str) -> bytes:
    """Return a stem as the bytes that stand for it in a pack."""
    return stem.encode(_ENCODING)


def decoded(stems: bytes) -> str:
    """Return the text of bytes of a pack."""
    return stems.decode(_ENCODING)


def lines_with(name: str, key: str, field: str) -> Iterator[list[str]]:
    """Yield the rows of a block of text that have a field in their middle; none where the pack
    lacks the key."""
    text, word = _text(name, key), f"\t{field}\t"
    at = text.find(word)
    while at >= 0:
        end = text.find("\n", at)
        yield text[text.rfind("\n", 0, at) + 1 : end].split("\t")
        at = text.find(word, end)


@cache
def _text(name: str, key: str) -> str:
    parts = (_inflated(name, at, size) for _, at, size in _index(name, key))
    return decoded(b"".join(parts))


def packed_part(rows: list[tuple[int, int, int, str]]) -> bytes:
    """Return a part of rows (code less what it begins with, number of the kind, years, stem),
    sorted.

    The counterpart of `columns`.
    """
    firsts = {row[0] // PER_PARENT: at for at, row in reversed(list(enumerate(rows)))}
    parents = sorted(firsts)
    numbers = array("H", (row[0] % PER_PARENT for row in rows)).tobytes()
    planes = b"".join(numbers[plane::_PLANES] for plane in range(_PLANES))
    counts = (len(each).to_bytes(_SIZE, "little") for each in (rows, parents))
    above = array("H", parents).tobytes() + array("I", map(firsts.__getitem__, parents)).tobytes()
    kinds = array("H", (row[1] for row in rows)).tobytes()
    years = array("H", (row[2] for row in rows)).tobytes()
    stems = encoded("\n".join(["", *(row[3] for row in rows), ""]))
    return zlib.compress(b"".join((*counts, above, planes, kinds, years, stems)), 9)


def packed_lines(rows: Iterable[Sequence[str]]) -> bytes:
    """Return a part of rows of text. The counterpart of `lines_with`."""
    return zlib.compress(encoded("".join("\t".join(row) + "\n" for row in rows)), 9)


def block_of(parts: Mapping[str, bytes]) -> bytes:
    """Return a block of packed parts, by how their codes go on behind those of the block."""
    line = " ".join(f"{part}:{len(data)}" for part, data in parts.items())
    return line.encode("ascii") + b"\n" + b"".join(parts.values())


def _inflated(name: str, at: int, size: int) -> bytes:
    try:
        return zlib.decompress(head(name).data[at : at + size])
    except zlib.error as error:
        raise _broken(name) from error


def _broken(name: str) -> UserError:
    return UserError(
        "the official record is incomplete ({name} is missing or damaged): install pilotdiff "
        "again; commands that take --no-record do without it",
        name=name,
    )
