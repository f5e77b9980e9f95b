from typing import Any

import pytest

import making
from casefile import cases
from pilotdiff.model import Level, Outcome
from pilotdiff.report.filters import Filter

ROWS = tuple(
    making.row("dropped", making.unit(*path, category=category))
    for path, category in [
        (("四川省", "绵阳市", "平武县", "龙安镇"), "服务型"),
        (("四川省", "绵阳市", "梓潼县", "石牛镇", "城区社区"), "智慧科技型"),
        (("甘肃省", "城关市", "城区", "东街道"), "智慧科技创新"),
        (("四川省", "成都市", "温江区"), ""),
    ]
)


def kept(**kinds: Any) -> list[Any]:
    return [ROWS.index(row) for row in Filter(**kinds).keep(ROWS)]


@pytest.mark.parametrize("case", cases("report_parts", "within"))
def test_within(case: dict[str, Any]) -> None:
    assert kept(places=(case["place"],)) == case["wanted"]


@pytest.mark.parametrize("wording", ["智慧科技型", "智慧科技"])
def test_category_wording(wording: str) -> None:
    assert kept(categories=(wording,)) == [1]


def test_values_of_a_kind_are_alternatives_and_kinds_add_up() -> None:
    assert kept(places=("平武县", "温江区")) == [0, 3]
    assert kept(places=("绵阳市",), levels=(Level.TOWNSHIP,)) == [0]
    assert kept(outcomes=(Outcome.NEW,)) == []


def test_no_filter_keeps_all() -> None:
    assert not Filter()
    assert kept() == [0, 1, 2, 3]
