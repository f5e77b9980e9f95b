import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from python_calamine import CalamineWorkbook

import making
import workbooks
from pilotdiff.decisions import form
from pilotdiff.decisions.finding_notes import finding_keys
from pilotdiff.language import words
from pilotdiff.model import Decision, Finding, Outcome, Severity, UserError, Verdict, msg
from pilotdiff.report import papers, workbook
from pilotdiff.report.diff_columns import COLUMNS, cells
from pilotdiff.report.filters import Filter
from pilotdiff.report.report_terms import CHANGES, LEVEL_NAMES, OUTCOMES, RULES
from pilotdiff.report.workbook import book as writing
from pilotdiff.report.workbook.print_setup import PRINTED_SCALE, ROOM
from pilotdiff.report.workbook.sheet_titles import sheet_title
from pilotdiff.report.workbook.styles import SIZE

ENUMS = {"outcome": OUTCOMES, "level": LEVEL_NAMES}
# In the form under titles of its own, so that it can be changed there.
DECIDED = {"decided_by": form.Field.BY, "decided_on": form.Field.ON}
DECIDED["decision_reason"] = form.Field.NOTE


def decided() -> Any:
    """A report with a verdict on one of its rows."""
    rows = list(making.small().rows)
    decision = Decision("甲", "乙", Verdict.SAME, "王", "2026-01-02", "=seen")
    rows[1] = rows[1]._replace(decision=decision)
    return making.report(rows)


def expected(report: Any, language: str) -> Iterator[Any]:
    """The cells of diff.csv as the sheet with everything shows them."""
    say = words(language)
    for row in report.rows:
        record = dict(zip(COLUMNS, cells(row, "pilots.txt", "results.txt", say), strict=True))
        for column, terms in ENUMS.items():
            record[column] = say(terms[record[column]])  # type: ignore[index]
        record["rule"] = say(RULES[rule]) if (rule := str(record["rule"])) else ""
        record.pop("decision")  # stands in the form
        record["changes"] = say(", ").join(say(CHANGES[change]) for change in row.changes)
        yield {
            sheet_title(DECIDED.get(column, column), say): value for column, value in record.items()
        }


def shown(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d")
    return float(value) if isinstance(value, int | float) else value


def calamine_rows(path: Path, sheet: Any) -> list[Any]:
    heads, *rows = CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python()
    return [dict(zip(heads, row, strict=True)) for row in rows]


def everything(path: Path, language: str) -> Any:
    return workbooks.opened(path)[words(language)("All rows")]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("report", [making.small(), decided()], ids=["undecided", "decided"])
def test_every_cell_of_the_csv_reads_back_through_two_libraries(
    tmp_path: Path, language: str, report: Any
) -> None:
    path = workbooks.written(report, tmp_path / "w.xlsx", language)
    sheet = everything(path, language)
    for read in (workbooks.table(sheet), calamine_rows(path, sheet.title)):
        assert len(read) == len(report.rows)
        for got, wanted in zip(read, expected(report, language), strict=True):
            assert {key: shown(got[key]) for key in wanted} == {
                key: shown(value) for key, value in wanted.items()
            }


def test_the_sheets_stand_in_the_order_of_what_is_to_be_done(tmp_path: Path) -> None:
    book = workbooks.opened(workbooks.written(making.small(), tmp_path / "w.xlsx"))
    outcomes = ["To review", "Renamed", "Dropped", "New", "Promoted", "Not eligible"]
    assert book.sheetnames == ["Summary", *outcomes, "All rows", "Findings", "Guide", "pilotdiff"]
    for name in outcomes:
        assert len(workbooks.table(book[name])) == 1
    assert workbooks.table(book["Dropped"])[0]["Pilot unit"].endswith("〓山社区")  # type: ignore[attr-defined]


# What a document can hold at worst: formulas, markup, halves of characters, controls, escapes.
_HOSTILE = (
    '=HYPERLINK("http://x","y")',
    "+1+1",
    "-2",
    "@SUM(A1)",
    "{=A1}",
    "=1=\t",
    "＝1",
    "<a&b>\"'",
    "\x00\x01\x1f\x7f",
    "\ud800",
    "  two  spaces  ",
    "a\r\nb\rc\n",
    "http://example.org",
    "internal:Sheet1!A1",
    "TRUE",
    "007",
    "1e5",
    "<r>甲</r>",
    " 甲 ",
)
_texts = st.one_of(st.sampled_from(_HOSTILE), st.text(max_size=6))


def told(text: str) -> Any:
    """A text as a cell can hold it."""
    for forbidden in [*map(chr, range(32)), "\ud800"]:
        if forbidden not in "\t\n\r":
            text = text.replace(forbidden, "\ufffd")
    return text.replace("\r\n", "\n").replace("\r", "\n")


@settings(max_examples=40)
@given(st.lists(_texts, min_size=5, max_size=5), st.sampled_from([0, 1_000]))
def test_whatever_a_document_holds_is_a_text(
    tmp_path_factory: pytest.TempPathFactory, texts: Any, in_memory: int
) -> None:
    folder = tmp_path_factory.mktemp("hostile")
    name, raw, category, ordinal, id = (text or "x" for text in texts)
    unit = making.unit("甲省", name, raw=raw, category=category, ordinal=ordinal, id=id)
    report = making.report([making.row("dropped", unit, reason=raw)])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writing, "IN_MEMORY", in_memory)
        path = workbooks.written(report, folder / "w.xlsx")
    (record,) = workbooks.table(everything(path, "en"))
    assert record["Prefecture"] == told(name)
    assert record["Pilot as written"] == record["Reason"] == told(raw)
    assert (record["Category"], record["Pilot number"]) == (told(category), told(ordinal))
    for sheet in load_workbook(path):
        if sheet.title != "Summary":
            assert not [c for row in sheet.iter_rows() for c in row if c.data_type == "f"]
            assert not sheet._hyperlinks


