"""Towns whose names begin with their county are read in it, but not among small towns."""

import pytest

from pilotdiff.model import DivisionPath
from pilotdiff.units.glued_counties import with_counties_apart


def _towns(*names: str) -> list[DivisionPath]:
    return [DivisionPath("湖北省", "武汉市", "", name) for name in names]


def _read(*names: str) -> list[str]:
    return ["/".join(filter(None, path[2:4])) for path in with_counties_apart(_towns(*names))]


def test_a_town_is_read_in_the_county_that_its_name_begins_with() -> None:
    assert _read("江夏中山茶镇", "新洲清溪镇") == ["江夏区/中山茶镇", "新洲区/清溪镇"]


def test_one_small_town_among_others_changes_nothing_for_them() -> None:
    assert _read("江夏中山茶镇", "新洲清溪镇", "江夏光谷小镇")[0] == "江夏区/中山茶镇"


def test_a_town_among_small_towns_is_called_like_its_neighbours() -> None:
    names = ("江夏中山茶镇", "江夏光谷小镇", "新洲青山小镇")
    assert _read(*names) == list(names)


def test_of_a_province_alone_it_is_read_so_and_told() -> None:
    paths = [DivisionPath("湖北省", "", "", name) for name in ("江夏中山茶镇", "荆州东岭镇")]
    apart = [path[1:4] for path in with_counties_apart(paths)]
    assert apart == [("", "江夏区", "中山茶镇"), ("荆州市", "", "东岭镇")]


@pytest.mark.parametrize("name", ["二道白河镇", "小金彝族乡", "多伦诺尔镇", "喀什塔什乡"])
def test_a_town_of_that_name_is_whole(name: str) -> None:
    for province in ("吉林省", "四川省", "内蒙古自治区"):
        assert with_counties_apart([DivisionPath(province, "", "", name)])[0].township == name
