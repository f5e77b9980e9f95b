"""Whatever the bytes are: a document or one sentence, never another error."""

import zipfile
from collections.abc import Sequence
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from office_files import (
    cell,
    docx,
    numbered,
    ods,
    ods_cell,
    ods_row,
    paragraph,
    pdf,
    sheet,
    table,
    table_cell,
    xlsx,
    zipped,
)
from pilotdiff.model import Document, UserError
from pilotdiff.reading import read_bytes

FORMATS = ["txt", "md", "html", "csv", "tsv", "docx", "pdf", "xlsx", "xls", "ods", "", "mht"]
PAGE = """<!DOCTYPE html><html><head><meta charset="gb2312"><style>p{}</style></head><body>
<nav>首页</nav><div class=main><h1>示范名单</h1><p>1.成都市温江区柳城街道<br>2.自贡市</p>
<ol start=3><li>甲村<li value=x>乙村</ol><table><tr><td rowspan=2>甲市<td colspan=2>乙县<tr><td>丙
</table><table><tr><td><table><tr><td>丁</table></table><pre>a\nb</pre></div></body></html>"""
TABLE = 'id,name,province\n1,"成都市\n温江区",四川省\n2,自贡市,四川省\n3;x;y\n'
MARKDOWN = "# 名单\n\n| 序号 | 名称 |\n|---|---|\n| 1 | 甲县 |\n\n- **乙县**\n===\n"
NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/>'
    '<w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
BODY = (
    paragraph("名单")
    + numbered("甲县")
    + table(
        [table_cell("市", '<w:gridSpan w:val="2"/>'), table_cell("县", "<w:vMerge/>")],
        [table_cell("甲"), table_cell("乙")],
    )
)
SHEET = sheet({1: cell("A1", "名称") + cell("B1", 1.5), 3: cell("B3", "甲县")}, ["A1:A3"])
SOUND: dict[str, bytes] = {
    "html": PAGE.encode("gb18030"),
    "csv": TABLE.encode(),
    "md": MARKDOWN.encode(),
    "docx": docx(BODY, NUMBERING),
    "xlsx": xlsx({"a": SHEET}),
    "ods": ods(ods_row(ods_cell("甲"), ods_cell("乙", 'table:number-rows-spanned="2"')) * 3),
    "pdf": pdf([([(50, 700, "甲县"), (150, 700, "乙县")], [(40, 710, 300, 710)])]),
}
bounded = settings(max_examples=60)


def attempt(name: str, data: bytes) -> Document | None:
    error = ""
    try:
        document = read_bytes(name, data)
    except UserError as refusal:
        error = str(refusal)
    if error:
        assert name in error
        assert "\n" not in error
        return None
    assert document.lines
    assert all(
        line.number > 0 and (line.text.strip() or any(line.cells)) for line in document.lines
    )
    return document


@st.composite
def mutated(draw: st.DrawFn, sound: bytes) -> bytes:
    """Sound bytes with some pieces replaced, doubled or taken out."""
    data = bytearray(sound)
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(data)))
        end = min(start + draw(st.integers(0, 30)), len(data))
        piece = draw(st.one_of(st.binary(max_size=12), st.just(bytes(data[start:end]) * 2)))
        data[start:end] = piece
    return bytes(data)


@pytest.mark.parametrize("suffix", FORMATS)
@bounded
@given(data=st.binary(max_size=400))
def test_arbitrary_bytes(suffix: str, data: bytes) -> None:
    attempt(f"a.{suffix}", data)


MAGIC = [
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"%PDF-1.7\n",
    b"<html>",
    b"\xff\xfe",
    b"id,name\n",
]


@pytest.mark.parametrize("magic", MAGIC)
@bounded
@given(data=st.binary(max_size=900))
def test_arbitrary_bytes_behind_a_format_s_beginning(magic: bytes, data: bytes) -> None:
    for suffix in ("xls", "xlsx", "txt", "pdf"):
        attempt(f"a.{suffix}", magic + data)


@pytest.mark.parametrize("suffix", SOUND)
@bounded
@given(data=st.data())
def test_mutated_files(suffix: str, data: st.DataObject) -> None:
    attempt(f"a.{suffix}", data.draw(mutated(SOUND[suffix])))


PARTS = [
    (kind, name)
    for kind in ("docx", "xlsx", "ods")
    for name in zipfile.ZipFile(BytesIO(SOUND[kind])).namelist()
]


@pytest.mark.parametrize(("kind", "part"), PARTS)
@bounded
@given(data=st.data())
def test_mutated_parts_of_sound_archives(kind: str, part: str, data: st.DataObject) -> None:
    """The zip itself is sound, so the damage gets through to the XML and the libraries."""
    archive = zipfile.ZipFile(BytesIO(SOUND[kind]))
    members = {name: archive.read(name) for name in archive.namelist()}
    members[part] = data.draw(mutated(members[part]))
    attempt(f"a.{kind}", zipped(members))


@bounded
@given(st.lists(st.lists(st.text(alphabet="甲乙12, \"'\n", max_size=6), min_size=2), min_size=1))
def test_rows_survive_being_written_as_csv(rows: Sequence[Sequence[str]]) -> None:
    import csv
    from io import StringIO

    target = StringIO()
    csv.writer(target, quoting=csv.QUOTE_ALL).writerows([["name", "id"], *rows])
    document = attempt("a.csv", target.getvalue().encode())
    assert document is not None
    wanted = [tuple(row) for row in rows if any(row)]
    assert [line.cells for line in document.lines[1:]] == wanted
