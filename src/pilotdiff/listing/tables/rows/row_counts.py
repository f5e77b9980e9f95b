"""What a table says how many units its rows have: 河北省 | 3 | 清岗县、白溪县、南岭县."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pilotdiff.facts.numerals import trailing_count
from pilotdiff.listing.naming import read_unit
from pilotdiff.listing.tables.columns.column_heads import role
from pilotdiff.listing.tables.columns.table_columns import TableColumns
from pilotdiff.listing.tables.table_body import TableBody
from pilotdiff.model import Declared, Entry, Level, Line
from pilotdiff.names.head_words import head_levels
from pilotdiff.patterns import pattern

_NUMBER = pattern(r"(?P<number>\d{1,4})\s*[个個家]?")
# 河北省（3）: the place, and how many it has.
_BEHIND_A_PLACE = pattern(r"\p{Han}{2,16}\s*[（(]\s*(?P<number>\d{1,3})\s*[）)]")
# Whatever is counted, where nothing else is said: 县数, 小计. Of 户数 and 村民小组数 no row agrees.
_COUNTS = pattern(r"数$|小计$|合计$|总计$|[（(][个個家][）)]$", needs="数计个個家")
# What such a heading says beside the tier that it counts.
_OF_A_COUNT = pattern(r"(?:的?(?:总|个)?数量?|名额|小计|合计|总计)?(?:[（(].{1,3}[）)])?$")


class _Group(NamedTuple):
    """A row and those that go on with it: the number that stands beside it, its first line and its
    last, and what stands above the units of the first."""

    number: int
    first: int
    last: int
    parents: tuple[str, ...]


def counted_rows(body: TableBody, entries: Sequence[Entry]) -> list[Declared]:
    """Return what a table says how many units stand in its rows, with the lines that it is said of.

    A column counts units where the units of at least half its rows are as many as it says, and a
    row has several: beside one unit a row a small number may be of anything. One that is called by
    another tier counts what lies in them: 县 | 村数.
    """
    heads = [at for at, head in enumerate(body.head) if _may_count(head)]
    sample = [row for row in body.rows[:_SAMPLE] if row.cells]
    placed = [at for at in range(len(body.head)) if _names_and_counts(sample, at)]
    if not heads and not placed:
        return []
    above: dict[int, tuple[str, ...]] = {}
    there = Counter(entry.line for entry in entries)
    for entry in entries:
        above.setdefault(entry.line, _parents(entry))
    tiers = _tiers(entries) if heads else frozenset()
    heads = [at for at in heads if (_tier(body.head[at]) or tiers) <= tiers]
    for at in (*placed, *heads):
        groups = _joined(list(_groups(body.rows, at, above)), there)
        if _agree(groups, there):
            head = body.head[at].strip()
            return [Declared(g.number, g.first, head, until=g.last) for g in groups]
    return []


def counts_what_lies_in_them(body: TableBody, entries: Sequence[Entry]) -> bool:
    """Tell whether a table says how many there are in each place, and lists none of these."""
    return all(
        c.counts
        and min(c.counts) > max(c.targets)
        and {at for at, _ in c.names} <= {*c.places}
        and _stand_beside(entries, c, body.rows)
        and not _tells_names(entries, c, body.rows)
        for c in body.columns
    )


def _stand_beside(entries: Sequence[Entry], columns: TableColumns, rows: Sequence[Line]) -> bool:
    """Tell whether the figures of a table stand in the rows of its units, and not over them."""
    at = columns.counts[0]
    filled = {row.number for row in rows if row.cell(at)}
    return 2 * sum(entry.line in filled for entry in entries) > len(entries)


def _tells_names(entries: Sequence[Entry], columns: TableColumns, rows: Sequence[Line]) -> bool:
    """Tell whether the figures of a table only say how many names stand beside them: 2 |
    甲县、乙县."""
    made: dict[int, int] = {}
    for one in entries:
        made[one.line] = made.get(one.line, 0) + 1
    at = columns.counts[0]
    filled = [row for row in rows if row.cell(at)]
    told = [(row.cell(at), made[row.number]) for row in filled if row.number in made]
    agreeing = [figure for figure, number in told if figure == str(number)]
    # One unit a row says little where other rows are given more than they name.
    several = any(figure != "1" for figure in agreeing) or len(agreeing) == len(told)
    return several and 2 * len(agreeing) >= len(told)


_SAMPLE = 50


def _may_count(head: str) -> bool:
    """Tell whether a column so called may count the units of a row.

    >>> [_may_count(head) for head in ("数量", "试点县数", "名额", "县（市、区）", "备注")]
    [True, True, True, False, False]
    """
    text = "".join(head.split())
    return bool(text) and (role(text) == "count" or _COUNTS.search(text) is not None)


def _tier(head: str) -> frozenset[Level]:
    """Return the tiers that the heading of a count names: 县（市、区）数, 示范村数量（个）."""
    return head_levels(_OF_A_COUNT.sub("", "".join(head.split())))


def _tiers(entries: Sequence[Entry]) -> frozenset[Level]:
    """Return the tiers that the first units are of by their names."""
    read = (read_unit(entry.text) for entry in entries[:_SAMPLE])
    return frozenset(reading.level for reading in read if reading is not None)


def _names_and_counts(rows: Sequence[Line], at: int) -> bool:
    """Tell whether most cells of a column are a place and how many it has: 河北省（3个）."""
    filled = [cell for row in rows if (cell := row.cell(at))]
    counting = sum(_behind_a_place(cell) is not None for cell in filled)
    return 2 * counting > len(filled)


def _behind_a_place(cell: str) -> int | None:
    if cell.isdecimal() or _NUMBER.fullmatch(cell):
        return None
    if (bare := _BEHIND_A_PLACE.fullmatch(cell)) is not None:
        return int(bare["number"])
    counted = trailing_count(cell) if cell.endswith(("）", ")")) else None
    return counted.number if counted is not None and counted.start else None


def _number(cell: str) -> int | None:
    alone = _NUMBER.fullmatch(cell)
    return int(alone["number"]) if alone is not None else _behind_a_place(cell)


def _parents(entry: Entry) -> tuple[str, ...]:
    """Return what stands above a unit; the last of its columns is its own."""
    return (*entry.above, *[part for part in entry.columns if part][:-1])


def _groups(rows: Sequence[Line], at: int, above: dict[int, tuple[str, ...]]) -> Iterator[_Group]:
    """Yield the rows that gave units and have a number in a column, each with those below it that
    leave it blank; a number above 0 alone counts."""
    group: _Group | None = None
    for row in rows:
        cell = row.cell(at)
        if row.number not in above:
            continue
        number = _number(cell)
        if not cell and group is not None:
            group = group._replace(last=row.number)
            continue
        if group is not None:
            yield group
        # A place that is merged over its rows says itself which of them are its own.
        parents = above[row.number] if _NUMBER.fullmatch(cell) else (cell,)
        group = _Group(number, row.number, row.number, parents) if number else None
    if group is not None:
        yield group


def _joined(groups: Sequence[_Group], there: Counter[int]) -> list[_Group]:
    """Return groups, those made one that follow one another with one number and the same parents
    and differ from it each by itself: a merged cell is said of all its rows."""
    joined: list[_Group] = []
    for group in groups:
        before = joined[-1] if joined else None
        goes_on = (
            before is not None
            and (before.number, before.parents) == (group.number, group.parents)
            and there[group.first] != group.number
        )
        if before is not None and goes_on:
            joined[-1] = before._replace(last=group.last)
        else:
            joined.append(group)
    return joined


def _agree(groups: Sequence[_Group], there: Counter[int]) -> bool:
    sizes = [_size(group, there) for group in groups]
    agreeing = sum(size == group.number for size, group in zip(sizes, groups, strict=True))
    return bool(agreeing) and 2 * agreeing >= len(groups) and max(sizes) > 1


def _size(group: _Group, there: Counter[int]) -> int:
    """Return how many units stand in the lines of a group."""
    return sum(there[line] for line in range(group.first, group.last + 1))
