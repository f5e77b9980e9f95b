"""Damage done to sound names the way mirrors do it: byte by byte, blind to character boundaries.

Each mechanism takes GBK bytes and gives GBK bytes; the readers then decode them as old tools do.
"""

import random
from collections.abc import Callable

HALVED = {0xA1, 0xA8, 0xA9, 0xAC, 0xBA, 0xBB, 0xBF}
Marks = Callable[[bytes], str]


def encoded(text: str) -> bytes:
    """The GBK bytes; UnicodeEncodeError for what GBK cannot say."""
    return text.encode("gbk")


def halve(data: bytes, second: int = 0xBF) -> bytes | None:
    """Full-width signs made ASCII wherever their bytes stand, also across two characters."""
    pair = bytes((0xA3, second))
    return data.replace(pair, bytes((second - 0x80,))) if pair in data else None


def lose_lead(data: bytes, char: int, mark: bytes = b"?") -> bytes | None:
    """The first byte of the char-th two-byte character replaced by a mark."""
    starts = [at for at, width in _characters(data) if width == 2]
    if char >= len(starts):
        return None
    at = starts[char]
    return data[:at] + mark + data[at + 1 :]


def annotate(data: bytes, at: int, reading: str) -> bytes:
    """Pinyin put in after the byte pair that ends before `at`."""
    return data[:at] + f"({reading})".encode("gbk") + data[at:]


def straddling(data: bytes) -> list[tuple[int, str]]:
    """The pairs that look like a character but straddle two: where they end, and the character."""
    starts = {at for at, width in _characters(data) if width == 2}
    found = []
    for at in sorted(starts):
        if at + 2 in starts:
            pair = data[at + 1 : at + 3]
            char = _one(pair)
            if char:
                found.append((at + 3, char))
    return found


def _characters(data: bytes) -> list[tuple[int, int]]:
    """Where each character starts and how many bytes it has, read in step."""
    found, at = [], 0
    while at < len(data):
        width = 1 if data[at] < 0x81 else 2
        found.append((at, width))
        at += width
    return found


def _one(pair: bytes) -> str:
    try:
        char = pair.decode("gbk")
    except UnicodeDecodeError:
        return ""
    return char if len(char) == 1 else ""


def swallowing(data: bytes, mark: str = "?", end: str = "") -> str:
    """Decoded as many old tools do: a pair that is no character becomes one mark."""
    shown, at = [], 0
    while at < len(data):
        if data[at] < 0x80:
            shown.append(chr(data[at]))
            at += 1
        elif at + 1 == len(data):
            shown.append(end)
            at += 1
        else:
            shown.append(_one(data[at : at + 2]) or mark)
            at += 2
    return "".join(shown)


def careful(data: bytes) -> str:
    """Decoded as the Encoding Standard asks: U+FFFD for the bad byte, ASCII after it kept."""
    shown, at = [], 0
    while at < len(data):
        if data[at] < 0x80:
            shown.append(chr(data[at]))
            at += 1
            continue
        char = _one(data[at : at + 2]) if at + 1 < len(data) else ""
        if char:
            shown.append(char)
            at += 2
        else:
            shown.append("\ufffd")
            at += 2 if at + 1 < len(data) and data[at + 1] > 0x7F else 1
    return "".join(shown)


def readers() -> list[Marks]:
    """The decoders in use, with what they show for a byte left over at the end."""
    return [
        swallowing,
        lambda data: swallowing(data, end="?"),
        lambda data: swallowing(data, end="\ufffd"),
        careful,
    ]


def any_lead(data: bytes, random_source: random.Random) -> bytes | None:
    """A first byte lost somewhere, as a "?"."""
    count = sum(width == 2 for _, width in _characters(data))
    return lose_lead(data, random_source.randrange(count)) if count else None
