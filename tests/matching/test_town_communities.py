"""A community of a town's own streets is one, whatever word its name has for them."""

import pytest

from listed import listed, rows
from pilotdiff.model import Outcome

TOWN = "河南省/信阳市/光山县/柳林乡"
VILLAGES = [f"{TOWN}/{a}{b}村" for a in "东西南北上下前后大小" for b in "岭桥峰坪湾"]
ONE = [("柳林街", "柳林街道"), ("柳林", "柳林集镇"), ("柳林乡街道", "柳林街")]


def outcomes(before: str, after: str) -> set[Outcome]:
    """Return what became of two communities in lists that name all units."""
    ours, theirs = ([*VILLAGES, f"{TOWN}/{name}社区"] for name in (before, after))
    found = rows(listed(ours), listed(theirs))
    return {row.outcome for row in found} - {Outcome.PROMOTED}


@pytest.mark.parametrize(("before", "after"), ONE)
def test_they_are_one_where_all_units_are_named(before: str, after: str) -> None:
    assert outcomes(before, after) == outcomes(after, before) == {Outcome.RENAMED}
