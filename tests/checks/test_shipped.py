"""The shipped documents: no error, and exactly the warnings and notes that the facts bear out.

The facts are counted a second time here without the tool: from the lines of the lists as text.
"""

import re
from pathlib import Path
from typing import Any

import pytest

from casefile import table
from pilotdiff.checks import check
from pilotdiff.cli.loading import Loader
from pilotdiff.cli.progress import Progress
from pilotdiff.filing import filed
from pilotdiff.language import words
from pilotdiff.listing import outline
from pilotdiff.model import Filed, Finding
from pilotdiff.reading import read_document
from pilotdiff.units import resolve

_LISTS = Path(__file__).parents[2] / "data" / "lists"
_PINYIN = re.compile(r"\([a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]+\)")
_NUMBER = re.compile(r"^\s*\d{1,3}(?:[、.]\s*|\t)")
_PILOTS, _RESULTS = "sichuan-2022-pilots", "sichuan-2023-demonstrations"
_PLAN, _NEWS, _ZONES = "pengxi-2022-plan", "sichuan-2021-news", "national-2019-zones"

_WARNINGS = {"name-damaged", "categories-uneven"}


@pytest.fixture(scope="module")
def documents() -> tuple[Filed, ...]:
    return Loader(Progress(shown=False), words("en")).filed()


@pytest.fixture(scope="module")
def findings(documents: tuple[Filed, ...]) -> tuple[Finding, ...]:
    return check(documents)


def test_exactly_what_the_facts_bear_out(findings: Any) -> None:
    wanted = [
        (one["code"], one["document"], one.get("line", ""), one.get("figures", {}))
        for one in table("shipped_findings", "finding")
    ]
    assert [_facts(finding) for finding in findings] == wanted


def test_no_error_and_two_warnings(findings: Any) -> None:
    graver = {(finding.code, finding.severity.value) for finding in findings}
    assert {code for code, severity in graver if severity == "warning"} == _WARNINGS
    assert "error" not in {severity for _, severity in graver}


def test_the_sentences_name_what_was_found(findings: Any) -> None:
    told = {finding.code: str(finding.message) for finding in findings}
    assert "川民发〔2022〕37号" in told["number-revealed"]
    assert "南北街社区" in told["categories-uneven"]
    assert "四川省邛崍市" in told["zone-is-pilot"]
    assert "成都市邛崃市" in told["zone-is-pilot"]
    assert "竹园镇清江村" in told["renamed-since"]
    assert "1.28亿元" in told["figures-agree"]
    assert "超过6.7亿元" in told["figures-agree"]


def test_the_figures_counted_again_from_the_lists() -> None:
    """52 communities lie outside the streets, six counties have none, and so on."""
    counties, streets, communities = _parts(_PILOTS, 41, 38, 150)
    shown_streets, shown = _parts(_RESULTS, 30, 100)
    assert {
        "outside": len(_outside(communities, streets)),
        "without street": len(_without(counties, streets)),
        "without community": len(_without(streets, communities)),
        "outside, 2023": len(_outside(shown, shown_streets)),
        "without, 2023": len(_without(shown_streets, shown)),
    } == {
        "outside": 52,
        "without street": 6,
        "without community": 4,
        "outside, 2023": 31,
        "without, 2023": 3,
    }
    assert (len(streets) - len(shown_streets), len(communities) - len(shown)) == (8, 50)


def test_the_pages_tell_the_same_story(findings: Any, shared: Path) -> None:
    """The five pages as saved, with their prose: the same findings, each with its line."""
    pages = sorted((shared / "seeds").glob("*.txt"))
    names = dict(zip((_PILOTS, _RESULTS, _PLAN, _NEWS, _ZONES), pages, strict=True))
    files = [filed(resolve(outline(read_document(str(page)))), id=id) for id, page in names.items()]
    from_pages = check(files)
    # The sentences with the 31 zones of the annex, the 6 units of the plan: on the pages alone.
    on_page = [each for each in from_pages if each.code == "mentions-agree"]
    named = {each.document: each.figures for each in on_page}
    assert named == {_PLAN: (("units", 6),), _ZONES: (("units", 31),)}
    shipped = [each for each in from_pages if each not in on_page]
    assert sorted(map(_story, shipped)) == sorted(map(_story, findings))
    in_prose = {"figures-agree", "figures-compatible", "categories-uneven", "number-revealed"}
    assert all(each.line > 0 for each in from_pages if each.code in in_prose)


def _facts(finding: Finding) -> tuple[str, str, str, dict[str, float]]:
    lines = _lines(finding.document) if finding.line else []
    line = lines[finding.line - 1] if finding.line else ""
    return finding.code, finding.document, line, dict(finding.figures)


def _story(finding: Finding) -> tuple[str, str, tuple[float, ...], str]:
    """A finding without its line and the words of its figures, which facts put more shortly."""
    values = tuple(value for _, value in finding.figures)
    return finding.code, finding.document, values, finding.other[0]


def _lines(document: str) -> list[str]:
    """The lines of a list as text, without numbers, pinyin and what stands in further columns."""
    text = (_LISTS / f"{document}.txt").read_text("utf-8")
    return [_NUMBER.sub("", _PINYIN.sub("", line)).split("\t")[0] for line in text.split("\n")]


def _parts(document: str, *sizes: int) -> list[list[str]]:
    """The numbered lines of a list, cut into parts of these sizes, which must use them up."""
    text = (_LISTS / f"{document}.txt").read_text("utf-8").split("\n")
    names = [line for raw, line in zip(text, _lines(document), strict=True) if _NUMBER.match(raw)]
    assert len(names) == sum(sizes)
    return [names[sum(sizes[:at]) : sum(sizes[: at + 1])] for at in range(len(sizes))]


def _outside(names: list[str], parents: list[str]) -> list[str]:
    return [name for name in names if not name.startswith(tuple(parents))]


def _without(parents: list[str], names: list[str]) -> list[str]:
    return [parent for parent in parents if not any(name.startswith(parent) for name in names)]
