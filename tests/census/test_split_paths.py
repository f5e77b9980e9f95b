"""Lines of a text whose units may be the tiers of one path."""

import pytest

from pilotdiff.census.split_paths import split_paths
from pilotdiff.listing import outline
from pilotdiff.model import Document, Line
from pilotdiff.units import resolve


def lines_in_doubt(text: str) -> list[int]:
    lines = tuple(Line(at, line) for at, line in enumerate(text.splitlines(), start=1))
    units = resolve(outline(Document("list.txt", "txt", "", 0, lines)))
    return [each.line for each in split_paths(units.units)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("示范村名单\n成都市、金堂县、石桥镇\n1.东岭村\n2.西岭村\n", [2]),
        ("试点单位名单\n清岗县、石桥镇\n白沙镇\n长坪镇\n东岭镇\n", [2]),
        # Two of a line, where the others are of no one tier.
        ("试点单位名单\n清岗县、石桥镇\n白沙镇\n南岭县\n东岭镇\n", []),
        ("试点县名单\n清岗县、白溪县、南岭县\n", []),
        # From the lowest up; two such lines are rows.
        ("先进单位\n东岭村、白石镇、正定县\n", [2]),
        # What headings in the line call for is no path.
        ("试点名单\n县：清岗县；镇：石桥镇；村：东岭村\n", []),
    ],
)
def test_units_in_tiers_on_a_line_are_told(text: str, wanted: list[int]) -> None:
    assert lines_in_doubt(text) == wanted
