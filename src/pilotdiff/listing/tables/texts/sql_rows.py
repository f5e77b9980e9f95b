"""Rows that a dump of a database inserts, as the rows of a table."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pilotdiff.listing.lines.following import following
from pilotdiff.listing.tables.columns.column_heads import role
from pilotdiff.listing.tables.texts.cell_lines import Found
from pilotdiff.model import Line
from pilotdiff.patterns import pattern

_NAME = r"(?:[\w.]+|`[^`]+`|\"[^\"]+\"|\[[^\]]+\])(?:\.(?:`[^`]+`|\"[^\"]+\"|\[[^\]]+\]))?"
_INSERT = pattern(
    rf"\s*(?:INSERT|REPLACE)\s+(?:IGNORE\s+)?INTO\s+(?P<table>{_NAME})\s*"
    r"(?:\((?P<columns>[^()]*)\)\s*)?VALUES?\s*",
    re.IGNORECASE,
)
_CREATE = pattern(rf"\s*CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?(?P<table>{_NAME})", re.I)
_COLUMN = pattern(rf"\s*(?P<name>{_NAME})\s+[A-Za-z]+.*?(?:COMMENT\s+'(?P<said>[^']*)')?\s*,?\s*")
_NO_COLUMN = pattern(r"\s*(?:PRIMARY|UNIQUE|KEY|INDEX|CONSTRAINT|FOREIGN|CHECK|FULLTEXT)\b", re.I)
_VALUE = pattern(
    r"\s*(?:[Nn]?'(?P<quoted>(?:[^'\\]|\\.|'')*)'|(?P<bare>[^,()']*?))\s*(?P<after>[,)])"
)
_ESCAPED = pattern(r"\\(.)|''")
_QUOTES = '`"[]'
_MOST_COLUMNS = 200


def inserted_rows(lines: Sequence[Line], index: int) -> Found | None:
    """Return the rows that the statements from a line on insert into one table, below the names of
    its columns; None where none begin there.

    INSERT INTO area (code, name) VALUES ('1', '清岗县'), ('2', '白溪县');
    """
    first = _INSERT.match(lines[index].text)
    if first is None:
        return None
    statements: list[_Statement] = []
    taken = 0
    for at, line in enumerate(following(lines, index), 1):
        told = _INSERT.match(line.text)
        if told is not None and _bare(told["table"]) != _bare(first["table"]):
            break
        found = list(_values(line.text, told.end() if told else 0))
        if not found and told is None and _BATCH.fullmatch(line.text) is None:
            break
        if told is not None:
            statements.append(_Statement(_named(told["columns"]), []))
        statements[-1].rows.extend(line._replace(text="", cells=cells) for cells in found)
        taken = at if found or told else taken
    rows = _under_heads(statements, _created(lines, index, _bare(first["table"])))
    return Found(rows, taken) if rows else None


def is_statement(text: str) -> bool:
    """Tell whether a line begins a statement, which heads no columns however its words sound.

    >>> is_statement("CREATE TABLE village (id int, name text);"), is_statement("id name town")
    (True, False)
    """
    return bool(_INSERT.match(text) or _CREATE.match(text))


class _Statement(NamedTuple):
    """The names of the columns that a statement fills, [] where it fills all, and its rows."""

    heads: list[str]
    rows: list[Line]


def _under_heads(statements: Sequence[_Statement], created: Sequence[str]) -> list[Line]:
    """Return the rows of all statements below one heading, each value under its own column,
    whatever order a statement names them in; without a heading where none fits them."""
    named = next((told.heads for told in statements if told.heads), [])
    heads = list(created) or named
    heads += [name for told in statements for name in told.heads if name not in heads]
    rows = [row for told in statements for row in told.rows]
    if any(len(row.cells) != len(told.heads or heads) for told in statements for row in told.rows):
        return rows
    if not rows:
        return []
    return [rows[0]._replace(cells=tuple(heads)), *_in_order(statements, heads)]


def _in_order(statements: Sequence[_Statement], heads: Sequence[str]) -> Iterator[Line]:
    for told in statements:
        if told.heads in ([], heads):
            yield from told.rows
            continue
        at = [told.heads.index(name) if name in told.heads else -1 for name in heads]
        for row in told.rows:
            yield row._replace(cells=tuple(row.cells[n] if n >= 0 else "" for n in at))


def _named(columns: str | None) -> list[str]:
    return [*map(_bare, columns.split(","))] if columns else []


def _values(text: str, start: int) -> Iterator[tuple[str, ...]]:
    """Yield the values of each bracket of a statement from a place on."""
    at = start
    while (opening := _OPENING.match(text, at)) is not None:
        cells: list[str] = []
        at = opening.end()
        while (value := _VALUE.match(text, at)) is not None and len(cells) < _MOST_COLUMNS:
            quoted, bare = value["quoted"], value["bare"]
            told = "" if bare is None or bare.upper() == "NULL" else bare
            cells.append(told if quoted is None else _ESCAPED.sub(_unescaped, quoted))
            at = value.end()
            if value["after"] == ")":
                break
        else:
            return
        yield tuple(cells)


# What parts the statements of a dump, and inserts nothing.
_BATCH = pattern(
    r"\s*(?:(?:GO|COMMIT|BEGIN(?: TRANSACTION)?|SET\s[\w.\[\]\s]+)\s*;?)?\s*", re.IGNORECASE
)
_OPENING = pattern(r"\s*,?\s*\(")


def _unescaped(match: re.Match[str]) -> str:
    return match[1] or "'"


def _created(lines: Sequence[Line], index: int, table: str) -> list[str]:
    """Return the names of a table's columns as the statement that made it has them, what it says
    of those that no heading is known by; [] where it stands nowhere above."""
    made = (
        at
        for at in range(index - 1, -1, -1)
        if (found := _CREATE.match(lines[at].text)) and _bare(found["table"]) == table
    )
    start = next(made, None)
    if start is None:
        return []
    heads: list[str] = []
    for text in _definitions(lines, start, index):
        found = _COLUMN.fullmatch(text)
        if found is None or _NO_COLUMN.match(text):
            break
        name, said = _bare(found["name"]), (found["said"] or "").strip()
        heads.append(said if said and not role(name) else name)
    return heads


def _definitions(lines: Sequence[Line], start: int, end: int) -> Iterator[str]:
    """Yield the definitions of a table's columns: those behind its name, all in one line, or one a
    line below it."""
    opening = _CREATE.match(lines[start].text)
    within = lines[start].text[opening.end() :].strip().removeprefix("(") if opening else ""
    yield from (text for text in _BETWEEN.split(within) if text.strip())
    yield from (line.text for line in following(lines, start + 1, end))


# Between two definitions; the commas of decimal(10,2) and within quotes part none.
_BETWEEN = pattern(r",(?![^()]*\))(?=(?:[^']*'[^']*')*[^']*$)|\)\s*[^()']*;\s*$")


def _bare(name: str) -> str:
    """Return a name without its schema and its quotes: `area`.

    >>> _bare("`china`.`area`"), _bare("area")
    ('area', 'area')
    """
    return name.rpartition(".")[2].strip().strip(_QUOTES)
