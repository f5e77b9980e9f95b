"""Workbooks for tests: written, read by other libraries, and saved anew by LibreOffice."""

import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from pilotdiff.language import words
from pilotdiff.model import Finding
from pilotdiff.report import workbook
from pilotdiff.report.report_types import Report

# LibreOffice trusts the values in a file unless it is told to calculate them anew.
_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
 oor:op="fuse"><value>0</value></prop></item></oor:items>
"""


def written(
    report: Report, path: Path, language: str = "en", findings: Sequence[Finding] = ()
) -> Path:
    """The report's workbook at that path."""
    workbook.write_workbook(report, findings, path, words(language))
    return path


def opened(path: Path) -> openpyxl.Workbook:
    """As openpyxl reads it, with the values that its formulas had when it was written."""
    return openpyxl.load_workbook(path, data_only=True)


def table(sheet: Worksheet) -> list[dict[str, object]]:
    """The rows of a sheet by its headings; an empty cell is the empty text."""
    heads, *rows = sheet.iter_rows(values_only=True)
    return [
        {str(head): _value(cell) for head, cell in zip(heads, row, strict=True)} for row in rows
    ]


def column(sheet: Worksheet, heading: str) -> int:
    """The number of the column under a heading."""
    return int(next(cell.column for cell in sheet[1] if cell.value == heading))


def _value(cell: object) -> object:
    return "" if cell is None else cell


def fill_in(path: Path, sheet: str, row: int, said: Iterable[tuple[str, object]]) -> None:
    """Write into a row of a sheet, under these headings, as a person would."""
    book = openpyxl.load_workbook(path)
    at = {cell.value: cell.column for cell in book[sheet][1]}
    for heading, value in said:
        book[sheet].cell(row, at[heading]).value = value
    book.save(path)


def saved_anew(path: Path, format: str, *, recalculated: bool = False) -> Path:
    """A copy that LibreOffice saved; the test is skipped where it is not installed."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    folder = path.parent / f"as-{format}"
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    if recalculated:
        (profile / "user" / "registrymodifications.xcu").write_text(_RECALCULATE, "utf-8")
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", format, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / path.with_suffix(f".{format}").name
