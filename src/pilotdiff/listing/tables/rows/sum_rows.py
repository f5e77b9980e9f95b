"""How many units a table's last row says there are: 合计3个, or 合计 | | 3."""

from collections.abc import Iterator, Sequence

from pilotdiff.facts.numerals import numeral
from pilotdiff.listing.tables.columns.table_columns import TableColumns
from pilotdiff.model import Level, Line
from pilotdiff.patterns import pattern

# Of the whole table; 清岗市小计 sums up the rows of one place.
_WHOLE = pattern(
    r"(?:全[国國省市县縣区區州])?[合总總共]\s*[计計]\s*[:：]?\s*[（(]?(?P<number>\d{1,6})?\s*[个個家]?\p{Han}{0,4}[）)]?"
)
_NUMBER = pattern(r"[（(]?(?P<number>\d{1,6})\s*(?:[个個家]\p{Han}{0,4})?[）)]?")


def stated_numbers(
    row: Line, columns: Sequence[TableColumns]
) -> Iterator[tuple[int, Level | None]]:
    """Yield the numbers of units that a row of sums gives for a whole table: behind its word, or in
    the columns of what the table lists, where nothing else can be counted. Of several columns each
    counts the units of its level, those of one level together; one alone counts all."""
    cells = [cell.strip() for cell in row.cells]
    heads = [found for cell in cells if (found := _WHOLE.fullmatch(cell))]
    if not heads:
        return
    told = [found["number"] for found in heads if found["number"]]
    if len({*told}) > 1:
        # Lists beside each other count their own: 合计2 | 合计2 | 合计1.
        if len(told) == sum(len(each.targets) for each in columns):
            yield sum(map(int, told)), None
        return
    behind = next(iter(told), "")
    if behind and (number := numeral(behind)) is not None:
        yield number, None
        return
    counted = [
        (number, each.level_at(at))
        for each in columns
        for at in each.targets
        if at < len(cells)
        and (found := _NUMBER.fullmatch(cells[at]))
        and (number := numeral(found["number"])) is not None
    ]
    if len(counted) == 1:
        yield counted[0][0], None
        return
    for level in dict.fromkeys(level for _, level in counted):
        numbers = [number for number, of in counted if of is level]
        # Columns of one level are lists beside each other, and count their own.
        lists = sum(each.level_at(at) is level for each in columns for at in each.targets)
        if len(numbers) == lists:
            yield sum(numbers), level
