"""The last rows of a table that say who signs the document, and when."""

from collections.abc import Sequence

from pilotdiff.listing.lines.titles_and_dates import is_signature
from pilotdiff.listing.tables.rows.row_sorts import is_note, is_total
from pilotdiff.model import Line
from pilotdiff.patterns import pattern

# Three offices at most sign, above the date.
_MOST_SIGNING = 4
_COLUMNS = 2
_DATE = pattern(r"(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?")


def signed_from(rows: Sequence[Line]) -> int:
    """Return from which row of a table with other columns on its last ones hold offices and a date
    alone, a note or a sum below them; the end where none do. Offices without a date may be of the
    list.
    """
    end = len(rows)
    if max((len(row.cells) for row in rows), default=0) < _COLUMNS:
        return end
    first, dated = end, False
    for at in range(end - 1, max(-1, end - 1 - _MOST_SIGNING), -1):
        told = [text for cell in rows[at].cells if (text := cell.strip())]
        if len(told) == 1 and first == end and (is_note(told[0]) or is_total(told[0])):
            continue
        if len(told) != 1 or not (is_signature(told[0]) or _DATE.fullmatch(told[0])):
            break
        first, dated = at, dated or _DATE.fullmatch(told[0]) is not None
    return first if dated else end
