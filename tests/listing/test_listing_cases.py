"""Lists as data: every layout, tables, running text, whole pages."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from pilotdiff.listing import outline
from pilotdiff.model import Entry, Level, Listing
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve

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


def told(level: Level | None, category: str = "") -> str:
    """The level and the category of a heading or a total as the cases write them."""
    return (f" @{level.value}" if level else "") + (f" #{category}" if category else "")


def structure(listing: Listing) -> dict[str, list[str]]:
    """What stands around the entries, as the cases write it."""
    return {
        "sections": [
            f"{each.depth} {each.ordinal}{each.title}{told(each.level, each.category)}"
            + (f" ={each.declared}" if each.declared is not None else "")
            for each in listing.sections
        ],
        "under": [entry.section for entry in listing.entries],
        "totals": [
            f"{total.number}{told(total.level)} {' / '.join(total.section)}".rstrip()
            for total in listing.declared
        ],
        "units": [
            "|".join(unit.path) + (f" ({' '.join(unit.inferred)})" if unit.inferred else "")
            for unit in resolve(listing).units
        ],
        "roles": [
            reading.role + (f" or {reading.runner_up}" if reading.runner_up else "")
            for reading in listing.readings
        ],
        "left_out": ["!" * skip.suspicious + skip.text for skip in listing.skipped],
    }


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
    found = structure(listing)
    assert {name: found[name] for name in found if name in case} == {
        name: case[name] for name in found if name in case
    }
