"""Numbers on lines of their own with the places of their names above them, or within the rows."""

from typing import Any

import pytest

from casefile import cases
from pilotdiff.listing import outline
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve

_WANTED = ["正定县东岭村", "正定县西岭村", "井陉县北岭村", "井陉县石桥村"]


@pytest.mark.parametrize("case", cases("lines_and_names", "over_number"))
def test_a_place_over_a_number_holds_the_names_below_it(case: dict[str, Any]) -> None:
    text = case["text"]
    units = resolve(outline(read_bytes("list.txt", f"示范村名单\n{text}".encode())), record=False)
    paths = [unit.path[2] + unit.own for unit in units.units]
    assert paths == _WANTED
