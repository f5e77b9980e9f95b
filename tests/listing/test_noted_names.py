"""Names of another time that a remark gives, behind a name and in a column."""

from pathlib import Path
from typing import Any

import pytest

from casefile import cases
from pilotdiff.listing import outline
from pilotdiff.reading import read_bytes, read_document


@pytest.mark.parametrize("case", cases("lines_and_names", "former"))
@pytest.mark.parametrize(
    "text",
    ["示范镇名单\n1. 白溪镇（{}）\n2. 东岭镇\n", "序号\t乡镇\t备注\n1\t白溪镇\t{}\n2\t东岭镇\t\n"],
)
def test_a_remark_gives_the_name_of_another_time(
    case: dict[str, Any], text: str, tmp_path: Path
) -> None:
    file = tmp_path / "list.txt"
    file.write_text(text.format(case["remark"]), "utf-8")
    entries = outline(read_document(str(file))).entries
    assert [(entry.text, entry.former) for entry in entries] == [
        ("白溪镇", tuple(case["names"])),
        ("东岭镇", ()),
    ]


def test_a_former_county_of_a_town_is_no_name_of_it(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text("序号\t乡镇\t备注\n1\t白溪镇\t原清岗县\n2\t东岭镇\t\n", "utf-8")
    assert [entry.former for entry in outline(read_document(str(file))).entries] == [(), ()]


@pytest.mark.parametrize("case", cases("lines_and_names", "groups"))
def test_the_groups_of_a_village_stand_in_its_note(case: dict[str, Any], tmp_path: Path) -> None:
    line, notes = case["line"], case["notes"]
    file = tmp_path / "list.txt"
    file.write_text(f"示范村名单\n{line}\n", "utf-8")
    assert [entry.note for entry in outline(read_document(str(file))).entries] == notes


def test_a_name_without_its_kind_is_no_earlier_name() -> None:
    table = "原名,现名\n清岗,清岗县\n白溪县,白溪区\n"
    entries = outline(read_bytes("list.csv", table.encode())).entries
    assert [entry.former for entry in entries] == [(), ("白溪县",)]
