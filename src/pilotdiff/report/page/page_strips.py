"""The strips of scanned pages, as pictures that the page holds in itself."""

from __future__ import annotations

import struct
import zlib
from base64 import b64encode
from collections.abc import Iterator
from typing import NamedTuple

from pilotdiff.model import Strip, Unit
from pilotdiff.report.report_types import Report

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


class ShownStrip(NamedTuple):
    """A picture as the page shows it: an address that is the picture, and its size."""

    address: str
    width: int
    height: int


class Strips:
    """The pictures of the lines of a report's two lists."""

    def __init__(self, report: Report) -> None:
        self._scans = tuple(
            units.listing.document.scan for units in (report.pilots, report.results)
        )

    def __bool__(self) -> bool:
        return any(self._scans)

    def of(self, unit: Unit, side: int) -> ShownStrip | None:
        """Return the strip of a unit of the pilots (0) or results (1), None where none is kept."""
        scan = self._scans[side]
        found = scan.strip_of(unit.entry.line) if scan else None
        if found is None:
            return None
        address = "data:image/png;base64," + b64encode(png(found)).decode()
        return ShownStrip(address, found.width, found.height)


def png(strip: Strip) -> bytes:
    """Return a strip as a PNG file of grey levels."""
    head = struct.pack(">IIBBBBB", strip.width, strip.height, 8, 0, 0, 0, 0)
    grey = zlib.decompress(strip.packed)
    starts = range(0, len(grey), strip.width)
    rows = b"".join(b"\0" + grey[start : start + strip.width] for start in starts)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunks(parts))


def _chunks(parts: tuple[tuple[bytes, bytes], ...]) -> Iterator[bytes]:
    for name, data in parts:
        yield (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )
