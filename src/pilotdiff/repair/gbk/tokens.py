"""Shown text taken apart into tokens, each with the bytes it may stand for.

A mirror that works on GBK text byte by byte leaves these traces:

- The byte pair A3 BF (？) became an ASCII "?", also where A3 is the second byte of one character
  and BF the first of the next. The byte in front of it lost its partner, and most decoders swallow
  both: "?" stands for a lost byte, A3 and BF.
- A byte was lost or unreadable: "?", "？" or U+FFFD stands for one byte, or for two.
- Pinyin was put behind a byte pair that only looks like a character: in 平涼 (C6 BD 9B F6) the
  middle pair BD 9B is 經, so "(jīng)" stands between 9B and F6; 9B then swallows the bracket, and
  what remains is 平?jīng)鍪. The reading tells the lost byte.
"""

import re
from functools import cache
from typing import NamedTuple

from pilotdiff.model import Said, msg
from pilotdiff.patterns import pattern
from pilotdiff.repair.gbk.byte_pairs import LOST_BYTE, MARKERS, read_as
from pilotdiff.repair.pinyin import TONED
from pilotdiff.repair.wildcard import gbk

HALVED = (0xA3, 0xBF)  # a full-width ？, and what "?" was made from
_HALVING = msg("A3 BF was taken for a full-width ？ and became ?")
_ONE = msg("one byte is lost")
_TWO = msg("two bytes are lost")


class ByteReading(NamedTuple):
    """One account of what a token stood for: bytes, LOST_BYTE where unknown.

    fresh  its cost in nats where the text was in step up to here
    later  its cost where it already was out of step, so that broken pairs are to be expected
    """

    bytes: tuple[int, ...]
    fresh: float = 0.0
    later: float = 0.0
    said: Said = ""


class Token(NamedTuple):
    """A piece of the shown text, from `start`: one character, or one annotation.

    literal   the cost of taking it as it is shown, out of any damage
    ways      what else it may stand for
    reading   the pinyin of an annotation, else ""
    """

    start: int
    shown: str
    literal: float
    ways: tuple[ByteReading, ...] = ()
    reading: str = ""

    @property
    def end(self) -> int:
        """Where the next token starts."""
        return self.start + len(self.shown)


@cache
def _splitter() -> re.Pattern[str]:
    syllable = rf"([a-zü]{{0,4}}[{TONED}][a-zü]{{0,3}})[)）]"
    return pattern(rf"[(（]{syllable}|(?<=[{MARKERS}]){syllable}|.", re.DOTALL)


def tokens(text: str) -> list[Token]:
    """Return the text as tokens, in order."""
    hits = list(_splitter().finditer(text))
    notes = [hit.group(1) or hit.group(2) or "" for hit in hits]
    found: list[Token] = []
    shown = [hit.group() for hit in hits]
    for at, hit in enumerate(hits):
        around = _Around(
            before=found[-1] if found else None,
            note=notes[at + 1] if at + 1 < len(hits) else "",
            after=shown[at + 1] if at + 1 < len(hits) else "",
            two_before=shown[at - 2] if at > 1 else "",
        )
        found.append(_token(hit, notes[at], around))
    return found


class _Around(NamedTuple):
    """The neighbours of a token: what stands before, the annotation and the text that follow."""

    before: Token | None
    note: str
    after: str
    two_before: str


def _token(hit: re.Match[str], note: str, around: _Around) -> Token:
    shown, start = hit.group(), hit.start()
    if note:
        return Token(start, shown, 12.0, (), note)
    if shown not in MARKERS:
        return Token(start, shown, _literal(shown, around), _plain_ways(shown))
    ways = _told_ways(around) if around.note else _marker_ways(shown, around)
    return Token(start, shown, _honest(shown, around), ways)


def _literal(shown: str, around: _Around) -> float:
    """Weigh a letter as it stands: right behind a marker it is likely half of a character."""
    if around.before is None or around.before.shown not in MARKERS:
        return 4.0
    neighbours = around.two_before, around.after
    if not "@" <= shown <= "~" or any(map(_plain, neighbours)):
        return 4.0
    return 12.0 if shown in "ABCD" else 18.0


def _plain(neighbour: str) -> bool:
    return bool(neighbour) and neighbour.isascii() and neighbour not in MARKERS


def _honest(marker: str, around: _Around) -> float:
    """Return what it costs to take a marker as it stands; beside U+FFFD no "?" is to be trusted."""
    if marker == "\ufffd":
        return 16.0
    beside = (around.after, around.before.shown if around.before else "")
    return 10.0 if "\ufffd" in beside else 5.0


def _plain_ways(shown: str) -> tuple[ByteReading, ...]:
    """Return the bytes of a character that is no marker; for ASCII also those of its full-width
    form."""
    if shown == "€":
        return (ByteReading((0x80,)),)
    if shown == " ":
        return (ByteReading((0xA1, 0xA1), 2.0, 2.0),)
    if "!" <= shown <= "~":
        wide = ByteReading((0xA3, ord(shown) + 0x80), 2.0, 2.0)
        return (wide, ByteReading((ord(shown),))) if shown >= "@" else (wide,)
    pair = gbk(shown)
    return (ByteReading(pair),) if pair else ()


def _marker_ways(shown: str, around: _Around) -> tuple[ByteReading, ...]:
    """Return what a marker may stand for.

    The costs in step say how rare such damage is; out of step two lost bytes are the rule (a pair
    that is no character), one stands at the end or where an ASCII character was swallowed.
    """
    single = 0.0 if not around.after else 2.0 if _plain(around.after) else 8.0
    if shown == "\ufffd":
        return ByteReading((LOST_BYTE,), 3.0, min(single, 5.0), _ONE), ByteReading(
            (LOST_BYTE, LOST_BYTE), 4.0, 0.0, _TWO
        )
    doubled = around.after != "" and around.after in MARKERS
    behind = around.before is not None and around.before.shown == "\ufffd"
    return (
        ByteReading((LOST_BYTE,), 6.0 if doubled else 11.0, single, _ONE),
        ByteReading((LOST_BYTE, LOST_BYTE), 13.0, 0.0, _TWO),
        ByteReading((LOST_BYTE, *HALVED), 4.0, 7.0, _HALVING),
        ByteReading(HALVED, 13.0, 1.0 if behind or shown == "？" else 3.0, _HALVING),
    )


def _told_ways(around: _Around) -> tuple[ByteReading, ...]:
    """Return a lost byte behind which an annotation stands: the byte before it and the reading tell
    it."""
    pair = gbk(around.before.shown) if around.before is not None else None
    last = pair[1] if pair else 0
    told = [byte for byte in range(0x80, 0xFF) if last and read_as(last, byte, around.note)]
    lost = 12.0 if len(told) == 1 else 5.0
    ways = [ByteReading((LOST_BYTE,), lost, lost, _ONE)]
    for byte in told:
        said = msg(
            "{pinyin} is the reading of the pair {bytes}",
            pinyin=around.note,
            bytes=f"{last:02X} {byte:02X}",
        )
        cost = 3.0 if len(told) == 1 else 7.0
        ways.append(ByteReading((byte,), cost, cost, said))
    return tuple(ways)
