"""The stage's public face: choose the format, read it, describe the document."""

import hashlib
from collections.abc import Sequence
from importlib import import_module
from pathlib import PurePath
from typing import BinaryIO, Protocol, cast

from pilotdiff.model import Document, UserError
from pilotdiff.model.callbacks import Tick
from pilotdiff.reading.choosing import Choice, chosen_format
from pilotdiff.reading.contents import Contents, RawSource, printable
from pilotdiff.reading.copy_signs import without_copy_signs
from pilotdiff.reading.files import load_pages, whole_file
from pilotdiff.reading.invisible_ends import may_hold_any, without_invisible_ends
from pilotdiff.reading.recognised_text import recognised_text

_BLANK = b"\0 \t\r\n\f\v\xef\xbb\xbf\xff\xfe"


class _Format(Protocol):
    def contents(self, source: RawSource) -> Contents: ...


def read_document(
    source: str, *, stdin: BinaryIO | None = None, progress: Tick | None = None
) -> Document:
    """Read a file, or standard input for "-".

    `progress` is called with what is done and the total on long inputs. Raises UserError with one
    sentence that names the source when it cannot be read as a document.
    """
    return _document(source, whole_file(source, stdin), "", progress)


def read_pages(sources: Sequence[str], *, progress: Tick | None) -> Document:
    """Read several pictures as one document, in the order of the numbers in their names.

    Raises UserError as `read_document` does, and where a file is no picture.
    """
    name = f"{sources[0]} … {PurePath(sources[-1]).name}"
    return _document(name, load_pages(sources), "png", progress)


def read_bytes(name: str, data: bytes, format: str = "") -> Document:
    """Return the same from bytes; the format is told by `format`, else by the name's suffix.

    Either is checked against the content: a workbook saved as a web page under the name .xls is
    read as the page it is, and the document's notes say so. Raises UserError.
    """
    return _document(name, data, format, None)


def _document(name: str, data: bytes, format: str, progress: Tick | None) -> Document:
    source = RawSource(name, data, progress) if progress else RawSource(name, data)
    if not data.strip(_BLANK):
        raise UserError("{name} is empty; give a file that holds a list", name=printable(name))
    choice = chosen_format(source, format or PurePath(name).suffix.lower().removeprefix("."))
    contents = _module(choice).contents(source)
    if not contents.lines and not contents.unseen:
        raise UserError("{name} holds no text; give a file that holds a list", name=printable(name))
    lines = contents.lines
    if choice.format == "html" or may_hold_any(data, contents.encoding):
        lines = without_invisible_ends(lines)
    lines, signs = without_copy_signs(lines)
    scan, notes = contents.scan, (*choice.notes, *contents.notes, *signs)
    if scan is None and (foreign := recognised_text(contents.lines)):
        scan, notes = foreign[0], (*notes, foreign[1])
    return Document(
        name=name,
        format=choice.format,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        lines=lines,
        encoding=contents.encoding,
        certainty=contents.certainty,
        notes=notes,
        scan=scan,
        unseen=contents.unseen,
        unsure_rows=contents.unsure_rows,
    )


def _module(choice: Choice) -> _Format:
    return cast(_Format, import_module(f"pilotdiff.reading.{choice.module}"))
