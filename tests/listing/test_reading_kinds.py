"""Small documents of every kind that lists have: their entries with all parents that they state."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

import office_files
import published_files
import wanted_units
from pilotdiff.listing import outline
from pilotdiff.model import Units, UserError
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve

CASES = Path(__file__).parents[1] / "cases"


def _cases() -> list[Any]:
    found = []
    paths = [*CASES.glob("reading_kinds*.toml"), *CASES.glob("published_files*.toml")]
    for path in sorted(paths):
        for case in tomllib.loads(path.read_text("utf-8"))["case"]:
            why = case.get("known_failure")
            marks = [pytest.mark.xfail(strict=True, reason=why)] if why else []
            found.append(pytest.param(case, id=case["id"], marks=marks))
    return found


def _told(units: Units) -> list[str]:
    """What is said to be left out or doubtful."""
    skipped = [skip.text for skip in units.listing.skipped if skip.suspicious]
    missing = [each.text for each in units.census.missing]
    return [*skipped, *missing, *(each.text for each in units.census.doubtful)]


@pytest.mark.parametrize("case", _cases())
def test_entries_have_all_parents_that_the_page_states(case: dict[str, Any]) -> None:
    if case["format"] == "pdf" and office_files.lacks_chinese_fonts():
        pytest.skip("no Chinese font")
    data = published_files.built(case["format"], case["input"], case.get("encode", "utf-8"))
    document = read_bytes(f"list.{case['format']}", data)
    try:
        units = resolve(outline(document))
    except UserError:
        assert case["entries"] == []
        return
    found = wanted_units.compared(units.units, case["entries"])
    assert [unit.name for unit in (*found.wrong, *found.false)] == []
    assert [one.path for one in found.lost] == []
    totals = [total.number for total in units.listing.declared]
    assert sorted(totals) == sorted(case.get("totals", totals))
    categories = [unit.entry.category for unit in units.units]
    assert categories == case.get("categories", categories)
    told = _told(units)
    assert [text for text in case.get("told", []) if not any(text in one for one in told)] == []
    entries = ["/".join(wanted_units.path(unit)) for unit in units.units]
    somewhere = [*told, *entries]
    lost = [t for t in case.get("told_or_entry", []) if not any(t in one for one in somewhere)]
    assert lost == []
    if "told" not in case and "told_or_entry" not in case:
        assert [skip.text for skip in units.listing.skipped if skip.suspicious] == []
