"""pilotdiff DIR: which lists of a folder belong together."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from pilotdiff.cli import main

LISTS = {
    "a.txt": "湖南省2019年乡村治理试点乡镇名单\n1、长沙县金井镇\n2、长沙县开慧镇\n",
    "b.txt": "湖南省2020年乡村治理试点乡镇名单\n1、宁乡市双江口镇\n2、宁乡市沙田乡\n",
    "c.txt": "湖南省2021年乡村治理示范乡镇名单\n1、长沙县开慧镇\n",
    "d.txt": "湖南省2022年乡村治理示范乡镇名单\n1、宁乡市双江口镇\n",
    "odd.pdf": "this is no PDF",
}
PAIRS = [("a.txt", "c.txt"), ("b.txt", "d.txt")]


class Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


@pytest.mark.usefixtures("list_folder")
def test_shared_units_decide_what_belongs_together(capsysbinary: Any) -> None:
    assert main(["lists", "-f", "json"]) == 0
    answer = json.loads(capsysbinary.readouterr().out)
    assert [
        (Path(pair["pilots"]).name, Path(pair["results"]).name) for pair in answer["pairs"]
    ] == PAIRS
    assert [each["document"] for each in answer["documents"] if each["unread"]] == ["lists/odd.pdf"]


def test_a_document_without_a_list_is_told(list_folder: Path, capsys: Any) -> None:
    (list_folder / "lists/e.txt").write_text("今天天气很好。\n", "utf-8")
    for form in ("table", "csv", "markdown"):
        main(["lists", "--lang", "en", "-f", form])
        said = " ".join(capsys.readouterr().out.split())
        assert "no list is found in lists/e.txt" in said
        assert "lists/odd.pdf: lists/odd.pdf" not in said


@pytest.mark.usefixtures("list_folder")
def test_without_a_terminal_nothing_is_asked(capsys: Any) -> None:
    assert main(["lists", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "[Y/n]" not in said
    assert "pilotdiff match lists/a.txt lists/c.txt" in said
    assert "odd.pdf" in said
    assert main(["folder", "lists", "--lang", "en"]) == 0
    assert capsys.readouterr().out == said


@pytest.mark.usefixtures("list_folder")
@pytest.mark.parametrize(("answer", "matched"), [("\n", 2), ("y\n", 2), ("n\n", 0)])
def test_at_a_terminal_it_is_asked_once(
    answer: str, matched: int, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(io.BytesIO(answer.encode())))
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "100")
    assert main(["lists", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert said.count("2 pairs: reconcile them? [Y/n]") == 1
    assert said.count("pilotdiff explain") == matched  # each pair's own screen ends with it


def test_papers_of_each_pair_go_to_a_folder_of_their_own(list_folder: Path) -> None:
    assert main(["lists", "--yes", "-q", "-o", "papers"]) == 0
    assert {each.name for each in (list_folder / "papers").iterdir()} == {"a-c", "b-d"}
    assert (list_folder / "papers/a-c/diff.csv").is_file()
    # What was written here is no list.
    assert main([".", "-q"]) == 0


@pytest.mark.usefixtures("list_folder")
def test_what_is_no_folder_is_one_sentence(capsys: Any) -> None:
    assert main(["folder", "nowhere", "--lang", "en"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
