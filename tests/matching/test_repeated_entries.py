"""Which entries of a list name one unit, in whatever order its rows stand."""

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from casefile import cases
from pilotdiff.listing import outline
from pilotdiff.matching.repeated_entries import repeated_entries
from pilotdiff.reading import read_document
from pilotdiff.units import resolve

HEAD = "代码,县,镇,备注\n"


@pytest.mark.parametrize("case", cases("matching_places", "repeated"))
def test_the_entry_that_says_most_is_compared(case: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    for mixed in permutations([*case["rows"], ",双河县,东岭镇,"]):
        file.write_text(HEAD + "\n".join(mixed) + "\n", "utf-8")
        units = resolve(outline(read_document(str(file)))).units
        told = repeated_entries(units)
        left = [mixed[unit.entry.line - 2] for unit in units if id(unit) not in told]
        assert sorted(left) == sorted([*case["kept"], ",双河县,东岭镇,"])
