"""Sentences that said more, or less, than is known; each with what it says now."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from casefile import cases

VILLAGES = (
    *("青山", "石桥", "柳林", "东岭", "高坪", "白溪"),
    *("南岭", "西岭", "大湾", "双河", "清泉", "龙潭"),
)
COUNTIES = ("清岗县", "白石县", "青川县")


def write(folder: Path, **lists: str) -> list[str]:
    """Write lists and return their names; 试点 and 示范 of twelve villages where a text is ""."""
    for name, text in lists.items():
        kinds = ("村", "社区") if name == "results" else ("村", "村")
        lines = (
            f"{at + 1}.{COUNTIES[at % 3]}{village}{kinds[at % 2]}\n"
            for at, village in enumerate(VILLAGES)
        )
        made = "甲省" + ("示范" if name == "results" else "试点") + "村名单\n" + "".join(lines)
        (folder / f"{name}.txt").write_text(text or made, "utf-8")
    return [str(folder / f"{name}.txt") for name in lists]


def test_what_keeps_a_pair_from_being_accepted_is_told(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    lists = write(tmp_path, pilots="", results="")
    said = " ".join(run("explain", "石桥", *lists, "--no-record").out.split())
    assert "for a person: accepted is from 0.95, and this is 0.5" in said
    said = " ".join(run("explain", "青山", *lists, "--no-record").out.split())
    assert "for a person" not in said


def test_papers_of_a_part_tell_no_findings_on_others(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    doubled = "甲省试点村名单\n1.清岗县青山村\n2.白石县石桥村\n3.白石县石桥村\n"
    lists = write(tmp_path, pilots=doubled, results="")
    for place, told in (("清岗县", False), ("白石县", True)):
        papers = tmp_path / place
        run("match", *lists, "--no-record", "-q", "--within", place, "-o", papers)
        with zipfile.ZipFile(papers / "working-paper.docx") as paper:
            text = paper.read("word/document.xml").decode()
        assert ("stands in line 3 already" in text) == told
        assert "outside the part that was asked for" in text


def test_a_document_that_may_name_a_unit_is_not_counted_as_one_that_does(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    pilots = "清岗县试点村名单\n1.白溪镇高坪村\n2.柳林镇高坪村\n"
    lists = write(tmp_path, pilots=pilots, results="清岗县示范村名单\n1.高坪村\n")
    shown = [" ".join(line.split()) for line in run("trace", "高坪村", *lists).out.splitlines()]
    assert "柳林镇高坪村 in 1 document, perhaps in 1 more" in shown


@pytest.mark.parametrize("case", cases("calls", "stopped"))
def test_a_pipeline_stops_where_a_list_may_not_be_whole(
    case: dict[str, Any], run: Callable[..., Any], tmp_path: Path
) -> None:
    pilots = "清岗县试点村名单\n1.白溪镇石桥村\n2.白溪镇白溪村\n"
    lists = write(tmp_path, pilots=pilots, results=case["results"])
    assert run("match", *lists, "--no-record", "-q", "--fail-on-review").code == case["code"]


def test_commands_that_are_offered_keep_the_options_of_the_call(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    text = "清岗县试点村名单\n1.白溪镇石桥村\n联系人：李四\n"
    (file,) = write(tmp_path, pilots=text)
    shown = run("parse", file, "--no-record", "--as-of", "2020").out
    assert "--as-of 2020 --no-record --passed-over" in " ".join(shown.split())
    table = tmp_path / "table.csv"
    table.write_text("甲,乙\n一,二\n", "utf-8")
    said = run("match", table, file, "--name-column", "甲", "--no-record").err
    assert f"pilotdiff parse {table} --name-column 甲 --no-record --passed-over" in said


def test_what_the_version_is_built_on_is_told_in_chinese(run: Callable[..., Any]) -> None:
    *_, divisions, weights = run("--version", "--lang", "zh").out.splitlines()
    assert divisions.startswith("行政区划 1981 至 ")
    assert weights.startswith("权重 ")


def test_a_province_that_there_is_not_is_told(run: Callable[..., Any], tmp_path: Path) -> None:
    text = "示范镇名单\n1.云岭省宁川市清岗县白溪镇\n2.四川省成都市大邑县安仁镇\n"
    (file,) = write(tmp_path, pilots=text)
    assert "The standard's codes have no 云岭省" in run("check", file).out


def test_documents_without_a_date_stand_by_the_years_of_their_titles(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    later = "2023年甲省示范村名单\n1.清岗县青山村\n"
    earlier = "2021年甲省试点村名单\n1.清岗县青山村\n"
    lists = write(tmp_path, later=later, earlier=earlier)
    shown = run("trace", "青山村", *lists, "--no-record").out
    assert shown.index("2021年") < shown.index("2023年")


def test_a_name_of_any_length_is_refused_before_it_is_taken_apart(run: Callable[..., Any]) -> None:
    done = run("record", "白溪镇" * 10_000)
    assert (done.code, "no name of 30,000 characters" in done.err) == (2, True)


def test_what_was_not_read_is_told_wherever_a_list_is_taken(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    text = "清岗县社区治理示范村名单\n1.白溪镇白溪村\n2.〓〓〓\n"
    lists = write(tmp_path, pilots="", results=text)
    page = tmp_path / "page.html"
    assert "left out: line 3 〓〓〓" in run("report", *lists, "--no-record", "-o", page).err
    assert "1 community, Left out 1" in " ".join(run("folder", tmp_path).out.split())
