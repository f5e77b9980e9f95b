"""Units that a table sets below the heading of those that failed."""

import pytest

from listed import units_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "市,优秀,合格,不合格\n成都市,温江区,金堂县,\n绵阳市,三台县,盐亭县,梓潼县\n",
            ["3 梓潼县 不合格：梓潼县"],
        ),
        ("镇,村,不合格\n白石镇,东岭村,\n青溪镇,河口村,1\n", []),
        ("镇,村,是否合格\n白石镇,东岭村,是\n青溪镇,河口村,否\n", []),
    ],
)
def test_what_is_told_of_units_that_failed(text: str, told: list[str]) -> None:
    """A number there counts, and a row that denies its unit is none."""
    units = units_of(text, "list.csv")
    assert [f"{each.line} {each.text}" for each in units.census.doubtful] == told
