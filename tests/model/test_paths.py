"""Paths of five parts: what stands above, what is filled, what agrees."""

from hypothesis import given
from hypothesis import strategies as st

from pilotdiff.model import LEVELS, DivisionPath, Level

PATHS = st.builds(DivisionPath, *[st.sampled_from(["", "甲", "乙"])] * 5)


def test_a_path_stands_under_another_from_its_own_first_part_on() -> None:
    town = DivisionPath(township="柳城街道")
    assert town.under(DivisionPath("四川省", "成都市", "温江区", "天府街道", "花园社区")) == (
        "四川省",
        "成都市",
        "温江区",
        "柳城街道",
        "",
    )


@given(PATHS, PATHS)
def test_what_a_path_says_itself_stays(path: DivisionPath, other: DivisionPath) -> None:
    joined = path.joined(other)
    assert path.agrees(joined)
    assert path.under(other)[path.top :] == path[path.top :]
    assert all(
        part or not (mine or its) for part, mine, its in zip(joined, path, other, strict=True)
    )


@given(PATHS)
def test_a_path_is_made_of_its_parts(path: DivisionPath) -> None:
    parts = [(level, path[level.depth]) for level in LEVELS if path[level.depth]]
    assert DivisionPath.of(parts) == path
    assert path.level == (parts[-1][0] if parts else None)
    assert path.with_part(Level.COUNTY, "丙").county == "丙"
