"""What a list lacks may stand where it was not read, unless that states another place."""

from typing import Any

import pytest

from casefile import cases
from pilotdiff.checks.reconciled.reconciled_pairs import Unread
from pilotdiff.filing import filed
from pilotdiff.language import ENGLISH
from pilotdiff.listing import outline
from pilotdiff.model import Filed, msg
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve

HERE = "1.甲子市清岗县白溪镇\n2.甲子市清岗县石桥镇\n3.甲子市月山县柳林镇\n"


def read(text: str) -> Filed:
    return filed(resolve(outline(read_bytes("pilots.txt", text.encode()))))


@pytest.mark.parametrize("case", cases("checks_parts", "stated_place"))
def test_a_line_that_states_a_place_bears_on_its_units_alone(case: dict[str, Any]) -> None:
    last, clear, open_ = case["last"], case["clear"], case["open_"]
    pilots, results = (read(f"江西省{kind}镇名单\n{HERE}") for kind in ("试点", "示范"))
    unread = Unread(read(f"江西省试点镇名单\n{HERE}{last}"), results.units)
    told = {
        unit.path[3]: ENGLISH(unread.said(msg("it is not there"), (unit,)))
        for unit in pilots.units.units
    }
    assert all(told[name] == "it is not there" for name in clear)
    assert all(told[name] != "it is not there" for name in open_)


def test_several_units_are_spoken_of_as_several() -> None:
    results = read(f"江西省示范镇名单\n{HERE}")
    unread = Unread(read(f"江西省试点镇名单\n{HERE}4.§¤%ф\n"), results.units)
    told = ENGLISH(unread.said(msg("2 are lost"), results.units.units[:2]))
    assert (
        told == "2 are lost; not all of pilots.txt was read (line 5), some of them may stand there"
    )
