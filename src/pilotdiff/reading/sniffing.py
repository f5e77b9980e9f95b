"""What bytes are, whatever their name says."""

import re

from pilotdiff.model import Message, msg
from pilotdiff.patterns import pattern

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"

_STRANGERS = (
    (b"GIF8", msg("a GIF picture")),
    (b"\x1f\x8b", msg("a gzip archive")),
    (b"Rar!\x1a\x07", msg("a RAR archive")),
    (b"7z\xbc\xaf\x27\x1c", msg("a 7z archive")),
    (b"\xfd7zXZ\x00", msg("an xz archive")),
    (b"BZh", msg("a bzip2 archive")),
    (b"\x7fELF", msg("a program")),
    (b"SQLite format 3\x00", msg("an SQLite database")),
    (b"%OFD", msg("an OFD document")),
    (b"AT&TFORM", msg("a DjVu document")),
    (b"version https://git-lfs", msg("a pointer of Git LFS, and not the file itself")),
)

_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")

_ZIP_KINDS = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "xlsb"),
    ("OFD.xml", "ofd"),
)
_OPEN_DOCUMENTS = (
    (b"application/vnd.oasis.opendocument.spreadsheet", "ods"),
    (b"application/vnd.oasis.opendocument.text", "odt"),
)
_OLE_KINDS = (
    ("EncryptedPackage", "locked"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
)
_HTML = pattern(
    rb"<(?:!doctype\s+html|html|head|body|table|tbody|tr|div|p|ol|ul|h[1-6]|meta|span|article)\b[^<>]*>",
    re.IGNORECASE,
)
_SPREADSHEET_XML = pattern(rb"<(?:\?mso-application|(?:ss:)?Workbook\b)", re.IGNORECASE)
_WORD_XML = pattern(rb"<\?mso-application\s+progid=.Word|<w:wordDocument\b")
_WORD_PACKAGE = b"<pkg:package"
_FLAT = pattern(rb"office:mimetype=.application/vnd\.oasis\.opendocument\.(text|spreadsheet)")
_WEB_ARCHIVE = pattern(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,12}?MIME-Version:", re.IGNORECASE)
_JSON = pattern(rb"""(?:\[\s*)*(?:\{\s*["}]|\[\s*"|\[\s*\[)""")
_IN_A_PROGRAM = pattern(
    rb"(?:\s*(?://[^\n]*\n|/\*.{0,2000}?\*/))*\s*"
    rb"(?:(?:export\s+default|module\.exports\s*=|(?:export\s+)?(?:var|let|const)\s+[\w$]+"
    rb"(?:\s*:\s*[\w$.<>\[\]|, ]{1,80})?\s*=|[\w$.]+\s*[=(])\s*)"
    rb"""(?:/\*.{0,400}?\*/|//[^\n]*\n|\s)*[\[{](?://[^\n]*\n|\s)*(?:["'\[{\x80-\xff]|\w+\s*:)""",
    re.DOTALL,
)
_COLUMNS = frozenset(
    {"id", "name", "code", "名称", "单位", "单位名称", "编码", "代码"}
    | {"名稱", "單位", "單位名稱", "編碼", "代碼"}
)
# A dump of a database has commas, and no header.
_INSERTING = ("INSERT ", "REPLACE ")
# One of them heads a table of units that was saved as plain text.
_HEADS = _COLUMNS.union(
    ("序号", "编号", "省", "省份", "市", "县", "地区", "乡镇", "村", "村名", "社区"),
    ("村名称", "社区名称", "类型", "类别", "批次", "年份", "备注"),
    (
        "序號",
        "編號",
        "縣",
        "地區",
        "鄉鎮",
        "社區",
        "村名稱",
        "社區名稱",
        "類型",
        "類別",
        "備註",
        "備注",
    ),
    ("province", "city", "county", "town", "village", "type"),
)
_FEWEST_ROWS, _FEWEST_COMMAS = 3, 2
# What a row of cells does not close with, but rows of names do, in UTF-8.
_SENTENCE_ENDS = tuple(sign.encode() for sign in "。；;：:，,、")
_HEAD = 4096
_NAMED = 512
_FLAT_HEAD = 16_384


def stranger(data: bytes) -> Message | None:
    """Return what kind of file that is never read this is ("a PNG picture"); None when it is
    none."""
    return next((kind for magic, kind in _STRANGERS if data.startswith(magic)), None)


def is_ole(data: bytes) -> bool:
    """Tell whether the bytes are one of the old binary office formats."""
    return data.startswith(_OLE)


def binary_kind(data: bytes, claimed: str = "") -> str:
    """Return the binary format of the bytes by their content.

    docx, xlsx, xlsb, ods, odt, ofd, zip, xls, doc, ole, locked, pdf, rtf, picture; "" for none
    of them.
    `claimed` decides where one document is embedded in another.
    """
    if data.startswith(_ZIP):
        return _zip_kind(data)
    if data.startswith(_OLE):
        return _ole_kind(data, claimed)
    if _is_picture(data):
        return "picture"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    return "rtf" if data.startswith(b"{\\rtf") else ""


def _is_picture(data: bytes) -> bool:
    bitmap = data.startswith(b"BM") and data[6:10] == bytes(4)
    webp = data.startswith(b"RIFF") and data[8:12] == b"WEBP"
    return bitmap or webp or data.startswith(_PICTURES)


def _zip_kind(data: bytes) -> str:
    # What an OpenDocument file is stands in its first member, not packed.
    head = data[:_NAMED]
    if opened := next((kind for said, kind in _OPEN_DOCUMENTS if said in head), ""):
        return opened
    from pilotdiff.reading.zip_names import zip_names

    names = zip_names(data)
    if names is None:  # the names stand at its start and its end, unless it is cut off
        ends = data[:_HEAD] + data[-(1 << 18) :]
        return next((kind for member, kind in _ZIP_KINDS if member.encode() in ends), "zip")
    return next((kind for member, kind in _ZIP_KINDS if member in names), "zip")


def _ole_kind(data: bytes, claimed: str) -> str:
    kinds = [kind for name, kind in _OLE_KINDS if name.encode("utf-16-le") in data]
    if not kinds:
        return "ole"
    return claimed if claimed in kinds and "locked" not in kinds else kinds[0]


def markup_kind(data: bytes) -> str:
    """Return the format of a text that begins as markup does.

    html, excel-xml, word-xml, word-package, fods, fodt, mht; "" for none of them.
    """
    head = _ascii_head(data)
    if head.startswith(b"<?xml"):
        if _WORD_PACKAGE in head:
            return "word-package"
        if _WORD_XML.search(head):
            return "word-xml"
        if flat := _FLAT.search(data, 0, _FLAT_HEAD):
            return "fods" if flat[1] == b"spreadsheet" else "fodt"
    if _SPREADSHEET_XML.search(head):
        return "excel-xml"
    if _WEB_ARCHIVE.match(head):
        return "mht"
    # Markdown and prose may hold a tag; a page begins with one.
    return "html" if head.startswith(b"<") and _HTML.search(head) else ""


def opens_json(data: bytes) -> bool:
    """Tell whether a text begins with a bracket as JSON does, and goes on as it does, or as a
    program does that holds no more than such a value: var areas = {"…"."""
    head = _ascii_head(data)
    return (_JSON.match(head) or _IN_A_PROGRAM.match(head)) is not None


def looks_separated(data: bytes) -> bool:
    """Tell whether a text begins with the header of a table: for input that has no suffix."""
    first, *rest = _ascii_head(data).decode("utf-8", "ignore").splitlines() or [""]
    names = {cell.strip().strip('"').lower() for cell in first.replace("\t", ",").split(",")}
    inserts = first.upper().startswith(_INSERTING)
    return bool(rest) and len(names) > 1 and not names.isdisjoint(_COLUMNS) and not inserts


def is_separated(data: bytes) -> bool:
    """Tell whether most lines of a text are cells between as many commas or carets, the first of
    them heads, and the others have none, as a title has none: a table that was saved as plain
    text."""
    return b"\0" not in data[:_HEAD] and any(_are_cells(data, sign) for sign in (b",", b"^"))


def _are_cells(data: bytes, sign: bytes) -> bool:
    if data.count(sign) < _FEWEST_ROWS * _FEWEST_COMMAS:
        return False
    lines = [line.rstrip() for line in data.splitlines() if line.strip()]
    rows = [line for line in lines if sign in line]
    if len(rows) < _FEWEST_ROWS or 2 * len(rows) <= len(lines):
        return False
    heads = {cell.strip().strip(b'"').lower() for cell in rows[0].split(sign)}
    if not any(head.encode(code) in heads for head in _HEADS for code in ("utf-8", "gb18030")):
        return False
    signs = rows[0].count(sign)
    if signs < _FEWEST_COMMAS or any(line.count(sign) != signs for line in rows):
        return False
    return not any(line.endswith(_SENTENCE_ENDS) for line in rows)


def _ascii_head(data: bytes) -> bytes:
    """Return the beginning without byte order mark and white space, UTF-16 turned into UTF-8."""
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode("utf-8")
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()
