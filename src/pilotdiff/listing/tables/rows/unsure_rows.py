"""Rows that give a unit of which they do not make sure: its kind is not written, the column that
asks whether it was chosen leaves that open, or its name and the row state two parents."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from pilotdiff.listing.lines.headings import read_heading
from pilotdiff.listing.tables.columns.column_heads import LEVEL_ROLES, role
from pilotdiff.listing.tables.columns.column_roles import is_of_helpers
from pilotdiff.listing.tables.columns.columns_abreast import cut_off_list
from pilotdiff.listing.tables.table_body import TableBody
from pilotdiff.listing.tables.table_reasons import (
    ALL_TRUSTED,
    CALLED_BY_HEAD,
    CUT_OFF,
    HEADED_OTHERWISE,
    ONE_EACH_ROW,
    SECOND_NAME,
    TRUSTED,
    TYPES_UNREAD,
    WORDS_BESIDE,
)
from pilotdiff.model import Entry, Level, LineReading, Role, Said
from pilotdiff.names.head_words import PROGRAMME
from pilotdiff.patterns import VILLAGE_KIND, pattern

_FEW = 3
_TYPES = 2
_HAN = pattern(r"\p{Han}{2}").search
_SHORTEST_HEAD = 2
_SAMPLE = 50
_SURENESS = 0.5


def counts_alone(body: TableBody) -> bool:
    """Tell whether a table has nothing beside one column of names, none below counties, but
    figures under the words for lower tiers, 地区 | 县级 | 乡镇级, 市 | 村数, or several of what is
    measured: 地区 | 年末人口（万人） | 2021年."""
    if len(body.columns) != 1 or len(body.columns[0].targets) != 1:
        return False
    columns = body.columns[0]
    if columns.ordinal >= 0 or columns.id >= 0 or columns.depth > Level.COUNTY.depth:
        return False
    own = {*columns.targets, *columns.levels}
    beside = [(at, head.strip()) for at, head in enumerate(body.head) if at not in own]
    cells = [row.cells[at].strip() for row in body.rows for at, _ in beside if at < len(row.cells)]
    filled = [cell for cell in cells if cell]
    if all(map(str.isdecimal, filled)) and all(_of_tier(h) for _, h in beside):
        return bool(filled)
    measured = sum(_MEASURE.search(h) is not None for _, h in beside)
    named = PROGRAMME.search(" ".join(body.head[at] for at in own if 0 <= at < len(body.head)))
    return measured > 1 and 2 * measured > len(beside) and not named and _are_figures(filled)


def _are_figures(cells: Sequence[str]) -> bool:
    return bool(cells) and all(map(_FIGURE.fullmatch, cells))


# What is measured, and in what: 常住人口（万人）, 2021年.
_MEASURE = pattern(
    r"[（(][^（()）]*(?:[万亿千百]|元|人|户|吨|亩|公里|公顷|平方|米|度|[%％‰]|分|家|个)[^（()）]*[）)]$"
    r"|^(?:19|20)\d\d年?(?:度)?$|(?:率|产值|总值|收入|增速|人口|面积|产量|密度|比重|指数)$"
)
_FIGURE = pattern(r"[-+]?[\d,，]+(?:\.\d+)?[%％‰]?|[-—–/…]+")


def _of_tier(heading: str) -> bool:
    """Tell whether a heading is a word for a tier, or for how many there are of it.

    >>> _of_tier("乡镇级"), _of_tier("村数"), _of_tier("得分")
    (True, True, False)
    """
    return role(heading.removesuffix("数")) in LEVEL_ROLES


def told_repeated(entries: Sequence[Entry]) -> Iterator[LineReading]:
    """Yield the first of a table's entries where its rows name one unit again and again."""
    units = [(*entry.above, *entry.columns, entry.text) for entry in entries]
    again = sum(one == other for one, other in pairwise(units))
    if again and 2 * (again + 1) > len(units):
        yield LineReading(entries[0].line, entries[0].raw, Role.ITEM, ONE_EACH_ROW, _SURENESS)


def told_called_by_head(body: TableBody, entries: Sequence[Entry]) -> Iterator[LineReading]:
    """Yield the first of a table's entries where a column before theirs holds names that end with
    its heading, each another, and no unit: 街区 | 城市 over 南门历史文化街区 | 清岗市."""
    own = min(body.columns[0].targets)
    lines = {entry.line for entry in entries}  # a note below names nothing
    rows = [row for row in body.rows[:_SAMPLE] if row.number in lines]
    for at, head in enumerate(map(str.strip, body.head[:own])):
        if len(head) < _SHORTEST_HEAD or role(head) or at in body.columns[0].levels:
            continue
        cells = [row.cells[at].strip() for row in rows if at < len(row.cells)]
        called = [cell for cell in cells if cell.endswith(head) and len(cell) > len(head)]
        if len(called) >= _FEW and len({*called}) == len(cells):
            first = entries[0]
            yield LineReading(first.line, first.raw, Role.ITEM, CALLED_BY_HEAD, _SURENESS)
            return


_WORD = pattern(r"\p{Han}{2,4}").fullmatch
_VILLAGE = pattern(rf"\P{{Han}}*\p{{Han}}{{2,7}}{VILLAGE_KIND}").search
_OF_UNITS = pattern(r"(?:主体|对象|单位|名单|[村居镇乡]名?|社区)$")


