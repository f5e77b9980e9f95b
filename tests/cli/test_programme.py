import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

CATALOGUE = """
[[document]]
id = "first"
kind = "pilots"
title = "甲行动第一批试点名单"
programme = "甲行动"
province = "四川省"
batch = 1
file = "first.txt"

[[document]]
id = "told"
kind = "news"
title = "乙行动的消息"
programme = "乙行动"
province = "四川省"
batch = 4
figures = [{ value = 44, unit = "个", subject = "试点县（市、区）" }]
"""


@pytest.fixture(name="catalogue")
def two_programmes(tmp_path: Path) -> Any:
    (tmp_path / "first.txt").write_text("1. 成都市邛崃市\n2. 成都市金堂县\n", "utf-8")
    path = tmp_path / "mine.toml"
    path.write_text(CATALOGUE, "utf-8")
    return path


def batches(done: Any) -> list[Any]:
    return [(b["programme"], b["batch"]) for b in json.loads(done.out)["batches"]]


def test_the_screen(run: Callable[..., Any], snapshot: Callable[..., None]) -> None:
    done = run("programme")
    assert done.code == 0
    snapshot("programme", done.out)


def test_json_and_json_lines_tell_each_batch(run: Callable[..., Any]) -> None:
    whole = json.loads(run("programme", "-f", "json").out)
    by_lines = [json.loads(line) for line in run("programme", "-f", "jsonl").out.splitlines()]
    assert whole["batches"] == by_lines
    assert whole["unplaced"] == ["national-2019-zones"]
    third = whole["batches"][1]
    (towns,) = [tier for tier in third["tiers"] if tier["level"] == "township"]
    assert towns["pilots"][0]["number"] == 38
    assert towns["rate"] == 0.7895
    source = {"document": "sichuan-2022-pilots", "line": 46, "text": ""}
    assert towns["pilots"][0]["sources"] == [source]
    assert len(third["barren"]) == 9
    assert sum(map(sum, third["matrix"]["kept"])) == 130


def test_csv_has_a_line_for_each_number_and_document(run: Callable[..., Any]) -> None:
    rows = list(csv.DictReader(io.StringIO(run("programme", "-f", "csv").out)))
    third = [row for row in rows if row["batch"] == "3"]
    places = [row for row in third if row["what"] == "place"]
    assert sum(int(row["value"]) for row in places) == 130
    assert sum(int(row["of"]) for row in places) == 188
    counted = {(r["level"], r["value"]) for r in third if r["basis"] == "counted"}
    assert ("county", "41") in counted
    money = [row for row in rows if row["what"] == "money"]
    assert {row["value"] for row in money} == {"1.28", "6.7"}
    assert all(row["document"] for row in money)


def test_markdown(run: Callable[..., Any]) -> None:
    out = run("programme", "-f", "markdown").out
    assert (
        "| Communities | Demonstrations | counted in sichuan-2023-demonstrations:35 | 100 |" in out
    )


def test_a_catalogue_of_several_programmes(run: Callable[..., Any], catalogue: Any) -> None:
    done = run("programme", "--catalogue", catalogue, "-f", "json")
    assert batches(done) == [("乙行动", 4), ("甲行动", 1)]


def test_one_programme_or_batch_of_several(run: Callable[..., Any], catalogue: Any) -> None:
    asked = ("programme", "--catalogue", catalogue, "-f", "json")
    assert batches(run(*asked, "--programme", "甲")) == [("甲行动", 1)]
    assert batches(run(*asked, "--batch", "4")) == [("乙行动", 4)]


def test_a_batch_that_is_not_there(run: Callable[..., Any], catalogue: Any) -> None:
    done = run("programme", "--catalogue", catalogue, "--batch", "7")
    assert done.code == 2
    assert done.err == "pilotdiff: no such batch: there are 乙行动 4, 甲行动 1\n"


def test_documents_that_make_no_batch(run: Callable[..., Any]) -> None:
    done = run("programme", "national-2019-zones")
    assert done.code == 2
    assert "national-2019-zones" in done.err


def test_files_make_a_batch(run: Callable[..., Any], tmp_path: Path) -> None:
    pilots, results = tmp_path / "pilots.txt", tmp_path / "results.txt"
    pilots.write_text("甘肃省第二批示范创建名单\n1. 兰州市榆中县\n2. 兰州市永登县\n", "utf-8")
    results.write_text("甘肃省示范县命名名单\n1. 兰州市榆中县\n", "utf-8")
    done = run("programme", pilots, results, "-f", "json")
    (batch,) = json.loads(done.out)["batches"]
    assert (batch["batch"], batch["tiers"][0]["rate"]) == (2, 0.5)


def test_the_same_documents_give_the_same_bytes(run: Callable[..., Any]) -> None:
    assert run("programme", "-f", "csv").out == run("programme", "-f", "csv").out
