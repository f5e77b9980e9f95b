"""Documents beside the two lists, through the command."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PILOTS = """甘肃省第一批试点单位名单
一、便民服务型社区
1. 兰州市榆中县甘草店镇东山社区
2. 兰州市榆中县甘草店镇西山社区
"""
RESULTS = """甘肃省第一批示范单位名单
1. 兰州市榆中县甘草店镇东山社区
"""
PLAN = """榆中县试点工作实施方案
（一）智慧科技型社区试点（试点单位：甘草店镇东山社区）
（二）便民服务型社区试点（试点单位：甘草店镇西山社区）
"""
CATALOGUE = """
[[document]]
id = "pilots"
kind = "pilots"
programme = "甲行动"
file = "pilots.txt"

[[document]]
id = "results"
kind = "results"
programme = "甲行动"
file = "results.txt"

[[document]]
id = "plan"
kind = "plan"
programme = "甲行动"
file = "plan.txt"

[[document]]
id = "elsewhere"
kind = "plan"
programme = "乙行动"
file = "plan.txt"
"""


@pytest.fixture(name="folder")
def three_documents(tmp_path: Path) -> Any:
    for name, text in {"pilots": PILOTS, "results": RESULTS, "plan": PLAN}.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    (tmp_path / "mine.toml").write_text(CATALOGUE, "utf-8")
    return tmp_path


def reasons(done: Any) -> dict[Any, Any]:
    rows = csv.DictReader(io.StringIO(done.out))
    return {row["pilot_name"] or row["result_name"]: row["reason"] for row in rows}


def test_the_example_hears_the_other_shipped_documents(run: Callable[..., Any]) -> None:
    told = reasons(run("match", "-f", "csv"))
    confirmed = {name: said for name, said in told.items() if "confirmed by" in said}
    assert len(confirmed) == 8
    assert confirmed["遂宁市蓬溪县普安街道广福社区"].endswith(
        "; confirmed by pengxi-2022-plan, line 4"
    )
    assert confirmed["成都市邛崃市"].endswith(
        "; its name is confirmed by national-2019-zones, line 30"
    )


def test_in_chinese_a_document_is_called_by_its_short_name(run: Callable[..., Any]) -> None:
    told = reasons(run("match", "-f", "csv", "--lang", "zh"))
    assert told["成都市邛崃市"].endswith("2019年实验区批复 第 30 行可佐证其名称")
    out = run("explain", "广福社区", "--lang", "zh").out
    assert "第三批试点名单 · 第" in out
    assert "sichuan-2022-pilots" not in out


def test_programs_read_ids_in_every_language(run: Callable[..., Any]) -> None:
    plain = run("match", "-f", "csv", "--lang", "zh").out
    assert "sichuan-2022-pilots" in plain
    assert "第三批试点名单" not in plain
    found = json.loads(run("check", "-f", "json", "--lang", "zh").out)
    assert {one["document"] for one in found["findings"]} <= set(found["summary"]["documents"])


def test_chinese_headings_stand_over_short_names(run: Callable[..., Any]) -> None:
    out = run("match", "-f", "csv", "--headings", "zh", "--lang", "zh").out
    assert "第三批试点名单" in out
    assert "sichuan-2022-pilots" not in out


def test_what_is_typed_is_an_id(run: Callable[..., Any]) -> None:
    done = run("parse", "sichuan-2022-pilot", "--lang", "zh")
    assert done.code == 2
    assert "sichuan-2022-pilots" in done.err
    assert "parse national-2019-zones" in run("sources", "--lang", "zh").out


def test_explain_shows_the_document(run: Callable[..., Any]) -> None:
    out = run("explain", "广福社区").out
    assert "Confirmed by" in out
    assert "pengxi-2022-plan  plan  2022-08-12     4  普安街道广福社区" in out


def test_explain_shows_nothing_where_nobody_says_anything(run: Callable[..., Any]) -> None:
    assert "Confirmed by" not in run("explain", "清江村").out


def test_files_are_heard_by_nobody_unless_named(run: Callable[..., Any], folder: Path) -> None:
    lists = folder / "pilots.txt", folder / "results.txt"
    assert not any("plan" in said for said in reasons(run("match", *lists, "-f", "csv")).values())
    plan = folder / "plan.txt"
    told = reasons(run("match", *lists, "--confirm", plan, "-f", "csv"))
    assert told["兰州市榆中县甘草店镇西山社区"].endswith(f"confirmed by {plan}, line 3")
    contradicted = f"{plan}, line 2, lists it under another category: 智慧科技型"
    assert told["兰州市榆中县甘草店镇东山社区"].endswith(contradicted)


def test_explain_says_where_a_document_contradicts(run: Callable[..., Any], folder: Path) -> None:
    lists = folder / "pilots.txt", folder / "results.txt"
    done = run("explain", "东山社区", *lists, "--confirm", folder / "plan.txt")
    assert "another category: 智慧科技型" in done.out


def test_a_catalogue_is_heard_on_its_own_programme(run: Callable[..., Any], folder: Path) -> None:
    asked = ("match", "pilots", "results", "--catalogue", folder / "mine.toml", "-f", "csv")
    told = reasons(run(*asked))
    assert told["兰州市榆中县甘草店镇西山社区"].endswith("confirmed by plan, line 3")
    assert not any("elsewhere" in said for said in told.values())
    told = reasons(run(*asked, "--confirm", "elsewhere"))
    assert "confirmed by elsewhere, line 3" in told["兰州市榆中县甘草店镇西山社区"]


def test_no_outcome_changes_by_it(run: Callable[..., Any], folder: Path) -> None:
    asked = ("match", folder / "pilots.txt", folder / "results.txt", "-f", "json")
    without = json.loads(run(*asked).out)
    heard = json.loads(run(*asked, "--confirm", folder / "plan.txt").out)
    assert without["summary"] == heard["summary"]
    for one, other in zip(without["rows"], heard["rows"], strict=True):
        assert one | {"reason": ""} == other | {"reason": ""}


def test_the_run_tells_which_documents_were_heard(run: Callable[..., Any]) -> None:
    others = json.loads(run("match", "-f", "json").out)["run"]["others"]
    assert [other["name"] for other in others] == ["pengxi-2022-plan", "national-2019-zones"]
    assert all(other["sha256"] for other in others)


def test_the_same_documents_give_the_same_bytes(run: Callable[..., Any]) -> None:
    assert run("match", "-f", "csv").out == run("match", "-f", "csv").out


def test_a_document_that_is_not_there(run: Callable[..., Any], folder: Path) -> None:
    lists = folder / "pilots.txt", folder / "results.txt"
    done = run("match", *lists, "--confirm", folder / "nowhere.txt")
    assert done.code == 2
    assert "nowhere.txt" in done.err
