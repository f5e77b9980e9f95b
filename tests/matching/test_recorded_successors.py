"""What the record has as what became of one another is paired, whatever the names share."""

from dataclasses import replace

import pytest

from listed import listed, rows
from pilotdiff.matching import match
from pilotdiff.model import Outcome
from pilotdiff.outcomes import judge
from pilotdiff.report.summary import tally

OF_ONE = [
    ("山西省/吕梁市/石楼县/前山乡", "山西省/吕梁市/石楼县/辛关镇"),
    ("广西壮族自治区/柳州市/城中区/水上街道", "广西壮族自治区/柳州市/城中区/沿江街道"),
]
JOINED = ["浙江省/绍兴市/诸暨市/王家井镇", "浙江省/绍兴市/诸暨市/街亭镇"]
JOINT = "浙江省/绍兴市/诸暨市/暨南街道"
YEARS = ("1994", "1999", "2002", "2003", "2011")


@pytest.mark.parametrize(("before", "after"), OF_ONE)
def test_one_became_the_other(before: str, after: str) -> None:
    (row,) = rows(listed([before]), listed([after]))
    assert (row.outcome, row.pairing and row.pairing.rule) == (Outcome.RENAMED, "record")
    assert "〕" in str(row.reason)
    # The later name may stand in the earlier list.
    assert [each.outcome for each in rows(listed([after]), listed([before]))] == [Outcome.RENAMED]


def test_changes_that_the_ministrys_table_has_out_of_line_are_in_line() -> None:
    """The table of 2018 has 岳堡乡 beside 永宁镇, either column in the order of its own codes."""
    place = "甘肃省/平凉市/庄浪县"
    names = ["岳堡", "良邑", "柳梁", "永宁"]
    told = rows(
        listed([f"{place}/{name}乡" for name in names]),
        listed([f"{place}/{name}镇" for name in reversed(names)]),
    )
    assert [row.pilot and row.pilot.own for row in told] == [f"{name}乡" for name in names]
    assert [row.result and row.result.own for row in told] == [f"{name}镇" for name in names]
    assert all("2018" in str(row.reason) for row in told)
    (gone, new) = rows(listed([f"{place}/岳堡乡"]), listed([f"{place}/永宁镇"]))
    assert (gone.outcome, new.outcome) == (Outcome.DROPPED, Outcome.NEW)


def test_of_several_that_went_into_one_a_person_decides() -> None:
    outcomes = {row.pilot and row.pilot.own: row for row in rows(listed(JOINED), listed([JOINT]))}
    assert sorted(row.outcome for row in outcomes.values()) == [Outcome.MERGED, Outcome.REVIEW]
    merged = next(row for row in outcomes.values() if row.outcome is Outcome.MERGED)
    assert merged.other == JOINT.replace("/", "")
    # One of them alone may be what is listed now, or have gone into it.
    (row,) = rows(listed(JOINED[:1]), listed([JOINT]))
    assert row.outcome is Outcome.REVIEW


def test_of_two_districts_that_went_into_one_of_a_like_name_none_is_dropped() -> None:
    """One is proposed by its name, not by the record; the other went into the same district."""
    pilots = listed(["江苏省/淮安市/清河区", "江苏省/淮安市/清浦区"])
    found = rows(pilots, listed(["江苏省/淮安市/清江浦区"]))
    assert sorted(row.outcome for row in found) == [Outcome.MERGED, Outcome.REVIEW]


def test_what_went_into_another_pilots_result_is_merged() -> None:
    place = "江西省/吉安市/井冈山市"
    pilots = listed([f"{place}/茅坪乡", f"{place}/大陇镇"])
    kept, gone = rows(pilots, listed([f"{place}/茅坪镇"]))
    assert (kept.outcome, gone.outcome) == (Outcome.RENAMED, Outcome.MERGED)
    assert gone.other == f"{place}/茅坪镇".replace("/", "")


def test_a_county_that_once_got_another_code_went_into_one_as_a_whole() -> None:
    place = "山东省/烟台市"
    found = rows(listed([f"{place}/长岛县", f"{place}/蓬莱市"]), listed([f"{place}/蓬莱区"]))
    assert [row.outcome for row in found] == [Outcome.MERGED, Outcome.RENAMED]


