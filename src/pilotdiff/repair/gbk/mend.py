"""GBK damage found, judged and mended."""

from collections.abc import Iterator
from functools import lru_cache

from pilotdiff.model import Message, RepairKind, Said, Wildcard, chained, msg
from pilotdiff.model.repairs import LOST
from pilotdiff.repair.gbk.byte_pairs import MARKERS
from pilotdiff.repair.gbk.damage_search import DamagedPiece, best
from pilotdiff.repair.gbk.surprise import saved_together, surprise
from pilotdiff.repair.gbk.tokens import Token, tokens
from pilotdiff.repair.repair_steps import RepairStep, Replacement, carried_out
from pilotdiff.repair.wildcard import gbk

# A page repeats its rows and its rubbish; a line of 8,000 characters takes a fifth of a second.
_REMEMBERED = 64
CLEARLY = 3.0  # nats by which a mended stretch must be more plausible than the shown one


@lru_cache(_REMEMBERED)
def mend(text: str) -> RepairStep:
    """Mend the stretches of a text that gain clearly by being put back in step."""
    found = tokens(text)
    pieces = _spaced(best(found))
    runs = [run for run in _runs(pieces) if _told(run, found) and _gain(run, found) >= CLEARLY]
    if not runs:
        return _as_is(text)
    edits = [_edit(run, found) for run in runs]
    mended, repairs = carried_out(RepairKind.GBK, text, edits)
    return RepairStep(mended, repairs, _wildcards(text, edits, runs))


def _as_is(text: str) -> RepairStep:
    """Return the text untouched; a 〓 that the source itself shows stands for any character."""
    return RepairStep(text, (), (Wildcard(),) * text.count(LOST))


def _runs(pieces: list[DamagedPiece]) -> Iterator[list[DamagedPiece]]:
    """Yield the stretches between what is taken as shown."""
    run: list[DamagedPiece] = []
    for piece in pieces:
        if not piece.literal:
            run.append(piece)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _spaced(pieces: list[DamagedPiece]) -> list[DamagedPiece]:
    """Give back the space that a lost character of second byte A1 before a line's （ was."""
    if len(pieces) < 2 or pieces[0].wildcard != Wildcard(trail=0xA1) or pieces[1].char != "（":
        return pieces
    said = msg("A1 in front of an ordinal is what is left of A1 A1, the ideographic space")
    return [pieces[0]._replace(char=" ", wildcard=None, said=said), *pieces[1:]]


def _told(run: list[DamagedPiece], found: list[Token]) -> bool:
    """Tell whether anything but question marks speaks for the run."""
    return any(token.shown not in "?？" for token in found[run[0].first : run[-1].last + 1])


def _gain(run: list[DamagedPiece], found: list[Token]) -> float:
    """Return by how much the run is less surprising than the tokens it replaces."""
    shown, before = 0.0, ""
    for token in found[run[0].first : run[-1].last + 1]:
        sound = token.shown > "\x80" and token.shown not in MARKERS
        shown += (
            surprise(token.shown) - saved_together(before, token.shown) if sound else token.literal
        )
        before = token.shown
    return shown - sum(piece.cost for piece in run)


def _edit(run: list[DamagedPiece], found: list[Token]) -> Replacement:
    after = "".join(piece.char for piece in run)
    return Replacement(found[run[0].first].start, found[run[-1].last].end, after, _why(run))


def _wildcards(
    text: str, edits: list[Replacement], runs: list[list[DamagedPiece]]
) -> tuple[Wildcard, ...]:
    """Return the constraints of all 〓 from left to right, those of the source itself among
    them."""
    known: list[Wildcard] = []
    at = 0
    for edit, run in zip(edits, runs, strict=True):
        known.extend([Wildcard()] * text.count(LOST, at, edit.start))
        known.extend(piece.wildcard for piece in run if piece.wildcard is not None)
        at = edit.end
    known.extend([Wildcard()] * text.count(LOST, at))
    return tuple(known)


def _why(run: list[DamagedPiece]) -> Said:
    """Return the byte evidence as a sentence."""
    whole = "".join(piece.char for piece in run if piece.wildcard is None and piece.char != " ")
    pairs = (gbk(char) for char in whole)
    shown = " ".join(f"{byte:02X}" for pair in pairs if pair for byte in pair)
    clauses: list[Said] = []
    if whole:
        step = msg("{bytes} are {text} one byte out of step", bytes=shown, text=whole)
        clauses.append(step)
    clauses += [_survived(piece.wildcard) for piece in run if piece.wildcard is not None]
    clauses += list(dict.fromkeys(piece.said for piece in run if piece.said))
    return chained(clauses)


def _survived(known: Wildcard) -> Message:
    if known.lead is not None:
        return msg("of 〓 only the first byte {byte} survived", byte=f"{known.lead:02X}")
    if known.trail is not None:
        return msg("of 〓 only the second byte {byte} survived", byte=f"{known.trail:02X}")
    return msg("of 〓 nothing survived")
