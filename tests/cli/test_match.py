import csv
import io
import json
import os
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import published_files
from casefile import cases
from pilotdiff.cli import loading

EXAMPLE = ("sichuan-2022-pilots", "sichuan-2023-demonstrations")


def outcomes(text: str) -> Any:
    return Counter(row["outcome"] for row in json.loads(text)["rows"])


@pytest.fixture
def lists(tmp_path: Path) -> tuple[Path, Path]:
    pilots, results = tmp_path / "pilots.csv", tmp_path / "results.csv"
    head, place = "id,name\n", "四川省成都市温江区柳城街道"
    pilots.write_text(f"{head}1,{place}光华社区\n2,{place}南街村\n3,{place}和平社区\n", "utf-8")
    results.write_text(f"{head}a,{place}光华社区\nb,{place}南街社区\n", "utf-8")
    return pilots, results


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_screen_of_the_example(
    run: Callable[..., Any], snapshot: Callable[..., None], language: str
) -> None:
    done = run("match", "--lang", language)
    assert (done.code, done.err) == (0, "")
    snapshot(f"match-example-{language}", done.out)


def test_the_example_is_the_two_shipped_lists(run: Callable[..., Any]) -> None:
    alone = run("match", "-f", "json").out
    assert alone == run("match", *EXAMPLE, "-f", "json").out
    assert outcomes(alone) == {"promoted": 129, "renamed": 1, "dropped": 58, "not_eligible": 41}


def test_every_row_is_that_of_the_gold(run: Callable[..., Any], shared: Path) -> None:
    gold_file = (shared / "gold/sichuan-2022-2023.csv").open(encoding="utf-8-sig", newline="")
    with gold_file:
        gold = {row["pilot_raw"]: row for row in csv.DictReader(gold_file)}
    pages = [next((shared / "seeds").glob(f"00{number}_*.txt")) for number in (0, 1)]
    for sources in (EXAMPLE, pages):
        rows = json.loads(run("match", *sources, "-f", "json").out)["rows"]
        compared = ("outcome", "level", "pilot_name", "result_name", "changes", "pilot_ordinal")
        got = {row["pilot_raw"]: [row[key] for key in compared] for row in rows}
        assert got == {raw: [row[key] for key in compared] for raw, row in gold.items()}


def test_every_format_tells_the_same_rows(run: Callable[..., Any], lists: Any) -> None:
    document = json.loads(run("match", *lists, "-f", "json").out)
    lines = [json.loads(line) for line in run("match", *lists, "-f", "jsonl").out.splitlines()]
    table = list(csv.DictReader(io.StringIO(run("match", *lists, "-f", "csv").out)))
    assert document["rows"] == lines
    assert [{k: "" if v is None else str(v) for k, v in row.items()} for row in lines] == table
    assert document["summary"]["rows"] == len(lines) == 3
    assert document["run"]["pilots"]["name"] == str(lists[0])
    markdown = run("match", *lists, "-f", "markdown").out
    assert "## Renamed (1)" in markdown
    assert "和平社区" in markdown


@pytest.mark.parametrize("case", cases("calls", "filtered"))
def test_filters_narrow_every_output(
    case: dict[str, Any], run: Callable[..., Any], tmp_path: Path
) -> None:
    filters, count = case["filters"], case["count"]
    rows = json.loads(run("match", "-f", "json", *filters).out)["rows"]
    assert len(rows) == count
    done = run("match", "-o", tmp_path / "papers", *filters)
    diff = (tmp_path / "papers/diff.csv").read_text("utf-8-sig")
    assert len(list(csv.reader(io.StringIO(diff)))) == count + 1
    assert f"showing {count} of 229 rows: {' '.join(filters)}" in " ".join(done.out.split()) or len(
        set(filters) & {"--only", "--within"}
    )


@pytest.mark.parametrize("case", cases("calls", "exit_code"))
def test_exit_codes(case: dict[str, Any], run: Callable[..., Any]) -> None:
    assert run("match", "-q", *case["options"]).code == case["code"]


def test_the_same_list_twice_is_unchanged(run: Callable[..., Any], lists: Any) -> None:
    done = run("match", lists[0], lists[0], "--exit-code", "-f", "json")
    assert done.code == 0
    assert outcomes(done.out) == {"promoted": 3}


def test_swapped_lists_balance(run: Callable[..., Any]) -> None:
    got = outcomes(run("match", *reversed(EXAMPLE), "-f", "json").out)
    assert got == {"promoted": 129, "renamed": 1, "new": 99}


def test_papers_are_written_beside_the_screen(
    run: Callable[..., Any], lists: Any, tmp_path: Path
) -> None:
    done = run("match", *lists, "-o", tmp_path / "papers")
    assert (
        done.err
        == f"pilotdiff: Working papers: {tmp_path / 'papers'}; open reconciliation.xlsx first\n"
    )
    assert "Renamed 1" in done.out
    quiet = run("match", *lists, "-o", tmp_path / "papers", "-q")
    assert (quiet.code, quiet.out, quiet.err) == (0, "", "")


def test_where_no_list_is_found_what_reading_left_out_is_said(
    run: Callable[..., Any], lists: Any, tmp_path: Path
) -> None:
    path = tmp_path / "hidden.xlsx"
    path.write_bytes(published_files.workbook("== 说明\n见附表\n== 名单 (hidden)\n成都市温江区\n"))
    done = run("match", path, lists[1])
    assert done.code == 2
    assert "hidden sheets were left out: 名单; give a document that lists units" in done.err


