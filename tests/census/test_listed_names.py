"""What a list holds, all of it and what is asked for alone."""

from itertools import product

from listed import units_of
from pilotdiff.census.listed_names import Held
from pilotdiff.names import parse

_LIST = """示范村名单
1.成都市金堂县赵镇街道东岭村
2.成都市大邑县安仁镇西岭社区
3.绵阳市三台县
4.甘孜州泸定县冷碛镇南岭村（原名北岭村）"""
_PLACES = ("", "金堂县", "大邑县", "三台县", "泸定县", "成都市大邑县安仁镇")
_NAMES = ("东岭村", "西岭社区", "西岭村", "北岭村", "安仁镇", "三台县", "绵阳市", "金堂", "南_岭村")


def test_the_names_asked_for_alone_are_held_as_in_the_whole_list() -> None:
    units = units_of(_LIST).units
    whole = Held(units)
    texts = [place + name for place, name in product(_PLACES, _NAMES)]
    asked = [(text, found.parts) for text in texts if (found := parse(text)) is not None]
    of_those = Held.of_those_asked_for(units, asked)
    told = [whole.holds(*each) for each in asked]
    assert {*told} == {True, False}
    assert [of_those.holds(*each) for each in asked] == told
    assert (of_those.depths, of_those.highest) == (whole.depths, whole.highest)
