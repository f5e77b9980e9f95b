"""PDF: lines in reading order, ruled and unruled tables, pages without text."""

from importlib.util import find_spec
from typing import Any

import pytest

from casefile import cases
from office_files import UNHEARD_OF, Stroke, Text, pdf
from pilotdiff.model import UserError
from pilotdiff.reading import read_bytes

_TEXTS: list[Text] = [
    (110, 700, "名称"),
    (60, 700, "序号"),
    (60, 670, "甲市"),
    (110, 680, "成都市温江区"),
    (110, 660, "自贡市荣县"),
    (50, 780, "名单"),
    (290, 30, "- 1 -"),
]
_STROKES: list[Stroke] = [
    *((x, 715, x, 655) for x in (50, 100, 250)),
    *((50, y, 250, y) for y in (715, 695, 655)),
    (100, 675, 250, 675),
]


def shown(data: bytes) -> list[str | tuple[str, ...]]:
    return [line.cells or line.text for line in read_bytes("a.pdf", data).lines]


@pytest.mark.parametrize("strokes", [_STROKES, _STROKES * 2])
def test_a_ruled_table_with_a_merged_cell(strokes: list[Stroke]) -> None:
    assert shown(pdf([(_TEXTS, strokes)])) == [
        "名单",
        ("序号", "名称"),
        ("甲市", "成都市温江区"),
        ("甲市", "自贡市荣县"),
    ]


def test_a_wrapped_cell_is_one_text() -> None:
    texts = [(60.0, 700.0, "1"), (110.0, 700.0, "凉山彝族自治州"), (110.0, 685.0, "西昌市")]
    strokes: list[Stroke] = [(x, 715, x, 680) for x in (50, 100, 200)]
    strokes += [(50, y, 200, y) for y in (715, 680)]
    assert shown(pdf([(texts, strokes)])) == [("1", "凉山彝族自治州西昌市")]


@pytest.mark.parametrize(
    ("below", "wanted"),
    [("治），建立制度", "推行一核三治），建立制度"), ("治理建立", "推行一核三\n治理建立")],
)
def test_signs_that_begin_no_line_take_a_character_along(below: str, wanted: str) -> None:
    texts: list[Text] = [(60, 700, "1"), (110, 700, "推行一核三"), (110, 685, below)]
    strokes: list[Stroke] = [(x, 715, x, 680) for x in (50, 100, 200)]
    strokes += [(50, y, 200, y) for y in (715, 680)]
    assert shown(pdf([(texts, strokes)])) == [("1", wanted)]


def test_lines_that_their_cell_is_too_low_for_make_their_row_unsure() -> None:
    """A row of a fixed height: the name's first line is cut off, its second shown."""
    texts: list[Text] = [(60, 686, "1"), (110, 686, "社区"), (60, 666, "2"), (110, 666, "丙镇")]
    strokes: list[Stroke] = [(x, 700, x, 660) for x in (50, 100, 200)]
    strokes += [(50, y, 200, y) for y in (700, 680, 660)]
    name = "甲乙".encode("utf-16-be").hex()
    cut = f"q 100 680 100 20 re W n BT /F 12 Tf 110 702 Td <{name}> Tj ET Q"
    document = read_bytes("a.pdf", pdf([(texts, strokes)], over=cut))
    assert [line.cells for line in document.lines] == [("1", "社区"), ("2", "丙镇")]
    assert (document.unsure_rows, [line.text for line in document.unseen]) == ((1,), ["甲乙"])


def test_a_line_on_the_rule_between_two_rows_makes_its_row_unsure() -> None:
    texts: list[Text] = [(60, 686, "1"), (110, 676, "甲镇"), (60, 666, "2"), (110, 656, "乙镇")]
    strokes: list[Stroke] = [(x, 700, x, 640) for x in (50, 100, 200)]
    strokes += [(50, y, 200, y) for y in (700, 680, 640)]
    assert read_bytes("a.pdf", pdf([(texts, strokes)])).unsure_rows == (1,)
    # It may stand in the middle of two rows that are merged in its column.
    merged: list[Stroke] = [*strokes[:3], (50, 700, 200, 700), (50, 680, 100, 680)]
    merged.append((50, 640, 200, 640))
    assert read_bytes("a.pdf", pdf([(texts[:3], merged)])).unsure_rows == ()


