"""What cannot be read is refused in one sentence that begins with the file's name."""

import base64
import hashlib
import io
import zipfile
from pathlib import Path

import pytest

from office_files import (
    docx,
    ods,
    ods_cell,
    ods_row,
    paragraph,
    sheet,
    table,
    table_cell,
    xlsx,
    zipped,
)
from pilotdiff.model import UserError
from pilotdiff.reading import read_bytes, read_document
from pilotdiff.reading.office import office
from pilotdiff.reading.pictures.needed import can_recognise

# Without the recogniser nobody looks whether a picture is whole.
BROKEN_PICTURE = "is broken" if can_recognise() else "text recognition is not installed"

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def locked_zip() -> bytes:
    data = bytearray(docx(paragraph("甲")))
    for at in range(len(data)):
        if data[at : at + 4] == b"PK\x01\x02":
            data[at + 8] |= 1
    return bytes(data)


ROWS = 'table:number-rows-repeated="100000"'
COLUMNS = 'table:number-columns-repeated="9999"'
ATTACHED = (
    b"Content-Type: application/msword\n"
    b'Content-Disposition: attachment; filename="=?utf-8?b?5ZCN5Y2VLmRvYw==?="\n\nx\n'
)
REFUSED: list[tuple[str, bytes, str]] = [
    ("empty.txt", b"", "empty"),
    ("blank.txt", b" \r\n\t\n", "empty"),
    ("ideographic.txt", "\u3000\n".encode(), "no text"),
    ("nul.txt", b"\0" * 1000, "empty"),
    ("mark.txt", b"\xef\xbb\xbf", "empty"),
    ("binary.bin", bytes(range(256)) * 40, "no text"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n" + b"x" * 99, BROKEN_PICTURE),
    ("picture.pdf", b"\xff\xd8\xff" + b"x" * 99, BROKEN_PICTURE),
    ("packed.xlsx", b"Rar!\x1a\x07" + b"x" * 99, "RAR"),
    ("map.geojson", b"version https://git-lfs.github.com/spec/v1\noid sha256:6\n", "Git LFS"),
    ("broken.xlsx", b"PK\x03\x04nonsense", "broken"),
    ("broken.docx", b"PK\x03\x04nonsense", "broken"),
    ("broken.ods", b"PK\x03\x04nonsense", "broken"),
    ("broken.pdf", b"%PDF-1.7\nnonsense", "broken"),
    ("broken.xls", OLE + bytes(999), "broken"),
    ("cut.xlsx", xlsx({"a": sheet({})})[:-300], "broken"),
    ("cut.docx", docx(paragraph("甲"))[:-300], "broken"),
    ("wide.docx", docx(table([table_cell("甲县")] * 2_001)), "more than 2,000 cells"),
    (
        "spanned.docx",
        docx(table(*[[table_cell("甲县", '<w:gridSpan w:val="2001"/>')] * 2] * 5)),
        "more than 2,000 cells",
    ),
    ("twice.json", '[{"县": "甲县", "县": "乙县"}]'.encode(), "has 县 twice in one record"),
    ("cut.json", '[{"县": "甲县"'.encode(), "no readable JSON"),
    ("other.pdf", "不是".encode() * 30, "no pdf"),
    ("archive.zip", zipped({"a.txt": "甲"}), "holds the list: a.txt"),
    ("inner.zip", zipped({"名单.docx": docx(paragraph("甲"))}, zipfile.ZIP_STORED), "名单.docx"),
    ("mac.zip", zipped({"a.txt": "甲", "__MACOSX/._a.txt": ""}), "holds the list: a.txt"),
    ("word.xml", b'<?xml version="1.0"?><pkg:package xmlns:pkg="x"></pkg:package>', "one XML file"),
    ("archive.txt", zipped({"a.txt": "甲"}), "zip archive"),
    ("binary.xlsb", zipped({"xl/workbook.bin": "x"}), "binary workbook"),
    ("locked.docx", OLE + bytes(600) + wide("EncryptedPackage"), "password"),
    ("locked.xlsx", locked_zip(), "password"),
    ("nothing.docx", docx(""), "no text"),
    ("nothing.xlsx", xlsx({"a": sheet({})}), "no text"),
    ("nothing.html", b"<html><script>var a = 1</script></html>", "no text"),
    ("comment.html", b"<!-- nothing -->", "no text"),
    ("deep.html", b"<div>" * 3000 + b"x", "nests"),
    ("rows.ods", ods(ods_row(ods_cell("甲县"), attributes=ROWS)), "repeats a filled row"),
    ("cells.ods", ods(ods_row(ods_cell("甲县", COLUMNS))), "repeats a filled row"),
    ("table.html", b"<table><tr><td colspan=9999>a<td>b</table>", "cells"),
    ("mail.mht", b"MIME-Version: 1.0\nContent-Type: image/png\n\nx", "web archive"),
    ("mail.eml", b"MIME-Version: 1.0\n" + ATTACHED, "attached to it, 名单.doc, and"),
]


@pytest.mark.parametrize(("name", "data", "why"), REFUSED, ids=[case[0] for case in REFUSED])
def test_refused(name: str, data: bytes, why: str) -> None:
    with pytest.raises(UserError) as refused:
        read_bytes(name, data)
    message = str(refused.value)
    assert message.startswith(name)
    assert why in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("name", "part"),
    [("bomb.docx", "word/document.xml"), ("bomb.xlsx", "xl/worksheets/sheet1.xml")],
)
def test_what_would_fill_the_memory_is_refused(name: str, part: str) -> None:
    packed = zipped({part: b"\0" * (300 << 20)})
    assert len(packed) < 1 << 20
    with pytest.raises(UserError, match=rf"^{name} .*unpacks"):
        read_bytes(name, packed)


