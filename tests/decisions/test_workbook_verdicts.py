from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import making
import workbooks
from listed import listed
from pilotdiff.decisions import Book, apply, form, load
from pilotdiff.decisions.dates import iso
from pilotdiff.decisions.digests import digest
from pilotdiff.decisions.own_verdicts import holds_own_verdicts
from pilotdiff.decisions.table import decisions_text
from pilotdiff.language import words
from pilotdiff.matching import match
from pilotdiff.model import Decision, Outcome, UserError, Verdict
from pilotdiff.outcomes import judge
from pilotdiff.report.report_terms import OUTCOMES
from pilotdiff.report.report_types import build

# Together a second or more: `make quick` leaves them out.
pytestmark = pytest.mark.slow

PILOTS = listed(
    ["甲省/乙市/丙县/丁镇/光华村", "甲省/乙市/丙县/丁镇/清水村", "甲省/乙市/丙县/丁镇/东山村"]
)
RESULTS = listed(
    ["甲省/乙市/丙县/丁镇/光华社区", "甲省/乙市/丙县/丁镇/清水村", "甲省/乙市/丙县/丁镇/和平社区"]
)
DAY = datetime(2026, 1, 2)


def report(pilots: Any = PILOTS, results: Any = RESULTS, rulings: Any = ()) -> Any:
    rows = judge(pilots, results, match(pilots, results, rulings), rulings)
    return build(pilots, results, rows)


def say(sheet: Any, row: Any, language: str = "en", **said: Any) -> Any:
    """What to write on a sheet: `same="王"` by 王, on DAY; `note`, `partner`, `on` as given."""
    verdict = next(each for each in Verdict if each.value in said)
    values = {"verdict": form.word(verdict, language), "by": said.pop(verdict.value), "on": DAY}
    values |= said
    titles = [(form.title(form.Field(field), language), value) for field, value in values.items()]
    return sheet, row, titles


def filled(path: Path, *said: Any, of: Any = None, language: str = "en") -> Any:
    """The workbook of a report with these verdicts filled in."""
    workbooks.written(of or report(), path, language)
    for sheet, row, titles in said:
        workbooks.fill_in(path, sheet, row, titles)
    return path


def held(path: Path) -> list[Any]:
    return [filed.decision for filed in load(path).filed]


def outcomes(path: Path) -> dict[Any, Any]:
    """What becomes of the lists when the workbook's verdicts are applied, by pilot or result."""
    applied = apply(load(path), PILOTS, RESULTS)
    assert not applied.stale
    rows = report(rulings=applied.rulings).rows
    # A unit of both lists is named by what became of the pilot.
    return {(row.pilot or row.result).own: row.outcome for row in reversed(rows)}


RENAMED = Decision(
    pilot=PILOTS.units[0].name,
    result=RESULTS.units[0].name,
    verdict=Verdict.DIFFERENT,
    by="王",
    on="2026-01-02",
    reason="not the same",
    digest=digest(PILOTS.units[0], RESULTS.units[0]),
)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_verdict_is_the_decision_that_review_would_write(tmp_path: Path, language: str) -> None:
    sheet = words(language)(OUTCOMES[Outcome.RENAMED])
    said = say(sheet, 2, language, different="王", note=" not the same ")
    assert held(filled(tmp_path / "w.xlsx", said, language=language)) == [RENAMED]


def test_a_workbook_nobody_filled_in_holds_none(tmp_path: Path) -> None:
    assert held(filled(tmp_path / "w.xlsx")) == []


@pytest.mark.process
@pytest.mark.parametrize("format", ["xlsx", "ods"])
def test_saved_by_libreoffice_it_says_the_same(tmp_path: Path, format: str) -> None:
    path = filled(tmp_path / "w.xlsx", say("Renamed", 2, different="王", note="not the same"))
    assert held(workbooks.saved_anew(path, format)) == [RENAMED]