def test_a_text_too_long_for_a_cell_says_that_it_goes_on(tmp_path: Path) -> None:
    unit = making.unit("甲省", raw="𠮷" * 20_000)
    report = making.report([making.row("dropped", unit)])
    (record,) = workbooks.table(everything(workbooks.written(report, tmp_path / "w.xlsx"), "en"))
    raw = record["Pilot as written"]
    assert raw == "𠮷" * 16_383 + "…"
    assert len(raw.encode("utf-16-le")) // 2 <= 32_767


def test_what_differs_between_two_names_stands_out(tmp_path: Path) -> None:
    path = workbooks.written(making.small(), tmp_path / "w.xlsx")
    sheet = load_workbook(path, rich_text=True)["Renamed"]
    before, after = (cell.value for cell in sheet[2][:2])
    for name, differs in ((before, "村"), (after, "社区")):
        assert isinstance(name, CellRichText)
        marked = [part.text for part in name if isinstance(part, TextBlock) and part.font.b]
        assert marked == [differs]


@pytest.mark.parametrize("in_memory", [True, False])
def test_the_same_report_gives_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_memory: bool
) -> None:
    if not in_memory:
        monkeypatch.setattr(writing, "IN_MEMORY", 0)
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    one = workbooks.written(decided(), tmp_path / "one.xlsx").read_bytes()
    monkeypatch.setenv("TZ", "America/New_York")
    (tmp_path / "elsewhere").mkdir()
    two = workbooks.written(decided(), tmp_path / "elsewhere" / "two.xlsx").read_bytes()
    assert one == two
    assert sorted(path.name for path in tmp_path.iterdir()) == ["elsewhere", "one.xlsx"]
    with zipfile.ZipFile(tmp_path / "one.xlsx") as archive:
        assert {member.date_time[0] for member in archive.infolist()} == {1980}


def test_a_long_list_is_written_as_it_comes_and_says_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = workbooks.opened(workbooks.written(decided(), tmp_path / "one.xlsx"))
    monkeypatch.setattr(writing, "IN_MEMORY", 0)
    streamed = workbooks.opened(workbooks.written(decided(), tmp_path / "two.xlsx"))
    for name in held.sheetnames:
        rows = [list(book[name].iter_rows(values_only=True)) for book in (held, streamed)]
        assert rows[0] == rows[1]


def test_rows_beyond_a_sheet_are_left_to_the_csv_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "SHEET_ROWS", 4)
    path = workbooks.written(making.small(), tmp_path / "w.xlsx")
    assert len(workbooks.table(everything(path, "en"))) == 4
    said = [cell.value for cell in workbooks.opened(path)["Summary"]["A"]]
    assert "A sheet cannot hold all 6 rows: the others stand in diff.csv." in said
    # What cannot be counted on the sheet is a plain number.
    formulas = [c.value for row in load_workbook(path)["Summary"].iter_rows() for c in row]
    assert not [text for text in formulas if "COUNTIFS" in str(text) or "EXACT" in str(text)]


def test_an_outcome_too_long_for_a_sheet_of_its_own_stands_with_all_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "OWN_SHEET_ROWS", 0)
    book = workbooks.opened(workbooks.written(making.small(), tmp_path / "w.xlsx"))
    assert book.sheetnames == ["Summary", "All rows", "Findings", "Guide", "pilotdiff"]
    said = " ".join(str(cell.value) for cell in book["Summary"]["A"])
    assert "Too many for a sheet of their own: To review, Renamed, Dropped, New, Promoted" in said


def test_a_report_without_rows_is_a_workbook_too(tmp_path: Path) -> None:
    book = workbooks.opened(workbooks.written(making.report([]), tmp_path / "w.xlsx"))
    assert workbooks.table(book["All rows"]) == []


