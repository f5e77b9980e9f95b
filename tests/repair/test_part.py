"""A part of a line with the raw text and the repairs that are its own."""

import pytest

from pilotdiff.model import Clean, Repair, RepairKind, Wildcard
from pilotdiff.repair import clean, part, replay

LINE = "1、成都市溫江區(qū)、２．天府街道?粕鐓^(qū)，自貢市貢井區(qū)"


def _named(name: str) -> Clean:
    line = clean(LINE, traditional=True)
    start = line.text.index(name)
    return part(line, start, start + len(name))


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("成都市温江区", "成都市溫江區(qū)"),
        ("成都市", "成都市"),
        ("温江", "溫江"),
        ("2．天府街道", "２．天府街道"),
        ("天府街道", "天府街道"),
        ("〓科社区", "?粕鐓^(qū)"),
        ("自贡市贡井区", "自貢市貢井區(qū)"),
    ],
)
def test_part(name: str, raw: str) -> None:
    mine = _named(name)
    assert (mine.text, mine.raw) == (name, raw)
    assert replay(mine.raw, mine.repairs) == name


def test_the_wildcard_comes_along() -> None:
    assert _named("〓科社区").wildcards == (Wildcard(trail=0xA3),)
    assert _named("天府街道").wildcards == ()


def test_a_repair_cut_in_two_widens_the_raw_text() -> None:
    mine = _named("科社区")
    assert mine.raw == "?粕鐓^(qū)"
    assert replay(mine.raw, mine.repairs) == "〓科社区"


def test_a_repair_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="does not stand"):
        replay("成都", [Repair(RepairKind.WIDTH, 0, 1, "Ａ", "A", "")])
