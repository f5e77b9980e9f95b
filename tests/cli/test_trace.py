import csv
import io
import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from casefile import cases

SPELLINGS = ("邛崃", "邛崃市", "成都市邛崃市", "四川省邛崍市", "四川省成都市邛崃市", "邛崍")


def test_the_way_of_a_county_through_the_shipped_documents(
    run: Callable[..., Any], snapshot: Callable[..., None]
) -> None:
    done = run("trace", "邛崃市")
    assert done.code == 0, done.err
    snapshot("trace_county", done.out)


def test_wide(
    run: Callable[..., Any], snapshot: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    snapshot("trace_county_wide", run("trace", "蓬溪县").out)


@pytest.mark.parametrize("case", cases("calls", "traced"))
def test_the_screen(
    case: dict[str, Any], run: Callable[..., Any], snapshot: Callable[..., None]
) -> None:
    snapshot(case["file"], run("trace", case["name"]).out)


@pytest.fixture
def two_lists(tmp_path: Path) -> list[str]:
    """A county that became a city between the two."""
    texts = {
        "pilots.txt": "四川省2019年社区治理试点县名单\n2019年5月1日\n1、会理县\n2、成都市温江区\n",
        "results.txt": "四川省2022年社区治理示范县名单\n2022年5月1日\n1、会理市\n2、成都市温江区\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    return [str(tmp_path / name) for name in texts]


CHANGED = "会理市 was made from 会理县 in 2021 (民函〔2021〕5号)"


def test_changes_of_the_record_stand_between_the_documents(
    run: Callable[..., Any], two_lists: list[str]
) -> None:
    screen = run("trace", "会理", *two_lists).out
    marks = [line[0] for line in screen.splitlines() if line[:1] in ("●", "○")]
    assert marks == ["●", "○", "●"]
    assert f"○ 2021  official record\n│ {CHANGED}" in screen
    rows = list(csv.DictReader(io.StringIO(run("trace", "会理", *two_lists, "-f", "csv").out[1:])))
    assert [row["relation"] for row in rows] == ["itself", "official record", "itself"]
    assert (rows[1]["date"], rows[1]["reason"]) == ("2021", CHANGED)
    (place,) = places(run("trace", "会理", *two_lists, "-f", "json"))
    assert [change["document"] for change in place["changes"]] == ["民函〔2021〕5号"]
    assert f"official record: {CHANGED}" in run("trace", "会理", *two_lists, "-f", "markdown").out
    assert "○" not in run("trace", "会理", *two_lists, "--no-record").out


def test_changes_of_the_record_stand_between_the_documents_of_a_batch(
    run: Callable[..., Any], two_lists: list[str]
) -> None:
    screen = run("programme", *two_lists).out
    assert re.search(r"^2019-05-01 .*^2021 +official record .*^2022-05-01", screen, re.M | re.S)
    for form in ("csv", "json", "markdown"):
        assert "民函〔2021〕5号" in run("programme", *two_lists, "-f", form).out
        assert "民函" not in run("programme", *two_lists, "-f", form, "--no-record").out


def places(done: Any) -> Any:
    assert done.code == 0, done.err
    return json.loads(done.out)["places"]


@pytest.mark.parametrize("name", SPELLINGS)
def test_however_it_is_typed_it_is_the_same_county(name: Any, run: Callable[..., Any]) -> None:
    (place,) = places(run("trace", name, "-f", "json"))
    assert place["name"] == "四川省成都市邛崃市"
    assert [stop["document"] for stop in place["stops"]] == [
        "national-2019-zones",
        "sichuan-2022-pilots",
        "sichuan-2023-demonstrations",
    ]
    zone, pilot, _ = place["stops"]
    assert [unit["raw"] for unit in zone["units"]] == ["四川省邛崍市"]
    assert pilot["units"][0]["outcome"] == "not_eligible"
    assert pilot["within"] == {
        "township": {"units": 2, "promoted": 2},
        "community": {"units": 4, "promoted": 4},
    }


@pytest.mark.parametrize("name", ["清江村", "清江社区", "竹园镇清江村"])
def test_both_names_of_a_renamed_unit_lead_to_one_way(name: str, run: Callable[..., Any]) -> None:
    (place,) = places(run("trace", name, "-f", "json"))
    assert place["names"] == ["清江社区", "清江村"]
    told = [
        (stop["units"][0]["outcome"], stop["units"][0]["other_name"]) for stop in place["stops"]
    ]
    assert told == [
        ("renamed", "广元市青川县竹园镇清江社区"),
        ("renamed", "广元市青川县竹园镇清江村"),
    ]


@pytest.mark.parametrize("name", ["海科社区", "〓科社区", "天府街道?粕鐓^(qū)"])
def test_a_damaged_name_as_it_stands_on_the_page(name: str, run: Callable[..., Any]) -> None:
    (place,) = places(run("trace", name, "-f", "json"))
    assert place["names"] == ["海科社区"]
    assert [stop["units"][0]["outcome"] for stop in place["stops"]] == ["promoted", "promoted"]


def test_a_province_has_sums(run: Callable[..., Any]) -> None:
    (place,) = places(run("trace", "四川省", "-f", "json"))
    pilots = next(stop for stop in place["stops"] if stop["document"] == "sichuan-2022-pilots")
    assert pilots["within"]["community"] == {
        "units": 150,
        "promoted": 99,
        "renamed": 1,
        "dropped": 50,
    }
    screen = run("trace", "四川省").out
    assert "150 communities: Promoted 99, Renamed 1, Dropped 50" in screen
    assert "广福社区" in run("trace", "蓬溪县").out
    assert "竹园镇" not in screen


def test_csv_and_json_lines_have_the_same_lines(run: Callable[..., Any]) -> None:
    by_csv = list(csv.DictReader(io.StringIO(run("trace", "蓬溪", "-f", "csv").out)))
    by_lines = [json.loads(line) for line in run("trace", "蓬溪", "-f", "jsonl").out.splitlines()]
    assert [(row["document"], row["line"]) for row in by_csv] == [
        (row["document"], str(row["line"])) for row in by_lines
    ]
    assert {row["relation"] for row in by_csv} == {"itself", "within"}


def test_chinese_headings(run: Callable[..., Any]) -> None:
    assert run("trace", "蓬溪", "-f", "csv", "--headings", "zh").out.startswith("地方,日期,文件")


def test_markdown(run: Callable[..., Any]) -> None:
    out = run("trace", "清江村", "-f", "markdown").out
    assert out.startswith("# 四川省广元市青川县竹园镇清江社区\n\n## 2022-04-03 四川省第三批")
    assert "廣元市青川縣竹園鎮(zhèn)清江村" in out


def test_namesakes_are_told_and_one_may_be_asked_for(run: Callable[..., Any]) -> None:
    assert len(places(run("trace", "新桥社区", "-f", "json"))) == 2
    (place,) = places(run("trace", "新桥社区", "--within", "眉山", "-f", "json"))
    assert "眉山市" in place["name"]
    nowhere = run("trace", "新桥社区", "--within", "成都市")
    assert (nowhere.code, nowhere.out) == (2, "")
    assert "新桥社区 is among no units that were read within 成都市" in nowhere.err


def test_many_namesakes_are_only_named(
    run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    villages = "".join(f"{n}、四川省成都市邛崃市第{n}镇新民村\n" for n in "一二三四五六七")
    monkeypatch.chdir(tmp_path)
    path = Path("试点村名单.txt")
    path.write_text(f"试点村名单\n\n{villages}", "utf-8")
    done = run("trace", "新民村", path)
    assert "7 places are called 新民村" in done.out
    command = done.out.split("Next")[1].split("one of them")[0]
    words = shlex.split(command.replace("\\\n", ""))
    assert words[:3] == ["pilotdiff", "trace", "新民村"]
    asked = run(*words[1:])
    assert asked.code == 0
    assert "新民村  community in 四川省成都市邛崃市第一镇" in asked.out
    assert "●" not in done.out
    assert len(places(run("trace", "新民村", path, "-f", "json"))) == 7


def test_a_name_in_no_document(run: Callable[..., Any]) -> None:
    done = run("trace", "邛莱市")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "pilotdiff: 邛莱市 is among no units that were read, and in no text that there is: did you "
        "mean 邛崃市?\n"
    )
    assert "no text to look in" in run("trace", "xyz").err
    assert "no name is given" in run("trace", " ").err


def test_files_instead_of_the_catalogue(run: Callable[..., Any], shared: Path) -> None:
    pages = sorted((shared / "seeds").glob("*.txt"))
    (place,) = places(run("trace", "邛崃市", *pages, "-f", "json"))
    assert [stop["date"] for stop in place["stops"]] == ["2019-03-25", "2022-04-03", "2023-11-20"]
    assert [unit["relation"] for unit in place["stops"][0]["units"]] == [
        "itself, mentioned",
        "itself",
    ]
    assert place["stops"][1]["units"][0]["outcome"] == "not_eligible"


def test_documents_without_a_date_come_last_and_are_told(
    run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path("示范镇.txt")
    path.write_text("1、四川省成都市邛崃市桑园镇\n2、四川省成都市邛崃市夹关镇\n", "utf-8")
    out = run("trace", "邛崃", "sichuan-2022-pilots", path).out
    assert out.index("2022-04-03") < out.index("no date  ")
    assert f"Without a date, and therefore last: {path}" in " ".join(out.split())


def test_lists_of_other_batches_say_why_nothing_is_told(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    lists = {
        "one.txt": "清岗县第一批乡村治理试点村名单\n1.白溪镇战旗村\n",
        "two.txt": "清岗县第二批乡村治理示范村名单\n1.白溪镇战旗村\n",
        "three.txt": "清岗县第一批乡村治理示范村名单\n1.白溪镇战旗村\n",
    }
    for name, text in lists.items():
        (tmp_path / name).write_text(text, "utf-8")
    one, two, three = (str(tmp_path / name) for name in lists)
    apart = " ".join(run("trace", "战旗村", one, two).out.split())
    assert "no list of results here is of the same batch" in apart
    assert "no list of pilots here is of the same batch" in apart
    rows = list(csv.DictReader(io.StringIO(run("trace", "战旗村", one, two, "-f", "csv").out)))
    assert all("same batch" in row["reason"] for row in rows)
    assert "of the same batch" not in run("trace", "战旗村", one, three).out
    assert "of the same batch" not in run("trace", "战旗村", one).out
