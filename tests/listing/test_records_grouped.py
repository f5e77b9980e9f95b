"""Numbers on lines of their own with the places of their names above them, or within the rows."""

import pytest

from pilotdiff.listing import outline
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve

_WANTED = ["正定县东岭村", "正定县西岭村", "井陉县北岭村", "井陉县石桥村"]


@pytest.mark.parametrize(
    "text",
    [
        "正定县\n1\n东岭村\n2\n西岭村\n井陉县\n3\n北岭村\n4\n石桥村",
        "石家庄市\n正定县\n1\n东岭村\n2\n西岭村\n井陉县\n3\n北岭村\n4\n石桥村",
        # A table whose county stands behind the name.
        "1\n东岭村\n正定县\n2\n西岭村\n正定县\n3\n北岭村\n井陉县\n4\n石桥村\n井陉县",
    ],
)
def test_a_place_over_a_number_holds_the_names_below_it(text: str) -> None:
    units = resolve(outline(read_bytes("list.txt", f"示范村名单\n{text}".encode())), record=False)
    paths = [unit.path[2] + unit.own for unit in units.units]
    assert paths == _WANTED
