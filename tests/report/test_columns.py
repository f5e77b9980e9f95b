from typing import Any

import making
from pilotdiff.model import Decision, Outcome, Repair, RepairKind, Verdict
from pilotdiff.report.diff_columns import COLUMNS, cells, probability

CONTRACT = (
    "outcome changes level category result_category pilot_id result_id province prefecture county "
    "township community pilot_name result_name confidence rule reason runner_up margin repairs "
    "pilot_source pilot_line pilot_ordinal pilot_raw result_source result_line result_ordinal "
    "result_raw decided_by decided_on decision_reason "
    "pilot_code result_code pilot_years result_years record other decision"
)


def record(row: Any) -> Any:
    return dict(zip(COLUMNS, cells(row, "p", "r"), strict=True))


def test_the_columns_are_those_of_the_contract() -> None:
    assert " ".join(COLUMNS) == CONTRACT


def test_a_pairing_fills_both_sides() -> None:
    pilot = making.unit(
        "甲省", "乙市", id="a", raw="甲省乙市", category="一型", line=3, ordinal="1"
    )
    result = making.unit("甲省", "乙县", id="b", category="二型", line=9, ordinal="(二)")
    got = record(making.row("renamed", pilot, result, confidence=0.99874, changes=["kind", "name"]))
    assert got["changes"] == "kind;name"
    assert (got["category"], got["result_category"]) == ("一型", "二型")
    assert (got["pilot_id"], got["result_id"]) == ("a", "b")
    assert (got["confidence"], got["margin"]) == (0.9987, 0.4994)
    assert (got["pilot_source"], got["pilot_line"], got["pilot_ordinal"]) == ("p", 3, "1")
    assert (got["result_source"], got["result_line"], got["result_ordinal"]) == ("r", 9, "(二)")
    assert (got["province"], got["prefecture"], got["county"]) == ("甲省", "乙市", "")


def test_a_new_unit_stands_at_its_own_path_and_category() -> None:
    got = record(making.row("new", result=making.unit("甲省", "乙市", category="一型", line=2)))
    assert (got["prefecture"], got["category"], got["result_category"]) == ("乙市", "一型", "一型")
    assert got["pilot_line"] == ""
    assert got["pilot_source"] == got["pilot_raw"] == got["pilot_name"] == ""


def test_what_is_not_paired_has_no_confidence() -> None:
    got = record(making.row("dropped", making.unit("甲省"), reason="gone"))
    assert got["confidence"] == ""
    assert got["margin"] == ""
    assert got["reason"] == "gone"


def test_a_decision_says_who_and_when() -> None:
    verdict = Decision("a", "b", Verdict.SAME, "李", "2024-01-02", "seen on site")
    got = record(making.row("dropped", making.unit("甲省"), decision=verdict))
    said = (got["decided_by"], got["decided_on"], got["decision_reason"])
    assert said == ("李", "2024-01-02", "seen on site")


def test_repairs_are_told_once_each_and_damage_with_its_account() -> None:
    repairs = [
        Repair(RepairKind.PINYIN, 1, 5, "區(qū)", "區", "annotation"),
        Repair(RepairKind.PINYIN, 1, 5, "區(qū)", "區", "annotation"),
        Repair(RepairKind.GBK, 0, 2, "?粕", "〓科", "A3 survived"),
    ]
    got = record(making.row("dropped", making.unit("甲省", repairs=repairs)))
    assert got["repairs"] == "pinyin: 區(qū) → 區; gbk: ?粕 → 〓科 (A3 survived)"


def test_repairs_of_the_result_are_marked_as_such() -> None:
    repair = Repair(RepairKind.SCRIPT, 0, 1, "區", "区", "")
    pilot, result = making.unit("甲省"), making.unit("甲省", repairs=[repair])
    assert record(making.row("promoted", pilot, result))["repairs"] == "result: script: 區 → 区"


def test_probabilities_have_four_decimals_and_no_needless_point() -> None:
    assert [str(probability(value)) for value in (1.0, 0.0, 0.99874, 0.5, 0.000049)] == [
        "1",
        "0",
        "0.9987",
        "0.5",
        "0",
    ]


def test_every_outcome_makes_a_row() -> None:
    assert {record(row)["outcome"] for row in making.whole().rows} == set(Outcome)
