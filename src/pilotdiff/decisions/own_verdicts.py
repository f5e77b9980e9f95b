"""What a person filled in is never overwritten: what stands in one workbook alone."""

from pathlib import Path

from pilotdiff.decisions.file import load
from pilotdiff.decisions.table import Book
from pilotdiff.model import UserError


def holds_own_verdicts(path: Path, known: Book | None) -> bool:
    """Tell whether a workbook holds verdicts, notes or signatures, or what cannot be read, that no
    other file holds.

    `known` is the file of decisions in use, None where none is.
    """
    if not path.exists():
        return False
    try:
        there = load(path)
    except UserError:
        return True
    # The copy that is about to be replaced vouches for nothing.
    elsewhere = _said(known) if known and known.sha256 != there.sha256 else set()
    return not _said(there) <= elsewhere


def _said(book: Book) -> set[tuple[object, ...]]:
    """Return everything that a person wrote: verdicts, what second readers say, notes,
    signatures."""
    decisions = [filed.decision for filed in book.filed]
    return {
        *((one.pilot, one.result, one.verdict) for one in decisions),
        *((one.pilot, one.result, one.second) for one in decisions if one.second),
        *((*note.pair, *note.said) for note in book.beside.notes),
        *(tuple(signature) for signature in book.beside.signatures),
        *((one.key, one.verified, one.disposition) for one in book.beside.findings),
        # A remark moves where it is carried over.
        *((one.text,) for one in book.beside.remarks),
    }
