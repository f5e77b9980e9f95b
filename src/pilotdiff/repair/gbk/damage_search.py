"""The most plausible way to read a damaged text: a beam search over its bytes.

A path goes through the tokens with at most one byte pending: the first half of a character whose
second half is still to come. In step, a token is taken as shown; out of step, its bytes are paired
anew. What the path says, how surprising that is and what damage it supposes make its cost.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pilotdiff.model import Said, Wildcard
from pilotdiff.model.repairs import LOST
from pilotdiff.repair.gbk.byte_pairs import LOST_BYTE, MARKERS, character
from pilotdiff.repair.gbk.surprise import follows, saved_together, surprise
from pilotdiff.repair.gbk.tokens import HALVED, ByteReading, Token

BEAM = 24
_HALF_KNOWN = 4.4  # a lost character of which one byte survived: about 80 bytes are equally likely
_UNKNOWN = 1.0  # nothing of it survived: the marker itself is the evidence
_CUT_AT_END = 2.0  # out of step at the end, the last byte has no partner and is dropped
_CUT = 5.0  # the same in front of an ASCII character
# A character supposed from A3 BF: its neighbour is strange to it, at home behind it, or unknown.
_STRANGE, _AT_HOME, _ALONE = 6.0, 2.5, 4.0


class DamagedPiece(NamedTuple):
    """One character that a path reads, and the tokens [first, last] it comes from.

    `supposed` when its first byte is the BF of an A3 BF that the path puts for a "?".
    """

    char: str
    first: int
    last: int
    cost: float
    literal: bool = False
    wildcard: Wildcard | None = None
    said: Said = ""
    supposed: bool = False


class PartialReading(NamedTuple):
    """A reading so far; `pending` is the waiting byte, from token `since`.

    said, spent, supposed   what is known of the pending byte's account, for the piece it ends in
    """

    cost: float = 0.0
    pending: int | None = None
    since: int = 0
    said: Said = ""
    spent: float = 0.0
    supposed: bool = False
    piece: DamagedPiece | None = None
    before: PartialReading | None = None

    @property
    def char(self) -> str:
        """The last character read."""
        return self.piece.char if self.piece else ""

    def pieces(self) -> list[DamagedPiece]:
        """Return all that was read, in order."""
        found: list[DamagedPiece] = []
        path: PartialReading | None = self
        while path is not None and path.piece is not None:
            found.append(path.piece)
            path = path.before
        return found[::-1]


def best(found: list[Token]) -> list[DamagedPiece]:
    """Return the cheapest reading of the tokens."""
    paths = [PartialReading()]
    for at, token in enumerate(found):
        grown = [longer for path in paths for longer in _over(path, at, token)]
        paths = _prune(grown)
    ended = [_cut(path, len(found) - 1, _CUT_AT_END) for path in paths]
    return min(ended, key=lambda path: path.cost + _unconfirmed(path)).pieces()


def _prune(paths: list[PartialReading]) -> list[PartialReading]:
    kept: dict[tuple[int | None, str], PartialReading] = {}
    for path in sorted(paths, key=lambda path: path.cost):
        kept.setdefault((path.pending, path.char), path)
        if len(kept) == BEAM:
            break
    return list(kept.values())


def _over(path: PartialReading, at: int, token: Token) -> Iterator[PartialReading]:
    """Yield every way to take one more token."""
    if token.reading:
        yield _note(path, at, token)
        return
    out_of_step = path.pending is not None
    if not out_of_step or _ends_damage(token):
        yield _literal(_cut(path, at - 1, _CUT), at, token)
    if out_of_step or token.shown in MARKERS:
        for way in token.ways:
            yield from _feed(path, at, way)


def _ends_damage(token: Token) -> bool:
    return token.shown < "\x80" or token.shown in MARKERS or not token.ways


def _literal(path: PartialReading, at: int, token: Token) -> PartialReading:
    cost = token.literal
    if "\x80" < token.shown != "\ufffd" and token.shown not in MARKERS:
        cost = surprise(token.shown) - saved_together(path.char, token.shown)
    return _say(path, DamagedPiece(token.shown, at, at, cost, literal=True))


def _say(path: PartialReading, piece: DamagedPiece) -> PartialReading:
    return PartialReading(path.cost + piece.cost, piece=piece, before=path)


def _feed(path: PartialReading, at: int, way: ByteReading) -> Iterator[PartialReading]:
    cost = way.fresh if path.pending is None else way.later
    fed: PartialReading | None = path._replace(said=way.said or path.said, spent=path.spent + cost)
    for byte in way.bytes:
        if fed is None:
            return
        fed = _byte(fed, at, byte)
    if fed is not None:
        halved = way.bytes[-2:] == HALVED and fed.pending is not None
        yield fed._replace(supposed=True) if halved else fed


def _byte(path: PartialReading, at: int, byte: int) -> PartialReading | None:
    """Return the path with one more byte; None where the byte cannot stand there."""
    if path.pending is None:
        lead = byte == LOST_BYTE or byte > 0x80
        return path._replace(pending=byte, since=at) if lead else None
    return _pair(path, at, byte)


def _pair(path: PartialReading, at: int, byte: int) -> PartialReading | None:
    lead, trail = path.pending, byte
    if lead == LOST_BYTE or trail == LOST_BYTE:
        known = Wildcard(None if lead == LOST_BYTE else lead, None if trail == LOST_BYTE else trail)
        return _lose(path, at, known)
    assert lead is not None
    char = character(lead, trail)
    if not char:
        return None
    cost = surprise(char) - saved_together(path.char, char) + path.spent + _strange(path, char)
    return _say(
        path, DamagedPiece(char, path.since, at, cost, said=path.said, supposed=path.supposed)
    )


def _lose(path: PartialReading, at: int, known: Wildcard, spent: float = 0.0) -> PartialReading:
    cost = _UNKNOWN if known == Wildcard() else _HALF_KNOWN
    cost += path.spent + spent + (_STRANGE if path.supposed else 0.0) + _unconfirmed(path)
    return _say(path, DamagedPiece(LOST, path.since, at, cost, wildcard=known, said=path.said))


def _strange(path: PartialReading, char: str) -> float:
    """Return what it costs that a character supposed from A3 BF is not at home before its
    neighbour."""
    before = path.piece
    if before is None or not before.supposed:
        return 0.0
    return -_AT_HOME if follows(before.char, char) else _STRANGE


def _unconfirmed(path: PartialReading) -> float:
    """Return what it costs that no known neighbour speaks for a character supposed from A3 BF."""
    return _ALONE if path.piece is not None and path.piece.supposed else 0.0


def _cut(path: PartialReading, at: int, cost: float) -> PartialReading:
    """Return the path with its pending byte given up: its partner is gone."""
    if path.pending is None:
        return path
    lead = None if path.pending == LOST_BYTE else path.pending
    return _lose(path, at, Wildcard(lead=lead), cost)


def _note(path: PartialReading, at: int, token: Token) -> PartialReading:
    """Return the path past an annotation: it belongs to what was read last, and says nothing
    itself."""
    piece = path.piece
    if path.pending is not None or piece is None:
        return path
    if piece.literal:
        return _say(path, DamagedPiece(token.shown, at, at, token.literal, literal=True))
    if piece.wildcard is not None:
        heard = piece.wildcard._replace(readings=(token.reading,))
        return path._replace(piece=piece._replace(last=at, wildcard=heard))
    return path._replace(piece=piece._replace(last=at))
