"""Documents read in the wrong character set as a whole."""

from collections.abc import Callable
from typing import Any

import pytest

from casefile import cases
from pilotdiff.model import RepairKind
from pilotdiff.repair import admits, clean, judge_mojibake, part, replay

LINES = [
    "四川省第三批城乡社区治理试点单位名单",
    "（一）便民服务型",
    "1、成都市温江区柳城街道光华社区",
    "2、浙江省杭州市余杭区仓前街道",
    "3、内蒙古自治区赤峰市阿鲁科尔沁旗巴彦花镇巴彦花村",
]
Reading = Callable[[str], str]


def _latin_1(text: str, encoding: str) -> str:
    return text.encode(encoding).decode("latin-1")


def _browser(text: str, encoding: str) -> str:
    """cp1252 as browsers read it: what it leaves undefined stays a control character."""
    shown = (bytes([byte]) for byte in text.encode(encoding))
    return "".join(byte.decode("cp1252", "ignore") or chr(byte[0]) for byte in shown)


LOSSLESS = [
    ("utf-8 as latin-1", lambda text: _latin_1(text, "utf-8")),
    ("utf-8 as latin-1", lambda text: _browser(text, "utf-8")),
    ("gbk as latin-1", lambda text: _latin_1(text, "gbk")),
    ("gbk as latin-1", lambda text: _browser(text, "gbk")),
]


@pytest.mark.parametrize(("misread", "reading"), LOSSLESS)
def test_what_kept_every_byte_is_read_again(misread: str, reading: Reading) -> None:
    shown = [reading(line) for line in LINES]
    assert judge_mojibake(shown) == misread
    assert [clean(line, misread=misread).text for line in shown] == LINES


@pytest.mark.parametrize("errors", ["replace", "ignore"])
def test_utf8_read_as_gbk_accounts_for_what_was_lost(errors: str) -> None:
    shown = [line.encode("utf-8").decode("gbk", errors) for line in LINES]
    assert judge_mojibake(shown) == "utf-8 as gbk"
    for raw, line in zip(shown, LINES, strict=True):
        mended = clean(raw, misread="utf-8 as gbk")
        assert replay(raw, mended.repairs) == mended.text
        assert len(mended.text) == len(line)
        wildcards = iter(mended.wildcards)
        for got, true in zip(mended.text, line, strict=True):
            assert got == true or (got == "〓" and admits(next(wildcards), true))


def test_a_lost_last_byte_is_told_by_the_kind() -> None:
    mended = clean("娴欐睙鐪", misread=judge_mojibake(["娴欐睙鐪"]))
    assert mended.text == "浙江省"
    assert mended.wildcards == ()
    assert "E7 9C" in str(mended.repairs[-1].why)


def test_mojibake_comes_first() -> None:
    shown = "１、溫江區(qū)\u200b".encode().decode("latin-1")
    mended = clean(shown, misread="utf-8 as latin-1", traditional=True)
    assert mended.text == "1、温江区"
    assert next(repair.kind for repair in mended.repairs) is RepairKind.MOJIBAKE
    assert replay(shown, mended.repairs) == mended.text


def test_a_part_keeps_its_own_raw_text() -> None:
    whole = clean(_latin_1(LINES[2], "utf-8"), misread="utf-8 as latin-1")
    mine = part(whole, 2, len(whole.text))
    assert mine.raw == _latin_1(LINES[2][2:], "utf-8")
    assert replay(mine.raw, mine.repairs) == mine.text == LINES[2][2:]


@pytest.mark.parametrize("case", cases("repair_parts", "sound"))
def test_sound_text_is_not_taken_for_misread(case: dict[str, Any]) -> None:
    assert judge_mojibake(case["sound"]) == ""


def test_a_sound_line_of_a_misread_document_stays() -> None:
    assert clean(LINES[2], misread="utf-8 as gbk").text == LINES[2]
