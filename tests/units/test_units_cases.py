"""Entries in their context: elided parents from every source, and what is not guessed."""

from typing import Any

import pytest

from casefile import cases
from pilotdiff.model import Document, Entry, Level, Line, Listing, Unit
from pilotdiff.units import resolve

DOCUMENT = Document("list.txt", "txt", "0" * 64, 1, (Line(1, ""),))


def entry(number: int, case: dict[str, Any]) -> Entry:
    level = case.get("level")
    return Entry(
        raw=case.get("raw", case["text"]),
        text=case["text"],
        line=number,
        section=case.get("section", ""),
        level=Level(level) if level else None,
        above=tuple(case.get("above", ())),
        columns=tuple(case.get("columns", ())),
        id=case.get("id", ""),
    )


def shown(unit: Unit) -> str:
    own = f" #{unit.id}" if unit.entry.id else ""
    return f"{'|'.join(unit.path)} ({' '.join(unit.inferred)}){own}"


@pytest.mark.parametrize("case", cases("units", "list"))
def test_units_of_a_list(case: dict[str, Any]) -> None:
    entries = tuple(entry(number, e) for number, e in enumerate(case["entries"], start=1))
    listing = Listing(
        document=DOCUMENT,
        date=case.get("date", ""),
        context=tuple(case.get("context", ())),
        entries=entries,
    )
    found = resolve(listing, record=case.get("record", False))
    by_line = {unit.entry.line: shown(unit) for unit in found.units}
    assert [by_line.get(e.line, "-") for e in entries] == case["wanted"]
    assert [skip.line for skip in found.unread] == [
        e.line for e in entries if e.line not in by_line
    ]
    for unit in found.units:
        assert set(unit.recorded) <= set(unit.inferred)
    assert all(skip.suspicious for skip in found.unread)
