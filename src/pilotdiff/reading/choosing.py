"""Which format a source is read as: its suffix is a claim, its content the evidence."""

from typing import NamedTuple, NoReturn

from pilotdiff.model import Said, msg
from pilotdiff.reading.contents import RawSource
from pilotdiff.reading.encoding import decode
from pilotdiff.reading.sniffing import (
    binary_kind,
    is_separated,
    looks_separated,
    markup_kind,
    opens_json,
    stranger,
)

_SUFFIXES = {
    "txt": "txt",
    "text": "txt",
    "md": "md",
    "markdown": "md",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "shtml": "html",
    "mht": "mht",
    "mhtml": "mht",
    "docx": "docx",
    "docm": "docx",
    "odt": "odt",
    "rtf": "rtf",
    "pdf": "pdf",
    "xlsx": "xlsx",
    "xlsm": "xlsx",
    "xls": "xls",
    "et": "xls",
    "ods": "ods",
    "csv": "csv",
    "tsv": "tsv",
    "tab": "tsv",
    "json": "json",
    "jsonl": "json",
    "ndjson": "json",
    "geojson": "json",
    "xml": "xml",
    "doc": "doc",
    "wps": "doc",
    "jpg": "picture",
    "jpeg": "picture",
    "png": "picture",
    "tif": "picture",
    "tiff": "picture",
    "webp": "picture",
    "bmp": "picture",
}
# The module that reads each format, and what `Document.format` calls it.
_MODULES = {
    "txt": ("text", "txt"),
    "md": ("markdown", "md"),
    "html": ("web.html", "html"),
    "mht": ("web.webarchive", "html"),
    "csv": ("data.separated", "csv"),
    "tsv": ("data.separated", "tsv"),
    "json": ("data.json_tables", "json"),
    "xml": ("data.xml_data", "xml"),
    "docx": ("office.word", "docx"),
    "pdf": ("pdf.pdf", "pdf"),
    "xlsx": ("office.workbook", "xlsx"),
    "xls": ("office.old_workbook", "xls"),
    "ods": ("office.workbook", "ods"),
    "doc": ("office.office", "docx"),
    "odt": ("office.office", "docx"),
    "rtf": ("office.office", "docx"),
    "excel-xml": ("office.office", "xlsx"),
    "word-xml": ("office.office", "docx"),
    "fods": ("office.office", "xlsx"),
    "fodt": ("office.office", "docx"),
    "picture": ("pictures.picture_files", "picture"),
}
_MOST_NAMED = 5
_TEXTS = frozenset({"txt", "md", "html", "csv", "tsv", "mht", "json", "xml"})
_ZIPS = frozenset({"docx", "xlsx", "ods", "odt"})
_OLES = frozenset({"doc", "xls"})
_DISGUISES = {"xls": "csv", "xlsx": "csv", "doc": "txt", "docx": "txt"}
_REFUSED = {
    "locked": msg("is protected by a password; save a copy without one"),
    "xlsb": msg("is a binary workbook; save it as .xlsx and give that"),
    "ofd": msg("is an OFD document; save it as PDF or Word and give that"),
    "word-package": msg("is a Word document as one XML file; save it as .docx and give that"),
    "ole": msg("is an office file of unknown kind; save it as .docx or .xlsx and give that"),
}


class Choice(NamedTuple):
    """The format to read as (a `Document.format`), the module that reads it, and why."""

    format: str
    module: str
    notes: tuple[Said, ...] = ()


def chosen_format(source: RawSource, suffix: str) -> Choice:
    """Return the format of a source with that suffix; UserError when it is none that is read."""
    claimed = _SUFFIXES.get(suffix, "")
    kind = _found(source, claimed) or claimed or _unnamed(source.data)
    module, format = _MODULES[kind]
    if claimed and kind != claimed:
        note = msg(
            "the name ends in .{suffix}, the content is {kind}: read as {kind}",
            suffix=suffix,
            kind=kind,
        )
        return Choice(format, module, (note,))
    return Choice(format, module)


def _found(source: RawSource, claimed: str) -> str:
    """Return the format that the content shows; "" where it does not speak against the claim."""
    foreign = stranger(source.data)
    if foreign:
        source.refuse(
            "is {kind}; give a text, web page, Word, PDF or spreadsheet file", kind=foreign
        )
    binary = binary_kind(source.data, claimed)
    if (binary == "zip" and claimed in _ZIPS) or (binary == "ole" and claimed in _OLES):
        return claimed
    if binary == "zip" and _holds_pictures(source.data):
        return "picture"
    if binary == "zip":
        _refuse_zip(source)
    if binary in _REFUSED:
        source.refuse(_REFUSED[binary])
    if binary:
        return binary
    markup = markup_kind(source.data)
    if markup in _REFUSED:
        source.refuse(_REFUSED[markup])
    if markup and claimed != "md":
        return markup
    if claimed in ("", *_TEXTS) and opens_json(source.data) and _is_json(source.data):
        return "json"
    if claimed in ("", "xml", "txt"):
        data = source.data.lstrip().startswith(b"<") and _is_xml_data(source.data)
        if data or claimed == "xml":
            return "xml" if data else "txt"
    if claimed in ("", "txt") and is_separated(source.data):
        return "csv"
    return claimed if not claimed or claimed in _TEXTS else _disguised(source, claimed)


def _refuse_zip(source: RawSource) -> NoReturn:
    from pilotdiff.reading.zip_names import zip_names

    names = zip_names(source.data) or []
    shown = (*names[:_MOST_NAMED], *["…"] * (len(names) > _MOST_NAMED))
    if not shown:
        source.refuse("is a zip archive without a file in it; give the list itself")
    source.refuse(
        "is a zip archive; unpack it and give the file in it that holds the list: {files}",
        files=tuple(name if name.isprintable() else ascii(name) for name in shown),
    )


def _holds_pictures(data: bytes) -> bool:
    from pilotdiff.reading.picture_bundles import is_bundle

    return is_bundle(data)


def _is_json(data: bytes) -> bool:
    from pilotdiff.reading.data.json_texts import is_json

    decoded = decode(data)
    return decoded is not None and is_json(decoded.text)


def _is_xml_data(data: bytes) -> bool:
    from pilotdiff.reading.data.xml_data import is_xml_data

    decoded = decode(data)
    return decoded is not None and is_xml_data(decoded.text)


def _disguised(source: RawSource, claimed: str) -> str:
    """Return the format of text under the name of a binary format: what sites export as .xls is
    often no more."""
    if claimed not in _DISGUISES or decode(source.data) is None:
        source.refuse("is broken: its content is no {format} file; save it again", format=claimed)
    return _DISGUISES[claimed]


def _unnamed(data: bytes) -> str:
    return "csv" if looks_separated(data) else "txt"
