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

# Each sort of content, the module that reads it, what `Document.format` calls it, and the suffixes
# of the files that claim to be it.
_FORMATS = (
    ("txt", "text", "txt", "txt text"),
    ("md", "markdown", "md", "md markdown"),
    ("html", "web.html", "html", "html htm xhtml shtml"),
    ("mht", "web.webarchive", "html", "mht mhtml"),
    ("csv", "data.separated", "csv", "csv"),
    ("tsv", "data.separated", "tsv", "tsv tab"),
    ("json", "data.json_tables", "json", "json jsonl ndjson geojson"),
    ("xml", "data.xml_data", "xml", "xml"),
    ("docx", "office.word", "docx", "docx docm"),
    ("pdf", "pdf.pdf", "pdf", "pdf"),
    ("xlsx", "office.workbook", "xlsx", "xlsx xlsm"),
    ("xls", "office.old_workbook", "xls", "xls et"),
    ("ods", "office.workbook", "ods", "ods"),
    ("doc", "office.office", "docx", "doc wps"),
    ("odt", "office.office", "docx", "odt"),
    ("rtf", "office.office", "docx", "rtf"),
    ("excel-xml", "office.office", "xlsx", ""),
    ("word-xml", "office.office", "docx", ""),
    ("fods", "office.office", "xlsx", ""),
    ("fodt", "office.office", "docx", ""),
    ("picture", "pictures.picture_files", "picture", "jpg jpeg png tif tiff webp bmp"),
)
_MODULES = {kind: (module, format) for kind, module, format, _ in _FORMATS}
_SUFFIXES = {suffix: kind for kind, _, _, suffixes in _FORMATS for suffix in suffixes.split()}
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
