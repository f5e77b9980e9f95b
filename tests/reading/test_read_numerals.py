"""The ordinals that presentation adds."""

import subprocess
import sys
from typing import Any

import pytest

from casefile import cases
from pilotdiff.reading.office.numbering_formats import begins_with_ordinal, chinese, ordinal


@pytest.mark.parametrize("case", cases("numerals", "chinese"))
def test_chinese(case: dict[str, Any]) -> None:
    assert chinese(case["number"]) == case["written"]


@pytest.mark.parametrize("case", cases("numerals", "ordinal"))
def test_ordinal(case: dict[str, Any]) -> None:
    assert ordinal(case["number"], case["style"]) == case["written"]


@pytest.mark.parametrize("text", ["1.甲", "（一）甲", "一、甲", "①甲", "１２、甲", "第二批甲"])
def test_a_number_of_its_own(text: str) -> None:
    assert begins_with_ordinal(text)


@pytest.mark.parametrize("text", ["一街村", "三家镇", "2022年名单", "甲", "(原甲村)"])
def test_no_number_of_its_own(text: str) -> None:
    assert not begins_with_ordinal(text)


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    heavy = "lxml python_calamine pypdfium2 zipfile csv email subprocess tempfile unicodedata"
    program = f"""
import sys, pilotdiff.model
before = set(sys.modules)
import pilotdiff.reading
pilotdiff.reading.read_bytes("a.txt", b"x")
print(*[name for name in {heavy.split()!r} if name in set(sys.modules) - before])
"""
    command = [sys.executable, "-c", program]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "\n"
