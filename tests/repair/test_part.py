"""A part of a line with the raw text and the repairs that are its own."""

from typing import Any

import pytest

from casefile import cases
from pilotdiff.model import Clean, Repair, RepairKind, Wildcard
from pilotdiff.repair import clean, part, replay

LINE = "1、成都市溫江區(qū)、２．天府街道?粕鐓^(qū)，自貢市貢井區(qū)"


def _named(name: str) -> Clean:
    line = clean(LINE, traditional=True)
    start = line.text.index(name)
    return part(line, start, start + len(name))


@pytest.mark.parametrize("case", cases("repair_parts", "part"))
def test_part(case: dict[str, Any]) -> None:
    name, raw = case["name"], case["raw"]
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
