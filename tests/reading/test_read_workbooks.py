"""Workbooks: rows as shown, merged cells, sheets, and what is too large to be true."""

import io

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from office_files import cell, ods, ods_cell, ods_row, sheet, xlsx, zipped
from pilotdiff.model import Document, UserError
from pilotdiff.reading import read_bytes
from pilotdiff.reading.archive import Archive
from pilotdiff.reading.contents import RawSource
from pilotdiff.reading.office.struck_texts import struck_strings, struck_texts


def rows(document: Document) -> list[tuple[str, ...]]:
    return [line.cells for line in document.lines]


def texts(document: Document) -> list[str]:
    return [line.text for line in document.lines]


def test_rows_of_all_shown_sheets_with_their_places() -> None:
    first = sheet({2: cell("B2", "省"), 4: cell("B4", "成都市")})
    document = read_bytes(
        "名单.xlsx",
        xlsx({"甲": first, "藏": sheet({1: cell("A1", "x")}), "乙": first}, hidden=["藏"]),
    )
    assert [str(line.place) for line in document.lines] == [
        "sheet 甲, row 2",
        "sheet 甲, row 4",
        "sheet 乙, row 2",
        "sheet 乙, row 4",
    ]
    assert [line.number for line in document.lines] == [2, 4, 6, 8]
    assert [str(note) for note in document.notes] == ["hidden sheets were left out: 藏"]


def test_comments_on_cells_are_told() -> None:
    book = openpyxl.Workbook()
    book.active.title = "名单"
    for row in (["县", "村"], ["清岗县", "白溪镇东岭村"], ["清岗县", "白溪镇南岭村"]):
        book.active.append(row)
    book.create_sheet("藏").sheet_state = "hidden"
    book["藏"]["A1"].comment = Comment("不算", "李")
    book.active["B3"].comment = Comment("已并入东岭村", "李")
    data = io.BytesIO()
    book.save(data)
    document = read_bytes("名单.xlsx", data.getvalue())
    assert rows(document)[2] == ("清岗县", "白溪镇南岭村")
    assert [str(note) for note in document.notes if "comments" in str(note)] == [
        "comments on cells of sheet 名单 were not read: B3 已并入东岭村"
    ]


def test_values_as_the_sheet_shows_them() -> None:
    cells = (
        cell("A1", 7.0)
        + cell("B1", 0.1 + 0.2)
        + cell("C1", 44000, ' s="1"')
        + cell("D1", 44000.5, ' s="1"')
        + cell("E1", 510104001001)
        + '<c r="F1" t="b"><v>1</v></c>'
    )
    document = read_bytes("a.xlsx", xlsx({"a": sheet({1: cells})}))
    assert rows(document) == [
        ("7", "0.3", "2020-06-18", "2020-06-18T12:00:00", "510104001001", "TRUE")
    ]


def test_merged_cells_are_filled_in() -> None:
    filled = sheet(
        {
            2: cell("B2", "名单") + cell("D2", "注"),
            3: cell("B3", "成都市") + cell("C3", "甲"),
            4: cell("C4", "乙"),
            5: cell("C5", "丙"),
        },
        merged=["B2:C2", "B3:B4"],
    )
    document = read_bytes("a.xlsx", xlsx({"a": filled}))
    assert rows(document) == [
        ("名单", "名单", "注"),
        ("成都市", "甲", ""),
        ("成都市", "乙", ""),
        ("", "丙", ""),
    ]


def test_open_document_with_merged_and_repeated_cells() -> None:
    document = read_bytes(
        "a.ods",
        ods(
            ods_row(ods_cell("成都市", 'table:number-rows-spanned="2"'), ods_cell("甲"))
            + ods_row("<table:covered-table-cell/>", ods_cell("乙"))
            + ods_row(ods_cell("丙", 'table:number-columns-repeated="2"'))
            + ods_row(
                ods_cell("", 'table:number-columns-repeated="16384"'),
                attributes='table:number-rows-repeated="1048573"',
            )
        ),
    )
    assert rows(document) == [("成都市", "甲"), ("成都市", "乙"), ("丙", "丙")]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("far.xlsx", xlsx({"a": sheet({1: cell("A1", "x"), 1048576: cell("XFD1048576", "y")})})),
        ("low.xlsx", xlsx({"a": sheet({1: cell("A1", "x"), 9999999: cell("B99999999", "y")})})),
        (
            "far.ods",
            ods(
                ods_row(
                    ods_cell("x", 'table:number-columns-repeated="16384"'),
                    attributes='table:number-rows-repeated="1048576"',
                )
            ),
        ),
    ],
)
def test_cells_far_apart_are_refused_before_they_fill_the_memory(name: str, data: bytes) -> None:
    with pytest.raises(UserError, match=rf"{name} .*cells"):
        read_bytes(name, data)


