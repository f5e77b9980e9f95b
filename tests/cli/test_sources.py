import csv
import io
import json
from collections.abc import Callable
from typing import Any


def test_the_screen(run: Callable[..., Any], snapshot: Callable[..., None]) -> None:
    done = run("sources")
    assert done.code == 0
    snapshot("sources", done.out)


def test_csv_and_json_lines_tell_each_document(run: Callable[..., Any]) -> None:
    by_csv = list(csv.DictReader(io.StringIO(run("sources", "-f", "csv").out)))
    by_lines = [json.loads(line) for line in run("sources", "-f", "jsonl").out.splitlines()]
    assert [row["id"] for row in by_csv] == [row["id"] for row in by_lines]
    assert {row["kind"] for row in by_csv} == {"pilots", "results", "plan", "news", "zones"}


def test_the_plan_cites_the_decision_that_the_pilot_list_announces(run: Callable[..., Any]) -> None:
    cited = json.loads(run("sources", "-f", "json").out)["citations"]
    assert {
        "citing": "pengxi-2022-plan",
        "number": "川民发〔2022〕37号",
        "cited": "sichuan-2022-pilots",
    } in cited


def test_chinese(run: Callable[..., Any]) -> None:
    out = run("sources", "--lang", "zh").out
    assert "试点名单" in out
    assert "pilot list" not in out
