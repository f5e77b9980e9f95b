"""Web pages: what a reader of the page sees, by lines. Nothing is ever fetched."""

import re
from collections.abc import Iterator
from typing import NoReturn

from lxml import etree

from pilotdiff.model import Line, Said, msg
from pilotdiff.patterns import pattern
from pilotdiff.reading.contents import Contents, RawSource, struck_out
from pilotdiff.reading.encoding import Decoded, family
from pilotdiff.reading.limits import MAX_ATTRIBUTES, MAX_CELLS, MAX_LINES, MAX_PAGE_BYTES, MEBIBYTE
from pilotdiff.reading.note_marks import raise_numbers
from pilotdiff.reading.text import decoded_text
from pilotdiff.reading.web.html_styles import write_styles
from pilotdiff.reading.web.html_tables import (
    TooManyCellsError,
    data_tables,
    table_captions,
    table_rows,
)
from pilotdiff.reading.web.html_unseen import unseen_parts
from pilotdiff.reading.web.html_walk import is_struck, one_line, visible_lines

_CHARSET = pattern(
    rb"""<(?:meta|\?xml)\b[^<>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE
)
_FORMATTING = pattern(
    r"</?(?:font|span|b|i|u|em|strong|small|big|a|o:p)(?:\s[^<>]*)?>", re.IGNORECASE
)
_HEAD = 1 << 14


class _TooDeepError(Exception):
    """The parser gave up on the nesting and dropped what came after."""


def contents(source: RawSource) -> Contents:
    """Read lines and table rows, numbered as they follow one another on the page."""
    match = _CHARSET.search(source.data[:_HEAD])
    declared = match[1].decode("ascii", "replace") if match else ""
    refuse_unbounded(source)
    decoded = decoded_text(source, declared)
    root = _tree(source, decoded.text)
    if root is not None and _is_own(root):
        source.refuse("is a page that pilotdiff wrote; give the lists themselves, or diff.csv")
    if root is not None:
        write_styles(root)
        raise_numbers(root)
    lines = tuple(_lines(source, root)) if root is not None else ()
    unseen = tuple(_unseen(source, root, len(lines))) if root is not None else ()
    notes = decoded.notes + _lie(declared, decoded)
    if root is not None:
        struck = (element for element in root.iter(etree.Element) if is_struck(element))
        notes += struck_out(one_line("".join(element.itertext())) for element in struck)
    return Contents(lines, notes, decoded.encoding, decoded.certainty, unseen=unseen)


def _is_own(root: etree._Element) -> bool:
    """Tell whether pilotdiff wrote a page: it tells of lists, and is none."""
    made = root.findall(".//meta[@name='generator']")
    return any(meta.get("content", "").startswith("pilotdiff ") for meta in made)


def _tree(source: RawSource, text: str) -> etree._Element | None:
    try:
        return _parsed(text)
    except _TooDeepError:
        return _shallower(source, text)


def _lie(declared: str, decoded: Decoded) -> tuple[Said, ...]:
    meant = family(declared)
    if not meant or decoded.encoding.startswith(meant):
        return ()
    found = decoded.encoding.upper()
    return (msg("the page says {declared}, its bytes are {found}", declared=declared, found=found),)


def _shallower(source: RawSource, text: str) -> etree._Element | None:
    """Return a page without formatting tags: a <font> left open in each line nests them all."""
    try:
        return _parsed(_FORMATTING.sub("", text))
    except _TooDeepError:
        source.refuse("nests its elements too deeply; copy the list into a text file")


def _parsed(text: str) -> etree._Element | None:
    """Return the page as a tree; None when it holds no element."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = etree.fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError):  # nothing but comments, or nothing at all
        return None
    if any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log):
        raise _TooDeepError
    return root


def _unseen(source: RawSource, root: etree._Element, last: int) -> Iterator[Line]:
    """Yield the lines that the page does not show, numbered on behind its `last` one."""
    number = last
    for at, part in enumerate(unseen_parts(root), 1):
        if isinstance(part, list):
            lines = [Line(row, "", cells) for row, cells in enumerate(part, 1)]
        else:
            lines = list(_lines(source, part) if not isinstance(part, str) else _of(source, part))
        for row, line in enumerate(lines, 1):
            number += 1
            place = msg("not shown, part {part}, row {row}", part=at, row=row)
            yield line._replace(number=number, place=place)
        if number > MAX_LINES:
            _refuse_long(source)


def _of(source: RawSource, text: str) -> Iterator[Line]:
    """Yield the lines of a piece of a page; none where it nests beyond reading."""
    try:
        root = _parsed(text)
    except _TooDeepError:
        return
    if root is not None:
        yield from _lines(source, root)


def _lines(source: RawSource, root: etree._Element) -> Iterator[Line]:
    tables = data_tables(root)
    number = table = cells = 0
    for item in visible_lines(root, tables):
        if isinstance(item, tuple):
            number += 1
            yield Line(number, item[0], heading=item[1])
        else:
            table += 1
            for caption in table_captions(item):
                number += 1
                yield Line(number, caption)
            for row, texts in enumerate(_rows(source, item), 1):
                number, cells = number + 1, cells + len(texts)
                if any(texts):
                    yield Line(
                        number,
                        "",
                        texts,
                        place=msg("table {table}, row {row}", table=table, row=row),
                    )
        if number > MAX_LINES or cells > MAX_CELLS:
            _refuse_long(source)


def _refuse_long(source: RawSource) -> NoReturn:
    source.refuse("has more than {most} lines; split it into smaller files", most=f"{MAX_LINES:,}")


def _rows(source: RawSource, table: etree._Element) -> Iterator[tuple[str, ...]]:
    try:
        yield from table_rows(table)
    except TooManyCellsError:
        source.refuse("has a table with too many merged cells; save it as a workbook")


_QUOTED = pattern(rb"\"[^\"]*\"|'[^']*'")
_PARTING = pattern(rb"[\s/]+")


def refuse_unbounded(source: RawSource) -> None:
    """Refuse a page whose tree would take more memory or time than a list is worth."""
    if len(source.data) > MAX_PAGE_BYTES:
        source.refuse(
            "is a web page of more than {most} MiB; save the list as text or as a table",
            most=MAX_PAGE_BYTES // MEBIBYTE,
        )
    if any(_attributes(tag) > MAX_ATTRIBUTES for tag in _long_tags(source.data)):
        source.refuse(
            "has a tag of more than {most} attributes; copy the list into a text file",
            most=f"{MAX_ATTRIBUTES:,}",
        )


def _attributes(tag: bytes) -> int:
    """Return how many there are; what stands in quotation marks, a whole picture perhaps, is one
    value."""
    return len(_PARTING.split(_QUOTED.sub(b" ", tag)))


def _long_tags(data: bytes) -> Iterator[bytes]:
    """Yield the tags that have room for so many attributes."""
    start = data.find(b"<")
    while start >= 0:
        end = data.find(b">", start)
        if end < 0:
            end = len(data)
        if end - start > 2 * MAX_ATTRIBUTES and data[start + 1 : start + 2].isalpha():
            yield data[start:end]
        start = data.find(b"<", end)
