"""What a reason says of two names that differ in one character."""

import pytest

import making
from pilotdiff.language import ENGLISH
from pilotdiff.matching import match

PLACE = ("甲省", "乙市", "丙县", "丁镇")


@pytest.mark.parametrize(
    ("pilot", "result", "said"),
    [
        ("清水社区", "青水社区", "one character differs, and they sound alike: 清 / 青;"),
        ("亳河社区", "毫河社区", "one character differs, and they look alike: 亳 / 毫;"),
        ("柳岸社区", "柳荫社区", "one character differs: 岸 / 荫;"),
    ],
)
def test_only_a_slip_is_called_one(pilot: str, result: str, said: str) -> None:
    pilots = making.units("p", [making.unit(*PLACE, pilot)])
    results = making.units("r", [making.unit(*PLACE, result)])
    (pairing,) = match(pilots, results).pairings
    assert ENGLISH(pairing.reason).startswith(said)