def test_headings_stay_and_repeat_and_the_form_is_checked(tmp_path: Path) -> None:
    book = load_workbook(workbooks.written(making.small(), tmp_path / "w.xlsx"))
    for name in ("To review", "All rows"):
        sheet = book[name]
        heads = {cell.value: cell.column_letter for cell in sheet[1]}
        hidden = [each for each in sheet.column_dimensions.values() if each.hidden]
        assert sheet.freeze_panes.endswith("2")
        assert sheet.auto_filter.ref == sheet.dimensions
        assert (sheet.print_title_rows, sheet.page_setup.orientation) == ("$1:$1", "landscape")
        assert (sheet.page_setup.paperSize, sheet.page_setup.scale) == (9, PRINTED_SCALE)
        # Those of the second reader come behind.
        found = reversed(sheet.data_validations.dataValidation)
        checks = {check.type: check for check in found}
        assert checks["list"].formula1 == '"same unit,different units,unsure"'
        assert str(checks["list"].sqref).startswith(heads["Verdict"] + "2")
        assert str(checks["date"].sqref).startswith(heads["Decided on"] + "2")
        columns = [at for each in hidden for at in range(each.min, each.max + 1)]
        assert sorted(columns) == list(range(len(heads) - 5, len(heads) + 1))
    assert not book["Not eligible"].data_validations.dataValidation


def test_findings_stand_on_their_sheet(tmp_path: Path) -> None:
    finding = Finding(
        "total-differs",
        Severity.ERROR,
        "pilots.txt",
        7,
        msg("=It says {declared}, and lists {counted}.", declared=41, counted=40),
        (("declared", 41.0), ("counted", 40.0)),
        ("results.txt", 3),
    )
    path = workbooks.written(making.small(), tmp_path / "w.xlsx", findings=[finding])
    (row,) = workbooks.table(workbooks.opened(path)["Findings"])
    *told, key = row.values()
    assert tuple(told) == (
        "error",
        "pilots.txt",
        7,
        "=It says 41, and lists 40.",
        "results.txt",
        3,
        "",
        "",
        "total-differs",
    )
    assert [key] == finding_keys([finding])


def test_the_guide_explains_every_outcome_and_every_column(tmp_path: Path) -> None:
    book = workbooks.opened(workbooks.written(making.small(), tmp_path / "w.xlsx"))
    explained = {row[0]: row[2] for row in book["Guide"].iter_rows(min_row=7, values_only=True)}
    headings = {cell.value for name in book.sheetnames[1:8] for cell in book[name][1]}
    hidden = {field.value for field in form.HIDDEN}
    wanted = {*headings, *(words("en")(term) for term in OUTCOMES.values())} - hidden
    assert not [name for name in wanted if not explained.get(name)]


def test_the_properties_name_the_lists_and_no_clock(tmp_path: Path) -> None:
    properties = workbooks.opened(workbooks.written(making.small(), tmp_path / "w.xlsx")).properties
    assert (properties.title, properties.creator) == ("pilots.txt → results.txt", "pilotdiff")
    assert properties.created == properties.modified == datetime(1980, 1, 1)


def test_progress_is_told(tmp_path: Path) -> None:
    told = []
    workbook.write_workbook(
        making.small(), (), tmp_path / "w.xlsx", words("en"), lambda *done: told.append(done)
    )
    assert told == [(0, 6)]


def test_a_part_that_was_asked_for_is_told(tmp_path: Path) -> None:
    report = making.report(making.small().rows, Filter((Outcome.DROPPED,)))
    sheet = workbooks.opened(workbooks.written(report, tmp_path / "w.xlsx"))["Summary"]
    said = [cell.value for row in sheet.iter_rows() for cell in row]
    assert any(
        str(each).startswith("Only a part was asked for: the sheets hold 1 of 6") for each in said
    )
    assert "Both are equal" in said


def test_a_failure_half_way_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "IN_MEMORY", 0)

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing, "write_findings", full)

    def fill(folder: Path) -> None:
        workbook.write_workbook(making.small(), (), folder / papers.WORKBOOK, words("en"))

    with pytest.raises(UserError, match="No space left on device"):
        papers.write_working_papers(making.small(), tmp_path / "papers", signed=fill)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_sheet_goes_across_a4_at_nine_points(tmp_path: Path, language: str) -> None:
    assert SIZE * PRINTED_SCALE / 100 >= 9
    book = load_workbook(workbooks.written(decided(), tmp_path / "w.xlsx", language))
    assert book["pilotdiff"].sheet_state == "hidden"
    for sheet in book.worksheets[:-1]:
        assert (sheet.page_setup.scale, sheet.page_setup.orientation) == (
            PRINTED_SCALE,
            "landscape",
        )
        area = str(sheet.print_area or sheet.dimensions).rpartition("!")[2].replace("$", "")
        printed = sheet[area][0] if ":" in area else sheet[1]
        widths = {
            column: dimension.width
            for letter, dimension in sheet.column_dimensions.items()
            for column in range(dimension.min, dimension.max + 1)
            if letter
        }
        # A width holds some room beside its characters.
        assert sum(widths.get(cell.column, 8.43) - 0.72 for cell in printed) <= ROOM
