"""The rows of a big clean table with an id, a name and the five levels, at a few µs each."""

import re
from collections.abc import Iterable

from pilotdiff.listing.columns import Columns
from pilotdiff.model import Entry, Level, Line
from pilotdiff.names import PLACEHOLDERS

# Anything but Chinese characters and digits is a row for the careful reader.
_ODD = re.compile(r"[^\u4e00-\u9fff0-9]").search
_MADE = tuple.__new__


def suits(columns: Columns) -> bool:
    """Whether a table's columns are those that the quick way reads."""
    plain = columns.ordinal < 0 and columns.level < 0 and columns.category < 0
    bare = not (columns.notes or columns.places or columns.former >= 0)
    return plain and bare and columns.name >= 0 and min(columns.levels) >= 0


def quick(rows: Iterable[Line], columns: Columns) -> list[Entry | None]:
    """An entry for each row that holds nothing but clean names; None for the others."""
    at_id, at_name = columns.id, columns.name
    at_province, at_prefecture, at_county, at_township, at_community = columns.levels
    width = max(at_id, at_name, *columns.levels)
    made: list[Entry | None] = []
    add = made.append
    clean_parents: set[tuple[str, ...]] = set()
    for number, _, cells, place, _ in rows:
        if len(cells) <= width or _ODD(name := cells[at_name]) or not name:
            add(None)
            continue
        province = cells[at_province]
        prefecture, county = cells[at_prefecture], cells[at_county]
        township, community = cells[at_township], cells[at_community]
        if prefecture in PLACEHOLDERS:
            prefecture = ""
        if county in PLACEHOLDERS:
            county = ""
        level, last = _LOWEST[4], community
        if not last:
            level, last = _lowest(province, prefecture, county, township)
        if not last or not name.endswith(last) or not province:
            add(None)
            continue
        parents = (province, prefecture, county, township)
        if parents not in clean_parents:
            if _ODD("".join(parents)):
                add(None)
                continue
            clean_parents.add(parents)
        columns_ = (*parents, community)
        id_ = cells[at_id] if at_id >= 0 else ""
        add(_MADE(Entry, (name, name, number, "", "", level, "", (), columns_, id_, *_REST, place)))
    return made


_LOWEST = tuple(Level)
_REST = ("", (), (), ())


def _lowest(province: str, prefecture: str, county: str, township: str) -> tuple[Level, str]:
    for level, text in (
        (Level.TOWNSHIP, township),
        (Level.COUNTY, county),
        (Level.PREFECTURE, prefecture),
    ):
        if text:
            return level, text
    return Level.PROVINCE, province
