"""Codes joined: of the shipped example as they are, and where none may be given."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from casefile import cases

# They stand in no edition.
WITHOUT = {"清江社区", "一段社区", "集益社区", "文塘社区", "旭日岭社区"}
SOME = {
    "海科社区": "510115004040",
    "清江村": "510822105203",
    "石牛镇": "510725108",
    "绵虒镇社区": "513221109001",
    "会理市": "513402",
    "荣县": "510321",
}


def rows_of(done: Any) -> list[Any]:
    assert done.code == 0, done.err
    return list(csv.DictReader(io.StringIO(done.out.removeprefix("\ufeff"))))


@pytest.fixture
def rows(run: Callable[..., Any]) -> list[Any]:
    return rows_of(run("match", "-f", "csv"))


def test_the_shipped_example_has_its_codes(rows: Any) -> None:
    pilots = [row for row in rows if row["pilot_name"]]
    results = [row for row in rows if row["result_name"]]
    assert sum(bool(row["pilot_code"]) for row in pilots) == 225
    assert sum(bool(row["result_code"]) for row in results) == 126
    bare = {row["pilot_name"] for row in pilots if not row["pilot_code"]}
    bare |= {row["result_name"] for row in results if not row["result_code"]}
    assert {next(name for name in WITHOUT if each.endswith(name)) for each in bare} == WITHOUT


def test_a_code_belongs_to_the_path_that_the_row_shows(rows: Any) -> None:
    from pilotdiff.record import of_code, path_of

    for row in rows:
        for side in ("pilot", "result"):
            if code := row[f"{side}_code"]:
                name = next(reversed([p for p in (row[x] for x in LEVELS) if p]))
                names = {each.name: path_of(each, 2022) for each in of_code(code)}
                assert name in names, (row["pilot_name"], code)
                for stated, found in zip((row[x] for x in LEVELS), names[name], strict=True):
                    assert not stated or stated[:2] == found[:2], (stated, found)


LEVELS = ("province", "prefecture", "county", "township", "community")


def test_some_codes_by_hand(rows: Any) -> None:
    found = {n: r for r in rows for n in SOME if (r["pilot_name"] or r["result_name"]).endswith(n)}
    assert {name: found[name]["pilot_code"] for name in SOME} == SOME


def test_the_renamed_village_has_its_sentence(rows: Any) -> None:
    (row,) = [row for row in rows if row["pilot_name"].endswith("清江村")]
    assert row["record"] == "清江村 stands in the editions of 2018–2023, 清江社区 in none"
    assert (row["pilot_years"], row["result_years"]) == ("2018–2023", "")


def test_without_the_record_its_columns_are_empty(run: Callable[..., Any]) -> None:
    done = run("match", "-f", "csv", "--no-record")
    (row, *_) = csv.DictReader(io.StringIO(done.out.removeprefix("\ufeff")))
    assert (row["pilot_code"], row["record"]) == ("", "")


def test_the_edition_asked_for_decides(run: Callable[..., Any]) -> None:
    done = run("match", "-f", "csv", "--as-of", "2016")
    rows = csv.DictReader(io.StringIO(done.out.removeprefix("\ufeff")))
    (row,) = [row for row in rows if row["pilot_name"].endswith("清江村")]
    assert row["pilot_code"] == ""
    assert row["record"] == "清江村 stands in the editions of 2018–2023, 清江社区 in none"


def test_an_edition_that_is_not_there_is_one_sentence(run: Callable[..., Any]) -> None:
    done = run("match", "-f", "csv", "--as-of", "1900")
    assert done.code == 2
    assert "no edition of 1900" in done.err
    assert done.err.count("\n") == 1


def test_a_list_read_gets_its_codes_and_namesakes_none(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    file = tmp_path / "list.txt"
    file.write_text("示范县名单\n1.甘肃省和平镇\n2.朝阳区\n3.青川县\n", "utf-8")
    done = run("parse", file, "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(done.out.removeprefix("\ufeff"))))
    assert [row["code"] for row in rows] == ["", "", "510822"]


@pytest.mark.parametrize("case", cases("record", "answers"))
@pytest.mark.parametrize("format", ["table", "csv", "json", "jsonl", "markdown"])
def test_the_record_answers(case: dict[str, Any], run: Callable[..., Any], format: str) -> None:
    comment, asked, wanted = case["comment"], tuple(case["asked"]), case["wanted"]
    done = run("record", *asked, "-f", format)
    assert done.code == 0, (comment, done.err)
    expected = "崇文区" if wanted.startswith("崇文区") and format != "table" else wanted
    assert expected in done.out


@pytest.mark.parametrize("case", cases("record", "unknown"))
def test_what_the_record_has_not_is_one_sentence(
    case: dict[str, Any], run: Callable[..., Any]
) -> None:
    done = run("record", case["asked"])
    assert done.code == 2
    assert case["wanted"] in done.err
    assert done.err.count("\n") == 1


def test_a_typing_error_gets_a_proposal(run: Callable[..., Any]) -> None:
    done = run("record", "四川省成都市温江区天府街道海料社区")
    assert done.code == 2
    assert "四川省成都市温江区天府街道海科社区" in done.err


def test_a_place_that_is_not_there_is_said(run: Callable[..., Any]) -> None:
    done = run("record", "清江社区", "--within", "没有县")
    assert done.code == 2
    assert "no place called 没有县" in done.err


@pytest.mark.parametrize("case", cases("record", "missing_then"))
def test_what_is_missing_there_and_then_is_not_denied_altogether(
    case: dict[str, Any], run: Callable[..., Any]
) -> None:
    asked, wanted = tuple(case["asked"]), case["wanted"]
    done = run("record", *asked)
    assert wanted in done.err
    assert bool(done.err) == bool(wanted)


def test_another_kind_and_a_renaming_are_told_as_such(run: Callable[..., Any]) -> None:
    kindred = run("record", "石牛镇", "--within", "井研")
    assert kindred.out.startswith("nothing is found that is called 石牛镇; of another kind:")
    assert "襄樊市 was renamed 襄阳市 in 2010" in run("record", "襄樊").out
    assert "湖北省襄樊市襄阳区  420607" in run("record", "襄阳区").out


DAMAGED = """四川省试点社区名单
1、成都市温江区天府街道〓科社区
2、成都市温江区天府街道〓〓社区
3、成都市温江区柳城街道〓街社区
4、成都市〓江区天府街道海科社区
5、海口市〓〓区
"""
OTHERS = """四川省示范社区名单
1、成都市温江区天府街道天府家园社区
"""


def test_a_damaged_name_is_told_where_one_unit_fits(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    """Nothing is told where several fit, or where nothing is left of the name."""
    (tmp_path / "damaged.txt").write_text(DAMAGED, "utf-8")
    (tmp_path / "others.txt").write_text(OTHERS, "utf-8")
    whole = "成都市温江区天府街道海科社区"
    parsed = run("parse", str(tmp_path / "damaged.txt"), "-f", "csv")
    entries = rows_of(parsed)
    lost = ("成都市温江区天府街道〓〓社区", "海口市〓〓区")
    assert all(name in parsed.err for name in lost)
    assert [row["name"] for row in entries] == [whole, "成都市温江区柳城街道〓街社区", whole]
    assert [row["code"] for row in entries] == ["510115004040", "", "510115004040"]
    assert entries[0]["repairs"] == "official record: 〓 → 海科社区"
    lists = str(tmp_path / "damaged.txt"), str(tmp_path / "others.txt")
    first, *_ = rows_of(run("match", *lists, "-f", "csv"))
    assert (first["outcome"], first["pilot_name"]) == ("dropped", whole)
    assert "only 海科社区 (510115004040) can be 〓科社区" in first["reason"]
    without, *_ = rows_of(run("match", *lists, "-f", "csv", "--no-record"))
    assert without["pilot_name"] == "成都市温江区天府街道〓科社区"


def test_a_row_without_a_partner_says_what_became_of_its_unit(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    texts = {
        "pilots": "四川省2019年试点名单\n2019年5月1日\n1、乐山市井研县石牛乡\n",
        "results": "四川省2022年示范名单\n2022年5月1日\n1、乐山市井研县周坡镇\n",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    lists = [str(tmp_path / f"{name}.txt") for name in texts]
    dropped, new = rows_of(run("match", *lists, "-f", "csv"))
    assert dropped["record"] == "石牛乡 was abolished in 2019 (川府民政〔2019〕20号)"
    assert new["record"] == "周坡镇 stands in the editions of 2015–2026"
