"""Units without a county beside others of their city or row that state one."""

from collections.abc import Callable

import pytest

_TITLE = "石家庄市示范村名单\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("正定县：白石镇东岭村；\n青石镇西岭村；\n灵寿县：黑石镇南岭村", ["青石镇西岭村"]),
        ("正定县白石镇东岭村\n青石镇西岭村\n灵寿县黑石镇南岭村", ["青石镇西岭村"]),
        ("正定县：白石镇东岭村\n高新区：西岭村\n灵寿县：黑石镇南岭村", []),
        ("正定县\n白石镇东岭村\n青石镇西岭村\n灵寿县\n黑石镇南岭村", []),
        ("白石镇东岭村\n青石镇西岭村\n黑石镇南岭村\n正定县红石镇北岭村", []),
        ("正定县：东岭村、灵寿县西岭村、南岭村\n平山县：北岭村", ["南岭村"]),
        ("正定县：东岭村、灵寿县西岭村、白石镇南岭村\n平山县：北岭村", []),
    ],
)
def test_a_unit_that_may_lie_in_the_county_before_it_is_told(
    text: str, wanted: list[str], doubtful: Callable[[str], list[str]]
) -> None:
    assert doubtful(_TITLE + text) == wanted


def test_towns_right_in_their_city_lack_no_county(doubtful: Callable[[str], list[str]]) -> None:
    text = "广东省示范村名单\n东莞市：白石镇东岭村\n东莞市：青石镇西岭村\n"
    assert doubtful(text + "惠州市：惠东县黑石镇南岭村\n惠州市：博罗县红石镇北岭村") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "济宁市邹城市\n白石镇：东岭村\n清岗新区\n西岭社区\n济宁市曲阜市\n青石镇：南岭村",
            ["清岗新区"],
        ),
        ("济宁市邹城市\n白石镇：东岭村\n清岗新区\n西岭社区\n曲阜市\n青石镇：南岭村", []),
        (
            "一、济宁市邹城市\n白石镇：东岭村\n二、清岗新区\n西岭社区\n三、济宁市曲阜市\n青石镇：南岭村",
            [],
        ),
    ],
)
def test_a_zone_that_states_no_city_as_the_counties_do_is_told(
    text: str, wanted: list[str], doubtful: Callable[[str], list[str]]
) -> None:
    assert doubtful("山东省示范村名单\n" + text) == wanted
