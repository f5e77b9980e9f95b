"""What bench/edited_cases.py edits, and how it counts what becomes of it."""

import importlib
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

BENCH = str(Path(__file__).parents[2] / "bench")
LIST = """正定县示范村名单
白石镇：东岭村、西岭村
1.青石镇（2个）：南岭村、北岭村
确定灵寿县青石镇西岭村为新的示范村。"""


@pytest.fixture(scope="module")
def bench() -> Iterator[ModuleType]:
    sys.path.append(BENCH)
    yield importlib.import_module("edited_cases")
    sys.path.remove(BENCH)


def test_each_kind_edits_one_place_and_a_seed_edits_it_again(bench: ModuleType) -> None:
    for kind, edit in bench.EDITS.items():
        edited = [edit(random.Random(f"3 {kind}"), LIST) for _ in range(2)]
        assert edited[0] == edited[1]
        assert edited[0] != LIST, kind


def test_nothing_is_edited_where_there_is_nothing(bench: ModuleType) -> None:
    none = {"character unreadable", "blank within", "village's kind lost"}
    for kind in bench.EDITS.keys() - none:
        assert bench.EDITS[kind](random.Random(1), "东岭") in ("", "东岭"), kind


@pytest.mark.parametrize(
    ("kind", "edited"),
    [
        ("title cut", "正定县示范\n村名单"),
        ("number lost", "青石镇（2个）：南岭村、北岭村"),
        ("bracket's end lost", "1.青石镇（2个：南岭村、北岭村"),
        ("sentence broken", "确定灵寿县青石镇西岭村为新\n的示范村。"),
    ],
)
def test_the_text_is_edited_as_the_kind_says(bench: ModuleType, kind: str, edited: str) -> None:
    made = (bench.EDITS[kind](random.Random(seed), LIST) for seed in range(60))
    assert any(edited in text for text in made)


def test_the_lines_of_a_table_are_not_wrapped(bench: ModuleType) -> None:
    assert bench.EDITS["lines wrapped"](random.Random(1), f"{LIST}\n县\t镇\t村") == ""


def test_the_outcome_is_told_by_the_units_and_by_what_is_said_anew(bench: ModuleType) -> None:
    def outcome(after: object) -> str:
        before = bench.Reading(frozenset({"东岭村"}), frozenset({"said before"}))
        return str(bench.Edited("", "", "", before, after).outcome)

    units, others = frozenset({"东岭村"}), frozenset({"西岭村"})
    assert outcome(None) == "refused"
    assert outcome(bench.Reading(units, frozenset({"more"}))) == "same"
    assert outcome(bench.Reading(others, frozenset({"said before", "more"}))) == "told"
    assert outcome(bench.Reading(others, frozenset({"said before"}))) == "silent"


def test_what_became_of_the_lists_is_counted(
    bench: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = [("a list", LIST, bench.reading(LIST)), ("a name", "东岭村", bench.reading("东岭村"))]
    counts = bench.counted(bench.edited_cases("page number", 1, cases))
    assert counts == {"tried": 1, "same": 1, "told": 0, "silent": 0, "refused": 0}
    lost = bench.Reading(frozenset(), frozenset())
    case = bench.Edited("a list", LIST, f"{LIST}*", bench.reading(LIST), lost)
    assert bench.counted([case], show=True)["silent"] == 1
    assert "a list" in capsys.readouterr().out
