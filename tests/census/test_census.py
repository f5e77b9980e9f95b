"""The census on made-up documents (tests/cases/census.toml) and on real ones."""

from pathlib import Path
from typing import Any

import pytest

from casefile import cases
from pilotdiff.listing import outline
from pilotdiff.model import Units
from pilotdiff.reading import read_document
from pilotdiff.units import resolve


def _units(path: Path) -> Units:
    return resolve(outline(read_document(str(path))))


@pytest.mark.parametrize("case", cases("census", "case"))
def test_what_is_left_out_and_why(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text(case["text"], "utf-8")
    left = _units(path).census.left_out
    told = [f"{each.line} {each.text}{' accepted' * each.accepted}" for each in left]
    assert told == case["wanted"]


def _real(shared: Path) -> list[Path]:
    return sorted([*shared.glob("seeds/*.txt"), *shared.glob("cases/*/*.txt")])


def test_real_lists_that_are_read_whole_leave_out_nothing(shared: Path) -> None:
    for path in _real(shared):
        census = _units(path).census
        assert (path.name, census.missing, census.doubtful) == (path.name, (), ())


def test_every_line_has_exactly_one_reading(shared: Path) -> None:
    for path in _real(shared):
        listing = _units(path).listing
        lines = [line.number for line in listing.document.lines]
        assert [reading.line for reading in listing.readings] == lines
        assert all(str(reading.reason) for reading in listing.readings)
