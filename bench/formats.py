"""Lists in every format that is read, with what such files hold at their worst, by a seed.

Nested tables, merged and repeated cells, attributes by the thousand, several sheets, broken
archives, PDF streams that inflate: `WRITERS` maps a suffix to what writes a text so.
"""

import base64
import io
import quopri
import zipfile
import zlib
from collections.abc import Callable
from datetime import datetime
from random import Random

import xlsxwriter

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
    'Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName='
    '"/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="a" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
_ENCODINGS = ("utf-8", "utf-8", "utf-8-sig", "gb18030", "big5", "utf-16", "utf-16-be", "utf-32")
_TAGS = ("p", "div", "span", "td", "tr", "table", "ul", "li", "br", "pre", "script", "style", "!--")
_SPANS = ("0", "2", "3", "-1", "1000", "65534", "99999999999", "x", "")


def as_text(text: str, random: Random) -> bytes:
    """Return the text in one of the encodings of lists, seldom in two."""
    encoding = random.choice(_ENCODINGS)
    if random.random() < 0.1:
        at = random.randrange(len(text) + 1)
        other = random.choice(_ENCODINGS)
        return text[:at].encode(encoding, "replace") + text[at:].encode(other, "replace")
    return text.encode(encoding, errors="replace")


def as_html(text: str, random: Random) -> bytes:
    """Return the lines as paragraphs, items or cells, in tables within tables too."""
    body = random.choice((_paragraphs, _items, _table, _table, _nested))(text, random)
    for _ in range(random.choice((0, 0, 0, 1, 5, 40))):
        at = random.randrange(len(body) + 1)
        sign = random.choice(("<", "</"))
        body = f"{body[:at]}{sign}{random.choice(_TAGS)}>{body[at:]}"
    if random.random() < 0.05:
        many = random.choice((3, 4_000, 5_001, 100_000))
        body += "<p " + " ".join(f"a{number}=1" for number in range(many)) + ">1、甲县</p>"
    if random.random() < 0.05:
        deep = random.choice((50, 300, 30_000))
        body = "<div>" * deep + body
    charset = random.choice(("utf-8", "gb2312", "big5", "utf-7", "no-such", ""))
    written = random.choice(("utf-8", "utf-8", "utf-8", charset))
    page = f'<html><meta charset="{charset}"><body>{body}</body></html>'
    try:
        return page.encode(written or "utf-8", errors="replace")
    except LookupError:
        return page.encode(errors="replace")


def _paragraphs(text: str, random: Random) -> str:
    del random
    return "".join(f"<p>{line}</p>\n" for line in text.split("\n"))


def _items(text: str, random: Random) -> str:
    kind = random.choice(('ol start="-5"', "ol reversed", "ul", f'ol start="{10**30}"'))
    return f"<{kind}>" + "".join(f"<li>{line}" for line in text.split("\n")) + "</ol>"


def _table(text: str, random: Random) -> str:
    def span() -> str:
        if random.random() < 0.97:
            return ""
        return f' {random.choice(("rowspan", "colspan"))}="{random.choice(_SPANS)}"'

    cells = (line.split(",") for line in text.split("\n"))
    rows = ("".join(f"<td{span()}>{cell}</td>" for cell in row) for row in cells)
    return "<table>" + "".join(f"<tr>{row}</tr>\n" for row in rows) + "</table>"


