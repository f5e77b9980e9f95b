"""Files for bench/fuzz.py that are odd as bytes: marks of encodings, two encodings in one file,
NULs, halves of characters, line ends of other systems."""

from collections.abc import Callable
from random import Random

_MARKS = (
    b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\0\0", b"\0\0\xfe\xff",
    b"\x84\x31\x95\x33", b"+/v8-", b"\x0e\xfe\xff", b"\xef\xbb\xbf" * 2, b"\xef\xbb", b"\xff",
)  # fmt: skip
# Half a surrogate, an overlong slash, a character past the last one, half of a GBK pair, C1 signs.
_WRONG = (
    b"\xed\xa0\x80", b"\xed\xb0\x80", b"\xc0\xaf", b"\xf4\x90\x80\x80", b"\xb4", b"\x81", b"\x9b",
    b"\0", b"\0" * 500, b"\x1a", b"\x0c", b"\r", b"\xe2\x80\xa8", b"\xc2\x85", b"\xef\xbf\xbe",
    "\u202e".encode(), "\u200f".encode(), "\U000e0041".encode(), "\u061c".encode(),
    "\ufff9甲\ufffa乙\ufffb".encode(), "e\u0301".encode() * 9, "龘\ufe00\U000e0100".encode(),
)  # fmt: skip
_ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be", "shift_jis", "utf-7", "hz")
_ENDS = (b"\r", b"\r\n", b"\n\r", b"\0\n", b"\x0b", b"\x1e", b"\xe2\x80\xa8", b"\n\n\n")


def odd_bytes(data: bytes, random: Random) -> bytes:
    """Return the bytes with a mark, signs, line ends or an end that such a file should not have."""
    return random.choice(_CHANGES)(data, random)


def _marked(data: bytes, random: Random) -> bytes:
    at = random.choice((0, 0, 0, random.randrange(len(data) + 1)))
    return data[:at] + random.choice(_MARKS) + data[at:]


def _mixed(data: bytes, random: Random) -> bytes:
    """Line by line in another encoding, as files are that were put together from several."""
    others = random.sample(_ENCODINGS, 2)
    lines = data.decode("utf-8", "replace").split("\n")
    return b"\n".join(line.encode(random.choice(others), "replace") for line in lines)


def _wrong_signs(data: bytes, random: Random) -> bytes:
    for _ in range(random.choice((1, 3, 40))):
        at = random.randrange(len(data) + 1)
        data = data[:at] + random.choice(_WRONG) + data[at:]
    return data


def _other_ends(data: bytes, random: Random) -> bytes:
    return data.replace(b"\n", random.choice(_ENDS))


def _cut_off(data: bytes, random: Random) -> bytes:
    return data[: random.choice((1, 2, 3, 4, 30, random.randrange(len(data) + 1), len(data) - 1))]


def _high_bits(data: bytes, random: Random) -> bytes:
    """Each byte of a stretch with its eighth bit lost, as by old mail."""
    at = random.randrange(len(data) + 1)
    end = at + random.choice((10, 200, len(data)))
    return data[:at] + bytes(byte & 0x7F for byte in data[at:end]) + data[end:]


def _twice(data: bytes, random: Random) -> bytes:
    """Two files in one."""
    del random
    return data + data


_CHANGES: tuple[Callable[[bytes, Random], bytes], ...] = (
    _marked, _mixed, _wrong_signs, _wrong_signs, _other_ends, _cut_off, _high_bits, _twice,
)  # fmt: skip