@pytest.mark.parametrize("name", ["https://example.org/a.html", "www.example.org"])
def test_an_address_is_no_file(name: str) -> None:
    with pytest.raises(UserError, match="is an address, and nothing is fetched"):
        read_document(name)


def test_the_text_of_a_mail_is_read() -> None:
    text = "Content-Type: text/plain; charset=gb2312\nContent-Transfer-Encoding: base64\n\n"
    body = base64.b64encode("1．甲县\n2．乙县".encode("gb18030"))
    document = read_bytes("mail.eml", b"MIME-Version: 1.0\n" + text.encode() + body)
    assert [line.text for line in document.lines] == ["1．甲县", "2．乙县"]


def test_names_in_a_zip_of_a_program_that_writes_gbk() -> None:
    packed = zipped({"aaaa.txt": "甲"}).replace(b"aaaa", "名单".encode("gbk"))
    with pytest.raises(UserError, match=r"holds the list: 名单\.txt"):
        read_bytes("archive.zip", packed)


def test_what_is_attached_to_a_mail_is_told() -> None:
    page = "Content-Type: text/html; charset=utf-8\n\n<p>1．甲县</p>\n".encode()
    head = b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n"
    mail = head + b"--B\n" + page + b"--B\n" + ATTACHED + b"--B--\n"
    document = read_bytes("mail.eml", mail)
    assert [line.text for line in document.lines] == ["1．甲县"]
    assert [str(note) for note in document.notes] == [
        "what is attached to the mail was not read: 名单.doc"
    ]


def test_entities_are_refused() -> None:
    document = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
    with pytest.raises(UserError, match=r"^x\.docx declares"):
        read_bytes("x.docx", zipped({"word/document.xml": document}))


def test_a_lying_directory_is_found_out() -> None:
    """The size in the directory is small, what unpacks is not."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"\0" * (300 << 20))
    data = target.getvalue().replace((300 << 20).to_bytes(4, "little"), (9).to_bytes(4, "little"))
    with pytest.raises(UserError, match="unpacks"):
        read_bytes("a.xlsx", data)


@pytest.mark.parametrize(
    ("name", "data", "format"),
    [
        ("a.xls", b"<html><table><tr><td>1<td>x</table>", "html"),
        ("a.xls", b"id\tname\n1\tx\n", "csv"),
        ("a.xls", xlsx({"a": sheet({1: '<c r="A1"><v>1</v></c>'})}), "xlsx"),
        ("a.doc", docx(paragraph("甲")), "docx"),
        ("a.txt", docx(paragraph("甲")), "docx"),
        ("a.csv", b"<!DOCTYPE html><p>x</p>", "html"),
        ("a.doc", b"MIME-Version: 1.0\nContent-Type: text/html\n\n<html><p>x</p></html>", "html"),
    ],
)
def test_a_name_that_lies_is_read_as_what_it_is(name: str, data: bytes, format: str) -> None:
    document = read_bytes(name, data)
    assert document.format == format
    assert len(document.lines) == 1 + (format == "csv")
    assert f"the name ends in .{name[2:]}" in str(document.notes[0])


@pytest.mark.parametrize("name", ["-", "list", "list.unknown"])
def test_without_a_known_suffix_the_content_decides(name: str) -> None:
    assert read_bytes(name, "甲县\n".encode()).format == "txt"
    assert read_bytes(name, "id,name\n1,甲县\n".encode()).format == "csv"
    assert read_bytes(name, docx(paragraph("甲县"))).format == "docx"
    assert not read_bytes(name, docx(paragraph("甲县"))).notes


def test_files(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"missing\.txt: there is no such file"):
        read_document(str(tmp_path / "missing.txt"))
    with pytest.raises(UserError, match="is a folder"):
        read_document(str(tmp_path))
    with pytest.raises(UserError):
        read_document("a\0b")
    with pytest.raises(UserError):
        read_document("x" * 5000)
    path = tmp_path / "名单.txt"
    path.write_bytes(b"x\n")
    assert read_document(str(path)).name == str(path)


def test_a_name_that_is_no_single_line_is_shown_as_one() -> None:
    with pytest.raises(UserError) as refused:
        read_bytes("a\nb.txt", b"")
    assert str(refused.value).startswith(r"'a\nb.txt' is empty")


def test_standard_input() -> None:
    raw = "甲县\n".encode()
    document = read_document("-", stdin=io.BytesIO(raw))
    assert (document.name, document.format, document.size) == ("-", "txt", 7)
    assert document.sha256 == hashlib.sha256(raw).hexdigest()


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pilotdiff.reading.files.MAX_BYTES", 5)
    with pytest.raises(UserError, match="larger than"):
        read_document("-", stdin=io.BytesIO(b"123456"))


def test_old_formats_need_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office.shutil, "which", lambda _: None)  # type: ignore[attr-defined]
    with pytest.raises(UserError, match=r"^a\.doc .*LibreOffice"):
        read_bytes("a.doc", OLE + bytes(600) + wide("WordDocument"))


@pytest.mark.skipif(
    not any(map(office.shutil.which, ("soffice", "libreoffice"))),  # type: ignore[attr-defined]
    reason="LibreOffice is not installed",
)
def test_libreoffice_converts() -> None:
    document = read_bytes("a.doc", rb"{\rtf1\ansi 1. \u30002?\u21439?\par}")
    assert [line.text for line in document.lines] == ["1. 甲县"]


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    source = io.BytesIO(b"x\n" * 300_000)
    read_document("-", stdin=source, progress=lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1]
    assert told == sorted(told)