def _nested(text: str, random: Random) -> str:
    lines = text.split("\n")
    body = _table("\n".join(lines[len(lines) // 2 :]), random)
    for line in lines[: random.choice((2, 20, len(lines) // 2))]:
        body = f"<table><tr><td>{line}</td><td>{body}</td></tr></table>"
    return body


def as_webarchive(text: str, random: Random) -> bytes:
    """Return the page of a text as a web archive."""
    page = as_html(text, random)
    coded = random.choice(("8bit", "base64", "quoted-printable", "7bit"))
    head = (
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\n'
        f"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: {coded}\n\n"
    )
    packed = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring}
    return head.encode() + packed.get(coded, bytes)(page) + b"\n--b--\n"


def as_docx(text: str, random: Random) -> bytes:
    """Return the lines as paragraphs or cells of a Word file, in tables within cells too."""
    lines = _escaped(text, random).split("\n")
    paragraphs = [f"<w:p>{_numbering(random)}<w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines]
    if random.random() < 0.4:
        cells = [f"<w:tc>{_merging(random)}{one}</w:tc>" for one in paragraphs]
        many = random.choice((1, 3, 6))
        rows = ["".join(cells[at : at + many]) for at in range(0, len(cells), many)]
        body = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
        for _ in range(random.choice((0, 0, 1, 30, 400))):
            body = f"<w:tbl><w:tr><w:tc>{body}<w:p/></w:tc></w:tr></w:tbl>"
    else:
        body = "".join(paragraphs)
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    parts = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELS, "word/document.xml": document}
    return _zipped(parts, random)


def _numbering(random: Random) -> str:
    if random.random() < 0.95:
        return ""
    use, depth = random.choice((0, 1, 99)), random.choice((0, 8, 1000, -1))
    return f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{use}"/></w:numPr></w:pPr>'


def _merging(random: Random) -> str:
    if random.random() < 0.95:
        return ""
    kind = random.choice(("gridSpan", "vMerge"))
    return f'<w:tcPr><w:{kind} w:val="{random.choice((*_SPANS, "restart"))}"/></w:tcPr>'


def as_xlsx(text: str, random: Random) -> bytes:
    """Return the lines as rows of a workbook, cut at their commas; numbers, dates and merges."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(2024, 1, 1)})
        for number in range(random.choice((1, 1, 1, 2, 4))):
            sheet = book.add_worksheet()
            if number and random.random() < 0.3:
                sheet.hide()
            _fill(sheet, text, random)
    return made.getvalue()


def _fill(sheet: xlsxwriter.worksheet.Worksheet, text: str, random: Random) -> None:
    first = random.choice((0, 0, 0, 3, 900_000))
    for row, line in enumerate(text.split("\n")[:2_000], first):
        for column, cell in enumerate(line.split(",")[:50]):
            kept = "".join(sign for sign in cell if sign.isprintable())[:30_000]
            if random.random() < 0.01:
                _odd(sheet, row, column, random)
            elif kept.isdecimal() and len(kept) < 15:
                sheet.write_number(row, column, int(kept))
            else:
                sheet.write_string(row, column, kept)
    for _ in range(random.choice((0, 0, 0, 1, 3))):
        top, left = random.randrange(50) + first, random.randrange(5)
        try:
            sheet.merge_range(top, left, top + random.randrange(1, 300), left + 2, "甲县")
        except xlsxwriter.exceptions.OverlappingRange:
            return


def _odd(sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, random: Random) -> None:
    match random.randrange(5):
        case 0:
            sheet.write_number(row, column, random.choice((1e300, -0.0, 45_000.5, 1.1)))
        case 1:
            sheet.write_formula(row, column, "=1/0", value=random.choice(("#DIV/0!", "甲县", 3)))
        case 2:
            sheet.write_boolean(row, column, True)
        case 3:
            sheet.write_string(row, 16_383, "甲县")
        case _:
            sheet.write_blank(1_048_575, column, None)


def as_ods(text: str, random: Random) -> bytes:
    """Return the lines as rows of an open document, with repeats."""
    rows = []
    for line in _escaped(text, random).split("\n")[:2_000]:
        often = random.choice(("2", "100000", "2000000000")) if random.random() < 0.002 else "1"
        kind = random.choice(("rows", "columns"))
        repeat = f'table:number-{kind}-repeated="{often}"'
        cells = "".join(
            f'<table:table-cell office:value-type="string" {repeat if kind == "columns" else ""}>'
            f"<text:p>{cell}</text:p></table:table-cell>"
            for cell in line.split(",")[:50]
        )
        rows.append(
            f"<table:table-row {repeat if kind == 'rows' else ''}>{cells}</table:table-row>"
        )
    spaces = " ".join(f'xmlns:{name}="{_ODF}:{name}:1.0"' for name in ("office", "table", "text"))
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet><table:table "
        f'table:name="名单">{"".join(rows)}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": content,
        "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{_ODF}:manifest:1.0"/>',
    }
    return _zipped(parts, random)


def as_pdf(text: str, random: Random) -> bytes:
    """Return the lines on pages of a PDF, in one or two columns, with rules; seldom a bomb."""
    lines = text.split("\n")[:600]
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    kids = []
    per_page, columns = random.choice((20, 45)), random.choice((1, 1, 2, 3))
    for start in range(0, max(len(lines), 1), per_page * columns):
        stream = _drawing(lines[start : start + per_page * columns], per_page, random)
        kids.append(len(objects) + 1)
        packed = zlib.compress(stream)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate %d/Contents %d 0 R"
            b"/Resources<</Font<</F FONT 0 R>>>>>>"
            % (random.choice((0, 0, 0, 90, 180, 45)), len(objects) + 2)
        )
        objects.append(
            b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed)
        )
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (
        b" ".join(b"%d 0 R" % kid for kid in kids),
        random.choice((len(kids), len(kids), len(kids), 10**6, -1)),
    )
    font = len(objects) + 1
    objects += [
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H"
        b"/DescendantFonts[%d 0 R]>>" % (font + 1),
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/CIDSystemInfo"
        b"<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor %d 0 R>>" % (font + 2),
        b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]"
        b"/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
    ]
    return _assembled([one.replace(b"FONT", b"%d" % font) for one in objects])


def _drawing(lines: list[str], per_page: int, random: Random) -> bytes:
    drawn = []
    for at, line in enumerate(lines):
        x = 60 + 180 * (at // per_page) + random.choice((0, 0, 0, 0.3, 20))
        y = 800 - 16 * (at % per_page) + random.choice((0, 0, 0.2))
        shown = line[:2_000].encode("utf-16-be", "replace").hex()
        drawn.append(
            f"BT /F {random.choice((12, 12, 12, 0, 500, -12))} Tf {x} {y} Td <{shown}> Tj ET"
        )
    if random.random() < 0.3:
        drawn += [f"50 {y} m 550 {y} l S" for y in range(100, 820, 16)]
        drawn += [f"{x} 100 m {x} 820 l S" for x in range(50, 600, 100)]
    if random.random() < 0.02:
        drawn.append(" " * (random.choice((10, 100, 280)) << 20))
    return "\n".join(drawn).encode()


def _assembled(objects: list[bytes]) -> bytes:
    data, offsets = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += "".join(f"{offset:010} 00000 n \n" for offset in offsets).encode()
    return data + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        start,
    )


def _escaped(text: str, random: Random) -> str:
    escaped = text.translate({38: "&amp;", 60: "&lt;", 62: "&gt;"})
    if random.random() < 0.7:
        return "".join(sign for sign in escaped if sign >= " " or sign == "\n")
    return escaped


def _zipped(parts: dict[str, str], random: Random) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            if random.random() < 0.98:
                archive.writestr(
                    zipfile.ZipInfo(name), part.encode(errors="replace"), zipfile.ZIP_DEFLATED
                )
    return made.getvalue()


WRITERS: dict[str, Callable[[str, Random], bytes]] = {
    "txt": as_text,
    "md": as_text,
    "csv": as_text,
    "tsv": as_text,
    "html": as_html,
    "mht": as_webarchive,
    "docx": as_docx,
    "xlsx": as_xlsx,
    "ods": as_ods,
    "pdf": as_pdf,
}
