"""The ordinals that presentation adds."""

import subprocess
import sys

import pytest

from pilotdiff.reading.numbering_formats import begins_with_ordinal, chinese, ordinal


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1001, "一千零一"),
        (2020, "二千零二十"),
    ],
)
def test_chinese(number: int, written: str) -> None:
    assert chinese(number) == written


@pytest.mark.parametrize(
    ("number", "style", "written"),
    [
        (3, "decimal", "3"),
        (3, "no such style", "3"),
        (3, "bullet", ""),
        (14, "upperRoman", "XIV"),
        (28, "lowerLetter", "bb"),
        (12, "decimalEnclosedCircle", "⑫"),
        (12, "decimalFullWidth", "１２"),
        (7, "decimalZero", "07"),
        (2, "ideographTraditional", "乙"),
        (0, "chineseCounting", "0"),
    ],
)
def test_ordinal(number: int, style: str, written: str) -> None:
    assert ordinal(number, style) == written


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
