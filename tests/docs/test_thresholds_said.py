"""The thresholds that the docs name are those that decide, and figures that one page cites are
those of the other."""

from pathlib import Path

import pytest

from pilotdiff.outcomes.thresholds import DEFAULT

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("README.md", "Below {accept} ({few} where a list of a chosen few"),
        ("README.zh-CN.md", "低于 {accept}（少数单位的名单中凭名称相似的，低于 {few}）"),
        ("docs/matching.md", "rests on the likeness of names is accepted from {few} on"),
        ("docs/matching.zh-CN.md", "凭名称相近作出的配对须达到 {few} 才予采纳"),
        ("docs/benchmark.md", "The threshold is {few}."),
        ("docs/limits.md", "the thresholds ({accept}, margin {margin})"),
    ],
)
def test_a_page_names_the_thresholds(page: str, said: str) -> None:
    assert said.format(**DEFAULT._asdict()) in (ROOT / page).read_text("utf-8")


@pytest.mark.parametrize("page", ["docs/recipes.md", "docs/recipes.zh-CN.md"])
@pytest.mark.parametrize("lists", ["towns", "villages"])
def test_the_paragraph_of_methods_has_the_figures_of_the_benchmark(page: str, lists: str) -> None:
    table = (ROOT / "docs/benchmark.md").read_text("utf-8").split("## Whole lists")[1]
    row = next(line for line in table.splitlines() if line.startswith(f"| {lists} |"))
    recall, _, precision = row.strip("| ").split(" | ")[1:4]
    said = (ROOT / page).read_text("utf-8")
    assert recall in said
    assert f"{float(precision):.4f}" in said
