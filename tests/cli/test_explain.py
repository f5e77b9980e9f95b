import csv
import json
from collections.abc import Callable
from typing import Any

import pytest


def test_the_page_of_a_renamed_unit(run: Callable[..., Any]) -> None:
    done = run("explain", "清江村")
    assert done.code == 0
    for told in (
        "Renamed",
        "line 107",
        "廣元市青川縣竹園鎮(zhèn)清江村",
        "changed: kind",
        "清江社区",
    ):
        assert told in done.out


def test_a_damaged_name_is_explained_with_its_bytes(run: Callable[..., Any]) -> None:
    out = run("explain", "海科社区").out
    assert "?粕鐓^(qū)" in out
    assert "A3" in out
    assert "Considered 1" in out


def test_a_name_in_traditional_script_is_found(run: Callable[..., Any]) -> None:
    assert "清江社区" in run("explain", "清江社區").out


def test_the_whole_name_wins_over_a_part(run: Callable[..., Any]) -> None:
    out = run("explain", "古城社区").out
    assert out.count("the same unit under the same name") == 2
    assert "古城街道" not in out


@pytest.mark.parametrize(
    ("name", "words"),
    [("无此社区", "no unit of sichuan-2022-pilots"), ("社区", "units have 社区 in their names")],
)
def test_a_name_that_means_none_or_too_many_is_one_sentence(
    run: Callable[..., Any], name: str, words: str
) -> None:
    done = run("explain", name)
    assert (done.code, done.out) == (2, "")
    assert words in done.err
    assert len(done.err.splitlines()) == 1


def test_the_record_says_what_it_has(run: Callable[..., Any]) -> None:
    said = " ".join(run("explain", "清江村").out.split())
    assert "official record: 清江村 stands in the editions of 2018–2023, 清江社区 in none" in said
    assert "code: 510822105203" in said
    assert "510822105203" not in run("explain", "清江村", "--as-of", "2016").out
    assert "official record" not in run("explain", "清江村", "--no-record").out
    assert run("explain", "清江村", "--as-of", "1900").code == 2


def test_chinese(run: Callable[..., Any]) -> None:
    out = run("explain", "清江村", "--lang", "zh").out
    assert "入选（名称或建制有变）" in out
    assert "Renamed" not in out


def test_every_format_tells_the_same(run: Callable[..., Any]) -> None:
    told = {
        f: run("explain", "海科社区", "-f", f).out for f in ("csv", "json", "jsonl", "markdown")
    }
    rows = list(csv.DictReader(told["csv"].removeprefix("\ufeff").splitlines()))
    (answered,) = json.loads(told["json"])["rows"]
    assert json.loads(told["jsonl"]) == answered
    (candidate,) = answered["candidates"]
    assert {row["candidate"] for row in rows} == {candidate["name"]}
    weights = [each["weight"] for each in candidate["features"]]
    assert [float(row["weight"]) for row in rows] == pytest.approx(weights)
    assert sum(weights) == pytest.approx(candidate["score"], abs=0.01)
    assert f"| Total | {candidate['score']:+.2f} |" in told["markdown"]


def test_what_a_rule_settled_has_a_row_without_candidates(run: Callable[..., Any]) -> None:
    (row,) = csv.DictReader(
        run("explain", "文君街道", "-f", "csv").out.removeprefix("\ufeff").splitlines()
    )
    assert (row["outcome"], row["candidate"], row["weight"]) == ("promoted", "", "")