def test_rows_may_be_sorted_columns_moved_and_notes_written_above(tmp_path: Path) -> None:
    path = filled(tmp_path / "w.xlsx", say("All rows", 2, different="王", note="not the same"))
    book = openpyxl.load_workbook(path)
    sheet = book["All rows"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    heads, *records = [row[::-1] for row in rows]
    other = book.create_sheet("整理")
    other.append([])
    other.append([None, None, "my own notes"])
    for row in (heads, *reversed(records)):
        other.append([None, *row])
    for name in book.sheetnames:
        if name != "整理":
            book.remove(book[name])
    book.save(path)
    assert held(path) == [RENAMED]
    (filed,) = load(path).filed
    assert filed.sheet == "整理"
    assert other[filed.cell].value == "different units"


def test_a_pair_said_alike_on_two_sheets_is_one_verdict(tmp_path: Path) -> None:
    told = {"different": "王", "note": "not the same"}
    path = filled(tmp_path / "w.xlsx", say("Renamed", 2, **told), say("All rows", 2, **told))
    assert held(path) == [RENAMED]


def test_a_pair_said_differently_on_two_sheets_is_an_error_with_both_cells(tmp_path: Path) -> None:
    path = filled(
        tmp_path / "w.xlsx", say("Renamed", 2, same="王"), say("All rows", 2, different="李")
    )
    with pytest.raises(UserError) as error:
        apply(load(path), PILOTS, RESULTS)
    one = next(filed for filed in load(path).filed if filed.sheet == "Renamed")
    assert f"sheet Renamed, cell {one.cell} and sheet All rows, cell " in str(error.value)
    assert "are called the same and different" in str(error.value)


def test_different_undoes_a_pairing_and_a_partner_makes_one(tmp_path: Path) -> None:
    assert outcomes(filled(tmp_path / "a.xlsx")) == {
        "光华村": Outcome.RENAMED,
        "清水村": Outcome.PROMOTED,
        "东山村": Outcome.DROPPED,
        "和平社区": Outcome.NEW,
    }
    undone = filled(tmp_path / "b.xlsx", say("Renamed", 2, different="王"))
    assert outcomes(undone)["光华村"] is Outcome.DROPPED
    undone = filled(tmp_path / "c.xlsx", say("Promoted", 2, different="王"))
    assert outcomes(undone)["清水村"] is Outcome.DROPPED
    for sheet, partner in (("Dropped", "3"), ("Dropped", 3), ("New", PILOTS.units[2].name)):
        path = filled(tmp_path / "d.xlsx", say(sheet, 2, same="王", partner=partner))
        assert outcomes(path)["东山村"] is Outcome.RENAMED


def test_same_accepts_what_was_in_doubt(tmp_path: Path) -> None:
    doubtful = making.small()
    path = filled(tmp_path / "w.xlsx", say("To review", 2, same="王"), of=doubtful)
    applied = apply(load(path), doubtful.pilots, doubtful.results)
    (ruling,) = applied.rulings
    assert (ruling.pilot.own, ruling.result.own) == ("和平社区", "新和平社区")


def test_units_of_one_name_are_told_apart(tmp_path: Path) -> None:
    town = "甲省/乙市/丙县/丁镇/"
    twins = listed([f"{town}光华村", f"{town}光华村"])
    one = report(twins, listed([f"{town}光华社区"]))
    path = filled(tmp_path / "w.xlsx", say("All rows", 2, same="王"), of=one)
    (decision,) = held(path)
    assert decision.pilot in ("1", "2")


def test_verdicts_that_were_used_stand_in_the_next_workbook(tmp_path: Path) -> None:
    path = filled(
        tmp_path / "one.xlsx",
        say("Renamed", 2, different="王", note="no"),
        say("Promoted", 2, same="李"),
    )
    rulings = apply(load(path), PILOTS, RESULTS).rulings
    again = workbooks.written(report(rulings=rulings), tmp_path / "two.xlsx")
    assert sorted(map(repr, held(again))) == sorted(map(repr, held(path)))


def test_an_entry_that_reads_otherwise_now_makes_its_verdict_stale(tmp_path: Path) -> None:
    path = filled(tmp_path / "w.xlsx", say("Renamed", 2, different="王"))
    unit = PILOTS.units[0]
    other = unit._replace(entry=unit.entry._replace(category="便民型"))
    changed = making.units("list.txt", [other, *PILOTS.units[1:]])
    (stale,) = apply(load(path), changed, RESULTS).stale
    assert stale.why == "the entries read differently now"
    assert str(stale.filed.place) == f"sheet Renamed, cell {stale.filed.cell}"


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"same": ""}, "sheet Renamed, row 2: nothing stands under Decided by; write who it was"),
        (
            {"same": "王", "on": None},
            "sheet Renamed, row 2: nothing stands under Decided on; write the date",
        ),
        ({"same": "王", "on": "soon"}, "sheet Renamed, cell I2: soon is no date"),
        ({"same": "王", "verdict": "perhaps"}, "sheet Renamed, cell G2: perhaps is no verdict"),
    ],
)
def test_a_verdict_that_cannot_stand_is_told_with_its_place(
    tmp_path: Path, said: Any, sentence: str
) -> None:
    path = filled(tmp_path / "w.xlsx", say("Renamed", 2, **said))
    with pytest.raises(UserError) as error:
        load(path)
    assert sentence in str(error.value)
    assert str(error.value).startswith(str(path))


