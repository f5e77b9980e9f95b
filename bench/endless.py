"""Files for bench/fuzz.py that are small, and great, deep, broad or long when they are read."""

import io
import zipfile
import zlib
from collections.abc import Callable
from random import Random

_SIGNS = (
    "县", "（", "）", "一、", "1.", "3个", "?", "、", "第", "共", "《", '"', ",", "|", "〔", " ",
    "1.2亿元", ".", "9", "〓", "a@", "甲乙丙", "\u3000", "<", "&",
)  # fmt: skip
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def endless(random: Random) -> tuple[str, bytes]:
    """Return a suffix, and a file of it that is small, and great, deep, broad or long when read."""
    return random.choice(_ENDLESS)(random)


def _long_line(random: Random) -> tuple[str, bytes]:
    signs = (
        "县",
        "（",
        "）",
        "一、",
        "1.",
        "3个",
        "?",
        "、",
        "第",
        "共",
        "《",
        '"',
        ",",
        "|",
        "〔",
        " ",
    )
    run = random.choice(signs) * random.choice((9_000, 300_000))
    lines = (
        "四川省试点名单",
        f"1、{run}",
        "2、成都市锦江区东山镇",
        *(f"{run}",) * random.choice((0, 9)),
    )
    return random.choice(("txt", "csv", "md", "html")), "\n".join(lines).encode()


def _deep_name(random: Random) -> tuple[str, bytes]:
    opening, closing = random.choice(("（）", "()", "【】", "《》", "〔〕", "“”", "[]", "<>"))
    deep = random.choice((40, 2_000, 50_000))
    lines = ("四川省试点名单", f"1、{opening * deep}东山镇{closing * deep}", "2、西山镇")
    return random.choice(("txt", "md", "csv")), "\n".join(lines).encode()


def _broad_table(random: Random) -> tuple[str, bytes]:
    columns = random.choice((1_999, 2_001, 100_000))
    separator = random.choice((",", "\t", "|", ";"))
    head = separator.join(f"名称{n}" for n in range(columns))
    row = separator.join("东山镇" for _ in range(columns))
    return "csv", f"{head}\n{row}\n{row}\n".encode()


def _open_quote(random: Random) -> tuple[str, bytes]:
    return "csv", b'id,\xe5\x90\x8d\xe7\xa7\xb0\n1,"' + random.choice(
        (b"a", b"\n", b'"",')
    ) * 2_000_000


def _broad_tag(random: Random) -> tuple[str, bytes]:
    many = random.choice((4_999, 5_001, 100_000))
    attributes = " ".join(f"a{n}=1" for n in range(many))
    return "html", f"<p {attributes}>四川省试点名单</p><p>1、东山镇</p>".encode()


def _deep_page(random: Random) -> tuple[str, bytes]:
    tag = random.choice(("div", "table", "ul", "b", "td", "p", "svg", "template", "select", "a"))
    return "html", f"<{tag}>".encode() * random.choice((300, 200_000)) + "1、东山镇".encode()


def _great_sheet(random: Random) -> tuple[str, bytes]:
    """A sheet whose merged area or only cell is at the far end of what a sheet may have."""
    merged = random.choice(
        ("A1:XFD1048576", "A1:A1000000", "B2:XFD2", "A1:A1 B1:B9", "Z9:A1", "甲")
    )
    cell = random.choice(("A1", "XFD1048576", "A1048576", "ZZZZZZ99999999", "A0", "", "1A"))
    row = random.choice(("1", "1048576", "99999999999", "0", "-1", "x"))
    sheet = (
        f'<worksheet xmlns="{_MAIN}"><sheetData><row r="{row}"><c r="{cell}" t="inlineStr"><is>'
        "<t>四川省成都市锦江区东山镇</t></is></c></row></sheetData>"
        f'<mergeCells><mergeCell ref="{merged}"/></mergeCells></worksheet>'
    )
    book = (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATED}"><sheets>'
        '<sheet name="a" sheetId="1" r:id="a"/></sheets></workbook>'
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": _relation("xl/workbook.xml", "officeDocument"),
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": _relation("worksheets/a.xml", "worksheet"),
        "xl/worksheets/a.xml": sheet,
    }
    return "xlsx", _zip(parts)


def _relation(target: str, kind: str) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="a" Target="{target}" '
        f'Type="{_RELATED}/{kind}"/></Relationships>'
    )


def _swollen_zip(random: Random) -> tuple[str, bytes]:
    suffix, part = random.choice(
        (
            ("docx", "word/document.xml"),
            ("xlsx", "xl/worksheets/sheet1.xml"),
            ("ods", "content.xml"),
        )
    )
    filling = random.choice((" ", "<a>", "\0", "甲", "&lt;"))
    return suffix, _zip({part: filling * random.choice((1 << 20, 30 << 20)), "mimetype": suffix})


def _entities(random: Random) -> tuple[str, bytes]:
    """Entities that name each other, or a file."""
    outer = '<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    outer += "".join(
        f'<!ENTITY {y} "{f"&{x};" * 9}">' for x, y in zip("bcdefgh", "cdefghi", strict=True)
    )
    file = '<!ENTITY i SYSTEM "file:///etc/hostname">'
    said = random.choice((outer, file))
    page = f'<?xml version="1.0"?><!DOCTYPE a [{said}]><a><p>1、&i;镇</p></a>'
    if random.random() < 0.5:
        return random.choice(("html", "txt", "mht")), page.encode()
    return "docx", _zip(
        {"word/document.xml": page, "[Content_Types].xml": page, "_rels/.rels": page}
    )


def _swollen_pdf(random: Random) -> tuple[str, bytes]:
    many = random.choice((20 << 20, 90 << 20))
    packed = zlib.compress(random.choice((b" ", b"q ", b"0 0 m ")) * (many // 6), 9)
    if random.random() < 0.5:
        packed = zlib.compress(packed, 9)
        filters = b"[/FlateDecode/FlateDecode]"
    else:
        filters = b"/FlateDecode"
    return "pdf", (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]"
        b"/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"
        b"endobj\n4 0 obj<</Length %d/Filter %s>>stream\n%s\nendstream endobj\n"
        b"trailer<</Root 1 0 R>>\n" % (len(packed), filters, packed)
    )


def _zip(parts: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part.encode(), zipfile.ZIP_DEFLATED)
    return made.getvalue()


_ENDLESS: tuple[Callable[[Random], tuple[str, bytes]], ...] = (
    _long_line, _long_line, _deep_name, _broad_table, _open_quote, _broad_tag, _deep_page,
    _great_sheet, _great_sheet, _swollen_zip, _entities, _swollen_pdf,
)  # fmt: skip
