"""Pages, Markdown and tables as text, by the cases in tests/cases."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from pilotdiff.model import Line
from pilotdiff.reading import read_bytes

CASES = Path(__file__).parents[1] / "cases"


def cases(name: str) -> list[Any]:
    found = tomllib.loads((CASES / f"reading_{name}.toml").read_text("utf-8"))["case"]
    return [pytest.param(case, id=case["comment"]) for case in found]


def shown(line: Line) -> str | list[str]:
    return list(line.cells) if line.cells else line.text


@pytest.mark.parametrize("case", cases("pages"))
def test_page(case: dict[str, Any]) -> None:
    page, wanted = case["page"], case["wanted"]
    if page.startswith("REPEAT "):
        page, wanted = page.removeprefix("REPEAT ") * 3000, [wanted.removeprefix("REPEAT ")] * 3000
    document = read_bytes("page.html", page.encode())
    assert [shown(line) for line in document.lines] == wanted
    if "headings" in case:
        assert [line.heading for line in document.lines] == case["headings"]


@pytest.mark.parametrize("case", cases("markdown"))
def test_markdown(case: dict[str, Any]) -> None:
    lines = read_bytes("list.md", case["raw"].encode()).lines
    assert [[line.number, shown(line)] for line in lines] == case["wanted"]
    headings = {str(line.number): line.heading for line in lines if line.heading}
    assert headings == case.get("headings", {})


@pytest.mark.parametrize("case", cases("separated"))
def test_separated(case: dict[str, Any]) -> None:
    document = read_bytes("table.csv", case["raw"].encode())
    assert [[line.number, list(line.cells)] for line in document.lines] == case["wanted"]
    assert all(line.text == "" for line in document.lines)
    assert case.get("note", "") in " ".join(map(str, document.notes))
    assert bool(document.notes) == ("note" in case)
