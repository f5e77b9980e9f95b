"""docs/formats.md names every column that is written."""

import re
from pathlib import Path

from pilotdiff.report import columns, entries

TEXT = (Path(__file__).parents[2] / "docs/formats.md").read_text("utf-8")


def documented(section):
    part = TEXT.split(f"## {section}\n")[1].split("\n## ")[0]
    firsts = [line.split("|")[1] for line in part.splitlines() if line.startswith("| `")]
    return set(re.findall(r"`(\w+)`", " ".join(firsts)))


def test_every_column_is_documented():
    parts = {"prefecture", "county", "township"}
    assert documented("diff.csv") == set(columns.COLUMNS) - parts
    assert documented("parse") == set(entries.COLUMNS) - parts