def test_a_verdict_about_one_unit_names_none(tmp_path: Path) -> None:
    path = filled(tmp_path / "w.xlsx", say("Dropped", 2, same="王"))
    with pytest.raises(
        UserError, match=r"row 2: the verdict is about one unit only.* under Partner"
    ):
        load(path)


def test_the_column_is_called_as_on_the_sheet(tmp_path: Path) -> None:
    sheet = words("zh")(OUTCOMES[Outcome.RENAMED])
    path = filled(tmp_path / "w.xlsx", say(sheet, 2, "zh", same=""), language="zh")
    with pytest.raises(UserError, match="under 判定人"):
        load(path)


def test_hidden_columns_that_were_deleted_are_missed(tmp_path: Path) -> None:
    path = filled(tmp_path / "w.xlsx", say("Renamed", 2, same="王"))
    book = openpyxl.load_workbook(path)
    at = next(cell.column for cell in book["Renamed"][1] if cell.value == "pilot_key")
    book["Renamed"].delete_cols(at, 3)
    book.save(path)
    with pytest.raises(UserError, match="sheet Renamed: the columns pilot_key and result_key"):
        load(path)


def test_a_workbook_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "w.xlsx"
    openpyxl.Workbook().save(path)
    with pytest.raises(UserError, match="no sheet with the column Verdict / 判定"):
        load(path)
    path.write_bytes(b"PK\x03\x04 cut off")
    with pytest.raises(UserError, match="is broken or cut off"):
        load(path)
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    with pytest.raises(UserError, match=r"save it as \.xlsx, without a password"):
        load(path)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (datetime(2026, 1, 2, 3, 4), "2026-01-02"),
        (date(2026, 1, 2), "2026-01-02"),
        (46024.0, "2026-01-02"),
        (20260102.0, "2026-01-02"),
        ("2026-01-02", "2026-01-02"),
        (" 2026/1/2 ", "2026-01-02"),
        ("2026.1.2", "2026-01-02"),
        ("2026年1月2日", "2026-01-02"),
        ("２０２６年１月２日", "2026-01-02"),
        ("20260102", "2026-01-02"),
        ("2026-13-02", ""),
        ("1月2日", ""),
        (12.0, ""),
        (float("nan"), ""),
        (float("inf"), ""),
        ("", ""),
    ],
)
def test_dates_as_programs_and_people_write_them(value: Any, written: str) -> None:
    assert iso(value) == written


def test_what_stands_in_one_workbook_alone_is_known(tmp_path: Path) -> None:
    path = tmp_path / "w.xlsx"
    assert not holds_own_verdicts(path, None)
    assert not holds_own_verdicts(filled(path), None)
    filled(path, say("Renamed", 2, different="王"))
    assert holds_own_verdicts(path, None)
    assert holds_own_verdicts(path, load(path))
    kept = tmp_path / "kept.csv"
    kept.write_text(decisions_text(held(path)), "utf-8")
    assert not holds_own_verdicts(path, load(kept))
    assert holds_own_verdicts(path, Book("other.csv", "", ()))
    filled(path, say("Renamed", 2, different=""))
    assert holds_own_verdicts(path, load(kept))