@pytest.mark.parametrize("case", cases("reading_parts", "cut_off"))
def test_a_name_cut_off_by_the_cell_beside_it_is_told(case: dict[str, Any]) -> None:
    """A program leaves out what is not seen; that one line reaches far past it tells that it is
    whole, but nothing of a second in a room for one."""
    name, bottom, wanted = case["name"], case["bottom"], tuple(case["wanted"])
    texts: list[Text] = [(50, 686, "1"), (114, 686, "石镇"), (50, 666, "2"), (70, 666, "乙镇")]
    text = name.encode("utf-16-be").hex()
    cut = f"q 65 {bottom} 46 {700 - bottom} re W n BT /F 12 Tf 66 686 Td <{text}> Tj ET Q"
    document = read_bytes("a.pdf", pdf([(texts, [])], over=cut))
    assert document.unsure_rows == wanted


def test_a_place_between_its_rows_makes_them_unsure_where_no_line_holds_both() -> None:
    texts: list[Text] = [(60, 723, "清岗县"), (200, 730, "东岭村"), (200, 716, "西岭村")]
    texts += [(60, 683, "白石县"), (200, 690, "南岭村"), (200, 676, "北岭村"), (60, 780, "名单")]
    document = read_bytes("a.pdf", pdf([(texts, [])]))
    assert document.unsure_rows == (2, 3, 4, 5, 6, 7)


def test_the_last_rows_of_a_table_too_few_for_their_page_are_unsure() -> None:
    first: list[Text] = [(60, 780, "市"), (160, 780, "县")]
    for at, name in enumerate("甲乙丙丁"):
        first += [(160, 760 - 20 * at, f"{name}县"), (260, 760 - 20 * at, "张三")]
    first.append((60, 760, "甲市"))
    after: list[Text] = [(160, 780, "戊县"), (260, 780, "李四"), (60, 740, "说明：以上名单有效。")]
    assert read_bytes("a.pdf", pdf([(first, []), (after, [])])).unsure_rows == (6,)


def test_a_name_so_long_that_it_nearly_touches_the_next_column_ends_no_table() -> None:
    texts: list[Text] = [(60, 780, "市"), (120, 780, "县"), (174, 780, "联系人"), (60, 760, "甲市")]
    for at, name in enumerate(("乙", "丙", "丁", "白鹭洲", "戊")):
        texts += [(120, 760 - 20 * at, f"{name}县"), (174, 760 - 20 * at, "张三")]
    rows = shown(pdf([(texts, [])]))
    assert rows[4:] == [("", "白鹭洲县", "张三"), ("", "戊县", "张三")]


def test_years_are_no_numbers_of_rows() -> None:
    years = (2021, 2022, 2021, 2021, 2022)
    texts: list[Text] = [(60, 700, "年份"), (120, 700, "名称"), (240, 700, "县")]
    for at, year in enumerate(years):
        texts += [(60, 680 - 20 * at, str(year)), (120, 680 - 20 * at, f"{'甲乙丙丁戊'[at]}村")]
    texts += [(240, 680, "清岗县"), (240, 640, "白石县")]
    rows = [cells for cells in shown(pdf([(texts, [])])) if len(cells) > 1]
    assert {len(cells) for cells in rows} == {3}
    assert len(rows) == 1 + len(years)


def test_aligned_gaps_make_cells() -> None:
    texts = [(60.0, 700.0 - 20 * row, str(row)) for row in range(4)]
    texts += [(110.0, 700.0 - 20 * row, "甲县") for row in range(4)]
    texts += [(210.0, 700.0 - 20 * row, "服务") for row in (0, 2)]
    assert shown(pdf([(texts, [])])) == [
        ("0", "甲县", "服务"),
        ("1", "甲县", ""),
        ("2", "甲县", "服务"),
        ("3", "甲县", ""),
    ]