@pytest.mark.parametrize(
    ("year", "outcome"), [(2015, Outcome.DROPPED), (2018, Outcome.MERGED), (None, Outcome.MERGED)]
)
def test_what_the_later_list_came_before_made_no_merger(year: int | None, outcome: Outcome) -> None:
    """The two became one in 2020; a list may be called after an earlier year."""
    place = "山东省/烟台市"
    results = listed([f"{place}/蓬莱区"])
    results = replace(results, listing=replace(results.listing, stated_year=year))
    found = rows(listed([f"{place}/长岛县", f"{place}/蓬莱市"]), results)
    assert [row.outcome for row in found] == [outcome, Outcome.RENAMED]
    assert "2020" in str(found[0].reason)


def test_a_county_of_a_municipality_went_into_another() -> None:
    """No prefecture stands over it."""
    kept, gone = rows(listed(["重庆市//大足县", "重庆市//双桥区"]), listed(["重庆市//大足区"]))
    assert (kept.outcome, gone.outcome) == (Outcome.RENAMED, Outcome.MERGED)


def test_what_stood_beside_the_unit_it_went_into_is_told() -> None:
    """Both stood at one time, so that no pairing is made; but nothing near it would be untrue."""
    dropped, new = rows(listed(["山东省/青岛市/胶南市"]), listed(["山东省/青岛市/黄岛区"]))
    assert (dropped.outcome, new.outcome) == (Outcome.DROPPED, Outcome.NEW)
    assert "2012" in str(dropped.reason)
    assert "2012" in str(new.reason)
    assert (dropped.other, tally([dropped, new]).absorbed) == ("山东省青岛市黄岛区", 1)


def test_a_part_that_went_into_a_listed_unit_is_told_in_both_rows_and_counted() -> None:
    """The district ended; the rest of it went into a third one."""
    place = "浙江省/杭州市"
    dropped, new = rows(listed([f"{place}/江干区"]), listed([f"{place}/上城区"]))
    assert (dropped.outcome, new.outcome) == (Outcome.DROPPED, Outcome.NEW)
    assert (dropped.other, new.other) == ("浙江省杭州市上城区", "浙江省杭州市江干区")
    assert tally([dropped, new]).absorbed == 1
    kept = rows(listed([f"{place}/江干区", f"{place}/上城区"]), listed([f"{place}/上城区"]))
    assert [row.outcome for row in kept] == [Outcome.DROPPED, Outcome.PROMOTED]
    assert tally(kept).absorbed == 1


def test_a_proposal_says_by_which_change_the_one_was_made_of_the_other() -> None:
    """By their names the standard has two divisions; the one was made of a part of the other."""
    pilots = ["山西省/大同市/城区", "山西省/大同市/广灵县"]
    row, _ = rows(listed(pilots), listed(["山西省/大同市/平城区"]))
    assert (row.outcome, row.pairing and row.pairing.rule) == (Outcome.REVIEW, "record")
    assert "2018" in str(row.reason)


def test_what_stands_on_and_gave_a_part_away_went_into_nothing() -> None:
    place = "浙江省/杭州市"
    dropped, new = rows(listed([f"{place}/余杭区"]), listed([f"{place}/临平区"]))
    assert (dropped.other, tally([dropped, new]).absorbed) == ("", 0)


def test_a_county_became_one_of_another_prefecture() -> None:
    (row,) = rows(listed(["安徽省/巢湖市/居巢区"]), listed(["安徽省/合肥市/巢湖市"]))
    assert row.outcome in (Outcome.RENAMED, Outcome.REVIEW)


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("云南省/思茅地区", "云南省/普洱市", [Outcome.RENAMED]),
        ("内蒙古自治区/哲里木盟", "内蒙古自治区/通辽市", [Outcome.RENAMED]),
        ("湖南省/零陵地区/道县", "湖南省/永州市/道县", [Outcome.RENAMED]),
        # Five of its twelve counties went to another city.
        ("广西壮族自治区/南宁地区", "广西壮族自治区/崇左市", [Outcome.REVIEW]),
        # The city stood beside the prefecture that went into it.
        ("湖北省/郧阳地区", "湖北省/十堰市", [Outcome.DROPPED, Outcome.NEW]),
        ("安徽省/巢湖市", "安徽省/马鞍山市", [Outcome.DROPPED, Outcome.NEW]),
    ],
)
def test_a_prefecture_became_another_one(before: str, after: str, wanted: list[Outcome]) -> None:
    told = rows(listed([before]), listed([after]))
    assert [row.outcome for row in told] == wanted
    assert before.count("/") == 2 or any(year in str(told[0].reason) for year in YEARS)


