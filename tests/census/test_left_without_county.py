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


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # A city without counties behind a county of another, stated and not.
        (
            "我省入选的村是：梅州市梅县区白石镇东岭村、东莞市青石镇西岭村、惠州市惠东县黑石镇南岭村。",
            [],
        ),
        ("一是正定县。白石镇东岭村、青石镇西岭村为示范村。", ["白石镇东岭村"]),
        # A county of one city alone between lines of another; a district may be another's.
        ("名单\n武汉市洪山区白石街东岭村\n大冶市青石镇西岭村\n武汉市新洲区黑石街南岭村", []),
        # Towns that the sentence says were honoured as such, and one that may be cut.
        (
            "正定县白石镇入选全国示范乡镇。正定县青石镇东岭村、灵寿县黑石镇西岭村、平山县红石镇南岭村、"
            "行唐县上碑镇北岭村入选全国示范村。",
            [],
        ),
        (
            "正定县白石镇、正定县青石镇东岭村、灵寿县黑石镇西岭村、平山县红石镇南岭村、"
            "行唐县上碑镇北岭村入选全国示范村。",
            ["正定县白石镇"],
        ),
        # Towns without their kinds behind others that state theirs; a label is none.
        ("正定县示范村名单\n白石镇：东岭村\n青石：西岭村\n黑石镇：南岭村", ["西岭村"]),
        ("正定县示范村名单\n白石镇：东岭村\n第二批：西岭村\n黑石镇：南岭村", []),
        # Villages in the brackets of towns, not all with their kind; products are none.
        (
            "石家庄市示范村名单\n正定县：白石镇（东岭、西岭村），青石镇（南岗、北岗）",
            ["白石镇（东岭、西岭村）"],
        ),
        ("石家庄市专业村名单\n正定县：白石镇（苹果、核桃），青石镇（水稻、小麦）", []),
        ("石家庄市示范镇名单\n正定县：白石镇（东岭、西岭），青石镇（南岗、北岗）", []),
        # Villages of towns below what both are honoured as.
        (
            "公示如下：\n一、石家庄市文明村镇：\n正定县：白石镇、青石镇、红石镇东岭村\n灵寿县：南营镇、黑石镇西岭村",
            [],
        ),
        # The links below a page.
        ("正定县示范村名单\n白石镇：东岭村\n青石镇：西岭村\n上一篇：某小区停水\n下一篇：", []),
    ],
)
def test_only_what_may_lie_elsewhere_is_told(
    text: str, wanted: list[str], doubtful: Callable[[str], list[str]]
) -> None:
    assert doubtful(text) == wanted
