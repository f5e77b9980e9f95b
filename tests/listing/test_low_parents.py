"""A parent that stands at the foot of its rows is told, and one that a row needs none of is not."""

import pytest

from listed import units_of

HEAD = "省,市,县,乡镇,村\n"


@pytest.mark.parametrize(
    ("table", "doubted"),
    [
        (  # each county stands in the last of its rows
            "河北省,石家庄市,,白石镇,东岭村\n河北省,石家庄市,正定县,青石镇,西岭村\n"
            "河北省,石家庄市,,黑石镇,南岭村\n河北省,石家庄市,灵寿县,红石镇,北岭村\n",
            {"东岭村", "南岭村"},
        ),
        (  # a city alone is blank in the first row, whose county lies in none
            "北京市,,海淀区,白石镇,东岭村\n,,,青石镇,西岭村\n河北省,石家庄市,正定县,黑石镇,南岭村\n"
            ",,,红石镇,北岭村\n,保定市,易县,南石镇,沙岭村\n",
            set(),
        ),
    ],
)
def test_only_the_rows_without_what_stands_over_them_are_told(
    table: str, doubted: set[str]
) -> None:
    units = units_of(HEAD + table, "list.csv")
    own = {unit.entry.line: unit.own for unit in units.units}
    assert {own[each.line] for each in units.census.doubtful} == doubted