def test_styled_empty_cells_far_away_are_no_harm() -> None:
    far = sheet({1: cell("A1", "甲县"), 1048576: '<c r="XFD1048576" s="1"/>'})
    assert texts(read_bytes("a.xlsx", xlsx({"a": far}))) == ["甲县"]


def test_a_sheet_of_one_column_is_text() -> None:
    text = sheet(
        {1: cell("B1", "一、甲县"), 3: cell("B3", "1.乙村\n2.丙村"), 4: cell("B4", "丁县")}
    )
    table_ = sheet({1: cell("A1", "县") + cell("B1", "村")})
    document = read_bytes("a.xlsx", xlsx({"a": text, "b": table_}))
    numbered = [(line.number, line.text, line.cells) for line in document.lines]
    assert numbered == [
        (1, "一、甲县", ()),
        (3, "1.乙村", ()),
        (4, "2.丙村", ()),
        (5, "丁县", ()),
        (6, "", ("县", "村")),
    ]
    assert str(document.lines[2].place) == "sheet a, row 3"


def test_hidden_rows_and_columns_of_an_ods_are_told() -> None:
    rows_ = (
        '<table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="collapse"/>'
        + ods_row(ods_cell("省"), ods_cell("县"), ods_cell("旧名"))
        + ods_row(ods_cell("甲省"), ods_cell("乙县"), attributes='table:visibility="filter"')
        + ods_row(ods_cell("甲省"), ods_cell("丙县"), ods_cell("丁县"))
    )
    document = read_bytes("a.ods", ods(rows_))
    assert rows(document) == [("省", "县", ""), ("甲省", "丙县", "")]
    assert [str(note) for note in document.notes] == [
        "hidden rows 2 and columns C of sheet 名单 were left out"
    ]


def test_what_is_struck_out_and_formulas_without_a_value_are_told() -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in (("序号", "县"), (1, "甲县"), (2, '="乙"&"县"'), (3, "丙县")):
        page.append(row)
    page["B2"].font = Font(strike=True)
    out = io.BytesIO()
    book.save(out)
    document = read_bytes("a.xlsx", out.getvalue())
    assert rows(document) == [("序号", "县"), ("1", ""), ("2", "#N/A"), ("3", "丙县")]
    assert [line.cells for line in document.unseen] == [("甲县",)]
    assert [str(note) for note in document.notes] == [
        "cells of sheet Sheet that are struck out were left out: B2",
        "formulas of sheet Sheet have no saved value and were read as blank: B3; "
        "open it in a spreadsheet program and save it again",
    ]


def test_a_part_of_a_text_that_is_struck_out_is_left_out_and_told() -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    gone, kept = TextBlock(InlineFont(strike=True), "甲县"), TextBlock(InlineFont(), "乙县")
    for row in (("县",), (CellRichText(gone, kept),), (CellRichText("丙", "县"),)):
        page.append(row)
    out = io.BytesIO()
    book.save(out)
    document = read_bytes("a.xlsx", out.getvalue())
    assert texts(document) == ["县", "乙县", "丙县"]
    assert [line.cells for line in document.unseen] == [("甲县乙县",)]
    assert [str(note) for note in document.notes] == [
        "cells of sheet Sheet that are struck out were left out: A2"
    ]


def test_shared_texts_struck_out_in_part_are_left_out_by_their_number() -> None:
    strings = (
        "<sst><si><t>甲县</t></si><si/><si><r><rPr><strike/></rPr><t>乙县</t></r><r><t>丙&amp;县</t></r>"
        "</si></sst>"
    )
    held = '<c r="B7" t="s"><v>2</v></c><c r="B8" t="s"><v>0</v></c>'
    data = zipped({"xl/sharedStrings.xml": strings})
    found = struck_strings(Archive(RawSource("a.xlsx", data)))
    assert list(struck_texts(held.encode(), found)) == [("B7", "丙&县")]


def test_an_error_in_a_cell_is_no_blank_that_the_row_above_fills() -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in (("县", "村"), ("甲县", "东岭村"), ("#REF!", "西岭村"), ("乙县", "#N/A")):
        page.append(row)
    out = io.BytesIO()
    book.save(out)
    document = read_bytes("a.xlsx", out.getvalue())
    assert rows(document)[2:] == [("#REF!", "西岭村"), ("乙县", "#N/A")]
    assert [str(note) for note in document.notes] == [
        "cells of sheet Sheet hold an error instead of a value: A3 #REF!, B4 #N/A"
    ]
