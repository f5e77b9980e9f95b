"""A unit that one list has a level higher is proposed, or believed where the record says so."""

import pytest

from listed import listed, rows
from pilotdiff.matching import match
from pilotdiff.model import Outcome
from pilotdiff.outcomes import judge

CASES = [
    # raised under a city without counties: nothing tells whether it was
    ("海南省/三亚市//吉阳镇", "海南省/三亚市/吉阳区", "review"),
    ("海南省/三亚市/海棠区/吉阳镇", "海南省/三亚市/吉阳区", "review"),
    # the record has the change, with its approval
    ("浙江省/温州市/苍南县/龙港镇", "浙江省/温州市/龙港市", "renamed"),
    # a county's own town lies in it
    ("四川省/成都市/温江区/温江镇", "四川省/成都市/温江区", "not_eligible"),
    # a municipality is a province, and is written among the cities
    ("北京市", "北京市/北京市", "promoted"),
    ("北京市", "浙江省/杭州市", "not_eligible"),
    # two lists put one city at two levels
    ("四川省/虹川市", "四川省//虹川市", "review"),
    # a farm among the towns, and its people among the communities; in it they are a part of it
    ("四川省/成都市/金堂县/清岗农场", "四川省/成都市/金堂县//清岗农场生活区", "review"),
    ("四川省/成都市/金堂县/清岗林场", "四川省/成都市/金堂县/白溪镇/清岗林场管理区", "review"),
    ("四川省/成都市/金堂县/清岗林场", "四川省/成都市/金堂县/白溪镇/清岗农场管理区", "not_eligible"),
    ("四川省/成都市/金堂县/清岗镇", "四川省/成都市/金堂县/白溪镇/清岗农场", "not_eligible"),
    ("四川省/云山市/金堂县/清岗农场", "四川省/云山市/金堂县/清岗农场/农场生活区", "not_eligible"),
    # a city and a county of its stem stand in the record at one time, wherever the county is said
    # to lie
    ("甘肃省//白银区", "甘肃省/白银市", "not_eligible"),
    ("//湘潭县", "湖南省/湘潭市", "not_eligible"),
    # a zone bears the name of the city it lies in; a new area may become a district
    ("湖南省/长沙市//宁乡经济技术开发区", "湖南省/长沙市/宁乡市", "not_eligible"),
    ("河北省/唐山市//曹妃甸新区", "河北省/唐山市/曹妃甸区", "review"),
    # a neighbour bears the stem two levels down
    ("四川省/虹川市", "四川省///虹川镇", "not_eligible"),
]


@pytest.mark.parametrize(("ours", "theirs", "wanted"), CASES)
def test_what_comes_of_a_pilot(ours: str, theirs: str, wanted: str) -> None:
    row, *_ = rows(listed([ours]), listed([theirs]))
    assert row.outcome == wanted


@pytest.mark.parametrize(("ours", "theirs", "wanted"), CASES)
def test_the_lists_exchanged_say_the_same(ours: str, theirs: str, wanted: str) -> None:
    row, *_ = rows(listed([theirs]), listed([ours]))
    assert row.outcome == wanted


def test_without_the_record_a_person_is_asked() -> None:
    pilots, results = listed(["浙江省/温州市/苍南县/龙港镇"]), listed(["浙江省/温州市/龙港市"])
    (row,) = judge(pilots, results, match(pilots, results, record=False))
    assert row.outcome is Outcome.REVIEW
    assert row.pairing is not None
    assert row.pairing.rule == "level"


def test_of_several_none_is_believed() -> None:
    pilots = listed(["浙江省/温州市/苍南县/虹川镇", "浙江省/温州市/平阳县/虹川镇"])
    found = {row.outcome: row for row in rows(pilots, listed(["浙江省/温州市/虹川市"]))}
    assert set(found) == {Outcome.REVIEW, Outcome.NOT_ELIGIBLE}
    proposed = found[Outcome.REVIEW].pairing
    rival = found[Outcome.NOT_ELIGIBLE].pilot
    assert proposed is not None
    assert rival is not None
    assert proposed.rivals == (rival.name,)