def told_words_beside(body: TableBody, entries: Sequence[Entry]) -> Iterator[LineReading]:
    """Yield the first of a table's entries where a column that is not read has another short word
    in most rows, below the heading of what is listed or that of its own column, 所属乡镇 | 创建主体
    over 白石镇 | 东岭, or words around villages, without a heading, too: 白石镇 | 东岭村示范点."""
    columns, lines = body.columns[0], {entry.line for entry in entries}
    rows = [row for row in body.rows if row.number in lines][:_SAMPLE]
    if len(rows) < _FEW or columns.depth >= Level.COMMUNITY.depth:
        return
    own = {*columns.targets, *columns.levels, *columns.places, columns.former}
    # Without heads the first text behind the units is taken for a remark.
    own |= {*columns.notes} if body.head else set()
    called = {body.head[at].strip() for at in columns.targets if 0 <= at < len(body.head)}
    width = max(len(row.cells) for row in rows)
    for at, head in enumerate(map(str.strip, body.head or [""] * width)):
        listed = _OF_UNITS.search(head) and not is_of_helpers(head)
        if at in own or (head and not (listed or head in called)):
            continue
        cells = [cell for row in rows if (cell := row.cell(at).strip())]
        several = len(cells) > 1 and 2 * len(cells) > len(rows)
        fits = all(map(_VILLAGE, cells)) or (body.head and all(map(_WORD, cells)))
        if several and len({*cells}) == len(cells) and fits:
            first = entries[0]
            yield LineReading(first.line, first.raw, Role.ITEM, WORDS_BESIDE, _SURENESS)
            return


def told_cut_off(body: TableBody, entries: Sequence[Entry]) -> Iterator[LineReading]:
    """Yield the rows in which a list stands whose names the edge of the page cuts off."""
    at = cut_off_list(body.head, max(body.columns[0].targets))
    if at >= 0:
        rows = [row.number for row in body.rows if any(map(str.strip, row.cells[at:]))]
        yield from told_unsure(entries, dict.fromkeys(rows, CUT_OFF))


def told_types_unread(body: TableBody, entries: Sequence[Entry]) -> Iterator[LineReading]:
    """Yield the first of a table's entries where texts stand below the heads of several types, each
    another, and none is read: 乡镇 | 智慧科技型 | 便民服务型 over 白石镇 | 东岭 | 西岭."""
    columns = body.columns[0]
    own = {*columns.targets, *columns.levels, *(at for at, _ in columns.ticks)}
    types = [at for at, head in enumerate(body.head) if at not in own and _is_type(head)]
    cells = [text for row in body.rows for at in types if (text := row.cell(at).strip())]
    if len(types) >= _TYPES and cells and len({*cells}) == len(cells) and any(map(_HAN, cells)):
        yield LineReading(entries[0].line, entries[0].raw, Role.ITEM, TYPES_UNREAD, _SURENESS)


def _is_type(heading: str) -> bool:
    """Tell whether a heading is a type, and no word for one.

    >>> _is_type("便民服务型"), _is_type("示范类型")
    (True, False)
    """
    category = read_heading(heading.strip()).category
    return category.endswith("型") and not category.endswith("类型")


def told_second_names(body: TableBody, entries: Sequence[Entry]) -> Iterator[LineReading]:
    """Yield the rows of a table with heads, or with numbers of its units, that name a second one
    which nothing heads, as columns of earlier names, of remarks or of partners do."""
    columns = body.columns[0]
    _, *others = sorted(at for at, _ in columns.names) or (-1,)
    for at in others if columns.ordinal >= 0 or body.head else ():
        if not "".join(body.head[at : at + 1]).strip():
            rows = [row.number for row in body.rows if row.cell(at)]
            yield from told_unsure(entries, dict.fromkeys(rows, SECOND_NAME))


def told_headed_otherwise(body: TableBody, entries: Sequence[Entry]) -> Iterator[LineReading]:
    """Yield the rows whose names stand below the heading of remarks or of partners, where another
    column is headed as that of units: 乡镇 | 备注 over 白石镇 | 东岭村."""
    columns = body.columns[0]
    heads = [head.strip() for head in body.head]
    own = min(columns.targets)
    others = {at for at in columns.levels if 0 <= at < len(heads) and at != own}
    apart = own < len(heads) and _OF_OTHERS.search(heads[own])
    if apart and any(role(heads[at]) in LEVEL_ROLES for at in others):
        lines = [row.number for row in body.rows if row.cell(own).strip()]
        yield from told_unsure(entries, dict.fromkeys(lines, HEADED_OTHERWISE))


# Below it stands what is told of units, and none of them by itself.
_OF_OTHERS = pattern(r"备\s*注|附注|^(?:结对|帮扶|对口|支援|援助|周边|毗邻|辐射|带动)")


def told_unread(
    entries: Sequence[Entry], unread: Mapping[int, tuple[str, Said]], unsure: Mapping[int, Said]
) -> Iterator[LineReading]:
    """Yield what stands where names do and is read as none, with what is said of it, of lines of
    which nothing else is unsure."""
    for line in sorted({entry.line for entry in entries} & unread.keys() - unsure.keys()):
        yield LineReading(line, unread[line][0], Role.ITEM, unread[line][1], _SURENESS)


def told_unsure(entries: Sequence[Entry], why: Mapping[int, Said]) -> Iterator[LineReading]:
    """Yield what is told of the entries of these lines; of names that only their column vouches for
    the first, where most of a table are so."""
    first = {entry.line: entry for entry in reversed(entries) if entry.line in why}
    trusted = sorted(line for line in first if why[line] == TRUSTED)
    several = len(trusted) > _FEW and 2 * len(trusted) > len({entry.line for entry in entries})
    for line, entry in first.items():
        if line not in trusted or not several:
            yield LineReading(line, entry.raw, Role.ITEM, why[line], _SURENESS)
        elif line == trusted[0]:
            yield LineReading(line, entry.raw, Role.ITEM, ALL_TRUSTED, _SURENESS)