def test_a_blocked_folder_is_refused_before_the_work(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("keep me")
    done = run("match", "no-such-list", "nor-this", "-o", blocked)
    assert (done.code, done.out) == (2, "")
    assert "is a file" in done.err
    assert blocked.read_text() == "keep me"


def test_one_list_from_standard_input(run: Callable[..., Any], lists: Any) -> None:
    done = run("match", lists[0], "-", "-f", "json", stdin=lists[1].read_bytes())
    assert outcomes(done.out) == {"promoted": 1, "renamed": 1, "dropped": 1}


def test_columns_can_be_named(run: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("x,y\n7,四川省成都市温江区\n8,四川省成都市郫都区\n", "utf-8")
    done = run("match", path, path, "-f", "json", "--id-column", "x", "--name-column", "y")
    assert [row["pilot_id"] for row in json.loads(done.out)["rows"]] == ["7", "8"]


def test_ids_of_a_table_come_through(run: Callable[..., Any], lists: Any) -> None:
    rows = json.loads(run("match", *lists, "-f", "json").out)["rows"]
    assert [(row["pilot_id"], row["result_id"]) for row in rows] == [
        ("1", "a"),
        ("2", "b"),
        ("3", ""),
    ]


def test_a_live_formula_in_a_table_is_neutralised(run: Callable[..., Any], lists: Any) -> None:
    lists[0].write_text(
        "id,name\n\"=cmd|'/c calc'!A1\",四川省成都市温江区柳城街道光华社区\n"
        "+1+1,四川省成都市温江区柳城街道南街村\n",
        "utf-8",
    )
    rows = list(csv.DictReader(io.StringIO(run("match", *lists, "-f", "csv").out)))
    assert [row["pilot_id"] for row in rows] == ["'=cmd|'/c calc'!A1", "'+1+1"]


def test_the_same_input_gives_the_same_bytes(spawn: Callable[..., Any], tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert spawn("match", "-q", "-o", tmp_path / name).returncode == 0
    papers = [sorted((tmp_path / name).iterdir()) for name in ("one", "two")]
    for one, two in pairwise(papers):
        assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]


def test_piped_it_is_plain(spawn: Callable[..., Any]) -> None:
    done = spawn("match")
    assert b"\x1b" not in done.stdout
    assert done.stderr == b""


def test_a_file_named_by_bytes_that_are_no_text_is_read(
    spawn: Callable[..., Any], lists: Any, tmp_path: Path
) -> None:
    odd = tmp_path / os.fsdecode(b"\xff.csv")
    odd.write_bytes(lists[0].read_bytes())
    done = spawn("match", odd, lists[1], "-o", tmp_path / "papers")
    assert done.returncode == 0, done.stderr
    assert "/?.csv" in (tmp_path / "papers/run.json").read_text("utf-8")


def test_two_texts_read_side_by_side_give_the_same(
    run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = "清岗县白溪镇东岭村", "清岗县白溪镇西岭村", "南岭县北镇东村", "南岭县北镇（略）"
    lists = [tmp_path / "pilots.txt", tmp_path / "results.txt"]
    for path, chosen in zip(lists, (names, names[1:]), strict=True):
        numbered = [f"{number}．{name}" for number, name in enumerate(chosen, start=1)]
        path.write_text("\n".join(["试点村名单", *numbered]), "utf-8")
    alone = run("match", *lists, "-f", "json").out
    monkeypatch.setattr(loading, "_PAYS", {".txt": 0})
    monkeypatch.setattr(loading, "cores", lambda: 2)
    assert run("match", *lists, "-f", "json").out == alone


def test_two_files_read_side_by_side_give_the_same(
    run: Callable[..., Any], lists: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = run("match", *lists, "-f", "json").out
    monkeypatch.setattr(loading, "_PAYS", {".csv": 0})
    monkeypatch.setattr(loading, "cores", lambda: 2)
    assert run("match", *lists, "-f", "json").out == alone
    lists[1].write_text("id,name\n", "utf-8")
    refused = run("match", *lists)
    assert (refused.code, refused.err.count("\n")) == (2, 1)
    lists[0].write_text("id,name\n", "utf-8")
    assert str(lists[0]) in run("match", *lists).err  # of two that hold no list the first is told


def test_a_list_of_schools_is_no_list_of_places(run: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "schools.txt"
    path.write_text("某省试点学校名单\n1.南京市第一中学\n2.无锡市江南中学\n", "utf-8")
    done = run("match", path, path)
    assert done.code == 2
    assert "“1.南京市第一中学” (line 2) could not be read as places" in done.err


def test_a_name_that_several_bear_is_proposed_with_its_place(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    towns = [f"白溪第{n}镇" for n in "一二三四五六七"]
    files = tmp_path / "pilots.txt", tmp_path / "results.txt"
    for file, title, kept in zip(files, ("试点", "示范"), (towns, towns[1:]), strict=True):
        names = "".join(f"{n}. 清岗县{town}新民村\n" for n, town in enumerate(kept, start=1))
        file.write_text(f"{title}村名单\n{names}", "utf-8")
    done = run("match", *files)
    assert "pilotdiff explain 清岗县白溪第一镇新民村" in done.out
    assert "Dropped" in run("explain", "清岗县白溪第一镇新民村", *files).out


def test_the_record_of_a_run_has_every_option_that_bears_on_the_answer(
    run: Callable[..., Any], lists: Any, tmp_path: Path
) -> None:
    folder = tmp_path / "papers"
    for given in ((), ("--no-record",)):
        assert run("match", *lists, *given, "-o", folder, "-q").code == 0
    options = json.loads((folder / "run.json").read_text("utf-8"))["options"]
    assert options == {"only": [], "level": [], "category": [], "within": [], "no_record": True}
    other = run("match", *lists, "--no-record", "--only", "dropped", "-o", folder, "-q")
    assert other.code == 2
