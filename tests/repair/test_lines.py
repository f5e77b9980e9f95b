"""Whole lines through all repairs, as data."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from pilotdiff.model import Wildcard
from pilotdiff.repair import clean, replay

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/repair_lines.toml").read_text("utf-8"))


def _params() -> list[Any]:
    xfail = pytest.mark.xfail(strict=True)
    return [
        pytest.param(case, id=case["comment"], marks=[xfail] if case.get("fails") else [])
        for case in CASES["case"]
    ]


def _wildcard(text: str) -> Wildcard:
    lead, trail = (None if byte == "--" else int(byte, 16) for byte in text.split())
    return Wildcard(lead, trail)


@pytest.mark.parametrize("case", _params())
def test_line(case: dict[str, Any]) -> None:
    traditional, spacing = case.get("script") == "traditional", case.get("spacing", "")
    mended = clean(case["raw"], traditional=traditional, spacing=spacing)
    assert mended.text == case["wanted"]
    assert replay(mended.raw, mended.repairs) == mended.text
    if "wildcards" in case:
        assert mended.wildcards == tuple(map(_wildcard, case["wildcards"]))
    assert len(mended.wildcards) == mended.text.count("〓")
