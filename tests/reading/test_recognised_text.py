"""Text pasted from a recogniser is told by its marks; typed text bears none."""

from typing import Any

import pytest

from casefile import cases
from listed import units_of
from pilotdiff.model import Outcome
from pilotdiff.reading import read_bytes
from pilotdiff.reconciliation import Reconciler

RECOGNISED = """试点村名单
l、四川省德阳市什旅市师古镇红豆村
2、四川省德阳市广汉市三水镇宝莲村
ニ、四川省德阳市绵竹市孝德镇年画村
1O、四川省德阳市罗江区鄢家镇星光村
"""
TYPED = RECOGNISED.replace("l、", "1、").replace("ニ、", "二、").replace("1O、", "10、")


def test_what_a_recogniser_wrote_is_told_and_doubted() -> None:
    document = read_bytes("list.txt", RECOGNISED.encode())
    assert document.scan is not None
    (told,) = [str(note) for note in document.notes if "marks of text recognition" in str(note)]
    assert "line 2 l、四川省" in told


@pytest.mark.parametrize("case", cases("reading_parts", "typed"))
def test_typed_text_bears_no_mark(case: dict[str, Any]) -> None:
    assert read_bytes("list.txt", case["text"].encode()).scan is None


def test_a_difference_in_it_is_no_renaming_and_what_was_not_read_is_told() -> None:
    pilots = TYPED.replace("什旅市", "什邡市")
    typed, pasted = (units_of(t) for t in (pilots, RECOGNISED))
    rows = Reconciler().rows(typed, pasted)
    assert {row.outcome for row in rows} <= {Outcome.PROMOTED, Outcome.DROPPED}
    settled, *_ = (str(row.reason) for row in rows)
    assert "of which one cannot be sure" in settled
    dropped = [str(row.reason) for row in rows if row.outcome is Outcome.DROPPED]
    assert all(reason.startswith("not all of the scan was read") for reason in dropped)
