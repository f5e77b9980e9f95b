"""docs/trace.md describes every column and sign."""

from pathlib import Path
from typing import Any

import pytest

from pilotdiff.report.answers.trail_answer import COLUMNS
from pilotdiff.report.screen.trail_stop import OUTCOME_SIGNS

DOCS = (Path(__file__).parents[2] / "docs" / "trace.md").read_text("utf-8")


@pytest.mark.parametrize("column", COLUMNS)
def test_every_column_is_described(column: Any) -> None:
    assert f"`{column}`" in DOCS


@pytest.mark.parametrize("sign", OUTCOME_SIGNS.values())
def test_every_sign_is_described(sign: Any) -> None:
    assert f"| {sign} |" in DOCS
