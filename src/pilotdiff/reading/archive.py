"""Zip files looked through before a library opens them: their own figures may lie.

Every member is unpacked once as a stream and thrown away, so that what would fill the memory, or
is not what the directory says, is refused beforehand.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator

from pilotdiff.model import msg
from pilotdiff.reading.contents import RawSource
from pilotdiff.reading.limits import MAX_MEMBERS, MAX_RATIO, MAX_UNPACKED_BYTES, MEBIBYTE

_PIECE = 1 << 20
_HARMLESS = 256 * MEBIBYTE
_ENCRYPTED = 0x1
_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_DECLARATIONS = 4_096
_BROKEN = msg("is broken or cut off; save it again")


class Archive:
    """An opened zip whose members are known to be of bounded size. Raises UserError."""

    def __init__(self, source: RawSource) -> None:
        self._source = source
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(source.data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
            source.refuse(_BROKEN)
        self._members = {member.filename: member for member in self._zip.infolist()}
        self._check()

    def names(self) -> list[str]:
        """Return the names of the members, in their order."""
        return list(self._members)

    def read(self, name: str) -> bytes:
        """Return a member's bytes, b"" when there is none of that name."""
        member = self._members.get(name)
        return b"".join(self.pieces(member)) if member else b""

    def pieces_of(self, name: str) -> Iterator[bytes]:
        """Yield a member's bytes, a mebibyte at a time."""
        return self.pieces(self._members[name])

    def _check(self) -> None:
        if len(self._members) > MAX_MEMBERS:
            self._source.refuse(
                "is an archive of more than {most} parts; save it again", most=f"{MAX_MEMBERS:,}"
            )
        unpacked = 0
        for member in self._members.values():
            if member.flag_bits & _ENCRYPTED:
                self._source.refuse("is protected by a password; save a copy without one")
            begins = True
            for piece in self.pieces(member):
                if begins and b"<!DOCTYPE" in piece[:_DECLARATIONS]:
                    self._source.refuse("declares XML entities, as no office program does")
                begins = False
                unpacked += len(piece)
                self._bound(unpacked)

    def _bound(self, unpacked: int) -> None:
        ratio = unpacked / len(self._source.data)
        if unpacked > MAX_UNPACKED_BYTES or (unpacked > _HARMLESS and ratio > MAX_RATIO):
            self._source.refuse(
                "unpacks to more than {size} MiB; is it what it says it is?",
                size=f"{unpacked // MEBIBYTE - 1:,}",
            )

    def pieces(self, member: zipfile.ZipInfo) -> Iterator[bytes]:
        """Yield the unpacked bytes of a member, from its packed bytes alone."""
        packed = self._packed(member)
        if member.compress_type == zipfile.ZIP_STORED:
            yield bytes(packed)
            return
        if member.compress_type != zipfile.ZIP_DEFLATED:
            self._source.refuse(_BROKEN)
        inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        rest: bytes | memoryview = packed
        try:
            while not inflate.eof and (piece := inflate.decompress(rest, _PIECE)):
                yield piece
                rest = inflate.unconsumed_tail
        except zlib.error:
            self._source.refuse(_BROKEN)

    def _packed(self, member: zipfile.ZipInfo) -> memoryview:
        data = self._source.data
        start = member.header_offset
        if start < 0 or start + _LOCAL_HEADER.size > len(data):
            self._source.refuse(_BROKEN)
        fields = _LOCAL_HEADER.unpack_from(data, start)
        start += _LOCAL_HEADER.size + fields[-2] + fields[-1]
        if fields[0] != b"PK\x03\x04" or start + member.compress_size > len(data):
            self._source.refuse(_BROKEN)
        return memoryview(data)[start : start + member.compress_size]


def overlapping(pieces: Iterable[bytes], overlap: int) -> Iterator[bytes]:
    """Yield the pieces of a file, each behind the last bytes of what was before it, so that what is
    sought there is found where two pieces part it."""
    before = b""
    for piece in pieces:
        text = before + piece
        before = text[-overlap:]
        yield text
