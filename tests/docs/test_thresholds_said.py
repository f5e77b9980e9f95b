"""The thresholds that the docs name are those that decide, and figures that one page cites are
those of the other."""

from pathlib import Path
from typing import Any

import pytest

from casefile import cases
from pilotdiff.outcomes.thresholds import DEFAULT

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("case", cases("calls", "page_of_thresholds"))
def test_a_page_names_the_thresholds(case: dict[str, Any]) -> None:
    assert case["said"].format(**DEFAULT._asdict()) in (ROOT / case["page"]).read_text("utf-8")


@pytest.mark.parametrize("page", ["docs/recipes.md", "docs/recipes.zh-CN.md"])
@pytest.mark.parametrize("lists", ["towns", "villages"])
def test_the_paragraph_of_methods_has_the_figures_of_the_benchmark(page: str, lists: str) -> None:
    table = (ROOT / "docs/benchmark.md").read_text("utf-8").split("## Whole lists")[1]
    row = next(line for line in table.splitlines() if line.startswith(f"| {lists} |"))
    recall, _, precision = row.strip("| ").split(" | ")[1:4]
    said = (ROOT / page).read_text("utf-8")
    assert recall in said
    assert f"{float(precision):.4f}" in said
