"""Lines longer than any that a list has, cut before they are looked at, and told."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pilotdiff.model import Document, Line, Message, Skipped, msg
from pilotdiff.patterns import pattern
from pilotdiff.reading.limits import MAX_CELL, MAX_LINE

_SHOWN = 40
_CHUNK = 16
# Where a line may be cut without cutting a name.
_PARTING = pattern(r"[、，,；;。\s]")


def within_length(document: Document) -> tuple[Document, tuple[Skipped, ...]]:
    """Return the document with no line longer than MAX_LINE, and what was cut off, line by line.

    A cell of a row ends at MAX_CELL characters, a row's cells together at MAX_LINE.
    """
    long = list(_long(document.lines))
    if not long:
        return document, ()
    lines, told = list(document.lines), []
    for at in long:
        lines[at], lost, most = _row(lines[at]) if lines[at].cells else _text(lines[at])
        told.append(Skipped(lines[at].number, _shown(lost), _why(most), suspicious=True))
    return replace(document, lines=tuple(lines)), tuple(told)


def _long(lines: Sequence[Line]) -> Iterator[int]:
    """Yield where the long lines stand; most lists are done by a few lines at a time."""
    for start in range(0, len(lines), _CHUNK):
        chunk = lines[start : start + _CHUNK]
        if len("".join([line.text or "".join(line.cells) for line in chunk])) > MAX_CELL:
            yield from (at for at, line in enumerate(chunk, start) if _is_long(line))


def _is_long(line: Line) -> bool:
    if not line.cells:
        return len(line.text) > MAX_LINE
    whole = len("".join(line.cells))
    return whole > MAX_LINE or (whole > MAX_CELL and max(map(len, line.cells)) > MAX_CELL)


def _text(line: Line) -> tuple[Line, str, int]:
    end = _end(line.text, MAX_LINE)
    return line._replace(text=line.text[:end]), line.text[end:], MAX_LINE


def _row(line: Line) -> tuple[Line, str, int]:
    """Return the row cut, the first text that is lost, and the bound that cut it."""
    room, lost, most, cells = MAX_LINE, "", 0, list[str]()
    for cell in line.cells:
        end = _end(cell, min(MAX_CELL, room))
        if end < len(cell) and not lost:
            lost, most = cell[end:], MAX_CELL if room >= MAX_CELL else MAX_LINE
        cells.append(cell[:end])
        room -= end
    return line._replace(cells=tuple(cells)), lost, most


def _end(text: str, most: int) -> int:
    """Return where a text is cut: behind the last sign that parts names, at `most` where none is
    near."""
    if len(text) <= most:
        return len(text)
    near = max(most - _SHOWN, 0)
    ends = [match.end() for match in _PARTING.finditer(text[near:most])]
    return near + ends[-1] if ends else most


def _shown(text: str) -> str:
    return text[:_SHOWN] + "…" * (len(text) > _SHOWN)


def _why(most: int) -> Message:
    return msg("stands behind {most} characters of one line: break the line", most=f"{most:,}")
