"""A document in traditional script is read as its copy in simplified script is: the same entries,
and the same lines told."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from opencc import OpenCC

import office_files
import published_files
from pilotdiff.listing import outline
from pilotdiff.model import Units, UserError
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve

CASES = Path(__file__).parents[1] / "cases"
# Names with a character that the conversion to traditional script does not give back.
_NOT_GIVEN_BACK = {"data-own-writing", "page-h-print-mobile-copy"}
# Rows of prints are told by how their characters stand.
_OF_PRINTS = {"pdf-merged"}
_TRADITIONAL = OpenCC("s2t")


def _cases() -> list[Any]:
    paths = [*CASES.glob("reading_kinds*.toml"), *CASES.glob("published_files*.toml")]
    read = (case for path in sorted(paths) for case in tomllib.loads(path.read_text())["case"])
    return [
        pytest.param(case, id=case["id"])
        for case in read
        if case["id"] not in _NOT_GIVEN_BACK | _OF_PRINTS and "known_failure" not in case
    ]


def _read(case: dict[str, Any], text: str) -> Units | None:
    data = published_files.built(case["format"], text, case.get("encode", "utf-8"))
    try:
        return resolve(outline(read_bytes(f"list.{case['format']}", data)))
    except UserError:
        return None


def _told(units: Units) -> set[int]:
    """The lines of which something is told."""
    skipped = (each.line for each in units.listing.skipped if each.suspicious)
    missing = (each.line for each in units.census.missing)
    return {*skipped, *missing, *(each.line for each in units.census.doubtful)}


@pytest.mark.parametrize("case", _cases())
def test_a_traditional_copy_gives_the_same(case: dict[str, Any]) -> None:
    if case["format"] == "pdf" and office_files.lacks_chinese_fonts():
        pytest.skip("no Chinese font")
    copy = _TRADITIONAL.convert(case["input"])
    try:
        plain, there = _read(case, case["input"]), _read(case, copy)
    except UnicodeEncodeError:
        return  # what cannot be written in the case's character set has no such copy
    assert (plain is None) is (there is None)
    if plain is not None and there is not None:
        assert [unit.path for unit in there.units] == [unit.path for unit in plain.units]
        assert _told(there) == _told(plain)
