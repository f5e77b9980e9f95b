"""The same list through a real office program: every format gives the same entries in order."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

import published_files
from pilotdiff.model import Document, UserError
from pilotdiff.reading import read_bytes, read_document

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
KINDS = ("便民服务型", "智慧科技型", "自治互助型")
ROWS = [
    ("序号", "类型", "名称"),
    *((str(n), KINDS[n % 3], f"甲乙市丙丁县戊{n}街道己庚社区") for n in range(1, 131)),
]
PARAGRAPHS = ["关于公布名单的通知", *(f"{row[0]}.{row[2]}" for row in ROWS[1:])]
# The format, the form it is made from, and LibreOffice's name for reading that form.
MADE = [
    ("xls", "rows.csv", "CSV:44,34,76,1"),
    ("ods", "rows.csv", "CSV:44,34,76,1"),
    ("fods", "rows.csv", "CSV:44,34,76,1"),
    ("docx", "rows.html", "HTML (StarWriter)"),
    ("pdf", "rows.html", "HTML (StarWriter)"),
    ("pdf", "lines.html", "HTML (StarWriter)"),
    ("doc", "lines.html", "HTML (StarWriter)"),
    ("fodt", "lines.html", "HTML (StarWriter)"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("office")
    head = '<html><head><meta charset="utf-8"></head><body>'
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    (target / "rows.csv").write_text("\n".join(map(",".join, ROWS)), "utf-8")
    (target / "rows.html").write_text(f"{head}<table border=1>{cells}</table>", "utf-8")
    lines = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    (target / "lines.html").write_text(head + lines, "utf-8")
    return target


needs_office = pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not installed")


def made(folder: Path, suffix: str, form: str, filter_: str) -> Path:
    profile = (folder / "profile").as_uri()
    command = [str(SOFFICE), f"-env:UserInstallation={profile}", "--headless"]
    command += [f"--infilter={filter_}", "--convert-to", suffix, form]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    return folder / f"{Path(form).stem}.{suffix}"


@pytest.mark.process
@needs_office
@pytest.mark.parametrize(("suffix", "form", "filter_"), MADE)
def test_made_by_an_office_program(folder: Path, suffix: str, form: str, filter_: str) -> None:
    document = read_document(str(made(folder, suffix, form, filter_)))
    if form.startswith("rows"):
        assert [line.cells for line in document.lines] == ROWS
    else:
        assert [line.text for line in document.lines] == PARAGRAPHS
    assert [line.number for line in document.lines] == list(range(1, len(document.lines) + 1))


@pytest.mark.process
@needs_office
def test_an_old_workbook_that_would_fill_all_memory(folder: Path) -> None:
    """A cell in row 65,536 and column 65,536: calamine alone would end the process."""
    data = bytearray(made(folder, "xls", *MADE[0][1:]).read_bytes())
    label = data.rindex(b"\xfd\x00\x0a\x00")
    data[label + 4 : label + 8] = b"\xff\xff\xff\xff"
    with pytest.raises(UserError, match=r"^far\.xls is broken"):
        read_bytes("far.xls", bytes(data))


@pytest.mark.process
@needs_office
@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_hidden_rows_and_columns_of_old_and_open_workbooks_are_told(
    folder: Path, suffix: str
) -> None:
    source = (
        "== 名单\n序号 | 旧名 | 县\n1 | 甲县 | 乙县\n2 | 丙县 | 丁县\nhide row 2\nhide column B"
    )
    (folder / "hidden.xlsx").write_bytes(published_files.workbook(source))
    document = read_document(str(made(folder, suffix, "hidden.xlsx", "Calc MS Excel 2007 XML")))
    assert [line.cells for line in document.lines] == [("序号", "", "县"), ("2", "", "丁县")]
    assert [line.cells for line in document.unseen] == [("旧名",), ("1", "甲县", "乙县"), ("丙县",)]
    assert len(document.notes) == 1


def struck(folder: Path, suffix: str, rows: Sequence[Sequence[object]], *cells: str) -> Document:
    """Read a workbook, saved in that format, in which cells are struck out."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in rows:
        page.append(row)
    for cell in cells:
        page[cell].font = Font(strike=True)
    book.save(folder / "struck.xlsx")
    return read_document(str(made(folder, suffix, "struck.xlsx", "Calc MS Excel 2007 XML")))


@pytest.mark.process
@needs_office
@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_what_is_struck_out_in_old_and_open_workbooks_is_told(folder: Path, suffix: str) -> None:
    document = struck(folder, suffix, [("序号", "县"), (1, "甲县"), (2, "乙县")], "B2")
    assert [line.cells for line in document.lines] == [("序号", "县"), ("1", ""), ("2", "乙县")]
    assert [line.cells for line in document.unseen] == [("甲县",)]
    assert [str(note) for note in document.notes] == [
        "cells of sheet Sheet that are struck out were left out: B2"
    ]


@pytest.mark.process
@needs_office
@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_struck_cells_that_are_equal_are_all_left_out(folder: Path, suffix: str) -> None:
    rows = [("县", "村"), ("甲县", "甲县"), ("乙县", "丙村"), ("乙县", "丙村"), ("乙县", "丁村")]
    document = struck(folder, suffix, rows, "A2", "B2", "B3", "B4")
    assert [line.cells for line in document.lines] == [rows[0], ("乙县", ""), ("乙县", ""), rows[4]]


@pytest.mark.process
@needs_office
def test_a_word_document_of_2003_as_xml() -> None:
    """Sites give it the suffix .doc."""
    page = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Word.Document"?>\n'
        '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>'
        "<w:p><w:r><w:t>甲县</w:t></w:r></w:p></w:body></w:wordDocument>"
    )
    assert [line.text for line in read_bytes("a.doc", page.encode()).lines] == ["甲县"]
