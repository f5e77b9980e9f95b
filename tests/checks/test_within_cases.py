"""What one document shows by itself, on made-up lists: tests/cases/checks_within.toml."""

from typing import Any

import pytest

from breaking import from_page
from casefile import cases
from pilotdiff.checks import check
from pilotdiff.checks.finding_codes import WITHIN


@pytest.mark.parametrize("case", cases("checks_within", "case"))
def test_what_is_found_within(case: dict[str, Any]) -> None:
    found = check([from_page("list.txt", case["text"].split("\n"))])
    assert sorted(f"{finding.code} {finding.line}" for finding in found) == case["wanted"]


def test_every_code_has_a_case() -> None:
    """Here, among the breaks, or among what stands on the first screen."""
    wanted = {
        line.split()[0] for p in cases("checks_within", "case") for line in p.values[0]["wanted"]
    }
    for file in ("breaks_lists", "breaks_pages"):
        wanted |= {p.values[0]["wanted"].split()[0] for p in cases(file, "break")}
    told = (line for p in cases("foremost", "one") for line in p.values[0]["wanted"])
    wanted |= {line.split()[0] for line in told}
    assert wanted >= {each.code for each in WITHIN}
