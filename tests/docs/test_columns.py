"""docs/columns.md holds columns, Chinese headings, outcomes and changes, in their order."""

import re
from typing import Any

import pytest

from docs.fenced import ROOT
from pilotdiff.column_headings import headings
from pilotdiff.model import Change, Outcome
from pilotdiff.report import diff_columns
from pilotdiff.report.answers import entries_answer, findings_answer, trail_answer

PAGE = (ROOT / "docs/columns.md").read_text("utf-8")


def table(first: str) -> list[tuple[str, str]]:
    """The first two cells of each row of the table whose header begins so."""
    body = PAGE.split(f"| {first} |", 1)[1].split("\n\n", 1)[0]
    return re.findall(r"^\| `(\w+)` \| (\S+) \|", body, re.MULTILINE)


@pytest.mark.parametrize(
    ("heading", "wanted"),
    [
        ("diff.csv", diff_columns.COLUMNS),
        ("parse", entries_answer.COLUMNS),
        ("trace", trail_answer.COLUMNS),
    ],
)
def test_every_column_stands_there_with_its_heading(heading: str, wanted: Any) -> None:
    section = PAGE.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    rows = re.findall(r"^\| `(\w+)` \| (\S+) \|", section, re.MULTILINE)
    assert rows == list(zip(wanted, headings(wanted, "zh"), strict=True))


def test_every_outcome_and_change_stands_there() -> None:
    assert [name for name, _ in table("`outcome`")] == list(Outcome)
    assert [name for name, _ in table("`changes`")] == list(Change)


def test_the_columns_of_findings_stand_there() -> None:
    section = PAGE.split("\n## check\n", 1)[1]
    told = re.findall(r"^\| (`.+?`) \|", section, re.MULTILINE)
    assert tuple(re.findall(r"`(\w+)`", " ".join(told))) == findings_answer.COLUMNS
