"""A rate that depends on what was not read is a range, the same wherever it is shown."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from casefile import cases
from pilotdiff.cli import main
from two_lists import TwoLists

HEAD = "清岗县{kind}村名单\n（共{total}个）\n"
ALL = ("清岗县白溪镇白溪村", "清岗县白溪镇石桥村", "清岗县白溪镇柳林村", "清岗县白溪镇东岭村")


def listed(kind: str, total: int, *names: str) -> str:
    lines = (f"{number}.{name}\n" for number, name in enumerate(names, 1))
    return HEAD.format(kind=kind, total=total) + "".join(lines)


@pytest.mark.parametrize("case", cases("unread_rates", "case"))
def test_bounds_of_the_rate(case: dict[str, Any], lists: TwoLists) -> None:
    low, high = case["rate"]
    files = lists.put(case["pilots"], case["results"])
    said = f"{low:.1f} %" if low == high else f"{low:.1f} to {high:.1f} %"
    first = lists.one_line("match", *files, "--no-record").partition("Pilots")[0]
    assert f": {said}." in first or f", {said}." in first
    main(["match", *files, "--no-record", "-q", "-f", "json"])
    told = json.loads(lists.printed())
    summary = told["summary"]
    of = summary["eligible"] + summary["unread_pilots"]
    most = summary["went_on"] + summary["undecided"] + summary["unread_pilots"]
    bounds = [round(100 * part / of, 1) for part in (summary["went_on"], most)]
    assert bounds == [low, high]
    dropped = [row["reason"] for row in told["rows"] if row["outcome"] == "dropped"]
    assert dropped
    assert all(case["said"] in reason for reason in dropped)


@pytest.mark.parametrize("case", cases("unread_rates", "case"))
def test_the_programme_and_the_panel_say_the_same(case: dict[str, Any], lists: TwoLists) -> None:
    low, high = case["rate"]
    files = lists.put(case["pilots"], case["results"])
    shown = lists.one_line("programme", *files, "--no-record")
    assert (f"{low:.1f} to {high:.1f} %" in shown) == (low != high)
    told = any(
        said in shown
        for said in ("is in no entry", "are in no entry", "are not there", "stands in it already")
    )
    assert told == (low != high)
    main(["panel", *files, "--no-record", "-q", "-o", str(lists.folder / "panel")])
    with (lists.folder / "panel/rates.csv").open(encoding="utf-8-sig") as table:
        row = next(csv.DictReader(table))
    found = [round(100 * float(row[name]), 1) for name in ("rate", "rate_high")]
    assert found == [low, high]


def test_a_list_that_names_a_unit_again_is_told_by_the_programme(lists: TwoLists) -> None:
    again = listed("示范", 3, *ALL[:2], ALL[0])
    files = lists.put(listed("试点", 4, *ALL), again)
    shown = lists.one_line("programme", *files, "--no-record")
    assert "1 entry stands in it already" in shown


def test_a_link_in_doubt_is_told_once(lists: TwoLists) -> None:
    texts = listed("试点", 2, *ALL[:2]), listed("示范", 1, "清岗县白溪镇新白溪村")
    files = lists.put(*texts)
    main(["panel", *files, "--no-record", "-q", "-o", str(lists.folder / "panel")])
    with (lists.folder / "panel/doubtful.csv").open(encoding="utf-8-sig") as table:
        assert len(list(csv.DictReader(table))) == 1
    said = lists.one_line("panel", files[0], "--no-record")
    assert "No rates: no list of pilots is here with its results." in said


def test_cells_of_the_page_have_both_bounds(lists: TwoLists) -> None:
    types = "一、便民服务型\n1.白溪镇白溪村\n2.白溪镇石桥村\n二、智慧科技型\n1.柳林镇柳林村\n"
    files = lists.put("清岗县试点村名单\n" + types, listed("示范", 2, ALL[0]))
    page = lists.folder / "page.html"
    main(["report", *files, "--no-record", "-q", "-o", str(page)])
    shown = page.read_text("utf-8")
    assert "1–2<i>/</i>2" in shown
    assert "0–1<i>/</i>1" in shown


def test_a_part_of_the_answer_tells_of_no_pair_elsewhere(lists: TwoLists) -> None:
    pilots = "清岗县试点村名单\n1.白溪镇白溪村\n2.柳林镇石桥村\n3.柳林镇青山村\n"
    results = "清岗县示范村名单\n（共3个）\n1.柳林镇石桥村\n"
    files = lists.put(pilots, results)
    shown = lists.one_line("match", *files, "--no-record", "--within", "白溪镇")
    assert "0.0 to 100.0 %" in shown
    assert "waits for a person elsewhere" not in shown


PLACES = """甲省乙市试点村名单
（共{total}个）
1.清岗县白溪镇白溪村
2.清岗县白溪镇石桥村
3.白石县柳林镇柳林村
4.白石县柳林镇东岭村
"""
PARTS = {
    # What of the pilots and of the results was not read, and the shares of the two counties.
    "nothing": ("", "", "50.0 %", "50.0 %"),
    "a pilot of the first county": ("5.清岗县〓〓〓\n", "", "33.3 to 66.7 %", "50.0 %"),
    "a pilot of either county": ("5.〓〓〓\n", "", "33.3 to 66.7 %", "33.3 to 66.7 %"),
    "a result of the first county": ("", "3.清岗县〓〓〓\n", "50.0 to 100.0 %", "50.0 %"),
    "a result of either county": ("", "3.〓〓〓\n", "50.0 to 100.0 %", "50.0 to 100.0 %"),
    "two places in a line": ("5.清岗县、〓〓〓\n", "", "33.3 to 66.7 %", "33.3 to 66.7 %"),
}


@pytest.mark.parametrize("case", PARTS)
def test_shares_of_places_leave_open_what_was_not_read_of_them(case: str, lists: TwoLists) -> None:
    pilot, result, first, second = PARTS[case]
    texts = (
        PLACES.format(total=4 + bool(pilot)) + pilot,
        f"甲省乙市示范村名单\n1.清岗县白溪镇白溪村\n2.白石县柳林镇柳林村\n{result}",
    )
    files = lists.put(*texts)
    for command in ("match", "programme"):
        main([command, *files, "--no-record"])
        shown = lists.printed()
        lines = [" ".join(line.split()) for line in shown.splitlines()]
        for place, share in (("清岗县", first), ("白石县", second)):
            told = [line for line in lines if line.startswith(place) and "%" in line]
            assert told
            assert all(share in line for line in told), (command, told)
    page = lists.folder / "page.html"
    main(["report", *files, "--no-record", "-q", "-o", str(page)])
    text = page.read_text("utf-8")
    assert (">33.3 to 66.7 %" in text) == ("33.3" in first + second)


def test_a_heading_that_lacks_units_may_lack_them_where_no_line_says(lists: TwoLists) -> None:
    pilots = (
        "乙市试点村名单\n一、清岗县（2个）\n1.清岗县白溪镇白溪村\n2.清岗县〓〓〓\n"
        "二、白石县（3个）\n1.白石县柳林镇柳林村\n2.白石县柳林镇东岭村\n"
    )
    results = "乙市示范村名单\n1.清岗县白溪镇白溪村\n2.白石县柳林镇柳林村\n"
    files = lists.put(pilots, results)
    main(["match", *files, "--no-record"])
    lines = [" ".join(line.split()) for line in lists.printed().splitlines()]
    told = [line for line in lines if line.startswith("白石县") and "%" in line]
    assert told
    assert all(" to " in line for line in told)


def test_what_was_not_read_elsewhere_bears_on_no_part_of_the_answer(lists: TwoLists) -> None:
    texts = (
        PLACES.format(total=5) + "5.清岗县〓〓〓\n",
        "甲省乙市示范村名单\n1.清岗县白溪镇白溪村\n2.白石县柳林镇柳林村\n",
    )
    files = lists.put(*texts)
    for place, unread in (("清岗县", 1), ("白石县", 0)):
        main(["match", *files, "--no-record", "--within", place, "-q", "-f", "json"])
        assert json.loads(lists.printed())["summary"]["unread_pilots"] == unread


SEVERAL = {
    # What the two lists of results state of their totals, and the bounds of the rate.
    "both are whole": ("（共1个）", "（共1个）", "50.0 %"),
    "the first lacks one": ("（共2个）", "（共1个）", "50.0 to 75.0 %"),
    "the second lacks one": ("（共1个）", "（共2个）", "50.0 to 75.0 %"),
    "each lacks one": ("（共2个）", "（共2个）", "50.0 to 100.0 %"),
}


@pytest.mark.parametrize("case", SEVERAL)
def test_each_list_of_results_may_lack_units(case: str, lists: TwoLists) -> None:
    *totals, bounds = SEVERAL[case]
    places = ("清岗县", "白溪镇", "白溪村"), ("白石县", "柳林镇", "柳林村")
    texts = [
        f"甲省乙市{county}基层治理示范村名单\n2023年5月1日\n{total}\n1.{county}{town}{village}\n"
        for (county, town, village), total in zip(places, totals, strict=True)
    ]
    pilots = "甲省乙市基层治理试点村名单\n2021年5月1日\n" + PLACES.split("\n", 2)[2]
    files = [str(lists.folder / name) for name in ("pilots.txt", "first.txt", "second.txt")]
    for file, text in zip(files, (pilots, *texts), strict=True):
        Path(file).write_text(text, "utf-8")
    for command in ("programme", "panel"):
        shown = lists.one_line(command, *files, "--no-record")
        assert bounds in shown, (command, shown)