def test_what_came_out_of_a_pilot_with_its_own_result_is_split() -> None:
    place = "四川省/眉山市/仁寿县"
    found = rows(listed([f"{place}/文林镇"]), listed([f"{place}/文林街道", f"{place}/普宁街道"]))
    assert [row.outcome for row in found] == [Outcome.RENAMED, Outcome.SPLIT]


def test_two_that_stand_at_one_time_are_two() -> None:
    place = "江西省/吉安市/井冈山市"
    dropped, new = rows(listed([f"{place}/荷花乡"]), listed([f"{place}/龙市镇"]))
    assert (dropped.outcome, new.outcome) == (Outcome.DROPPED, Outcome.NEW)


def test_without_the_record_they_are_two() -> None:
    pilots, results = (listed([each]) for each in OF_ONE[0])
    found = judge(pilots, results, match(pilots, results, record=False))
    assert [row.outcome for row in found] == [Outcome.DROPPED, Outcome.NEW]


@pytest.mark.parametrize(
    ("before", "after", "meant"),
    [
        ("/大同市/城区", "//平城区", ""),
        # Districts of several cities bear the name; what became of one of them is listed.
        ("//矿区", "//云冈区", "大同市矿区"),
        ("//清河区", "//清江浦区", "淮安市清河区"),
        # The later name is that of several.
        ("//下关区", "//鼓楼区", "南京市鼓楼区"),
    ],
)
def test_names_alone_that_several_bear_are_proposed(before: str, after: str, meant: str) -> None:
    (row,) = rows(listed([before]), listed([after]))
    assert row.outcome is Outcome.REVIEW
    assert ("taken as" in str(row.reason)) is bool(meant)
    assert meant in str(row.reason)


def test_what_went_into_two_is_proposed_though_a_weak_likeness_had_it() -> None:
    place = "黑龙江省/伊春市"
    found = rows(listed([f"{place}/乌马河区"]), listed([f"{place}/伊美区", f"{place}/乌翠区"]))
    assert [row.outcome for row in found] == [Outcome.REVIEW, Outcome.NEW]
    assert all("2019" in str(row.reason) for row in found)


def test_what_stands_on_gave_a_part_and_was_not_merged() -> None:
    pilots = listed(["江西省/吉安市/吉水县", "江西省/吉安市/青原区"])
    part, held = rows(pilots, listed(["江西省/吉安市/青原区"]))
    assert (part.outcome, held.outcome) == (Outcome.DROPPED, Outcome.PROMOTED)
    assert "2000" in str(part.reason)


@pytest.mark.parametrize(
    ("pilots", "results"),
    [
        (["屯留县", "屯留区"], ["屯留区"]),
        (["屯留区"], ["屯留县", "屯留区"]),
        (["屯留县", "屯留区"], ["屯留县"]),
    ],
)
def test_a_list_that_has_a_unit_by_both_its_names_names_it_twice(
    pilots: list[str], results: list[str]
) -> None:
    place = "山西省/长治市"
    ours, theirs = ([f"{place}/{name}" for name in names] for names in (pilots, results))
    for first, second in ((ours, theirs), (theirs, ours)):
        found = rows(listed(first), listed(second))
        told = {row.outcome: row for row in found}
        assert sorted(told) == sorted([Outcome.PROMOTED, Outcome.REPEATED])
        assert "2018" in str(told[Outcome.REPEATED].reason)


def test_what_stood_beside_the_other_and_went_into_it_was_merged() -> None:
    pilots = listed(["上海市//静安区", "上海市//闸北区"])
    found = rows(pilots, listed(["上海市//静安区"]))
    assert [row.outcome for row in found] == [Outcome.PROMOTED, Outcome.MERGED]
