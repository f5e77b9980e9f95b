"""pilotdiff report and match --html: a page, whole, where it was asked for."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from casefile import cases

LISTS = {
    "old.txt": "1、四川省成都市温江区柳城街道光华社区\n2、四川省成都市温江区柳城街道南街社区\n",
    "new.txt": "1、四川省成都市温江区柳城街道光华社区\n",
}


@pytest.fixture
def lists(tmp_path: Path) -> Any:
    for name, text in LISTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path / "old.txt", tmp_path / "new.txt"


def test_the_page_of_two_lists(run: Callable[..., Any], tmp_path: Path, lists: Any) -> None:
    page = tmp_path / "new" / "report.html"
    done = run("report", *lists, "-o", page)
    assert (done.code, done.out) == (0, "")
    assert done.err == f"pilotdiff: Page: {page}\n"
    text = page.read_text("utf-8")
    assert "Of the 2 pilots that could go on, 1 did: 50.0 %." in re.sub("<[^>]+>", "", text)
    assert "南街社区" in text


def test_without_lists_it_is_the_shipped_example_and_its_programme(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    run("report", "-o", tmp_path / "page.html", "-q")
    text = (tmp_path / "page.html").read_text("utf-8")
    for said in ("Of the 188 pilots", "The programme, batch by batch", "sichuan-2021-news"):
        assert said in text


def test_of_two_lists_no_other_document_is_said_to_be_used(
    run: Callable[..., Any], lists: Any
) -> None:
    assert "What these say was used too" not in run("report", *lists, "-o", "-").out


def test_match_writes_the_same_page_beside_its_screen(
    run: Callable[..., Any], tmp_path: Path, lists: Any
) -> None:
    run("report", *lists, "-o", tmp_path / "one.html", "-q")
    done = run("match", *lists, "--html", tmp_path / "two.html")
    assert "Promoted" in done.out
    assert done.err == f"pilotdiff: Page: {tmp_path / 'two.html'}\n"
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_the_page_goes_to_standard_output_where_that_is_named(
    run: Callable[..., Any], lists: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("report", *lists, "-o", "-")
    assert done.out.startswith("<!DOCTYPE html>")
    assert done.err == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new.txt", "old.txt"]


def test_it_is_in_the_language_asked_for(run: Callable[..., Any], lists: Any) -> None:
    assert '<html lang="zh-Hans">' in run("report", *lists, "-o", "-", "--lang", "zh").out
    assert '<html lang="en">' in run("report", *lists, "-o", "-", "--lang", "en").out


def test_a_filter_is_said(run: Callable[..., Any], lists: Any) -> None:
    text = run("report", *lists, "-o", "-", "--only", "dropped").out
    assert "Only a part was asked for: 1 of 2 rows are here" in text


@pytest.mark.parametrize("case", cases("calls", "no_page"))
def test_where_no_page_can_stand_is_said_before_the_work(
    case: dict[str, Any], run: Callable[..., Any], tmp_path: Path
) -> None:
    (tmp_path / "old.txt").write_text("")
    before = sorted(tmp_path.iterdir())
    done = run(*(argument.format(folder=tmp_path) for argument in case["arguments"]))
    assert done.code == 2
    assert done.out == ""
    assert case["words"] in done.err
    assert len(done.err.splitlines()) == 1
    assert sorted(tmp_path.iterdir()) == before


def test_a_list_at_fault_leaves_no_page(
    run: Callable[..., Any], tmp_path: Path, lists: Any
) -> None:
    done = run("report", lists[0], tmp_path / "missing.txt", "-o", tmp_path / "page.html")
    assert done.code == 2
    assert not (tmp_path / "page.html").exists()


def test_jinja_is_imported_for_a_page_only(tmp_path: Path, lists: Any) -> None:
    import subprocess
    import sys

    command = [sys.executable, "-X", "importtime", "-m", "pilotdiff", "match", *map(str, lists)]
    plain = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    assert "jinja2" not in plain
    assert "pilotdiff.report.page" not in plain
    page = [*command, "--html", str(tmp_path / "page.html")]
    assert "jinja2" in subprocess.run(page, capture_output=True, text=True, check=True).stderr


def test_what_would_act_on_a_page_or_a_terminal_is_shown(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    for name in ("old.txt", "new.txt"):
        text = LISTS["old.txt"].replace("光华", "光\x1b华") + "城乡社区治理" * 20
        (tmp_path / name).write_text(text, "utf-8")
    lists = tmp_path / "old.txt", tmp_path / "new.txt"
    shown = [run("report", *lists, "-o", "-").out, run("explain", "华社区", *lists).out]
    assert [char for text in shown for char in text if char == "\x1b"] == []
    assert all("光␛华" in text for text in shown)
