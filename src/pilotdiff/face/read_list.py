"""`read`: a list, in whatever form it is given, to its units."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from os import PathLike, fspath
from typing import TYPE_CHECKING, TypeGuard

from pilotdiff.face.data_tables import DataTable, data_table, text_of
from pilotdiff.face.list_input import ListInput, ReadableFile, ToldColumns
from pilotdiff.face.listed_units import ListedUnits
from pilotdiff.face.own_columns import kept_of, refuse_unkept, with_roles
from pilotdiff.model import Document, Filed, Line, Units

if TYPE_CHECKING:
    from pilotdiff.model import Source

_PLAIN = ToldColumns()


def read(
    source: ListInput,
    *,
    name: str = "",
    id: str = "",
    category: str = "",
    levels: Mapping[str, str] | None = None,
    keep: Sequence[str] = (),
    title: str = "",
    label: str = "",
) -> ListedUnits:
    """Return the units that a list holds.

    `source` is a path, "-" for standard input, the id of a shipped document, text of more than one
    line, bytes, an open file, a list of names, of records, a mapping of columns, a frame of pandas
    or polars, or an Arrow table. A document without a list gives no units.

    name, id, category  the columns that hold them, where the headings do not tell
    levels              the column of each level's name: {"county": "区县名"}
    keep                columns of your own, which the answers carry
    title               what a list in memory is called: “2019年…试点名单” tells year and kind
    label               how answers call a list in memory; else its title, else what it is

    Raises UserError: there is no such file or column, or it cannot be read.

    >>> units = read(["长沙县金井镇", "长沙县开慧镇"])
    >>> [unit.name for unit in units.units]
    ['长沙县金井镇', '长沙县开慧镇']
    """
    told = ToldColumns.of(name, id, category, levels, keep, title)
    units = listed(source, told, label)
    refuse_unkept(told.keep, units)
    return units


def listed(source: ListInput, told: ToldColumns = _PLAIN, label: str = "") -> ListedUnits:
    """Return the units of a list; one that was read already stays as it is. Raises UserError."""
    if isinstance(source, ListedUnits):
        return source
    if isinstance(source, Units):
        return ListedUnits.of(source)
    if (isinstance(source, str) and "\n" not in source) or isinstance(source, PathLike):
        return _of_file(fspath(source), told)
    if isinstance(source, (str, bytes)):
        return _of_content(source, told, label)
    if isinstance(source, ReadableFile):
        return _of_content(source.read(), told, label or str(getattr(source, "name", "")))
    return _of_table(data_table(source), told, label)


def filed_input(source: ListInput, label: str = "") -> Filed:
    """Return a document with what is known of it. Raises UserError."""
    from pilotdiff import filing

    if _is_name(source) and (known := _shipped(fspath(source))):
        return filing.completed(Filed(known, _catalogued(known, _PLAIN)))
    return filing.filed(listed(source, label=label))


def all_filed(sources: Iterable[ListInput]) -> list[Filed]:
    """Return documents, all of the shipped catalogue where none is given. Raises UserError.

    A folder stands for those in it. Those that are in memory, and are called alike, are numbered.
    """
    from pilotdiff.catalogue import catalogue
    from pilotdiff.reading.folders import opened

    given: list[ListInput] = []
    for source in list(sources) or [each.id for each in catalogue().sources]:
        given += opened([fspath(source)]) if _is_name(source) else [source]
    found: list[Filed] = []
    for each in given:
        one = filed_input(each)
        seen = sum(_base(other.source.id) == one.source.id for other in found)
        if seen and not _is_name(each):
            one = _renamed(one, f"{one.source.id} #{seen + 1}")
        found.append(one)
    return found


def _is_name(given: ListInput) -> TypeGuard[str | PathLike[str]]:
    """Tell whether it names a document, and is none: text has more than one line."""
    return isinstance(given, PathLike) or (isinstance(given, str) and "\n" not in given)


def _base(id: str) -> str:
    return id.partition(" #")[0]


def _renamed(one: Filed, id: str) -> Filed:
    units = one.units
    document = replace(units.listing.document, name=id)
    units = replace(units, listing=replace(units.listing, document=document))
    return Filed(replace(one.source, id=id), units)


def _shipped(name: str) -> Source | None:
    """Return the shipped document of that id; a file of that name comes before it."""
    from pathlib import Path

    from pilotdiff.catalogue import catalogue

    known = catalogue().find(name)
    return known if known is not None and not Path(name).exists() else None


def _of_file(name: str, told: ToldColumns) -> ListedUnits:
    from pilotdiff import reading

    if known := _shipped(name):
        return _catalogued(known, told)
    return _resolved(reading.read_document(name), told)


def _catalogued(known: Source, told: ToldColumns) -> ListedUnits:
    from pilotdiff import listing, units
    from pilotdiff.catalogue import described, document

    read = document(known)
    outlined = listing.outline(read, id_column=told.id, name_column=told.name)
    return ListedUnits.of(
        units.resolve(described(outlined, known), record=True), kept_of(read, told.keep)
    )


def _of_content(content: str | bytes, told: ToldColumns, label: str) -> ListedUnits:
    """Return the units of text or bytes; the format shows in them, or in the name that they go
    by."""
    from pilotdiff import reading

    data = content.encode(errors="replace") if isinstance(content, str) else content
    document = reading.read_bytes(label or told.title or "text", data)
    if told.title:
        first = Line(1, told.title)
        lines = (line._replace(number=line.number + 1) for line in document.lines)
        document = replace(document, lines=(first, *lines))
    return _resolved(document, told)


def _resolved(document: Document, told: ToldColumns) -> ListedUnits:
    from pilotdiff import listing, units

    shown = with_roles(document, told.roles)
    outlined = listing.outline(shown, id_column=told.id, name_column=told.name)
    return ListedUnits.of(units.resolve(outlined, record=True), kept_of(document, told.keep))


def _of_table(table: DataTable, told: ToldColumns, label: str) -> ListedUnits:
    """Read a table in memory as a file of it would be read, without the columns that a user
    keeps."""
    if table.kind == "names":
        told = ToldColumns(title=told.title)
    own = {*told.roles, told.name, told.id}
    read = [n for n, head in enumerate(table.headings) if head in own or head not in told.keep]
    head = [text_of(table.headings[n]) for n in read]
    body = [[text_of(row[n]) for n in read] for row in table.rows]
    lines = [Line(1, told.title)] if told.title else []
    lines += [Line(n, "", tuple(r)) for n, r in enumerate([head, *body], len(lines) + 1)]
    first = len(lines) - len(body) + 1
    data = "\n".join("\t".join([line.text, *line.cells]) for line in lines).encode(errors="replace")
    name = label or told.title or table.kind
    sha256 = hashlib.sha256(data).hexdigest()
    document = Document(name, table.kind, sha256, len(data), tuple(lines) if body else ())
    units = _resolved(document, told._replace(keep=()))
    at = {name: table.headings.index(name) for name in told.keep if name in table.headings}
    kept = {
        first + n: {name: row[where] for name, where in at.items()}
        for n, row in enumerate(table.rows if at else ())
    }
    return ListedUnits.of(units, kept)
