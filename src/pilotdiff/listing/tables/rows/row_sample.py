"""The rows of a table by which its columns are told: some of a long one, and none that sign."""

import re
from collections.abc import Sequence

from pilotdiff.listing.tables.columns.column_profile import SAMPLE
from pilotdiff.listing.tables.rows.row_sorts import is_note, is_total
from pilotdiff.patterns import pattern


def sample_of(rows: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """Return the rows by which columns are judged: the first ones and, of a long table, blocks of
    neighbours from all of it; the first provinces may have no cities."""
    rows = rows[: len(rows) - _signing(rows)]
    first = _telling(rows[: 4 * SAMPLE])
    if len(rows) <= SAMPLE:
        return first[:SAMPLE]
    starts = range(SAMPLE, len(rows), max(_BLOCK, (len(rows) - SAMPLE) // _BLOCKS))[:_BLOCKS]
    later = [row for start in starts for row in rows[start : start + _BLOCK]]
    return [*first[: SAMPLE - len(later)], *_telling(later)]


# Who filled the table in, and when: the last list of a table may have no more cells than that.
_SIGNS = pattern(
    r"(?:(?:单位|分管|主管)?(?:负责|填[表报]|制表|审[核批]|复核|校[核对]|经办|联系|报送|统计|录入)(?:人员?|者|领导)"
    r"|(?:填[表报]|报送|制表|审核)(?:日期|时间)?|日期|(?:联系|办公)?电话|[盖签]章|签[字名])"
    r"\s*(?:[（(][^（()）]{1,6}[)）])?\s*[:：].*|(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?",
    re.DOTALL,
)
_MOST_SIGNING = 4


def _signing(rows: Sequence[Sequence[str]]) -> int:
    """Return how many of the last rows hold nothing but who filled the table in, and when, or one
    note, or the word for a sum."""
    signing = 0
    for at, row in enumerate(reversed(rows[1:][-_MOST_SIGNING:]), start=1):
        told = [text for cell in row if (text := cell.strip())]
        alone = len(told) == 1 and (is_note(told[0]) or is_total(told[0]))
        if not alone and not all(map(_SIGNS.fullmatch, told)):
            break
        signing = at if told else signing
    return signing


# How many rows, and how many blocks of them, a sample takes from behind the first ones.
_BLOCK = 20
_BLOCKS = 6


def _telling(rows: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """Return the rows without those of one text over all columns or in front, where others are
    left; an empty one stands where such a row parted its neighbours."""
    found: list[Sequence[str]] = []
    of_one = all(len(row) < 2 for row in rows)
    for row in rows:
        if of_one or not row or ((not row[0] or any(row[1:])) and len(set(row)) > 1):
            found.append(row)
        elif found and found[-1]:
            found.append(())
    return found if any(found) else rows
