"""The official record parts two units of one edition, and joins what a change made one."""

import pilotdiff
from listed import listed
from pilotdiff.matching import match


def test_without_the_record_they_are_proposed() -> None:
    found = match(listed(["/宜春市"]), listed(["/伊春市"]), record=False)
    assert len(found.pairings) == 1


def test_what_the_record_does_not_know_is_left_as_it_is() -> None:
    ours, theirs = listed(["四川省/凉山州/清岗县"]), listed(["四川省/凉山州/清岗市"])
    assert match(ours, theirs).pairings == match(ours, theirs, record=False).pairings


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


def test_a_town_went_with_the_part_of_its_county_where_the_other_alone_has_it_today() -> None:
    """A part of the one county went to the other in 2013; other towns stayed, or are unknown."""
    before, since = "四川省/广安市/广安区", "四川省/广安市/前锋区"
    towns = ("代市镇", "花桥镇", "白石镇")
    ours, theirs = (listed([f"{place}/{town}" for town in towns]) for place in (before, since))
    found = {each.pilot.own: each.confidence for each in match(ours, theirs).pairings}
    assert found["代市镇"] >= 0.95
    assert max(found["花桥镇"], found["白石镇"]) <= 0.5


def test_a_town_that_moved_before_the_first_edition_is_the_one_it_became() -> None:
    ours = listed(["湖南省/长沙市/长沙县/跳马镇", "湖南省/长沙市/长沙县/白石镇"])
    theirs = listed(["湖南省/长沙市/雨花区/跳马镇", "湖南省/长沙市/雨花区/白石镇"])
    found = {each.pilot.own: each for each in match(ours, theirs).pairings}
    assert found["跳马镇"].confidence >= 0.99
    assert "2015" in str(found["跳马镇"].reason)
    assert found["白石镇"].confidence <= 0.5
