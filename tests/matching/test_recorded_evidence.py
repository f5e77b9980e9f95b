"""The official record parts two units of one edition, and joins what a change made one."""

import pytest

import pilotdiff
from listed import listed, rows
from pilotdiff.matching import match
from pilotdiff.model import Outcome


def test_two_known_cities_are_two_however_alike() -> None:
    found = rows(listed(["/宜春市"]), listed(["/伊春市"]))
    assert [row.outcome for row in found] == [Outcome.DROPPED, Outcome.NEW]
    assert all("two units" in str(row.reason) for row in found)


def test_without_the_record_they_are_proposed() -> None:
    found = match(listed(["/宜春市"]), listed(["/伊春市"]), record=False)
    assert len(found.pairings) == 1


def test_a_change_with_its_approval_is_the_reason() -> None:
    (row,) = rows(listed(["四川省/凉山州/会理县"]), listed(["四川省/凉山州/会理市"]))
    assert row.outcome is Outcome.RENAMED
    assert "民函〔2021〕5号" in str(row.reason)


def test_what_the_record_does_not_know_is_left_as_it_is() -> None:
    ours, theirs = listed(["四川省/凉山州/清岗县"]), listed(["四川省/凉山州/清岗市"])
    assert match(ours, theirs).pairings == match(ours, theirs, record=False).pairings


def test_a_namesake_in_another_county_is_for_a_person_with_what_the_record_says() -> None:
    above = "湖北省/襄阳市"
    (row,) = rows(listed([f"{above}/谷城县/城关镇"]), listed([f"{above}/南漳县/城关镇"]))
    assert row.outcome is Outcome.REVIEW
    assert "420625100" in str(row.reason)
    assert "420624100" in str(row.reason)


def test_a_county_that_may_be_one_of_several_is_no_other_for_certain() -> None:
    ours, theirs = (
        listed([f"河北省//{county}/新城街道/虹川社区"]) for county in ("桥东区", "桥西区")
    )
    (row,) = rows(ours, theirs)
    assert row.outcome is Outcome.REVIEW
    assert "several counties are called 桥东区" in str(row.reason)


def test_unknown_units_of_two_counties_that_stand_side_by_side_are_for_a_person() -> None:
    ours, theirs = (
        [f"四川省/成都市/{place}/{name}社区" for name in ("甲丙", "乙丁", "和顺")]
        for place in ("金堂县/无名镇", "大邑县/他名镇")
    )
    found = rows(listed(ours), listed(theirs))
    assert {row.outcome for row in found} == {Outcome.REVIEW}
    assert all("金堂县" in str(row.reason) for row in found)


def test_a_county_that_became_another_is_no_contradiction() -> None:
    ours, theirs = (
        [f"四川省/凉山州/{county}/{name}镇" for name in ("甲丙", "乙丁", "和顺")]
        for county in ("会理县", "会理市")
    )
    assert {row.outcome for row in rows(listed(ours), listed(theirs))} == {Outcome.RENAMED}


def test_what_is_a_proposal_without_the_record_is_none_the_surer_with_it() -> None:
    place = "四川省/成都市"
    ours = listed([f"{place}/金堂县/赵镇街道/和平社区"])
    theirs = listed([f"{place}/大邑县/晋原街道/和平社区"])
    with_record, without = (match(ours, theirs, record=asked).pairings for asked in (True, False))
    assert [p.confidence for p in with_record] <= [p.confidence for p in without]


def test_a_county_that_a_list_leaves_out_is_no_other_county() -> None:
    pilots = pilotdiff.read("四川省2020年试点村名单\n1、遂宁市蓬溪县吉祥镇横山村\n")
    results = pilotdiff.read("四川省2022年示范村名单\n1、吉祥镇横山社区\n")
    (row,) = pilotdiff.reconcile(pilots, results).rows
    assert row.outcome.value == "renamed"
    assert row.pairing is not None
    assert "two units" not in str(row.pairing.reason)


@pytest.mark.parametrize(
    ("above", "before", "after", "said"),
    [
        ("四川省/德阳市/旌阳区", "孝泉镇/和平村", "黄许镇/和平村", "孝泉镇 (510603101)"),
        # A street and a town of one name.
        ("海南省/海口市/秀英区", "海秀街道/清江社区", "海秀镇/清江社区", "460105002"),
        # Towns whose codes changed with the county's.
        ("河南省/新乡市/长垣县", "丁栾镇/和平社区", "赵堤镇/和平社区", "赵堤镇 (410783103)"),
    ],
)
def test_namesakes_of_towns_that_stand_side_by_side_are_for_a_person(
    above: str, before: str, after: str, said: str
) -> None:
    (row,) = rows(listed([f"{above}/{before}"]), listed([f"{above}/{after}"]))
    assert row.outcome is Outcome.REVIEW
    assert said in str(row.reason)


def test_of_several_of_a_name_in_a_county_a_person_tells_which_moved() -> None:
    above = "四川省/自贡市/自流井区"
    ours, theirs = listed([f"{above}/荣边镇/白果村"]), listed([f"{above}/舒坪街道/白果村"])
    (row,) = rows(ours, theirs)
    assert row.outcome is Outcome.REVIEW
    assert "红旗乡白果村" in str(row.reason)
    (back,) = rows(theirs, ours)
    assert (back.outcome, str(back.reason)) == (row.outcome, str(row.reason))
