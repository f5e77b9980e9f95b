"""What puts an answer in doubt is told by every command and in every medium, before the answer."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from docx.oxml.ns import qn

PILOTS = """清岗市2022年社区治理试点单位名单（4个）
1、白溪区东湖街道柳林社区
2、白溪区东湖街道石桥社区
3、白溪区西岭镇东岭村
"""
RESULTS = """清岗市2024年社区治理示范单位名单
1、白溪区东湖街道柳林社区
2、白溪区西岭镇东岭村
"""
GOLD = "pilot_name,result_name\n柳林社区,柳林社区\n"
SAID = "announces 4 units, but lists 3"


@pytest.fixture
def lists(tmp_path: Path) -> list[Path]:
    files = {"pilots.txt": PILOTS, "results.txt": RESULTS, "gold.csv": GOLD}
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    return [tmp_path / "pilots.txt", tmp_path / "results.txt"]


@pytest.mark.parametrize("written", ["csv", "json", "jsonl"])
def test_beside_data(written: str, lists: list[Path], run: Callable[..., Any]) -> None:
    told = run("match", *lists, "-f", written)
    assert told.code == 0
    assert SAID in told.err
    assert not run("match", *lists, "-f", written, "-q").err


def test_before_what_other_commands_make_of_the_lists(
    lists: list[Path], run: Callable[..., Any]
) -> None:
    gold = lists[0].parent / "gold.csv"
    for call in (
        ("explain", "石桥", *lists),
        ("evaluate", gold, *lists),
        ("panel", *lists),
        ("programme", *lists),
    ):
        assert SAID in run(*call).err, call[0]
        assert SAID not in run(*call, "-q").err, call[0]


def test_nothing_is_told_of_lists_that_agree(lists: list[Path], run: Callable[..., Any]) -> None:
    lists[0].write_text(PILOTS.replace("4个", "3个"), "utf-8")
    for call in (("match", *lists, "-f", "csv"), ("explain", "石桥", *lists), ("panel", *lists)):
        assert not run(*call).err, call[0]


def test_in_every_paper(lists: list[Path], run: Callable[..., Any]) -> None:
    folder, page = lists[0].parent / "papers", lists[0].parent / "page.html"
    screen = run("match", *lists, "-o", folder, "--html", page)
    markdown = run("match", *lists, "-f", "markdown").out
    book = openpyxl.load_workbook(folder / "reconciliation.xlsx", data_only=True)
    summary = " ".join(str(cell) for row in book.worksheets[0].values for cell in row if cell)
    body = page.read_text("utf-8").partition("<body")[2]
    told = {
        "screen": screen.out,
        "markdown": markdown,
        "page": unescape(re.sub(r"<[^>]+>", "", body)),
        "workbook": summary,
        "record": (folder / "run.json").read_text("utf-8"),
        **{
            name: _text(folder / f"{name}.docx")
            for name in ("working-paper", "evidence-form", "memo")
        },
    }
    for name, text in told.items():
        assert SAID in " ".join(text.split()), name


def _text(paper: Path) -> str:
    body = Document(str(paper)).element.body
    return "".join(text.text or "" for text in body.iter(qn("w:t")))
