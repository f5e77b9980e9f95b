"""Places over others in which no unit lies."""

import pytest

from pilotdiff.census.idle_parents import idle_parents
from pilotdiff.listing import outline
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # Of two counties in a row, as they read, the second takes the place of the first.
        ("清岗市\n白溪县：东岭村、西岭村\n东河县：北岭村、南岭村", ["清岗市"]),
        ("清岗县：东岭村、西岭村\n东河县：北岭村、南岭村", []),
        ("成都市\n金堂县：东岭村、西岭村\n绵阳市\n三台县：北岭村、南岭村", []),
        ("金堂縣\n1.东岭村\n2.西岭村\n大邑縣\n1.北岭村\n2.南岭村", []),
    ],
)
def test_a_place_that_gives_way_to_another_is_told(text: str, wanted: list[str]) -> None:
    listing = outline(read_bytes("list.txt", f"示范村名单\n{text}".encode()))
    assert [each.text for each in idle_parents(listing, resolve(listing).units)] == wanted
