"""What documents say of each other, on made-up documents: tests/cases/checks_between.toml."""

from pathlib import Path
from typing import Any

import pytest

from casefile import cases
from pilotdiff.checks import check
from pilotdiff.checks.finding_codes import BETWEEN, CODES
from pilotdiff.filing import filed
from pilotdiff.listing import outline
from pilotdiff.model import Finding
from pilotdiff.reading import read_document
from pilotdiff.units import resolve

_BETWEEN = {each.code for each in BETWEEN}


@pytest.mark.parametrize("case", cases("checks_between", "case"))
def test_what_is_found_between(case: dict[str, Any], tmp_path: Path) -> None:
    found = _checked(case["documents"], tmp_path)
    assert [_shown(finding) for finding in found] == case["wanted"]


@pytest.mark.parametrize("case", cases("checks_between", "case"))
def test_the_order_of_documents_changes_no_code(case: dict[str, Any], tmp_path: Path) -> None:
    there = _checked(case["documents"], tmp_path)
    back = _checked(dict(reversed(case["documents"].items())), tmp_path)
    assert sorted(each.code for each in there) == sorted(each.code for each in back)


def test_every_code_has_a_case() -> None:
    wanted = {
        line.split()[0]
        for parameter in cases("checks_between", "case")
        for line in parameter.values[0]["wanted"]
    }
    assert wanted == _BETWEEN - _CATALOGUED - _IN_ORDER
    assert CODES.keys() >= _BETWEEN


# Only those who compare two lists, in an order, are told: test_foremost.py.
_IN_ORDER = {
    "named-beside",
    "broken-off",
    "lists-of-pilots",
    "lists-swapped",
    "lists-elsewhere",
    "lists-share-nothing",
    "lists-of-other-levels",
    "codes-at-odds",
}
# Only a catalogue tells when a page was published: test_between_catalogued.py.
_CATALOGUED = {"published-before-date"}


def _checked(documents: dict[str, str], folder: Path) -> list[Finding]:
    files = []
    for name, text in documents.items():
        path = folder / f"{name}.txt"
        path.write_text(text, "utf-8")
        files.append(filed(resolve(outline(read_document(str(path)))), id=name))
    return [finding for finding in check(files) if finding.code in _BETWEEN]


def _shown(finding: Finding) -> str:
    """ "figures-differ news:3 pilots:5", and the message's numbers where it has any."""
    document, line = finding.other
    other = f" {document}:{line}" if document else ""
    figures = "".join(f" {name}={value:g}" for name, value in finding.figures)
    return f"{finding.code} {finding.document}:{finding.line}{other}{figures}"
