"""Small office files, made from what matters in them."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing

import pypdfium2

_OFFICE = "http://schemas.openxmlformats.org"
_VENDOR = "application/vnd.openxmlformats"
_RELATION = f"{_OFFICE}/officeDocument/2006/relationships"
_SHEET = f"{_OFFICE}/spreadsheetml/2006/main"
_WORD = f"{_OFFICE}/wordprocessingml/2006/main"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def zipped(members: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return target.getvalue()


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    items = "".join(
        f'<Relationship Id="{key}" Type="{_RELATION}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_OFFICE}/package/2006/relationships">{items}</Relationships>'


def _types(parts: Mapping[str, str]) -> str:
    items = "".join(
        f'<Override PartName="/{name}" ContentType="{_VENDOR}-officedocument.{kind}+xml"/>'
        for name, kind in parts.items()
    )
    defaults = (
        f'<Default Extension="rels" ContentType="{_VENDOR}-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'<Types xmlns="{_OFFICE}/package/2006/content-types">{defaults}{items}</Types>'


def cell(place: str, value: str | float, style: str = "") -> str:
    if isinstance(value, str):
        kept = ' xml:space="preserve"' if value != value.strip() else ""
        return f'<c r="{place}" t="inlineStr"><is><t{kept}>{value}</t></is></c>'
    return f'<c r="{place}"{style}><v>{value}</v></c>'


def sheet(rows: Mapping[int, str], merged: Iterable[str] = ()) -> str:
    """A sheet's XML from the cells of each row."""
    data = "".join(f'<row r="{number}">{cells}</row>' for number, cells in rows.items())
    merges = "".join(f'<mergeCell ref="{area}"/>' for area in merged)
    merges = f"<mergeCells>{merges}</mergeCells>" if merges else ""
    return f'<worksheet xmlns="{_SHEET}"><sheetData>{data}</sheetData>{merges}</worksheet>'


def xlsx(sheets: Mapping[str, str], hidden: Iterable[str] = ()) -> bytes:
    """A workbook; the second cell style shows numbers as dates."""
    hidden = set(hidden)
    names = list(sheets)
    entries = "".join(
        f'<sheet name="{name}" sheetId="{index}" r:id="rId{index}"{_state(name in hidden)}/>'
        for index, name in enumerate(names, 1)
    )
    relations = {
        f"rId{index}": ("worksheet", f"worksheets/sheet{index}.xml")
        for index in range(1, len(names) + 1)
    }
    relations["rIdS"] = ("styles", "styles.xml")
    parts = {"xl/workbook.xml": "spreadsheetml.sheet.main", "xl/styles.xml": "spreadsheetml.styles"}
    styles = (
        f'<styleSheet xmlns="{_SHEET}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
        "</styleSheet>"
    )
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": _types(parts),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{_RELATION}"><sheets>{entries}'
        "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": _relations(relations),
        "xl/styles.xml": styles,
    }
    for index, name in enumerate(names, 1):
        members[f"xl/worksheets/sheet{index}.xml"] = sheets[name]
    return zipped(members)


def _state(hidden: bool) -> str:
    return ' state="hidden"' if hidden else ""


def ods(rows: str) -> bytes:
    """A workbook of one sheet from the XML of its rows."""
    spaces = " ".join(f'xmlns:{name}="{_ODF}:{name}:1.0"' for name in ("office", "table", "text"))
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="名单">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = f'<manifest:manifest xmlns:manifest="{_ODF}:manifest:1.0"/>'
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content,
            "META-INF/manifest.xml": manifest,
        }
    )


def ods_cell(text: str, attributes: str = "") -> str:
    if not text:
        return f"<table:table-cell {attributes}/>"
    return (
        f'<table:table-cell office:value-type="string" {attributes}>'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


def ods_row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def docx(body: str, numbering: str = "", styles: str = "", **notes: str) -> bytes:
    """A Word document from the XML of its body and of its `footnotes`, `endnotes` or `comments`,
    with the prefix w for its namespace."""

    def part(name: str, inner: str) -> str:
        return f'<w:{name} xmlns:w="{_WORD}">{inner}</w:{name}>'

    return zipped(
        {
            "[Content_Types].xml": _types({"word/document.xml": "wordprocessingml.document.main"}),
            "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}),
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/numbering.xml": part("numbering", numbering),
            "word/styles.xml": part("styles", styles),
            **{f"word/{name}.xml": part(name, inner) for name, inner in notes.items()},
        }
    )


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def numbered(text: str, use: int = 1, depth: int = 0) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{use}"/></w:numPr>')


def table(*rows: Sequence[str]) -> str:
    """A Word table from the XML of its cells."""
    lines = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    return f"<w:tbl>{lines}</w:tbl>"


def table_cell(content: str, properties: str = "") -> str:
    inner = content if content.startswith("<") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


Text = tuple[float, float, str]
Stroke = tuple[float, float, float, float]


# A font that the file does not hold: one for Chinese that pypdfium2 looks for among the machine's,
# and one that no machine has.
SONG = ("STSong-Light", "UniGB-UCS2-H", "GB1")
UNHEARD_OF = ("Unheard-Of", "Identity-H", "Foo")


def pdf(
    pages: Sequence[tuple[Sequence[Text], Sequence[Stroke]]],
    rotate: int = 0,
    face: tuple[str, str, str] = SONG,
    over: str = "",
) -> bytes:
    """A PDF of A4 pages: texts at (x, y from below) in 12 points, straight strokes, and what is
    drawn over both."""
    name, encoding, ordering = face
    font = len(pages) * 2 + 3
    kids = " ".join(f"{3 + 2 * index} 0 R" for index in range(len(pages)))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>"]
    for index, (texts, strokes) in enumerate(pages):
        stream = " ".join(
            [
                f"BT /F 12 Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET"
                for x, y, text in texts
            ]
            + [f"{x1} {y1} m {x2} {y2} l S" for x1, y1, x2, y2 in strokes]
            + [over]
        )
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate {rotate}"
            f"/Contents {4 + 2 * index} 0 R/Resources<</Font<</F {font} 0 R>>>>>>"
        )
        objects.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
    objects += [
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/{encoding}"
        f"/DescendantFonts[{font + 1} 0 R]>>",
        f"<</Type/Font/Subtype/CIDFontType0/BaseFont/{name}/DW 1000"
        f"/CIDSystemInfo<</Registry(Adobe)/Ordering({ordering})/Supplement 4>>"
        f"/FontDescriptor {font + 2} 0 R>>",
        f"<</Type/FontDescriptor/FontName/{name}/Flags 6/FontBBox[-25 -254 1000 880]"
        "/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
    ]
    return _assembled(objects)


def lacks_chinese_fonts() -> bool:
    """Whether this machine has no font for the Chinese of a PDF that holds none."""
    with closing(pypdfium2.PdfDocument(pdf([([(60, 780, "县")], [])]))) as document:
        return not document[0].get_textpage().get_text_range().strip()


def _assembled(objects: Sequence[str]) -> bytes:
    data, offsets = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += "".join(f"{offset:010} 00000 n \n" for offset in offsets).encode()
    return data + (
        f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF".encode()
    )
