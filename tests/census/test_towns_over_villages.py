"""Towns read as entries that may be the parents of the villages below them."""

import pytest

from pilotdiff.listing import outline
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve

_TREE = "金堂县\n白石镇\n东岭村\n西岭村\n大邑县\n红石镇\n上岭村"


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        (f"名单\n{_TREE}", []),
        ("名单\n金堂县\n白石镇\n东岭村\n大邑县\n红石镇\n上岭村", ["白石镇"]),
        (f"示范镇村名单\n{_TREE}", []),
        (f"试点村名单\n{_TREE}", []),
        ("名单\n1.金堂县白石镇\n2.金堂县东岭村\n3.大邑县红石镇\n4.大邑县上岭村", []),
        ("名单\n金堂县\n白石镇\n黑石镇\n东岭村\n大邑县\n红石镇\n上岭村", []),
    ],
    ids=[
        "tree",
        "tree-of-single-villages",
        "title-of-both",
        "title-of-villages",
        "numbered",
        "towns-beside",
    ],
)
def test_towns_over_villages_without_a_town_are_doubted(text: str, doubtful: list[str]) -> None:
    units = resolve(outline(read_bytes("list.txt", text.encode())))
    assert [line.text for line in units.census.doubtful] == doubtful
