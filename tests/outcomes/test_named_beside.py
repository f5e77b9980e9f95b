"""A unit that one list alone has is told of where the other document names it beside its list."""

import json

import pytest

from pilotdiff.cli import main
from two_lists import TwoLists

PILOTS = "数字乡村试点县名单\n1.清岗县\n2.白溪县\n3.虹川县\n4.双河县\n"
RESULTS = "数字乡村示范县名单\n{before}1.清岗县\n2.白溪县\n{after}"

# What stands in the results, and which of the dropped it is told of.
CASES = {
    "a sentence": ("", "虹川县因材料不全未参加本次验收。\n", "虹川县"),
    "a sentence that goes on": ("", "经验收，虹川县未参加，双河县列入下一批。\n", "双河县 虹川县"),
    "a line of its own": ("", "暂缓命名：虹川县（限期整改）。\n", "虹川县"),
    "a remark below the list": ("", "备注：虹川县因材料不全未参加本次验收。\n", "虹川县"),
    "the title": ("关于命名虹川县等县为示范县的通知\n", "", "虹川县"),
    "nothing": ("", "", ""),
    "another name": ("", "各县要总结经验，虹川乡一并参加。\n", ""),
    "who hosts the page": ("", "版权所有：虹川县人民政府\n", ""),
    "an address": ("", "联系地址：虹川县人民路1号\n", ""),
    "whom it addresses": ("虹川县人民政府，双河县人民政府：\n", "", ""),
}


@pytest.mark.parametrize(("before", "after", "told"), CASES.values(), ids=CASES)
def test_what_a_document_says_of_a_dropped_pilot(
    before: str, after: str, told: str, lists: TwoLists
) -> None:
    results = RESULTS.format(before=before, after=after)
    found = lists.rows("match", *lists.put(PILOTS, results))
    dropped = [row for row in found if row["outcome"] == "dropped"]
    said = [
        row["pilot_name"]
        for row in dropped
        if "of the result document, in no entry" in row["reason"]
    ]
    assert " ".join(sorted(said)) == told
    assert {row["pilot_name"][-3:] for row in dropped} >= {"虹川县", "双河县"}


def test_a_remark_beside_an_entry_speaks_of_the_entrys_county(lists: TwoLists) -> None:
    pilots = "试点村名单\n1.正定县东岭村\n2.灵寿县东岭村\n3.灵寿县西岭村\n"
    results = (
        "县,村,备注\n正定县,东岭社区,原东岭村\n正定县,白石村,与西岭村结对\n"
        "行唐县,青石村,与灵寿县西岭村结对\n"
    )
    found = lists.rows("match", *lists.put(pilots, results, later="csv"))
    said = {row["pilot_name"]: row["reason"] for row in found if row["outcome"] == "dropped"}
    assert "of the result document" not in said["灵寿县东岭村"]
    assert "line 4 of the result document, in no entry" in said["灵寿县西岭村"]


def test_a_name_without_its_kind_that_is_all_of_a_remark_is_named(lists: TwoLists) -> None:
    town = "正定县白石镇"
    pilots = f"试点村名单\n1.{town}溪里村\n2.{town}石坝村\n3.{town}青石村\n4.{town}柳湾村\n"
    results = f"示范村名单\n1.{town}石坝村（溪里）\n2.{town}柳湾村（青石桥、黄沙）\n"
    found = lists.rows("match", *lists.put(pilots, results))
    said = {row["community"]: row["reason"] for row in found if row["outcome"] == "dropped"}
    assert "line 2 of the result document, in no entry" in said["溪里村"]
    assert "of the result document" not in said["青石村"]


def test_a_name_that_a_longer_entry_of_a_table_holds_is_not_named(lists: TwoLists) -> None:
    pilots = "县,镇,村\n正定县,白石镇,东岭村\n正定县,白石镇,岭村\n"
    results = "县,镇,村,备注\n正定县,白石镇,东岭村,\n灵寿县,青石镇,南岭村,\n"
    found = lists.rows("match", *lists.put(pilots, results, suffix="csv"))
    (dropped,) = [row for row in found if row["outcome"] == "dropped"]
    assert dropped["community"] == "岭村"
    assert "of the result document" not in dropped["reason"]


def test_it_is_said_first_and_a_script_hears_of_it(lists: TwoLists) -> None:
    results = RESULTS.format(before="", after="虹川县列入下一批。\n")
    files = lists.put(PILOTS, results)
    assert main(["match", *files, "--fail-on-review"]) == 1
    first, *_ = lists.printed().split("Pilots ", 1)
    assert "With a doubt" in first
    assert "line 4 虹川县" in first
    main(["match", *files, "-f", "json", "-q"])
    told = json.loads(lists.printed())["run"]["foremost"]
    assert [each["code"] for each in told] == ["named-beside"]


def test_a_result_that_the_pilot_document_names(lists: TwoLists) -> None:
    pilots = PILOTS + "另有青山县自行开展试点。\n"
    results = RESULTS.format(before="", after="3.青山县\n")
    found = lists.rows("match", *lists.put(pilots, results))
    (new,) = [row["reason"] for row in found if row["outcome"] == "new"]
    assert "line 6 of the pilot document, in no entry" in new


def test_a_namesake_that_is_an_entry_is_what_such_words_mean(lists: TwoLists) -> None:
    pilots = "试点村名单\n甲市乙县丙镇虹川村\n甲市丁县戊镇虹川村\n甲市乙县丙镇清岗村\n"
    results = "示范村名单\n甲市乙县丙镇虹川村\n甲市乙县丙镇清岗村\n虹川村的做法值得推广。\n"
    found = lists.rows("match", *lists.put(pilots, results))
    assert [row["reason"] for row in found if row["outcome"] == "dropped"] == [
        "nothing in its place or near it is likely to be the same unit"
    ]


@pytest.mark.parametrize("command", ["match", "programme", "panel"])
def test_the_rate_is_open_to_what_the_results_name_beside_their_list(
    command: str, lists: TwoLists
) -> None:
    results = RESULTS.format(before="", after="虹川县另行公布。\n")
    years = {"名单（2021年）": PILOTS, "名单（2022年）": results}
    files = lists.put(*(text.replace("名单", title) for title, text in years.items()))
    assert "50.0 to 75.0 %" in lists.one_line(command, *files)


def test_a_pilot_of_a_level_without_results_may_have_gone_on_where_the_document_names_it(
    lists: TwoLists,
) -> None:
    pilots = "试点名单\n1.清岗县\n2.白溪县\n3.虹川区松坪镇\n4.虹川区马家镇\n"
    results = "示范名单\n1.虹川区松坪镇\n2.虹川区长坝镇\n另，清岗县验收后另行公布。\n"
    files = lists.put(pilots, results)
    found = {row["pilot_name"]: row["outcome"] for row in lists.rows("match", *files)}
    assert found["清岗县"] == "dropped"
    assert found["白溪县"] == "not_eligible"
    assert "33.3 to 66.7 %" in lists.one_line("match", *files, "--lang", "en")
