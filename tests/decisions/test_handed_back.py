"""A workbook handed back: nothing in it is guessed, and nothing that a person wrote is lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment

import workbooks
from casefile import cases
from listed import listed
from pilotdiff.decisions import apply, load
from pilotdiff.decisions.cell_remarks import remarks
from pilotdiff.decisions.own_texts import own_texts, packed_texts
from pilotdiff.decisions.own_verdicts import holds_own_verdicts
from pilotdiff.decisions.receipts import receipt
from pilotdiff.decisions.table import decisions_text
from pilotdiff.matching import match
from pilotdiff.model import Second, Units, UserError, Verdict
from pilotdiff.model.handed_back import NOTHING
from pilotdiff.outcomes import judge
from pilotdiff.reading.office.workbook import SheetGrid
from pilotdiff.report.report_types import build

# Together a second or more: `make quick` leaves them out.
pytestmark = pytest.mark.slow

TOWN = "甲省/乙市/丙县/丁镇/"
PILOTS = listed([TOWN + name for name in ("光华村", "清水村", "东山村", "望湖村")])
RESULTS = listed([TOWN + name for name in ("光华社区", "清水村", "望湖社区", "和平社区")])
DAY = "2026-01-02"
SECOND: dict[str, object] = {
    "Second reader says": "disagrees",
    "Second reader": "王芳",
    "Second reading on": DAY,
}
Change = Callable[[Any], None]


def report(rulings: Any = (), **more: Any) -> Any:
    rows = judge(PILOTS, RESULTS, match(PILOTS, RESULTS, rulings), rulings)
    made = build(PILOTS, RESULTS, rows)
    return replace(made, **more)


def handed(
    path: Path, *said: tuple[str, int, dict[str, object]], change: Change | None = None
) -> Path:
    """A workbook filled in by heading, then changed otherwise."""
    workbooks.written(report(), path)
    for sheet, row, cells in said:
        workbooks.fill_in(path, sheet, row, cells.items())
    if change:
        book = openpyxl.load_workbook(path)
        change(book)
        book.save(path)
    return path


def verdict(**more: object) -> dict[str, object]:
    return {"Verdict": "different units", "Decided by": "王", "Decided on": DAY, **more}


def told(path: Path) -> list[str]:
    book = load(path)
    applied = apply(book, PILOTS, RESULTS)
    rows = report(applied.rulings).rows
    return list(map(str, receipt(book, applied, (PILOTS, RESULTS), rows)))


# ---- nothing is guessed


def swapped(book: Any) -> None:
    """Only what is to be seen is sorted, as a selection made by hand is."""
    sheet = book["Renamed"]
    last = workbooks.column(sheet, "Second reading on")
    for at in range(1, last + 1):
        above, below = sheet.cell(2, at), sheet.cell(3, at)
        above.value, below.value = below.value, above.value


@pytest.mark.parametrize("row", [2, 3])
def test_a_verdict_beside_other_units_than_it_shows_is_refused(tmp_path: Path, row: int) -> None:
    path = handed(tmp_path / "w.xlsx", ("Renamed", row, verdict()), change=swapped)
    with pytest.raises(UserError, match=rf"sheet Renamed, row {5 - row}: the row shows .*村"):
        load(path)


@pytest.mark.parametrize("heading", ["Pilot unit", "Result unit"])
def test_a_name_pasted_over_is_refused_where_a_verdict_stands(tmp_path: Path, heading: str) -> None:
    def paste(book: Any) -> None:
        sheet = book["Renamed"]
        sheet.cell(2, workbooks.column(sheet, heading)).value = "甲省乙市丙县丁镇清水村"

    path = handed(tmp_path / "w.xlsx", ("Renamed", 2, verdict()), change=paste)
    with pytest.raises(UserError, match="shows 甲省乙市丙县丁镇清水村"):
        load(path)
    (said,) = (one for one in told(handed(tmp_path / "n.xlsx", change=paste)) if heading in one)
    assert "that changes nothing" in said


def test_units_of_one_name_are_told_apart_by_their_ids(tmp_path: Path) -> None:
    twins = listed([f"{TOWN}光华村", f"{TOWN}光华村"])
    results = listed([f"{TOWN}光华社区"])
    made = build(twins, results, judge(twins, results, match(twins, results)))
    path = workbooks.written(made, tmp_path / "w.xlsx")
    book = openpyxl.load_workbook(path)
    sheet = book["All rows"]
    at = workbooks.column(sheet, "Pilot id")
    first, second = sheet.cell(2, at), sheet.cell(3, at)
    first.value, second.value = second.value, first.value
    for heading, value in verdict(Partner="1").items():
        sheet.cell(2, workbooks.column(sheet, heading)).value = value
    book.save(path)
    with pytest.raises(UserError, match="the row shows 甲省乙市丙县丁镇光华村"):
        load(path)


@pytest.mark.parametrize("heading", ["Verdict", "Decided by", "Decision note", "Second reader"])
def test_a_heading_typed_anew_is_refused(tmp_path: Path, heading: str) -> None:
    def retype(book: Any) -> None:
        sheet = book["Renamed"]
        sheet.cell(1, workbooks.column(sheet, heading)).value = "意见"

    path = handed(tmp_path / "w.xlsx", ("Renamed", 2, verdict()), change=retype)
    with pytest.raises(UserError, match=rf"sheet Renamed, row 1: no heading says {heading}"):
        load(path)


def test_an_outcome_written_over_is_told_and_changes_nothing(tmp_path: Path) -> None:
    def overwrite(book: Any) -> None:
        book["All rows"].cell(2, 1).value = "Dropped"

    path = handed(tmp_path / "w.xlsx", change=overwrite)
    assert not load(path).filed
    assert any("Outcome was Renamed and is Dropped now" in one for one in told(path))


# ---- nothing is lost


@pytest.mark.parametrize("case", cases("handed_back", "without_verdict"))
def test_what_stands_without_a_verdict_is_told_and_kept(
    case: dict[str, Any], tmp_path: Path
) -> None:
    said = case["said"]
    path = handed(tmp_path / "w.xlsx", ("Renamed", 2, said))
    assert not load(path).filed
    (note,) = (one for one in told(path) if "no verdict" in one)
    assert all(str(value) in note for value in said.values())
    assert "sheet Renamed, row 2" in note
    again = workbooks.written(report(beside=load(path).beside), tmp_path / "again.xlsx")
    first = next(iter(said))
    (row,) = (row for row in workbooks.table(workbooks.opened(again)["Renamed"]) if row[first])
    for heading, value in said.items():
        assert str(row[heading])[:10] == value


def test_a_second_opinion_on_another_sheet_belongs_to_the_verdict(tmp_path: Path) -> None:
    path = handed(tmp_path / "w.xlsx", ("Renamed", 2, verdict()), ("All rows", 2, SECOND))
    (filed,) = load(path).filed
    assert filed.decision.second == Second(False, "王芳", DAY)
    other = SECOND | {"Second reader says": "agrees"}
    path = handed(tmp_path / "v.xlsx", ("Renamed", 2, verdict(**SECOND)), ("All rows", 2, other))
    with pytest.raises(UserError, match="contradict each other"):
        load(path)


def test_a_partner_without_a_verdict_is_told(tmp_path: Path) -> None:
    path = handed(tmp_path / "w.xlsx", ("Dropped", 2, {"Partner": "4"}))
    assert any("sheet Dropped, row 2: 4, and no verdict" in one for one in told(path))


def test_a_note_on_another_sheet_belongs_to_the_verdict(tmp_path: Path) -> None:
    path = handed(
        tmp_path / "w.xlsx",
        ("Renamed", 2, verdict(**{"Decision note": "one"})),
        ("All rows", 2, {"Decision note": "two"}),
    )
    (filed,) = load(path).filed
    assert filed.decision.reason == "one；two"


def test_a_second_person_with_the_same_verdict_agrees(tmp_path: Path) -> None:
    path = handed(
        tmp_path / "w.xlsx",
        ("Renamed", 2, verdict()),
        ("All rows", 2, verdict(**{"Decided by": "李", "Decided on": "2026-01-05"})),
    )
    (filed,) = load(path).filed
    assert filed.decision.second == Second(True, "李", "2026-01-05")
    assert "a second reader agrees with 1 of 1 verdicts (100.0 %)" in told(path)


def test_a_second_reader_who_disagrees_is_recorded_and_told(tmp_path: Path) -> None:
    second = {"Second reader says": "disagrees", "Second reader": "李", "Second reading on": DAY}
    path = handed(tmp_path / "w.xlsx", ("Renamed", 2, verdict(**second)))
    (filed,) = load(path).filed
    assert filed.decision.verdict is Verdict.DIFFERENT
    assert filed.decision.second == Second(False, "李", DAY)
    said = told(path)
    assert "a second reader agrees with 0 of 1 verdicts (0.0 %)" in said
    assert any(one.startswith("李 disagrees with 王: ") for one in said)
    rulings = apply(load(path), PILOTS, RESULTS).rulings
    again = workbooks.written(report(rulings), tmp_path / "again.xlsx")
    assert {one.decision.second for one in load(again).filed} == {filed.decision.second}
    kept = tmp_path / "kept.csv"
    kept.write_text(decisions_text([filed.decision]), "utf-8")
    assert load(kept).filed[0].decision == filed.decision


@pytest.mark.parametrize("case", cases("handed_back", "unfit_reading"))
def test_a_second_reading_that_cannot_stand_is_told(case: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(UserError, match=case["sentence"]):
        load(handed(tmp_path / "w.xlsx", ("Renamed", 2, verdict(**case["second"]))))


def test_who_signed_the_summary_stands_in_the_next_workbook(tmp_path: Path) -> None:
    def sign(book: Any) -> None:
        sheet = book["Summary"]
        row = next(cell.row for cell in sheet["A"] if cell.value == "Prepared by")
        sheet.cell(row, 2).value = "王芳"
        sheet.cell(row, 7).value = "2026年1月2日"

    path = handed(tmp_path / "w.xlsx", change=sign)
    assert holds_own_verdicts(path, None)
    assert any("王芳, 2026-01-02" in one for one in told(path))
    again = workbooks.written(report(beside=load(path).beside), tmp_path / "again.xlsx", "zh")
    (line,) = (row for row in workbooks.opened(again)["汇总"].values if row[0] == "编制人")
    assert line[1] == "王芳"
    assert line[6] == DAY
    assert load(again).beside.signatures == load(path).beside.signatures


def test_what_is_written_beside_the_form_is_told(tmp_path: Path) -> None:
    def beside(book: Any) -> None:
        sheet = book["Renamed"]
        at = sheet.max_column + 1
        sheet.cell(1, at).value = "结论"
        sheet.cell(2, at).value = "属实"

    path = handed(tmp_path / "w.xlsx", change=beside)
    assert any(
        "column 结论 is none of the form; its 1 cell is not kept" in one for one in told(path)
    )


def test_a_verdict_older_than_the_lists_is_told(tmp_path: Path) -> None:
    book = load(
        handed(tmp_path / "w.xlsx", ("Renamed", 2, verdict(**{"Decided on": "2020-01-01"})))
    )
    dated = replace(PILOTS, listing=replace(PILOTS.listing, date="2024-05-20"))
    said = receipt(book, apply(book, PILOTS, RESULTS), (dated, RESULTS), report().rows)
    assert any("before that of the lists, 2024-05-20" in str(one) for one in said)


def test_a_receipt_says_how_many_were_read_and_applied(tmp_path: Path) -> None:
    path = handed(tmp_path / "w.xlsx", ("Renamed", 2, verdict()))
    assert told(path)[0] == f"{path}: 1 verdict read, 1 applied, 0 not"


def test_a_verdict_that_another_leaves_open_is_told(tmp_path: Path) -> None:
    pair = f"{TOWN}光华村,{TOWN}光华社区".replace("/", "")
    path = tmp_path / "d.csv"
    path.write_text(f"pilot,result,verdict\n{pair},same\n{pair},unsure\n", "utf-8")
    assert told(path)[:2] == [
        f"{path}: 2 verdicts read, 1 applied, 1 not",
        "line 2 is not followed: line 3 is unsure of {} and {}".format(*pair.split(",")),
    ]
    path.write_text(f"pilot,result,verdict\n{pair},same\n{pair},same\n", "utf-8")
    assert told(path) == [f"{path}: 2 verdicts read, 2 applied, 0 not"]


# ---- workbooks of before


def test_a_workbook_with_the_headings_of_before_is_read(tmp_path: Path) -> None:
    former = {
        "Decided by": "Reviewed by",
        "Decided on": "Reviewed on",
        "Decision note": "Review note",
    }
    second = ("Second reader says", "Second reader", "Second reading on")
    gone = (*second, "pilot_shown", "result_shown", "outcome_shown")

    def age(book: Any) -> None:
        for name in book.sheetnames:
            for cell in book[name][1]:
                cell.value = former.get(cell.value, cell.value)
            for heading in gone:
                if heading in [cell.value for cell in book[name][1]]:
                    book[name].delete_cols(workbooks.column(book[name], heading))

    path = handed(tmp_path / "w.xlsx", ("Renamed", 2, verdict()), change=age)
    (filed,) = load(path).filed
    assert filed.decision.by == "王"


# ---- CSV


@pytest.mark.parametrize("case", cases("handed_back", "either_language"))
def test_a_file_of_decisions_is_read_in_either_language(
    case: dict[str, Any], tmp_path: Path
) -> None:
    path = tmp_path / "d.csv"
    path.write_text(case["text"], "utf-8")
    (filed,) = load(path).filed
    assert filed.decision.verdict is Verdict.DIFFERENT
    assert (filed.decision.by, filed.decision.on, filed.decision.reason) == ("王", DAY, "查过")


# ---- verdicts that stand on no row


def again(path: Path, given: Path, results: Units = RESULTS) -> list[str]:
    """Write the next workbook of what was handed in, and return what it keeps beside the rows."""
    book = load(given)
    applied = apply(book, PILOTS, results)
    rows = judge(PILOTS, results, match(PILOTS, results, applied.rulings), applied.rulings)
    made = build(PILOTS, results, rows)
    made = replace(
        made, beside=book.beside, stale=applied.stale, rulings=applied.rulings, register=None
    )
    workbooks.written(made, path)
    sheets = openpyxl.load_workbook(path)
    if "Other verdicts" not in sheets.sheetnames:
        return []
    return [str(row["Reason"]) for row in workbooks.table(sheets["Other verdicts"])]


def test_a_stale_verdict_stands_in_every_next_workbook_until_its_unit_is_back(
    tmp_path: Path,
) -> None:
    fewer = listed([TOWN + name for name in ("清水村", "望湖社区", "和平社区")])
    first = handed(tmp_path / "1.xlsx", ("Renamed", 2, verdict(**{"Decision note": "走访"})))
    said = again(tmp_path / "2.xlsx", first, fewer)
    assert said == ["not applied: the result list has no 甲省乙市丙县丁镇光华社区"]
    assert again(tmp_path / "3.xlsx", tmp_path / "2.xlsx", fewer) == said
    assert load(tmp_path / "3.xlsx").filed[0].decision == load(first).filed[0].decision
    assert again(tmp_path / "4.xlsx", tmp_path / "3.xlsx") == []
    assert load(tmp_path / "4.xlsx").filed[0].decision == load(first).filed[0].decision


def test_a_verdict_that_no_row_shows_is_kept(tmp_path: Path) -> None:
    """Both units of a pair that is none have another partner each: no row is about the two."""
    (tmp_path / "v.csv").write_text(
        f"pilot,result,verdict,by,on\n{TOWN}清水村,{TOWN}光华社区,different,王,{DAY}\n".replace(
            "/", ""
        ),
        "utf-8",
    )
    said = ["applied; no row of this workbook shows the two together"]
    assert again(tmp_path / "1.xlsx", tmp_path / "v.csv") == said
    assert again(tmp_path / "2.xlsx", tmp_path / "1.xlsx") == said


def test_a_verdict_on_what_stood_there_before_is_no_second_reading(tmp_path: Path) -> None:
    (tmp_path / "v.csv").write_text(
        "pilot,result,verdict,by,on,digest\n"
        f"{TOWN}光华村,{TOWN}光华社区,same,李,{DAY},0123456789ab\n".replace("/", ""),
        "utf-8",
    )
    said = again(tmp_path / "1.xlsx", tmp_path / "v.csv")
    assert said == [
        "not applied: 甲省乙市丙县丁镇光华村 or 甲省乙市丙县丁镇光华社区 reads differently now"
    ]
    workbooks.fill_in(tmp_path / "1.xlsx", "Renamed", 2, verdict(Verdict="same unit").items())
    found = apply(load(tmp_path / "1.xlsx"), PILOTS, RESULTS)
    assert [(r.decision.by, r.decision.second) for r in found.rulings] == [("王", None)]
    assert [one.filed.decision.by for one in found.stale] == ["李"]


def test_a_note_on_a_row_that_is_gone_is_kept(tmp_path: Path) -> None:
    fewer = listed([TOWN + name for name in ("清水村", "望湖社区", "和平社区")])
    first = handed(tmp_path / "1.xlsx", ("Renamed", 2, {"Decision note": "待函询"}))
    said = ["a note without a verdict; its row is not here"]
    assert again(tmp_path / "2.xlsx", first, fewer) == said
    assert again(tmp_path / "3.xlsx", tmp_path / "2.xlsx", fewer) == said
    assert load(tmp_path / "3.xlsx").beside.notes[0].note == "待函询"


def test_a_sheet_of_nothing_hands_nothing_back(tmp_path: Path) -> None:
    workbooks.written(report(), tmp_path / "w.xlsx")
    book = load(tmp_path / "w.xlsx")
    assert book.beside.told == ()
    assert book.beside.notes == ()


# ---- what is written where nothing asks for it


def beyond(book: Any) -> None:
    summary = book["Summary"]
    summary.cell(3, 12).value = "结论：属实"
    summary.cell(60, 1).value = "总的结论：相符"
    asked = next(
        cell.row for (cell,) in summary["A1:A60"] if cell.value == "Conclusion and remarks"
    )
    summary.cell(asked + 1, 2).value = "两份名单相符"
    book["Findings"].cell(2, 12).value = "见底稿3"
    book["Renamed"].insert_rows(1)
    book["Renamed"].cell(1, 1).value = "第二组复核"
    book["Guide"].cell(1, 4).value = date(2026, 3, 1)
    summary.cell(6, 1).comment = Comment("附原件", "李")
    book["Dropped"].cell(2, workbooks.column(book["Dropped"], "Reason")).value = "我改的"


def test_what_is_written_anywhere_stands_in_the_next_workbook(tmp_path: Path) -> None:
    path = handed(tmp_path / "w.xlsx", change=beyond)
    wanted = {
        ("Summary L3", "结论：属实"),
        ("Summary A60", "总的结论：相符"),
        ("", "两份名单相符"),
        ("Findings L2", "见底稿3"),
        ("Renamed A1", "第二组复核"),
        ("Guide D1", "2026-03-01"),
        ("Summary A6", "附原件"),
    }
    beside = load(path).beside
    assert {tuple(one) for one in beside.remarks} == wanted
    again = workbooks.written(report(beside=beside), tmp_path / "again.xlsx", "zh")
    assert {tuple(one) for one in load(again).beside.remarks} == wanted
    assert holds_own_verdicts(path, None)


def test_what_is_written_over_is_told(tmp_path: Path) -> None:
    said = told(handed(tmp_path / "w.xlsx", change=beyond))
    assert (
        "sheet Dropped, Reason: written over in row 2; that changes nothing and is not kept: what "
        "a person says of a row goes under Decision note" in said
    )
    assert "Summary L3: 结论：属实; it stands under the remarks of the next workbook too" in said


def test_a_number_beside_the_counts_is_a_remark() -> None:
    rows: list[list[object]] = [["own_texts"], []]
    rows[1] = ["".join(packed_texts(["Promoted"], {"Promoted": 2}))]
    own = own_texts(rows)
    grid = SheetGrid("S", iter(()), 0)
    found = remarks(grid, [["Promoted", 3, 4], ["Promoted", 3, 4, 15]], own)
    assert [tuple(one) for one in found] == [("S D2", "15")]


def test_an_untouched_workbook_has_no_remarks(tmp_path: Path) -> None:
    for language in ("en", "zh"):
        path = workbooks.written(report(), tmp_path / f"{language}.xlsx", language)
        assert load(path).beside == NOTHING
