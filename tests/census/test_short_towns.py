"""Villages whose long name may begin with their town, its kind left out."""

import pytest

from pilotdiff.listing import outline
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve


@pytest.mark.parametrize(
    ("last", "doubtful"),
    [
        ("太阳升杨梅渡村", ["太阳升杨梅渡村"]),
        ("杨梅渡村", []),
        ("红石乡太阳升杨梅渡村", []),
        ("太阳升杨梅渡村、杨梅村", []),
    ],
)
def test_the_one_village_of_a_row_without_its_town_is_doubted(
    last: str, doubtful: list[str]
) -> None:
    text = f"近日公布名单，我县白石乡东岭村、黑石镇西岭村、南岭镇北岭村、{last}榜上有名。"
    units = resolve(outline(read_bytes("list.txt", text.encode())))
    assert [line.text for line in units.census.doubtful] == doubtful
