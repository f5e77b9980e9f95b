"""Two places of one stem that a list has side by side are two."""

import pytest

from listed import listed
from pilotdiff.matching import match

ABOVE = "四川省/成都市/金堂县/"
STREET, TOWN = f"{ABOVE}清岗街道", f"{ABOVE}清岗镇"
CASES = [
    # the other town stands in a list, as that of a village or itself
    ([STREET, f"{TOWN}/东岭村"], [TOWN], 0.5),
    ([TOWN], [STREET, f"{TOWN}/东岭村"], 0.5),
    ([f"{STREET}/东岭村", TOWN], [f"{TOWN}/东岭村", TOWN], 0.5),
    # each list has the one alone: it became the other
    ([TOWN, f"{TOWN}/东岭村"], [STREET, f"{STREET}/东岭村"], 0.99),
    # the other stands in another county
    ([STREET, "四川省/成都市/彭州市/清岗镇/东岭村"], [TOWN], 0.99),
]


@pytest.mark.parametrize(("pilots", "results", "least"), CASES)
def test_what_a_list_has_side_by_side_is_proposed(
    pilots: list[str], results: list[str], least: float
) -> None:
    found = match(listed(pilots), listed(results), record=False).pairings
    told = next(each for each in found if each.pilot.path[3] != each.result.path[3])
    assert (told.confidence > least) is (least > 0.5)
    assert ("a list has both" in str(told.reason)) is (least == 0.5)
