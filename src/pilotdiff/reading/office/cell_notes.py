"""Comments on cells of an .xlsx or .ods, which calamine does not tell."""

import posixpath
import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from pilotdiff.patterns import pattern
from pilotdiff.reading.archive import Archive
from pilotdiff.reading.office.hidden_cells import sheet_names


class CellNote(NamedTuple):
    """A comment: its sheet, its cell ("B2", "" where an .ods does not say), and what it says."""

    sheet: str
    cell: str
    text: str


_CONTENT = "content.xml"


def cell_notes(archive: Archive) -> list[CellNote]:
    """Return the comments of a workbook, sheet after sheet."""
    if _CONTENT in archive.names():
        return [*_annotations(archive.read(_CONTENT))]
    return [*_comments(archive)]


_TARGET = pattern(rb"\bTarget\s*=\s*[\"']([^\"']*[Cc]omments?[^\"']*\.xml)[\"']")


def _comments(archive: Archive) -> Iterator[CellNote]:
    names = sheet_names(archive)
    for part, sheet in names.items():
        folder, file = posixpath.split(part)
        relations = archive.read(f"{folder}/_rels/{file}.rels")
        said: dict[str, str] = {}
        # What a thread says stands in both parts, in the plain one behind a notice of the program.
        for target in sorted(_TARGET.findall(relations), key=lambda each: b"hreaded" in each):
            path = posixpath.normpath(posixpath.join(folder, target.decode()))
            said |= _said(archive.read(path.lstrip("/")))
        yield from (CellNote(sheet, cell, text) for cell, text in said.items())


_COMMENT = pattern(
    rb"<(?:\w+:)?(?:threadedComment|comment)\s[^<>]*?\bref=[\"']([A-Z]{1,3}\d{1,7})[\"'][^<>]*>"
    rb"(.*?)</(?:\w+:)?(?:threadedComment|comment)>",
    re.DOTALL,
)
_TEXT = pattern(rb"<(?:\w+:)?(?:t|text)(?:\s[^<>]*)?>([^<]+)</")


def _said(part: bytes) -> dict[str, str]:
    found: dict[str, str] = {}
    for cell, inside in _COMMENT.findall(part):
        text = _plain(b"".join(_TEXT.findall(inside)))
        ref = cell.decode()
        if text:
            found[ref] = f"{found[ref]} {text}" if ref in found else text
    return found


_ANNOTATION = pattern(
    rb"<table:table\s[^<>]*?table:name=\"([^\"]*)\"|"
    rb"<office:annotation[\s>](.*?)</office:annotation>",
    re.DOTALL,
)
_PARAGRAPH = pattern(rb"<text:p[^<>]*>(.*?)</text:p>", re.DOTALL)


def _annotations(content: bytes) -> Iterator[CellNote]:
    sheet = ""
    for name, inside in _ANNOTATION.findall(content):
        if name:
            sheet = _plain(name)
        elif text := _plain(b" ".join(_PARAGRAPH.findall(inside))):
            yield CellNote(sheet, "", text)


_TAG = pattern(rb"<[^<>]*>")


def _plain(text: bytes) -> str:
    return unescape(_TAG.sub(b"", text).decode("utf-8", "replace")).strip()
