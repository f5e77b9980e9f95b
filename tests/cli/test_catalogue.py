"""--catalogue: documents of one's own by their ids."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from casefile import cases

PILOTS = """河南省第二批乡村治理试点镇名单

1、新乡市长垣市丁栾镇
2、新乡市封丘县黄德镇
3、焦作市武陟县乔庙镇
"""
RESULTS = """单位,序号
新乡市长垣市丁栾镇,1
焦作市武陟县乔庙镇,2
"""
CATALOGUE = """
[[document]]
id = "henan-2021"
kind = "pilots"
province = "河南省"
date = "2021-05-01"
file = "lists/pilots.txt"

[[document]]
id = "henan-2022"
kind = "results"
province = "河南省"
title = "河南省乡村治理示范镇"
date = "2022-11-01"
file = "lists/results.csv"

[[document]]
id = "henan-news"
kind = "news"
title = "河南推进乡村治理"
figures = [{ value = 3, unit = "个", subject = "试点镇" }]
"""
EXAMPLE = '[example]\npilots = "henan-2021"\nresults = "henan-2022"\n'


@pytest.fixture
def programme(tmp_path: Path) -> Any:
    """The catalogue of a small programme, and the two lists it names."""
    lists = tmp_path / "lists"
    lists.mkdir()
    (lists / "pilots.txt").write_text(PILOTS, "utf-8")
    (lists / "results.csv").write_text(RESULTS, "utf-8")
    path = tmp_path / "programme.toml"
    path.write_text(EXAMPLE + CATALOGUE, "utf-8")
    return path


def test_ids_stand_for_files_and_the_example_for_no_lists(
    run: Callable[..., Any], programme: Any
) -> None:
    named = run("match", "henan-2021", "henan-2022", "--catalogue", programme, "-f", "json")
    example = run("match", "--catalogue", programme, "-f", "json")
    assert (named.code, example.code) == (0, 0), named.err + example.err
    rows = json.loads(named.out)["rows"]
    assert [row["outcome"] for row in rows] == ["promoted", "dropped", "promoted"]
    assert {row["province"] for row in rows} == {"河南省"}
    assert json.loads(example.out)["rows"] == rows


def test_a_file_may_stand_beside_an_id(run: Callable[..., Any], programme: Any) -> None:
    results = programme.parent / "lists" / "results.csv"
    done = run("match", "henan-2021", results, "--catalogue", programme, "-f", "json")
    assert len(json.loads(done.out)["rows"]) == 3


def test_the_environment_may_name_the_catalogue(
    run: Callable[..., Any], programme: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PILOTDIFF_CATALOGUE", str(programme))
    assert "丁栾镇" in run("parse", "henan-2021").out


def test_sources_lists_it(run: Callable[..., Any], programme: Any) -> None:
    done = run("sources", "--catalogue", programme)
    assert done.code == 0, done.err
    assert "henan-2021  pilot list, batch 2\n  河南省第二批乡村治理试点镇名单\n" in done.out
    assert "1 figure" in done.out


@pytest.mark.parametrize("case", cases("calls", "with_catalogue"))
def test_every_command_takes_it_and_says_what_is_wrong(
    case: dict[str, Any], run: Callable[..., Any], programme: Any
) -> None:
    programme.write_text(CATALOGUE.replace("pilots", "pilot"), "utf-8")
    gold = programme.with_name("gold.csv")
    gold.write_text("pilot_name,result_name\n丁栾镇,丁栾镇\n", "utf-8")
    command = case["call"].replace("GOLD", str(gold)).split()
    done = run(*command, "--catalogue", programme)
    assert done.code == 2
    assert 'programme.toml, line 4: kind = "pilot" is not known' in done.err


def test_without_an_example_the_lists_must_be_named(
    run: Callable[..., Any], programme: Any
) -> None:
    programme.write_text(CATALOGUE, "utf-8")
    done = run("match", "--catalogue", programme)
    assert done.code == 2
    assert "does not say which two lists are compared" in done.err


def test_an_id_mistyped(run: Callable[..., Any], programme: Any) -> None:
    done = run("parse", "henan-2012", "--catalogue", programme)
    assert (done.code, "did you mean henan-202" in done.err) == (2, True)
    assert "`pilotdiff sources` shows" in run("parse", "x").err


def test_a_trace_goes_through_all_its_documents(run: Callable[..., Any], programme: Any) -> None:
    done = run("trace", "丁栾镇", "--catalogue", programme, "-f", "json")
    (place,) = json.loads(done.out)["places"]
    assert [(stop["document"], stop["units"][0]["outcome"]) for stop in place["stops"]] == [
        ("henan-2021", "promoted"),
        ("henan-2022", "promoted"),
    ]
    # The catalogue has its figures alone: there is no text to look in, and nothing is denied.
    assert (place["not_named_in"], place["without_text"]) == ([], ["henan-news"])
