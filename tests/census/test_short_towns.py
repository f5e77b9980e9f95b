"""Villages whose long name may begin with their town, its kind left out."""

from collections.abc import Callable

import pytest

_OTHERS = "白石乡东岭村、黑石镇西岭村、南岭镇北岭村"


def test_the_one_village_of_a_row_without_its_town_is_doubted(
    doubtful: Callable[[str], list[str]],
) -> None:
    assert doubtful(f"近日公布名单，我县{_OTHERS}、朝阳升石桥渡村榜上有名。") == ["朝阳升石桥渡村"]


@pytest.mark.parametrize("last", ["石桥渡村", "红石乡朝阳升石桥渡村", "朝阳升石桥渡村、石桥村"])
def test_a_short_one_one_with_its_town_and_one_of_two_are_not(
    doubtful: Callable[[str], list[str]], last: str
) -> None:
    assert doubtful(f"近日公布名单，我县{_OTHERS}、{last}榜上有名。") == []
