"""Lists as data: every layout, tables, running text, whole pages."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from pilotdiff.listing import outline
from pilotdiff.model import Entry, Listing
from pilotdiff.reading import read_bytes

CASES = Path(__file__).parents[1] / "cases"


def _cases() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("listing_*.toml")):
        for case in tomllib.loads(path.read_text("utf-8"))["case"]:
            why = case.get("known_failure")
            marks = [pytest.mark.xfail(strict=True, reason=why)] if why else []
            name = f"{path.stem.removeprefix('listing_')}: {case['comment']}"
            found.append(pytest.param(case, id=name, marks=marks))
    return found


def _read(case: dict[str, Any]) -> Listing:
    suffix = case.get("format", "txt")
    return outline(read_bytes(f"case.{suffix}", case["raw"].encode()))


def shown(entry: Entry) -> str:
    """An entry as the cases write it."""
    text = "+".join([*entry.above, entry.text])
    number = f"{entry.ordinal}. " if entry.ordinal else ""
    columns = f" [{'|'.join(entry.columns)}]" if entry.columns else ""
    level = f" @{entry.level.value}" if entry.level else ""
    category = f" #{entry.category}" if entry.category else ""
    note = f" !{entry.note}" if entry.note else ""
    return number + text + columns + level + category + note


@pytest.mark.parametrize("case", _cases())
def test_entries_are_as_wanted(case: dict[str, Any]) -> None:
    listing = _read(case)
    assert [shown(entry) for entry in listing.entries] == case["wanted"]
    assert [skip.text for skip in listing.skipped if skip.suspicious] == case.get("suspicious", [])
    if "mentions" in case:
        assert [shown(entry) for entry in listing.mentions] == case["mentions"]
    if "declared" in case:
        assert [total.number for total in listing.declared] == case["declared"]
    if "title" in case:
        assert listing.title == case["title"]
