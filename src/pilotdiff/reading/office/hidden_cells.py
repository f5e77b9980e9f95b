"""Rows and columns that a sheet of an .xlsx or .ods hides, which calamine does not tell."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import NamedTuple

from pilotdiff.patterns import pattern
from pilotdiff.reading.archive import Archive, overlapping
from pilotdiff.reading.limits import MAX_COLUMNS, MAX_REPEATED_ROWS

_SHEET = pattern(rb"<(?:\w+:)?sheet\b[^<>]*>")
_RELATION = pattern(rb"<(?:\w+:)?Relationship\b[^<>]*>")
_BOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"


class HiddenCells(NamedTuple):
    """The rows and columns of a sheet that are not shown, from 0."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()


def hidden_cells(archive: Archive) -> Mapping[str, HiddenCells]:
    """Return what each sheet of an .xlsx hides, by the sheet's name; sheets that hide nothing are
    left out."""
    found = {}
    for name in archive.names():
        if name.startswith("xl/worksheets/"):
            hidden = _of_sheet(archive.pieces_of(name))
            if hidden != HiddenCells():
                found[name] = hidden
    if not found:
        return {}
    names = sheet_names(archive)
    return {names[part]: hidden for part, hidden in found.items() if part in names}


_PART = pattern(rb"<(?:\w+:)?(table-row|table-column|table)(?=[\s/>])([^<>]*)>")
_COLLAPSED = pattern(rb"visibility\s*=\s*[\"'](?:collapse|filter)[\"']")
_REPEATED = pattern(rb"-repeated\s*=\s*[\"'](\d{1,7})[\"']")
_NAME = pattern(rb"table:name\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


def hidden_in_opendocument(content: bytes) -> Mapping[str, HiddenCells]:
    """Return what each sheet of an .ods hides, by the sheet's name."""
    if b"visibility" not in content:
        return {}
    hidden: dict[str, dict[bytes, set[int]]] = {}
    places: dict[bytes, set[int]] = {}
    following: dict[bytes, int] = {}
    for kind, attributes in _PART.findall(content):
        if kind == b"table":
            names = _NAME.search(attributes)
            name = (
                unescape((names[1] or names[2] or b"").decode("utf-8", "replace")) if names else ""
            )
            places, following = hidden.setdefault(name, {}), {}
            continue
        repeated = _REPEATED.search(attributes)
        first = following.get(kind, 0)
        following[kind] = first + (int(repeated[1]) if repeated else 1)
        if _COLLAPSED.search(attributes):
            most = MAX_COLUMNS if kind == b"table-column" else MAX_REPEATED_ROWS
            last = min(following[kind], first + most)
            places.setdefault(kind, set()).update(range(first, last))
    return {
        name: HiddenCells(
            frozenset(found.get(b"table-row", ())), frozenset(found.get(b"table-column", ()))
        )
        for name, found in hidden.items()
        if found
    }


_NUMBER = pattern(rb"\s(r|min|max)\s*=\s*[\"'](\d{1,7})[\"']")


def _of_sheet(pieces: Iterable[bytes]) -> HiddenCells:
    rows: set[int] = set()
    columns: set[int] = set()
    for tag, text in _tags(pieces):
        numbers = {key: int(digits) for key, digits in _NUMBER.findall(text)}
        if tag == b"row" and b"r" in numbers:
            rows.add(numbers[b"r"] - 1)
        elif tag == b"col" and b"min" in numbers:
            last = min(numbers.get(b"max", numbers[b"min"]), MAX_COLUMNS)
            columns.update(range(numbers[b"min"] - 1, last))
    return HiddenCells(frozenset(rows), frozenset(columns))


_OVERLAP = 1_024
_TAG = pattern(rb"<(?:\w+:)?(row|col)\b[^<>]{0,900}?\shidden\s*=\s*[\"'](?:1|true)[\"'][^<>]*>")


def _tags(pieces: Iterable[bytes]) -> Iterator[tuple[bytes, bytes]]:
    for text in overlapping(pieces, _OVERLAP):
        if b"hidden" in text:
            yield from ((match[1], match[0]) for match in _TAG.finditer(text))


def sheet_names(archive: Archive) -> dict[str, str]:
    """Return the names of the sheets by the parts that hold them."""
    targets = {
        each.get("Id", ""): posixpath.normpath(posixpath.join("xl", each.get("Target", "")))
        for each in _attributes(_RELATION, archive.read(_RELATIONS))
    }
    return {
        targets[each["r:id"]].lstrip("/"): each["name"]
        for each in _attributes(_SHEET, archive.read(_BOOK))
        if "name" in each and each.get("r:id") in targets
    }


_ATTRIBUTE = pattern(rb"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


def _attributes(tag: re.Pattern[bytes], text: bytes) -> Iterator[dict[str, str]]:
    for found in tag.findall(text):
        yield {
            key.decode(): unescape((one or two).decode("utf-8", "replace"))
            for key, one, two in _ATTRIBUTE.findall(found)
        }
