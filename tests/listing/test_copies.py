"""A document in other characters is read as its plain copy is: the same entries, the same lines
told."""

import csv
import html
import io
import re
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from opencc import OpenCC

import office_files
import published_files
from pilotdiff.listing import outline
from pilotdiff.model import Line, Units, UserError
from pilotdiff.reading import read_bytes
from pilotdiff.repair import replay
from pilotdiff.units import resolve

CASES = Path(__file__).parents[1] / "cases"
# Names with a character that the conversion to traditional script does not give back.
_NOT_GIVEN_BACK = {"data-own-writing", "page-h-print-mobile-copy"}
# Data with other blanks is no JSON any more.
_NO_DATA = {"json-pasted", "data-keys-without-quotes"}
# Rows of prints are told by how their characters stand.
_OF_PRINTS = {"pdf-merged"}
_WIDE = {ord(digit): chr(ord(digit) + 0xFEE0) for digit in "0123456789"}

# Rows of one cell among others are told by there being no other.
_RAGGED = {"t-one-cell-rows"}
# Signs of spreadsheets stand at the edges of cells, and a title above others is the document's.
_FRAMED = {"csv-excel-formulas", "k-title-over-no-heads", "k-title-not-over-another-city"}


def _rows(text: str, changed: Callable[[list[str]], list[list[str]]]) -> str:
    """A table with commas, each row padded and changed."""
    rows = list(csv.reader(io.StringIO(text.strip("\n"))))
    width = max(map(len, rows), default=0)
    if width < 2:
        return text
    out = io.StringIO()
    for row in rows:
        csv.writer(out, lineterminator="\n").writerows(changed(row + [""] * (width - len(row))))
    return out.getvalue()


def _framed(text: str) -> str:
    """A table with commas below a row with a title, and above one with a note."""
    width = max((len(row) for row in csv.reader(io.StringIO(text.strip("\n")))), default=0)
    title, note = (one + "," * (width - 1) for one in ("2023年示范名单", "注：排名不分先后。"))
    return "\n".join([title, text.strip("\n"), note, ""]) if width > 1 else text


# Of tables with commas.
TABLES: dict[str, Callable[[str], str]] = {
    "between a title and a note": _framed,
    "blanks around each cell": lambda text: _rows(text, lambda row: [[f" {c} " for c in row]]),
    "a blank column before": lambda text: _rows(text, lambda row: [["", *row]]),
    "blank columns behind": lambda text: _rows(text, lambda row: [[*row, "", ""]]),
    "a blank row below each": lambda text: _rows(text, lambda row: [row, [""] * len(row)]),
}
COPIES: dict[str, Callable[[str], str]] = {
    "traditional script": OpenCC("s2t").convert,
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "full-width digits": lambda text: text.translate(_WIDE),
    "zero-width spaces behind": lambda text: re.sub(r"(?m)$", "\u200b", text),
}


def _cases() -> list[Any]:
    paths = [*CASES.glob("reading_kinds*.toml"), *CASES.glob("published_files*.toml")]
    read = (case for path in sorted(paths) for case in tomllib.loads(path.read_text())["case"])
    return [
        pytest.param(case, how, id=f"{how}: {case['id']}")
        for case in read
        for how in (*COPIES, *TABLES)
        if case["id"] not in _NOT_GIVEN_BACK | _OF_PRINTS and "known_failure" not in case
        if how == "traditional script"
        or (how in COPIES and case["format"] == "txt" and case["id"] not in _NO_DATA)
        or (how in TABLES and case["format"] == "csv" and case["id"] not in _RAGGED | _FRAMED)
    ]


def _read(case: dict[str, Any], text: str) -> Units | None:
    data = published_files.built(case["format"], text, case.get("encode", "utf-8"))
    return _units(case["format"], data)


def _units(form: str, data: bytes) -> Units | None:
    try:
        return resolve(outline(read_bytes(f"list.{form}", data)))
    except UserError:
        return None


def _told(units: Units) -> set[int]:
    """The lines of which something is told."""
    skipped = (each.line for each in units.listing.skipped if each.suspicious)
    missing = (each.line for each in units.census.missing)
    return {*skipped, *missing, *(each.line for each in units.census.doubtful)}


def _lines(units: Units) -> Sequence[Line]:
    return units.listing.document.lines


