"""Names near each other are found as comparing all with all finds them."""

from hypothesis import given
from hypothesis import strategies as st

import making
from pilotdiff.outcomes.misreadings import misread
from pilotdiff.outcomes.near_misreadings import NearMisreadings

_NAMES = st.text("上下罗萝底洞孝儿", min_size=1, max_size=14).map(lambda stem: f"{stem}镇")
_PLACES = st.sampled_from(["珙县", "拱县", "高县", ""])


@given(st.lists(st.tuples(_PLACES, _NAMES), min_size=2, max_size=12))
def test_no_pair_that_may_be_a_misreading_is_passed_over(named: list[tuple[str, str]]) -> None:
    units = [making.unit("四川省", "宜宾市", place, name) for place, name in named]
    names = NearMisreadings(enumerate(units))
    for one in units:
        near = names.near(one)
        for at, other in enumerate(units):
            assert at in near or misread(one, other, ()) is None
