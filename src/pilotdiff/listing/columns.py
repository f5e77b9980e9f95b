"""What the columns of a table hold, told by their headers in either language."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from pilotdiff.listing.headings import head_level
from pilotdiff.listing.vocabulary import rows
from pilotdiff.model import LEVELS, Level, Line
from pilotdiff.patterns import pattern

_NO_WORDING = pattern(r"[\s（）()\[\]【】、，,/／·・*＊:：\-_]")
_BEFORE = pattern(
    r"^(?:所在|所属|所辖|隶属|申报|推荐|承担|入选|先进|优秀|重点|试点|示范|实验|创建|实施|建设|拟)+"
)
_AFTER = pattern(r"(?:单位)?(?:名称|全称|名单|名)$|盖章$")
_LONGEST = 24
_LONGEST_WORDING = 8
_LEVEL_VALUES = {level.value: level for level in LEVELS}


class Columns(NamedTuple):
    """Where a table's columns stand, counted from 0; -1 and () where there is none.

    levels  for province to community
    """

    id: int = -1
    ordinal: int = -1
    name: int = -1
    levels: tuple[int, int, int, int, int] = (-1, -1, -1, -1, -1)
    level: int = -1
    category: int = -1
    notes: tuple[int, ...] = ()
    former: int = -1
    places: tuple[int, ...] = ()
    counts: tuple[int, ...] = ()

    @property
    def has_levels(self) -> bool:
        return max(self.levels) >= 0

    @property
    def lists_units(self) -> bool:
        return self.name >= 0 or self.has_levels


class Grid(NamedTuple):
    """Rows of a table that hold entries, and what their columns are.

    columns  several where a row holds several entries side by side
    vouched  whether the cells of the name column, tried on a sample, are names
    """

    columns: tuple[Columns, ...]
    rows: tuple[Line, ...]
    vouched: bool = False


@cache
def _roles() -> dict[str, str]:
    table = {word: level for level, word in rows("headwords.txt")}
    return table | {word: role for role, word in rows("columns.txt")}


@lru_cache(maxsize=1 << 12)
def role(header: str) -> str:
    """The role of a column by its header, "" when the header is no known one."""
    if not header or len(header) > _LONGEST:
        return ""
    key = _NO_WORDING.sub("", header).lower()
    bare = _BEFORE.sub("", key)
    for form in (key, bare, _AFTER.sub("", key), _AFTER.sub("", bare)):
        if form in _roles():
            return _roles()[form]
    both = {role(part) for part in header.split("/")} if "/" in header else set()
    if len(both) == 1 and (both := both - {""}):
        return both.pop()
    if len(key) <= _LONGEST_WORDING and re.search(r"(?:单位|名称|名单)(?:名称)?$", key):
        return "name"
    if re.search(r"(?:主题|备注)$", key):
        return "note"
    if re.search(r"(?:数量|个数|名额)", key):
        return "count"
    if re.search(r"(?:资金|金额|人口|户数|面积)", key):
        return "ignore"
    level, stem = head_level(re.sub(r"\s", "", header))
    return level.value if level is not None and not _BEFORE.sub("", stem) else ""


def recognise(
    cells: Sequence[str], *, id_column: str = "", name_column: str = ""
) -> list[Columns] | None:
    """The columns of a header row; several where a row of the table holds several entries.

    None when the row is no header: fewer than two known headers, or none that holds units.
    """
    roles = [role(cell.strip()) for cell in cells]
    forced = {"id": id_column, "name": name_column}
    for wanted, header in forced.items():
        if header:
            at = _column_named(cells, header)
            if at < 0:
                return None
            roles = ["" if r == wanted else r for r in roles]
            roles[at] = wanted
    known = [r for r in roles if r]
    filled = sum(1 for cell in cells if cell.strip())
    if (
        not known
        or len(known) < min(2, filled)
        or (len(known) * 3 < filled and not any(forced.values()))
    ):
        return None
    found = [columns for columns in map(_columns, _groups(roles)) if columns.lists_units]
    return found or None


def _column_named(cells: Sequence[str], header: str) -> int:
    wanted = header.strip().casefold()
    names = [cell.strip().casefold() for cell in cells]
    return names.index(wanted) if wanted in names else -1


def _groups(roles: list[str]) -> list[list[tuple[int, str]]]:
    """The columns in groups; where the first header stands again, the row's next entry begins."""
    first = next((r for r in roles if r and r != "ignore"), "")
    groups: list[list[tuple[int, str]]] = []
    for index, found in enumerate(roles):
        if not groups or (found == first and found != "note"):
            groups.append([])
        if found:
            groups[-1].append((index, found))
    return groups


def _columns(group: list[tuple[int, str]]) -> Columns:
    first: dict[str, int] = {}
    for index, found in group:
        first.setdefault(found, index)
    at = [first.get(level.value, -1) for level in LEVELS]
    return Columns(
        first.get("id", -1),
        first.get("ordinal", -1),
        first.get("name", -1),
        (at[0], at[1], at[2], at[3], at[4]),
        first.get("level", -1),
        first.get("category", -1),
        tuple(i for i, found in group if found == "note"),
        first.get("former", -1),
        tuple(i for i, found in group if found == "place"),
        tuple(i for i, found in group if found == "count"),
    )


def level_value(cell: str) -> Level | None:
    """The level that a cell of a level column names: township, 街道."""
    text = cell.strip()
    return _LEVEL_VALUES.get(text.lower()) or head_level(text)[0]
