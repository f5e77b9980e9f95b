"""Division codes beside the names of both lists are evidence."""

from pathlib import Path
from typing import Any

import pytest

from casefile import cases
from pilotdiff.language import ENGLISH
from pilotdiff.listing import outline
from pilotdiff.matching import match
from pilotdiff.model import Row, Units
from pilotdiff.outcomes import judge
from pilotdiff.reading import read_document
from pilotdiff.report.row_words import code_facts
from pilotdiff.units import resolve


@pytest.mark.parametrize("case", cases("matching_codes", "tables"))
def test_what_comes_of_each_pilot(case: dict[str, Any], tmp_path: Path) -> None:
    rows = _rows(tmp_path, case["pilots"], case["results"])
    assert [_told(row) for row in rows if row.pilot] == [
        wanted.replace("*", _result(row)) for wanted, row in zip(case["wanted"], rows, strict=False)
    ]


@pytest.mark.parametrize("case", cases("matching_codes", "tables"))
def test_the_lists_exchanged_give_the_same_pairs(case: dict[str, Any], tmp_path: Path) -> None:
    rows = _rows(tmp_path, case["pilots"], case["results"])
    mirror = _rows(tmp_path, case["results"], case["pilots"])
    pairs = {_names(row) for row in rows if row.pairing}
    assert pairs == {_names(row)[::-1] for row in mirror if row.pairing}


def test_the_reason_names_the_code(tmp_path: Path) -> None:
    table = ["代码,名称,县", "150102001001,和平社区,新城区", "150102002003,和平社区,新城区"]
    first, _ = _rows(tmp_path, table, table)
    assert first.pairing is not None
    assert first.pairing.rule == "code"
    assert ENGLISH(first.reason) == "the same name beside the same code, 150102001001"


@pytest.mark.parametrize("case", cases("matching_places", "codes_told"))
def test_what_the_codes_say_is_told(case: dict[str, Any], tmp_path: Path) -> None:
    row, *_ = _rows(tmp_path, ["代码,名称", "130102001,建北街道"], ["代码,名称", case["result"]])
    assert list(code_facts(row, ENGLISH)) == [case["wanted"]]


def _rows(folder: Path, pilots: list[str], results: list[str]) -> tuple[Row, ...]:
    ours, theirs = _listed(folder / "pilots.csv", pilots), _listed(folder / "results.csv", results)
    return judge(ours, theirs, match(ours, theirs, record=False))


def _listed(path: Path, lines: list[str]) -> Units:
    path.write_text("\n".join(lines), encoding="utf-8")
    return resolve(outline(read_document(str(path))))


def _told(row: Row) -> str:
    assert row.pilot is not None
    return " ".join(filter(None, (row.pilot.id, row.outcome.value, _result(row))))


def _result(row: Row) -> str:
    return row.result.id if row.result else ""


def _names(row: Row) -> tuple[str, ...]:
    assert row.pilot is not None
    assert row.result is not None
    return f"{row.pilot.entry.code}{row.pilot.name}", f"{row.result.entry.code}{row.result.name}"
