"""Variants compared, and what a lost character could have been."""

from typing import Any

import pytest

from casefile import cases
from pilotdiff.model import Wildcard
from pilotdiff.repair import admits, fold, judge_script

PAIRS = "乾干 於于 菴庵 塚冢 里裏 里裡 臺台 濛蒙 區区 邨村 後后 藉借 Ａ1A１"


@pytest.mark.parametrize("pair", PAIRS.split())
def test_variants_are_equal(pair: str) -> None:
    half = len(pair) // 2
    assert fold(pair[:half]) == fold(pair[half:])


@pytest.mark.parametrize("pair", ["东西", "村社", "亳毫", "濛濠", "上下", "己已"])
def test_others_are_not(pair: str) -> None:
    assert fold(pair[0]) != fold(pair[1])


@pytest.mark.parametrize(
    ("wildcard", "char", "could"),
    [
        (Wildcard(trail=0xA3), "海", True),
        (Wildcard(trail=0xA3), "山", False),
        (Wildcard(lead=0xCA), "市", True),
        (Wildcard(trail=0x5E), "区", True),  # 區 is 85 5E
        (Wildcard(lead=0xC7), "區", True),  # 区 is C7 F8
        (Wildcard(trail=0xF6, readings=("liáng",)), "凉", True),
        (Wildcard(trail=0xF6, readings=("shān",)), "凉", False),
        (Wildcard(readings=("chóng",)), "重", True),
        (Wildcard(readings=("zhong",)), "重", True),
        (Wildcard(), "㙍", True),
        (Wildcard(lead=0xCA), "A", False),
    ],
)
def test_admits(wildcard: Wildcard, char: str, could: bool) -> None:
    assert admits(wildcard, char) is could


@pytest.mark.parametrize("case", cases("repair_parts", "script"))
def test_script_of_a_document(case: dict[str, Any]) -> None:
    assert judge_script(case["texts"]) == case["script"]
