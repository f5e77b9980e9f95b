"""Division codes beside names: the level that a code gives, and where it says that a unit lies."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from pilotdiff.model import LEVELS, Level
from pilotdiff.names import division_rows, gazetteer
from pilotdiff.patterns import pattern

if TYPE_CHECKING:
    from pilotdiff.listing.tables.cell_reading import CellReader
    from pilotdiff.listing.tables.columns.table_columns import TableColumns

DIVISION_CODE = pattern(r"\d{2}(?:\d{2}){0,2}|\d{9}|\d{12}")
_LENGTHS = (2, 4, 6, 9, 12)
# Of a row's code the same is asked several times, and of its town's by the rows beside it.
_NEAR = 1 << 10
# How many digits of a code each level fills.
_FILLED = {2: Level.PROVINCE, 4: Level.PREFECTURE, 6: Level.COUNTY, 9: Level.TOWNSHIP}


@lru_cache(_NEAR)
def significant(code: str) -> str:
    """Return a code without the noughts that only fill it up: 510000 is 51, 510115001000 is
    510115001."""
    if code[-2:] != "00" and len(code) in _LENGTHS and code.isdecimal() and code.isascii():
        return code  # most of a large table
    if DIVISION_CODE.fullmatch(code) is None:
        return ""
    for digits in (2, 4, 6, 9):
        if len(code) > digits and set(code[digits:]) == {"0"}:
            return code[:digits]
    return code


@lru_cache(_NEAR)
def code_level(code: str) -> Level | None:
    """Return the level at which the unit of a code stands, None when it is no division code."""
    short = significant(code)
    return _FILLED.get(len(short), LEVELS[4] if len(short) == 12 else None) if short else None


@lru_cache(_NEAR)
def over(code: str) -> tuple[str, ...]:
    """Return the codes that stand over a code, the nearest first."""
    short = significant(code)
    return tuple(short[:digits] for digits in (9, 6, 4, 2) if digits < len(short))


def agree_with_names(
    at: int, columns: TableColumns, rows: Sequence[Sequence[str]], reader: CellReader
) -> bool:
    """Tell whether a table's column holds division codes: they fit the names that the standard
    knows.

    Of towns and communities the standard knows hardly a name: there the codes must lie in counties
    that it has. Numbers of rows never do both.
    """
    fit, others, known, filled = 0, 0, 0, 0
    for row in rows:
        cell = row[at].strip() if at < len(row) else ""
        names = _stated(columns, row, reader) if cell else []
        if not names:
            continue
        code = significant(cell)
        filled += 1
        known += len(code) >= _TOWN and code[:6] in _county_codes()
        divisions = [gazetteer.find(name) for name in names]
        found = [name for name, f in zip(names, divisions, strict=True) if _has_whole(f)]
        short = [d for f in divisions for d in f if d.bare and not found]
        fit += any(code and code.startswith(significant(d.code)) for d in short)
        if found or not code:
            fits = bool(code) and all(_fits(code, name, name == names[-1]) for name in found)
            fit, others = fit + fits, others + (not fits)
    few = 10 * (fit + others) < filled
    return fit > 4 * others or (few and 10 * known >= 9 * filled)


def _has_whole(divisions: Sequence[gazetteer.Division]) -> bool:
    return any(not division.bare for division in divisions)


def _fits(code: str, name: str, own: bool) -> bool:
    """Tell whether a code lies in a division of that name, now or when it bore another code; where
    it is the unit's `own`, in its prefecture: counties are given new codes.

    >>> _fits("130106", "郊区", True), _fits("510122", "双流区", True)
    (True, True)
    >>> _fits("510122", "双流区", False), _fits("510122", "郊区", True)
    (False, False)
    """
    codes = {division.code for division in gazetteer.find(name)}
    codes |= {span.code for span in division_rows.bearing(name)}
    starts = {significant(each) for each in codes} | {each[:_COUNTIES] for each in codes if own}
    return code.startswith(tuple(starts))


# A county's code begins with that of its prefecture.
_COUNTIES = 4
_TOWN = 9


def _stated(columns: TableColumns, row: Sequence[str], reader: CellReader) -> list[str]:
    """Return the names that a row states: those in its columns of levels, and those of its unit,
    its own the last."""
    texts = [row[at] for at in columns.targets if at < len(row) and row[at].strip()]
    units = reader.read(texts[0]).units if texts else ()
    if not units:
        return []
    above = (row[at].strip() for at in columns.levels if 0 <= at < len(row))
    return [*filter(None, above), *(text for _, text in units[0].parts)]


@cache
def _county_codes() -> frozenset[str]:
    """Return the codes of all counties that the standard ever had."""
    return frozenset(tenure.code for tenure in division_rows.tenures() if tenure.code[4:6] != "00")


def bore(code: str, name: str) -> bool:
    """Tell whether a division of that name had that very code once.

    >>> bore("132801", "廊坊市"), bore("132802", "廊坊市")
    (True, False)
    """
    return any(significant(span.code) == code for span in division_rows.bearing(name))


@lru_cache(_NEAR)
def named_by_code(code: str) -> tuple[tuple[Level, str], ...]:
    """Return the province, the prefecture and the county that a code names or lies in, by the
    standard.

    >>> [name for _, name in named_by_code("370829103201")]
    ['山东省', '济宁市', '嘉祥县']
    """
    return tuple(
        (_FILLED[len(short)], name)
        for short in (*reversed(over(code)), significant(code))
        if (name := _names().get(short) or _counties().get(short))
    )


@cache
def _counties() -> dict[str, str]:
    """Return the counties by their codes; none whose code several names have had since codes of
    towns are published."""
    found: dict[str, set[str]] = {}
    for tenure in division_rows.tenures():
        if not tenure.last or tenure.last > _FIRST_TOWN_CODES:
            found.setdefault(tenure.code, set()).add(tenure.name)
    return {code: names.pop() for code, names in found.items() if len(names) == 1}


# The statistical division codes are published from this year on.
_FIRST_TOWN_CODES = "2009"


@cache
def _names() -> dict[str, str]:
    """Return the provinces and prefectures in force by the digits of their codes."""
    found: dict[str, str] = {}
    for level in (Level.PROVINCE, Level.PREFECTURE):
        for name in filter(gazetteer.is_current, gazetteer.names(level)):
            wholes = gazetteer.find_whole(name)
            found |= {significant(d.code): name for d in wholes if d.level is level}
    return found
