"""PDF: what nobody sees on a page, what is cut off, and what was laid over it."""

import io
from collections.abc import Callable
from contextlib import closing
from ctypes import create_string_buffer
from typing import Any

import pypdfium2
import pytest
from pypdfium2 import raw

from casefile import cases
from office_files import Stroke, Text, pdf
from pilotdiff.model import Document
from pilotdiff.reading import read_bytes

_TEXTS: list[Text] = [
    (60, 780 - 30 * row, f"{row}、甲乙{kind}") for row, kind in enumerate("县镇乡区市")
]
_ALL = ["0、甲乙县", "1、甲乙镇", "2、甲乙乡", "3、甲乙区", "4、甲乙市"]
_UNSEEN = (
    "text that nobody sees (hidden, drawn over, pale as its ground or off the page) was left out"
)


def read(over: str, texts: list[Text] = _TEXTS) -> tuple[list[str], list[str]]:
    return _shown(read_bytes("a.pdf", pdf([(texts, [])], over=over)))


def _shown(document: Document) -> tuple[list[str], list[str]]:
    return [line.text for line in document.lines], [str(note) for note in document.notes]


@pytest.mark.parametrize(
    "over",
    ["0 g 50 745 200 20 re f", "1 g 50 745 200 20 re f", "1 g 50 745 200 20 re b"],
    ids=["black", "white", "with an edge"],
)
def test_what_lies_under_a_shape_is_left_out_and_told(over: str) -> None:
    lines, notes = read(over)
    assert lines == [text for text in _ALL if text != "1、甲乙镇"]
    assert notes == [f"{_UNSEEN}: 1、甲乙镇"]


@pytest.mark.parametrize("case", cases("reading_parts", "seen"))
def test_what_is_seen_is_read(case: dict[str, Any]) -> None:
    assert read(case["over"]) == (_ALL, [])


def test_what_is_written_over_a_covered_text_is_read() -> None:
    again = "".join(f"{ord(character):04x}" for character in "1、丙丁镇")
    lines, notes = read(f"1 g 50 745 200 20 re f 0 g BT /F 12 Tf 60 750 Td <{again}> Tj ET")
    assert lines[1] == "1、丙丁镇"
    assert len(notes) == 1


def test_a_part_of_a_line_is_covered() -> None:
    lines, notes = read("0 g 83 745 200 20 re f")
    assert lines[1] == "1、"
    assert notes == [f"{_UNSEEN}: 甲乙镇"]


def test_white_print_is_read_on_a_dark_ground_alone() -> None:
    word = "".join(f"{ord(character):04x}" for character in "丙丁镇")
    lines, notes = read(
        f"0 0 .5 rg 50 445 200 20 re f 1 g BT /F 12 Tf 60 450 Td <{word}> Tj ET "
        f"BT /F 12 Tf 60 400 Td <{word}> Tj ET"
    )
    assert lines == [*_ALL, "丙丁镇"]
    assert notes == [f"{_UNSEEN}: 丙丁镇"]


@pytest.mark.parametrize(("ground", "print_"), [("00", "1"), ("ff", "0")], ids=["dark", "white"])
def test_print_on_a_picture_is_read(ground: str, print_: str) -> None:
    word = "".join(f"{ord(character):04x}" for character in "丙丁镇")
    lines, notes = read(
        f"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID {ground}> EI Q "
        f"{print_} g BT /F 12 Tf 60 450 Td <{word}> Tj ET",
        [],
    )
    assert (lines, notes) == (["丙丁镇"], [])


def test_what_is_off_the_page_is_left_out() -> None:
    lines, notes = read("", [*_TEXTS, (700, 630, "丙丁镇")])
    assert lines == _ALL
    assert notes == [f"{_UNSEEN}: 丙丁镇"]


def test_a_name_cut_off_at_the_edge_of_its_cell_is_read_whole() -> None:
    rules: list[Stroke] = [(50, y, 250, y) for y in (795, 765, 735)]
    rules += [(x, 795, x, 735) for x in (50, 90, 250)]
    texts: list[Text] = [(100, 780, "便民"), (100, 750, "智慧")]
    word = "".join(f"{ord(character):04x}" for character in "甲乙丙县")
    over = "".join(
        f"q 50 {y - 5} 40 20 re W n BT /F 12 Tf 60 {y} Td <{word}> Tj ET Q " for y in (780, 750)
    )
    document = read_bytes("a.pdf", pdf([(texts, rules)], over=over))
    assert [line.cells for line in document.lines] == [("甲乙丙县", "便民"), ("甲乙丙县", "智慧")]
    assert not document.notes


def _under_a_picture(data: bytes, format: int, colour: tuple[int, int, int, int]) -> bytes:
    """Return a PDF whose first page a picture is laid over."""
    bitmap = pypdfium2.PdfBitmap.new_native(4, 4, format)
    bitmap.fill_rect(colour, 0, 0, 4, 4)

    def laid(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> None:
        picture = pypdfium2.PdfImage.new(document)
        picture.set_bitmap(bitmap)
        picture.set_matrix(pypdfium2.PdfMatrix().scale(595, 842))
        page.insert_obj(picture)
        page.gen_content()

    return _changed(data, laid)


def _changed(
    data: bytes, change: Callable[[pypdfium2.PdfDocument, pypdfium2.PdfPage], None]
) -> bytes:
    target = io.BytesIO()
    with closing(pypdfium2.PdfDocument(data)) as document:
        change(document, document[0])
        document.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("format", "alpha", "wanted"),
    [(raw.FPDFBitmap_BGR, 255, True), (raw.FPDFBitmap_BGRA, 60, False)],
    ids=["a scan", "a watermark that shines through"],
)
def test_text_under_the_picture_of_its_page_is_doubted(
    format: int, alpha: int, wanted: bool
) -> None:
    data = _under_a_picture(pdf([(_TEXTS, [])]), format, (255, 255, 255, alpha))
    lines, notes = _shown(read_bytes("a.pdf", data))
    assert lines == _ALL
    assert any("another program recognised" in note for note in notes) is wanted


def _annotated(kind: int, said: str = "") -> bytes:
    def laid(_: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> None:
        annotation: Any = raw.FPDFPage_CreateAnnot(page, kind)
        raw.FPDFAnnot_SetRect(annotation, raw.FS_RECTF(60, 764, 130, 747))
        if kind == raw.FPDF_ANNOT_STRIKEOUT:
            quad = raw.FS_QUADPOINTSF(60, 762, 130, 762, 60, 747, 130, 747)
            raw.FPDFAnnot_AppendAttachmentPoints(annotation, quad)
        held = create_string_buffer((said + "\0").encode("utf-16-le"))
        raw.FPDFAnnot_SetStringValue(annotation, b"Contents", raw.cast(held, raw.FPDF_WIDESTRING))
        raw.FPDFPage_CloseAnnot(annotation)

    return _changed(pdf([(_TEXTS, [])]), laid)


def test_what_a_reader_struck_out_is_left_out_and_told() -> None:
    lines, notes = _shown(read_bytes("a.pdf", _annotated(raw.FPDF_ANNOT_STRIKEOUT)))
    assert lines == [text for text in _ALL if text != "1、甲乙镇"]
    assert notes == ["what is struck out was left out: 1、甲乙镇"]


def test_comments_are_told() -> None:
    document = read_bytes("a.pdf", _annotated(raw.FPDF_ANNOT_TEXT, "增加丙丁镇"))
    assert _shown(document) == (
        _ALL,
        ["comments and what is filled in over the text were not read: 增加丙丁镇"],
    )
    assert [line.text for line in document.unseen] == ["增加丙丁镇"]
