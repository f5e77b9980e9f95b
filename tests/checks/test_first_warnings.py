"""What one must know before trusting an answer: tests/cases/foremost.toml."""

from pathlib import Path
from typing import Any

import pytest

from casefile import cases
from pilotdiff.checks.first_warnings import foremost
from pilotdiff.filing import filed
from pilotdiff.listing import outline
from pilotdiff.model import Filed
from pilotdiff.reading import read_document
from pilotdiff.units import resolve


@pytest.mark.parametrize("case", cases("foremost", "two"))
def test_what_makes_two_lists_doubtful(case: dict[str, Any], tmp_path: Path) -> None:
    documents = [_filed(case[name], name, tmp_path) for name in ("pilots", "results")]
    assert [finding.code for finding in foremost(*documents)] == case["wanted"]


@pytest.mark.parametrize("case", cases("foremost", "one"))
def test_what_a_document_leaves_out(case: dict[str, Any], tmp_path: Path) -> None:
    found = foremost(_filed(case["text"], "list", tmp_path))
    assert [f"{finding.code} {finding.line}" for finding in found] == case["wanted"]


def _filed(text: str, name: str, folder: Path) -> Filed:
    path = folder / f"{name}.txt"
    path.write_text(text, "utf-8")
    return filed(resolve(outline(read_document(str(path)))), id=name)
