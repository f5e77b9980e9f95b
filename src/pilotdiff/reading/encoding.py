"""Bytes to text: the encoding is found from the bytes themselves, with how sure that is.

UTF-8 is tested first, for text in another encoding is hardly ever valid UTF-8. What is left is
decoded as each candidate, and the one whose characters look most like Chinese wins.
"""

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pilotdiff.model import Said, msgs
from pilotdiff.patterns import pattern
from pilotdiff.word_tables import word_lines

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32", "utf-32"),
    (b"\xff\xfe", "utf-16", "utf-16"),
    (b"\xfe\xff", "utf-16", "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030", "gb18030"),
)
# Python's codec for each candidate; cp950 has the characters that makers added to Big5.
_CANDIDATES = {
    "gb18030": "gb18030",
    "big5": "cp950",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
}
_FAMILIES = (
    (pattern(r"gb[-_ ]?(2312|k|18030)|x-gbk|cp936|euc-cn|hz-gb|chinese"), "gb18030"),
    (pattern(r"big[-_ ]?5|cp950|x-x-big5"), "big5"),
    (pattern(r"utf-?8"), "utf-8"),
    (pattern(r"utf-?16"), "utf-16"),
)
_SAMPLE = 1 << 18
_ENOUGH = 0.22
"""The least plausibility of a right decoding; wrong ones of Chinese text stay below 0.15."""
_TIE = 0.05
_NEARLY = 0.1
"""The share of broken sequences up to which a text still counts as UTF-8."""
_CONTROLS = frozenset(map(chr, range(32))) - set("\t\n\r\f\v\x1a\x1b") | {"\x7f"}
_MARKS_OF_TEXT = (
    "，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…·～％　－．０１２３４５６７８９"
    "①②③④⑤⑥⑦⑧⑨⑩㈠㈡㈢㈣㈤"
)
_BEYOND_ASCII = bytes(range(128, 256))
_BROKEN = "\ufffd"


class Decoded(NamedTuple):
    """Text without its byte order mark.

    encoding   utf-8, utf-16, utf-16-le, utf-16-be, utf-32, gb18030 or big5
    codec      Python's name for what decodes the bytes in the same way
    certainty  0 to 1
    """

    text: str
    encoding: str
    codec: str
    certainty: float = 1.0
    notes: tuple[Said, ...] = ()


def decode(data: bytes, declared: str = "") -> Decoded | None:
    """Return the text of the bytes; None when they are no text in any of the encodings.

    `declared` is what the page says of itself; it decides only between equals.
    """
    decoded = _marked(data) or _unmarked(data, family(declared))
    if decoded is None or _is_binary(decoded.text):
        return None
    return decoded


def family(declared: str) -> str:
    """Return the encoding meant by a declared name: gb2312 and GBK are gb18030; "" when unknown."""
    name = declared.strip().lower()
    return next((known for pattern, known in _FAMILIES if pattern.search(name)), "")


def _marked(data: bytes) -> Decoded | None:
    for mark, encoding, codec in _MARKS:
        if data.startswith(mark):
            text = data.decode(codec, "replace").removeprefix("\ufeff")
            return Decoded(text, encoding, codec, 1.0, _broken_note(text, encoding))
    return None


def _unmarked(data: bytes, declared: str) -> Decoded | None:
    if b"\0" not in data:
        try:
            return Decoded(data.decode("utf-8"), "utf-8", "utf-8")
        except UnicodeDecodeError:
            nearly = _nearly_utf8(data)
            if nearly:
                return nearly
    guess = _plausible(data, declared)
    if guess is None and b"\0" in data:
        return _nearly_utf8(data)
    return guess


def _nearly_utf8(data: bytes) -> Decoded | None:
    if len(data) > _SAMPLE and _nearly_utf8(_sample(data)) is None:
        return None
    text = data.decode("utf-8", "replace")
    broken = text.count(_BROKEN)
    sound = len(text) - broken - len(data.translate(None, _BEYOND_ASCII))
    if broken > max(_NEARLY * sound, 0 if sound else len(text) * _NEARLY / 10):
        return None
    certainty = round(1 - broken / (sound + broken + 1), 3)
    return Decoded(text, "utf-8", "utf-8", certainty, _broken_note(text, "utf-8"))


def _plausible(data: bytes, declared: str) -> Decoded | None:
    sample = _sample(data)
    scores = {
        encoding: plausibility(_tolerant(sample, codec)) + _TIE * (encoding == declared)
        for encoding, codec in _CANDIDATES.items()
        if len(data) % 2 == 0 or not encoding.startswith("utf-16") or len(data) > _SAMPLE
    }
    best, second = sorted(scores, key=lambda encoding: -scores[encoding])[:2]
    if scores[best] < _ENOUGH:
        return None
    rival = max(scores[second], 0.0)
    codec = _CANDIDATES[best]
    text = _tolerant(data, codec)
    certainty = round(scores[best] / (scores[best] + rival), 3)
    return Decoded(text, best, codec, min(certainty, 0.999), _broken_note(text, best))


def _tolerant(data: bytes, codec: str) -> str:
    return data.decode(codec, "replace")


def _sample(data: bytes) -> bytes:
    """Return a bounded piece that holds characters beyond ASCII, cut at a line's beginning."""
    if b"\0" in data[:_SAMPLE] or not data[:_SAMPLE].isascii():
        return data[:_SAMPLE]
    first = re.search(rb"[\x80-\xff]", data)
    if first is None:
        return data[:_SAMPLE]
    start = data.rfind(b"\n", 0, first.start()) + 1
    return data[start : start + _SAMPLE]


def plausibility(text: str) -> float:
    """Tell how much a text looks like Chinese: 1 when all its characters are common, below 0 for
    noise.

    ASCII says nothing and is left out; a text of nothing else scores 1.
    """
    common, weight, total = _common_characters(), 0.0, 0
    for character, times in Counter(text).items():
        if character < "\x80":
            if character in _CONTROLS:
                weight, total = weight - 2 * times, total + times
            continue
        total += times
        if character in common:
            weight += times
        elif not _is_ideograph(character):
            weight -= times
    return weight / total if total else 1.0


def _is_ideograph(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff" or "\u3400" <= character <= "\u4dbf"


@cache
def _common_characters() -> frozenset[str]:
    table = Path(__file__).with_name("tables") / "common_characters.txt"
    return frozenset("".join(word_lines(table)) + _MARKS_OF_TEXT)


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    controls = sum(map(sample.count, _CONTROLS))
    return controls > len(sample) / 100


def _broken_note(text: str, encoding: str) -> tuple[Said, ...]:
    broken = text.count(_BROKEN)
    if not broken:
        return ()
    return (
        msgs(
            "{n} broken or lost character in the {encoding} text, shown as {mark}",
            "{n} broken or lost characters in the {encoding} text, shown as {mark}",
            broken,
            encoding=encoding,
            mark=_BROKEN,
        ),
    )
