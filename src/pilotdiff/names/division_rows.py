"""The rows of the table of provinces, prefectures and counties, found by name or code.

A document names few of seven thousand: rows are sought in the sorted lines of the table and of its
index, and only those that are asked for are taken apart.
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from pilotdiff.names.tables import table_lines

_TABLE, _INDEX = "divisions.tsv", "division_index.tsv"
# As many digits has a code of a province, prefecture or county.
_DIGITS = 6
# Before a code to which something went; no name begins so.
_TO = "→"


class Tenure(NamedTuple):
    """A code and a name that it bore, from a year to the year of the change.

    last      "" where it is in force
    became    codes of what became of it, joined with ";"
    document  what approved its end, "" where that is not known
    short     甘孜州 for 甘孜藏族自治州
    bare      四川, 甘孜: a province or prefecture without its kind
    """

    code: str
    name: str
    first: str
    last: str
    became: str
    document: str
    short: str
    bare: str


@cache
def tenures() -> tuple[Tenure, ...]:
    """Return all rows of the table, in the order of their codes."""
    return tuple(map(_row, range(len(_rows()))))


@cache
def _rows() -> list[str]:
    return table_lines(_TABLE)


@cache
def _index() -> list[str]:
    """Return the lines of the index: a name, or a code that something went to, and its rows."""
    return table_lines(_INDEX)


@cache
def _row(number: int) -> Tenure:
    return Tenure._make(_rows()[number].split("\t"))


@lru_cache(maxsize=1 << 14)
def _found(key: str) -> tuple[Tenure, ...]:
    table, sought = _index(), f"{key}\t"
    at = bisect_left(table, sought)
    if at == len(table) or not table[at].startswith(sought):
        return ()
    return tuple(map(_row, map(int, table[at][len(sought) :].split(","))))


def bearing(name: str) -> tuple[Tenure, ...]:
    """Return the rows that bear a name, whole, short or without its kind, in the table's order.

    >>> [span.code for span in bearing("甘孜州")]
    ['513300']
    """
    return _found(name) if len(name) in division_lengths(name[:2]) else ()


@lru_cache(maxsize=1 << 13)
def spans_of(code: str) -> tuple[Tenure, ...]:
    """Return the names that a code bore, the oldest first; () for a code that no row has."""
    return tuple(map(_row, _beginning(_rows(), f"{code}\t")))


def left_to(code: str) -> tuple[Tenure, ...]:
    """Return the rows of which something went to a code."""
    return _found(f"{_TO}{code}")


def codes_under(start: str) -> tuple[str, ...]:
    """Return the codes that begin with these digits, each once."""
    rows = _rows()
    return tuple(dict.fromkeys(rows[at][:_DIGITS] for at in _beginning(rows, start)))


def names_of_codes(ending: str, but_not: str, start: str = "") -> list[str]:
    """Return the names, each once, that begin so and whose codes end in some zeros and not in more,
    "" for none."""
    rows = _rows()
    end, no_end = _DIGITS - len(ending), _DIGITS - len(but_not)
    numbers = (
        at
        for at in (_rows_of_names(start) if start else range(len(rows)))
        if rows[at].startswith(ending, end)
        and not (but_not and rows[at].startswith(but_not, no_end))
    )
    names = (_row(at).name for at in numbers)
    return list(dict.fromkeys(name for name in names if name.startswith(start)))


def _rows_of_names(start: str) -> list[int]:
    """Return the numbers of the rows with a name, whole, short or without its kind, that begins
    so."""
    table = _index()
    found = (table[at].partition("\t")[2].split(",") for at in _beginning(table, start))
    return sorted({int(number) for numbers in found for number in numbers})


@lru_cache(maxsize=1 << 14)
def division_lengths(start: str) -> tuple[int, ...]:
    """Tell how long the names are that begin with these two characters, shortest first."""
    if not start or start[0] == _TO:
        return ()
    table = _index()
    start = start if len(start) > 1 else f"{start}\t"
    return tuple(sorted({table[at].index("\t") for at in _beginning(table, start)}))


@cache
def longest() -> int:
    """Return the length of the longest name."""
    return max(line.index("\t") for line in _index())


def _beginning(table: list[str], start: str) -> Iterator[int]:
    """Yield the numbers of the lines of a sorted table that begin so."""
    at = bisect_left(table, start)
    while at < len(table) and table[at].startswith(start):
        yield at
        at += 1
