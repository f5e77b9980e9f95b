"""Villages that begin with another county, its kind left out."""

import pytest

from pilotdiff.listing import outline
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve


@pytest.mark.parametrize(
    ("village", "doubtful"),
    [("金堂东岭村", ["金堂东岭村"]), ("南岭村", []), ("金堂村", []), ("金堂县东岭村", [])],
)
def test_a_village_that_begins_with_another_county_is_doubted(
    village: str, doubtful: list[str]
) -> None:
    text = f"近日公布名单，四川大邑县西岭村、{village}、蒲江县北岭村等3个村成为示范村。"
    units = resolve(outline(read_bytes("list.txt", text.encode())))
    assert [line.text for line in units.census.doubtful] == doubtful
