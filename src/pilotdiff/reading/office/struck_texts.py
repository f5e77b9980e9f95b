"""Texts of cells in an .xlsx of which a part is struck out: 南坡村 before 西岭村, which took its
place."""

import re
from collections.abc import Iterator
from html import unescape

from pilotdiff.patterns import pattern
from pilotdiff.reading.archive import Archive

_STRINGS = "xl/sharedStrings.xml"
_ITEM = pattern(rb"<(?:\w+:)?si\b(?:[^<>]*/>|[^<>]*>(.*?)</(?:\w+:)?si>)", re.DOTALL)
_RUN = pattern(rb"<(?:\w+:)?r>(.*?)</(?:\w+:)?r>", re.DOTALL)
_TEXT = pattern(rb"<(?:\w+:)?t(?:\s[^<>]*)?>([^<]*)</")
STRIKE = pattern(rb"<(?:\w+:)?strike\b(?![^<>]*val\s*=\s*[\"'](?:0|false))")
_CELL = (
    rb"<(?:\w+:)?c\s(?=[^<>]*\bt=[\"']s[\"'])[^<>]*?\br=[\"']([A-Z]{1,3}\d{1,7})[\"'][^<>]*>\s*"
    rb"<(?:\w+:)?v>(%s)</"
)
_INLINE = pattern(
    rb"<(?:\w+:)?c\s[^<>]*?\br=[\"']([A-Z]{1,3}\d{1,7})[\"'][^<>]*>\s*<(?:\w+:)?is>(.*?)</(?:\w+:)?is>",
    re.DOTALL,
)


def struck_strings(archive: Archive) -> dict[bytes, str]:
    """Return what is left of the shared texts of a workbook that are struck out in part or whole,
    by their numbers."""
    strings = archive.read(_STRINGS)
    if STRIKE.search(strings) is None:
        return {}
    items = enumerate(_ITEM.findall(strings))
    return {b"%d" % at: what for at, item in items if (what := _left(item)) is not None}


def struck_texts(piece: bytes, strings: dict[bytes, str]) -> Iterator[tuple[str, str]]:
    """Yield the cells of a piece of a sheet whose texts are struck out in part, as they are called,
    each with what is left of it."""
    if strings:
        cells = re.compile(_CELL % b"|".join(strings))
        yield from ((at.decode(), strings[number]) for at, number in cells.findall(piece))
    if STRIKE.search(piece) is not None:
        for at, inner in _INLINE.findall(piece):
            if (left := _left(inner)) is not None:
                yield at.decode(), left


def _left(item: bytes) -> str | None:
    """Return what of a text in runs is not struck out; None where nothing of it is."""
    runs = _RUN.findall(item)
    kept = [run for run in runs if STRIKE.search(run) is None]
    if len(kept) == len(runs):
        return None
    return unescape(
        "".join(text.decode("utf-8", "replace") for run in kept for text in _texts(run))
    )


def _texts(run: bytes) -> list[bytes]:
    return _TEXT.findall(run)
