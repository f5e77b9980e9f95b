"""Text pasted from a recogniser is told by its marks; typed text bears none."""

import pytest

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


@pytest.mark.parametrize(
    "text",
    [
        TYPED,
        "I、总则\nII、四川省成都市\nIII、四川省绵阳市\nIV、附则\n",
        "o 四川省成都市\no 四川省绵阳市\no 四川省德阳市\n",
        "A区、B区\n某x县、张x村\n四川省區(qū)成都市鎮(zhèn)\n",
        "1.四川省成都市\n2.四川省绵阳市ー期\n",
        "ニ、四川省成都市\n",
    ],
)
def test_typed_text_bears_no_mark(text: str) -> None:
    assert read_bytes("list.txt", text.encode()).scan is None


def test_a_difference_in_it_is_no_renaming_and_what_was_not_read_is_told() -> None:
    pilots = TYPED.replace("什旅市", "什邡市")
    typed, pasted = (units_of(t) for t in (pilots, RECOGNISED))
    rows = Reconciler().rows(typed, pasted)
    assert {row.outcome for row in rows} <= {Outcome.PROMOTED, Outcome.DROPPED}
    settled, *_ = (str(row.reason) for row in rows)
    assert "of which one cannot be sure" in settled
    dropped = [str(row.reason) for row in rows if row.outcome is Outcome.DROPPED]
    assert all(reason.startswith("not all of the scan was read") for reason in dropped)
