"""How much the streams of a PDF unpack to, told without unpacking them whole."""

import zlib

from pilotdiff.patterns import pattern
from pilotdiff.reading.limits import MAX_STREAM_BYTES

# What begins as deflated data does, whatever its dictionary says.
_STREAM = pattern(rb"stream\r?\n(?=[\x08\x18\x28\x38\x48\x58\x68\x78])")
_PIECE = 1 << 20
# A stream that short cannot grow past the bound: deflate packs to a thousandth at most.
_SHORTEST = MAX_STREAM_BYTES // 1032


def unpacks_too_far(data: bytes) -> bool:
    """Return whether one stream of the file unpacks to more than MAX_STREAM_BYTES."""
    return any(
        len(data) - match.end() > _SHORTEST and _length(data, match.end()) > MAX_STREAM_BYTES
        for match in _STREAM.finditer(data)
    )


def _length(data: bytes, start: int) -> int:
    """Return how long the stream is that begins there, as far as the bound; broken ones to their
    break."""
    unpacking = zlib.decompressobj()
    # Where the next stream ends, this one has ended.
    end = data.find(b"endstream", start)
    rest = data[start : end if end >= 0 else len(data)]
    if len(rest) < _SHORTEST:
        return 0
    length = 0
    try:
        while rest and not unpacking.eof and length <= MAX_STREAM_BYTES:
            length += len(unpacking.decompress(rest, _PIECE))
            rest = unpacking.unconsumed_tail
    except zlib.error:
        pass
    return length