@pytest.mark.parametrize(("case", "how"), _cases())
def test_a_copy_gives_the_same(case: dict[str, Any], how: str) -> None:
    if case["format"] == "pdf" and office_files.lacks_chinese_fonts():
        pytest.skip("no Chinese font")
    copy = (COPIES | TABLES)[how](case["input"])
    try:
        plain, there = _read(case, case["input"]), _read(case, copy)
    except UnicodeEncodeError:
        return  # what cannot be written in the case's character set has no such copy
    assert (plain is None) is (there is None)
    if plain is not None and there is not None:
        assert [unit.path for unit in there.units] == [unit.path for unit in plain.units]
        written = {*"".join(text for line in _lines(there) for text in (line.text, *line.cells))}
        for entry in there.listing.entries:
            assert written.issuperset("".join(entry.raw.split()))
            assert replay(entry.raw, entry.repairs).startswith(entry.text)
        if how in COPIES:  # else lines are counted otherwise
            assert _told(there) == _told(plain)


# A text as other programs keep it, each of its lines a row or a paragraph.
FILES: dict[str, Callable[[Sequence[str]], bytes]] = {
    "xlsx": lambda lines: office_files.xlsx(
        {"a": office_files.sheet({n: _cell(n, line) for n, line in enumerate(lines, 1) if line})}
    ),
    "docx": lambda lines: office_files.docx("".join(map(office_files.paragraph, lines))),
}


# What wikis write, and cells between commas, are looked for in plain text alone.
_PLAIN_ALONE = {"t-wiki-lists", "t-cells-between-commas"}


def _cell(row: int, text: str) -> str:
    return office_files.cell(f"A{row}", text)


def _texts() -> list[Any]:
    """Every eighth text, as each of these files."""
    paths = sorted(CASES.glob("reading_kinds*.toml"))
    read = [case for path in paths for case in tomllib.loads(path.read_text())["case"]]
    texts = [c for c in read if c["format"] == "txt" and c["id"] not in _PLAIN_ALONE]
    return [
        pytest.param(case, form, id=f"{form}: {case['id']}")
        for case in texts[::8]
        for form in FILES
    ]


@pytest.mark.parametrize(("case", "form"), _texts())
def test_a_text_in_a_file_gives_the_same(case: dict[str, Any], form: str) -> None:
    plain = _read(case, case["input"])
    lines = case["input"].encode(case.get("encode", "utf-8"), "ignore").decode("utf-8", "ignore")
    there = _units(form, FILES[form]([html.escape(each) for each in lines.strip().split("\n")]))
    assert (plain is None) is (there is None)
    if plain is not None and there is not None:
        assert [unit.path for unit in there.units] == [unit.path for unit in plain.units]
        assert len(_told(there)) == len(_told(plain))


def _tables() -> list[Any]:
    """Every sixth table with commas."""
    paths = sorted([*CASES.glob("reading_kinds*.toml"), *CASES.glob("published_files*.toml")])
    read = [case for path in paths for case in tomllib.loads(path.read_text())["case"]]
    tables = [c for c in read if c["format"] == "csv" and c["id"] not in _OF_COMMAS]
    return [pytest.param(case, id=case["id"]) for case in tables[::6] if "encode" not in case]


# Semicolons, signs of spreadsheets, and rows that sums, steps or parts of a cell tell.
_OF_COMMAS = {"csv-semicolons", "csv-excel-formulas", "sheet-of-counts", "x-ordinals-cell"}
_OF_COMMAS |= {"x-odd-heads", "s-paths-in-a-cell", "k-towns-in-a-column-of-towns"}
_OF_COMMAS |= {"t-one-cell-rows", "t-cities-over-counties"}


@pytest.mark.parametrize("case", _tables())
def test_a_table_with_tabs_in_a_text_gives_the_same(case: dict[str, Any]) -> None:
    rows = [*csv.reader(io.StringIO(case["input"].strip("\n")))]
    if len({len(row) for row in rows} - {1}) > 1 or any("\n" in c for row in rows for c in row):
        return  # no table with tabs has such rows
    plain = _units("csv", case["input"].strip("\n").encode())
    there = _units("txt", "\n".join(map("\t".join, rows)).encode())
    assert (plain is None) is (there is None)
    if plain is not None and there is not None:
        assert [unit.path for unit in there.units] == [unit.path for unit in plain.units]
        assert _told(there) >= _told(plain)
