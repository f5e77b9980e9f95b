import csv
import io
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from casefile import cases

COLUMNS = (
    "id level category province prefecture county township community name ordinal line section "
    "note raw repairs code confidence place"
)


def rows(text: str) -> list[Any]:
    return list(csv.DictReader(io.StringIO(text)))


def test_csv_has_the_columns_of_the_contract(run: Callable[..., Any]) -> None:
    done = run("parse", "sichuan-2023-demonstrations", "-f", "csv")
    assert done.code == 0
    assert done.out.splitlines()[0] == COLUMNS.replace(" ", ",")
    assert Counter(row["level"] for row in rows(done.out)) == {"township": 30, "community": 100}


def test_what_is_not_read_is_told_beside_the_data(run: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("示范村名单\n1.清岗县白溪镇东岭村\n2.清岗县白溪镇**村\n3.清岗县民政局\n")
    done = run("parse", str(path), "-f", "csv")
    (row,) = rows(done.out)
    assert 0.5 < float(row["confidence"]) <= 1
    assert "2.清岗县白溪镇**村" in done.err
    assert "3.清岗县民政局" in done.err
    assert run("parse", str(path), "-f", "csv", "--quiet").err == ""


def test_every_format_holds_the_same_entries(run: Callable[..., Any]) -> None:
    names = [row["name"] for row in rows(run("parse", "pengxi-2022-plan", "-f", "csv").out)]
    document = json.loads(run("parse", "pengxi-2022-plan", "-f", "json").out)
    lines = run("parse", "pengxi-2022-plan", "-f", "jsonl").out.splitlines()
    assert [row["name"] for row in document["rows"]] == names
    assert [json.loads(line)["name"] for line in lines] == names
    assert document["summary"]["levels"] == {"township": 1, "community": 5}
    markdown = run("parse", "pengxi-2022-plan", "-f", "markdown").out
    screen = run("parse", "pengxi-2022-plan").out
    for name in names:
        assert name in markdown
        assert name in screen


def test_the_screen_of_a_shipped_list(
    run: Callable[..., Any], snapshot: Callable[..., None]
) -> None:
    snapshot("parse-plan", run("parse", "pengxi-2022-plan").out)


def test_a_list_from_standard_input(run: Callable[..., Any]) -> None:
    text = "1、四川省成都市温江区柳城街道光华社区\n2、四川省成都市温江区柳城街道南街社区\n"
    done = run("parse", "-", "-f", "csv", stdin=text.encode())
    assert [row["community"] for row in rows(done.out)] == ["光华社区", "南街社区"]


def test_figures_without_a_list_are_shown(run: Callable[..., Any]) -> None:
    done = run("parse", "sichuan-2021-news")
    assert done.code == 0
    assert "no list; 15 figures" in done.out


def test_what_was_passed_over_is_shown_on_request(run: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "prose.txt"
    path.write_text("今天天气很好。\n", "utf-8")
    done = run("parse", path, "--passed-over")
    assert done.code == 2
    assert "今天天气很好" in done.out
    assert "no list found" in done.err


def test_a_file_comes_before_a_shipped_document(
    run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pengxi-2022-plan").write_text(
        "1、四川省成都市温江区\n2、四川省成都市郫都区\n", "utf-8"
    )
    assert len(rows(run("parse", "pengxi-2022-plan", "-f", "csv").out)) == 2


@pytest.mark.parametrize("language", ["zh_CN.UTF-8", "en_US.UTF-8"])
def test_the_locale_decides_on_the_language(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("LC_ALL", language)
    assert ("村（社区） 5" in run("parse", "pengxi-2022-plan").out) == language.startswith("zh")
    assert "Communities 5" in run("parse", "pengxi-2022-plan", "--lang", "en").out


def test_a_total_counts_all_that_stands_under_its_heading(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    path = tmp_path / "list.txt"
    path.write_text(
        "试点名单\n一、街道（1个）\n1、甲市乙区丙街道\n二、社区（3个）\n（一）便民服务型（2个）\n"
        "1、甲市乙区丙街道丁社区\n2、甲市乙区丙街道戊社区\n（二）智慧科技型（2个）\n"
        "1、甲市乙区丙街道己社区\n",
        "utf-8",
    )
    told = run("parse", path).out
    assert [line[0] for line in told.splitlines() if line[:1] in "✓✗" and line] == list("✓✓✓✗")


def test_why_a_line_was_read_so(run: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("四川省试点县名单\n1.成都市温江区\n2.绵阳市三台县\n", "utf-8")
    done = run("parse", path, "--why", "2")
    assert done.code == 0
    assert "an item of the list" in done.out
    assert '"role": "item"' in run("parse", path, "--why", "2", "-f", "json").out
    wrong = run("parse", path, "--why", "9")
    assert wrong.code == 2
    assert "no line 9" in wrong.err


@pytest.mark.parametrize("case", cases("calls", "without_list"))
def test_a_document_without_a_list_says_what_was_seen(
    case: dict[str, Any], run: Callable[..., Any], tmp_path: Path
) -> None:
    text, told = case["text"], case["told"]
    file = tmp_path / "list.txt"
    file.write_text(text, "utf-8")
    for command in (["parse", file], ["match", file, file]):
        done = run(*map(str, command))
        assert done.code == 2
        assert told in done.err
    said = " ".join(run("parse", str(file)).out.split())
    assert ("speaks of persons; no unit is read below it" in said) == ("个人" in text)


def test_one_document_is_read_without_what_compares_two(tmp_path: Path) -> None:
    document = tmp_path / "list.txt"
    document.write_text("名单\n1.正定县白溪镇东岭村\n2.灵寿县青石镇西岭村\n", "utf-8")
    command = [sys.executable, "-X", "importtime", "-m", "pilotdiff", "parse", str(document)]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    assert "pilotdiff.listing.outline" in loaded
    assert "pilotdiff.matching.pairing" not in loaded