def test_lines_are_numbered_over_all_pages() -> None:
    pages = [([(50.0, 700.0, "乙县"), (50.0, 720.0, "甲县")], []), ([(50.0, 700.0, "丙县")], [])]  # type: ignore[var-annotated]
    lines = read_bytes("a.pdf", pdf(pages)).lines
    assert [(line.number, line.text, str(line.place)) for line in lines] == [
        (1, "甲县", "page 1, line 1"),
        (2, "乙县", "page 1, line 2"),
        (3, "丙县", "page 2, line 1"),
    ]


def test_type_printed_twice_is_read_once() -> None:
    texts = [(50.0, 700.0, "甲甲县"), (50.4, 700.0, "甲甲县")]
    assert shown(pdf([(texts, [])])) == ["甲甲县"]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(rotate: int) -> None:
    data = pdf([([(50.0, 700.0, "甲县")], [])], rotate)
    assert shown(data) == ["甲县"] if rotate == 0 else len(shown(data)) > 0


def test_a_page_without_text_is_refused() -> None:
    # With the extra `ocr` the page is looked at, and nothing is found on it.
    said = "holds pictures in which no text" if find_spec("rapidocr") else "is a scanned PDF"
    with pytest.raises(UserError, match=rf"^a\.pdf {said}"):
        read_bytes("a.pdf", pdf([([], [(0, 0, 9, 9)])]))


def test_text_that_is_not_drawn_is_what_another_program_recognised() -> None:
    seen = pdf([([(50.0, 700.0, "甲县"), (50.0, 680.0, "乙县")], [])])
    assert read_bytes("a.pdf", seen).scan is None
    document = read_bytes("a.pdf", seen.replace(b"BT /F", b"BT 3 Tr /F"))
    assert "another program recognised" in str(document.notes[0])
    assert document.scan is not None
    assert [(d.line, d.text, d.at) for d in document.scan.doubts] == [
        (1, "甲县", 0),
        (1, "甲县", 1),
        (2, "乙县", 0),
        (2, "乙县", 1),
    ]


def test_pages_without_text_are_said() -> None:
    pages = [([(50.0, 700.0, "甲县")], []), ([], []), ([], [])]  # type: ignore[var-annotated]
    document = read_bytes("a.pdf", pdf(pages))
    assert [str(note) for note in document.notes] == ["pages without text, scanned or blank: 2, 3"]


def test_fonts_that_do_not_tell_their_characters() -> None:
    with pytest.raises(UserError, match=r"^a\.pdf has fonts"):
        read_bytes("a.pdf", pdf([([(50.0, 700.0, "\ue001\ue002\ue003县")], [])]))


@pytest.mark.slow
def test_a_font_that_nobody_has_loses_what_stands_alone() -> None:
    """县 by itself has no width there, and was lost without a word."""
    texts: list[Text] = [(60, 780, "示范名单"), (60, 760, "县"), (120, 760, "清岗县")]
    with pytest.raises(UserError, match="page 1 in a font that it does not hold"):
        read_bytes("a.pdf", pdf([(texts, [])], face=UNHEARD_OF))


def test_a_page_that_draws_without_an_end_is_refused() -> None:
    """Each form draws the next one ten times: two kilobytes, ten thousand million lines."""
    forms = b"".join(
        b"%d 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F %d 0 R>>>>"
        b"/Length 60>>stream\n%s\nendstream endobj\n" % (number, number + 1, b"/F Do " * 10)
        for number in range(4, 14)
    )
    data = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]"
        b"/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R"
        b"/Resources<</XObject<</F 4 0 R>>>>>>endobj\n" + forms + b"14 0 obj<</Type/XObject"
        b"/Subtype/Form/BBox[0 0 9 9]/Length 14>>stream\n0 0 m 1 1 l S\nendstream endobj\n"
        b"trailer<</Root 1 0 R>>\n"
    )
    with pytest.raises(UserError, match=r"^a\.pdf breaks the reader or takes more than"):
        read_bytes("a.pdf", data)
