"""What every line of a document was taken for: one reading a line, with its reason."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import exp

from pilotdiff.listing.lines.furniture import is_page_number
from pilotdiff.listing.lines.pieces import Piece, Shape
from pilotdiff.listing.lines.titles_and_dates import Metadata, is_signature
from pilotdiff.listing.segment.lattice import ChosenCandidate
from pilotdiff.listing.segment.weights import WEIGHTS
from pilotdiff.listing.tables.table_reasons import TABLE_ROW
from pilotdiff.model import Line, LineReading, Role, Said, chained, msg

# Both as bench/reading_quality.py measures them, one kind of shape left out at a time.
SCALE = 2.0
_RUNNING = msg("a title that is printed on every page")


def read_lines(
    lines: Sequence[Line],
    way: Iterable[ChosenCandidate],
    rows: Iterable[LineReading],
    metadata: Metadata,
    listed: frozenset[int],
    running: frozenset[int] = frozenset(),
) -> tuple[LineReading, ...]:
    """Tell what every line was taken for.

    `rows` are the readings of tables' rows; `listed` are the lines that hold entries, `running`
    those of titles that stand on every page.
    """
    texts = {line.number: line.text.strip() for line in lines if line.number in running}
    known = {at: LineReading(at, text, Role.PAGE, _RUNNING) for at, text in texts.items()}
    for one in way:
        if one.candidate.piece.table is None:
            reading = _reading(one, metadata, listed)
            for line in _lines_of(one.candidate.piece):
                known[line] = reading if line == reading.line else reading._replace(line=line)
    known.update((row.line, row) for row in rows)
    return tuple(_every(lines, known))


def _lines_of(piece: Piece) -> Iterator[int]:
    yield piece.text.line
    for _, line in piece.text.breaks:
        yield line


def _every(lines: Sequence[Line], known: dict[int, LineReading]) -> Iterator[LineReading]:
    last: LineReading | None = None
    for at, line in enumerate(lines):
        reading = known.get(line.number)
        if reading is None:
            reading = _left_over(line, last, lines[at + 1 : at + 3], known)
        elif not line.cells and reading.text != line.text:
            reading = reading._replace(text=line.text.strip())
        yield reading
        last = reading if reading.role is not Role.BLANK else last


_BLANK = msg("it is blank")
_PAGE = msg("it is the number of a page, or holds no writing")
_HEADS = msg("it heads the table below")
_HEADS_COLUMNS = msg("it heads the columns of a table")
_GOES_ON = msg("it goes on from the line above")


def _left_over(
    line: Line, last: LineReading | None, below: Sequence[Line], known: dict[int, LineReading]
) -> LineReading:
    """Return a blank line, a page's number, a table's heading, or what goes on from the line
    above."""
    text = (line.text or "\t".join(line.cells)).strip()
    if not text:
        return LineReading(line.number, text, Role.BLANK, _BLANK)
    if is_page_number(line.text):
        return LineReading(line.number, text, Role.PAGE, _PAGE)
    row = next((known[one.number] for one in below if one.number in known), None)
    if row is not None and row.reason == TABLE_ROW:
        return LineReading(line.number, text, Role.TABLE_HEAD, _HEADS)
    if len(line.cells) > 1 and _is_head(line.cells):
        return LineReading(line.number, text, Role.TABLE_HEAD, _HEADS_COLUMNS)
    goes_on = last is not None and (last.role is Role.ITEM or last.reason == _GOES_ON)
    if not goes_on or not any(map(str.isalpha, text)):
        return LineReading(line.number, text, Role.PAGE, _PAGE)
    return LineReading(line.number, text, Role.NOTE, _GOES_ON)


def _is_head(cells: Sequence[str]) -> bool:
    from pilotdiff.listing.tables.columns.column_heads import is_head_row

    return is_head_row(cells)


def _reading(one: ChosenCandidate, metadata: Metadata, listed: frozenset[int]) -> LineReading:
    piece, role = one.candidate.piece, one.candidate.role
    text = piece.text.text.strip()
    sure, margin, runner_up = _confidence(one)
    reason = _reason(one.candidate.features, one.added)
    role, reason = _by_what_came(one, role, reason, metadata, listed)
    return LineReading(piece.text.line, text, role, reason, sure, margin, runner_up)


_OUTSIDE = msg("a unit's name outside the list")
_SENTENCE = msg("a sentence that names the units of the list")
_STATES = msg("it states the title, the date, the number or the office of the document")


def _by_what_came(
    one: ChosenCandidate, role: Role, reason: Said, metadata: Metadata, listed: frozenset[int]
) -> tuple[Role, Said]:
    """Return the role once it is known which names are the list's and what states the document's
    own."""
    piece = one.candidate.piece
    line = piece.text.line
    holds = line in listed or any(number in listed for _, number in piece.text.breaks)
    if role is Role.ITEM and not holds:
        return Role.FURNITURE, _OUTSIDE
    if role is Role.RUNNING_TEXT and holds:
        return Role.ITEM, _SENTENCE
    if line in metadata.lines and role in (Role.FURNITURE, Role.HEADING, Role.RUNNING_TEXT):
        text = piece.text.text.strip()
        if text and text in metadata.title:
            return Role.TITLE, _STATES
        if is_signature(text):
            return Role.SIGNATURE, _STATES
        return (Role.NOTE, _STATES) if role is Role.FURNITURE else (role, reason)
    if role is Role.FURNITURE and piece.shape is Shape.NAMES and is_signature(piece.text.text):
        return Role.SIGNATURE, _STATES
    if piece.shape is Shape.FURNITURE and piece.text.text.lstrip()[:1] in ("注", "註"):
        return Role.NOTE, reason
    return role, reason


_CEILING = 0.97


def _confidence(one: ChosenCandidate) -> tuple[float, float, Role | None]:
    """Return how sure the role is beside the best way on which the line has another one."""
    own = dict(one.worths).get(one.candidate.role, 0.0)
    others = [pair for pair in one.worths if pair[0] is not one.candidate.role]
    known = _sureness(one)
    if not others:
        return min(known, _CEILING), min(known, _CEILING), None
    role, worth = max(others, key=lambda pair: pair[1])
    chance = 1 / (1 + exp(min(50.0, (worth - own) / SCALE)))
    sure = round(min(known * chance, _CEILING), 3)
    return sure, round(max(0.0, sure - (1 - chance)), 3), role


def _sureness(one: ChosenCandidate) -> float:
    """Return how sure it is that the line's names are names; 1 for lines of other roles."""
    names = one.candidate.names
    if one.candidate.role is not Role.ITEM or names is None:
        return 1.0
    return round(min(1.0, 0.8 + max(name.reading.sure for name in names.names) / 5), 3)


_TOLD = 3


@lru_cache(maxsize=1 << 10)
def _reason(features: tuple[str, ...], added: tuple[str, ...]) -> Said:
    """Return the heaviest evidence, in a sentence."""
    held = [WEIGHTS[key] for key in dict.fromkeys((*features, *added))]
    held.sort(key=lambda weight: -abs(weight.value))
    return chained(weight.said for weight in held[:_TOLD])
