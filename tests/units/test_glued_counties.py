"""Towns whose names begin with their county are read in it, but not among small towns."""

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
