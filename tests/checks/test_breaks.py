"""Each break of a document is found, with its line: tests/cases/breaks_*.toml."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from breaking import broken, from_catalogue, from_page, shipped, whole
from casefile import cases
from pilotdiff.checks import check
from pilotdiff.model import Filed, Finding


@pytest.mark.parametrize("case", cases("breaks_lists", "break"))
def test_a_break_of_a_shipped_list_is_found(case: dict[str, Any]) -> None:
    source, lines = shipped()[case["document"]]
    mine = from_catalogue(source, broken(lines, case["edit"]))
    assert case["wanted"] in _told(mine, case["document"])
    assert case["wanted"] not in _of_the_whole(source.id)


@pytest.mark.parametrize("case", cases("breaks_pages", "break"))
def test_a_break_of_a_page_is_found(case: dict[str, Any], shared: Path) -> None:
    page = next((shared / "seeds").glob(f"{case['document']}_*"))
    lines = page.read_bytes().decode().split("\n")
    mine = from_page(page.name, broken(lines, case["edit"]))
    assert case["wanted"] in _told(mine, case["instead"])
    assert case["wanted"] not in _of_the_page(page, case["instead"])


@pytest.mark.parametrize("file", ["breaks_lists", "breaks_pages"])
def test_every_document_is_broken_in_twenty_ways(file: str) -> None:
    documents = [parameter.values[0]["document"] for parameter in cases(file, "break")]
    assert all(documents.count(document) >= 20 for document in documents)


def _told(mine: Filed, instead: str) -> set[str]:
    """Code and line of all that is found at a line of the document, beside the shipped others."""
    others = [filed for id, filed in _shipped().items() if id != instead]
    found = check([mine, *others])
    return {told for finding in found for told in _at(finding, mine.source.id)}


def _at(finding: Finding, document: str) -> set[str]:
    places = ((finding.document, finding.line), finding.other)
    return {f"{finding.code} {line}" for name, line in places if name == document}


@cache
def _of_the_whole(id: str) -> set[str]:
    return _told(_shipped()[id], id)


@cache
def _of_the_page(page: Path, instead: str) -> set[str]:
    return _told(from_page(page.name, page.read_bytes().decode().split("\n")), instead)


@cache
def _shipped() -> dict[str, Filed]:
    return {id: whole(source, lines) for id, (source, lines) in shipped().items()}
