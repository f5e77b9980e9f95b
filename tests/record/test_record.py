"""What the official record says, against facts that anyone can look up."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

from pilotdiff.model import Level, UserError
from pilotdiff.record import ask, packs

record = import_module("pilotdiff.record")
PACKAGE = Path(str(record.__file__)).parent
MODULES = sorted(path.stem for path in PACKAGE.glob("*.py"))


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_its_pages_are_true(name: str) -> None:
    assert doctest.testmod(import_module(f"pilotdiff.record.{name}")).failed == 0


def test_a_code_has_its_names_and_years() -> None:
    assert [(each.name, each.years) for each in record.of_code("420600")] == [
        ("襄樊市", "1981–2010"),
        ("襄阳市", "2010–2026"),
    ]


def test_two_units_of_one_edition_are_two() -> None:
    zhuhai, beihai = record.of_code("440400")[0], record.of_code("450500")[-1]
    assert record.together(zhuhai, beihai) == 2026


def test_a_name_and_what_came_of_it_never_stand_together() -> None:
    before, after = record.of_code("420600")
    assert record.together(before, after) is None


def test_a_change_below_the_county_has_its_reason_and_its_approval() -> None:
    (unit,) = record.of_code("511124209")
    (change,) = record.became(unit)
    assert (change.year, change.reason) == (2019, "撤销乡")
    assert change.document == "川府民政〔2019〕20号"


@pytest.mark.parametrize("code", ["²²²²²²²²²", "①①①①①①①①①①①①", "٣٣٣٣٣٣"])
def test_digits_of_another_script_are_no_code(code: str) -> None:
    assert not ask(code).found


def test_what_was_merged_into_a_unit_is_told() -> None:
    (unit,) = record.of_code("110101")
    assert [change.old_name for change in record.came_from(unit)] == ["崇文区"]


def test_a_county_that_took_anothers_place_is_found_by_either_name() -> None:
    (old,) = record.of_code("520321")
    followed = record.follow(old, 2021)
    assert followed.unit is not None
    assert (followed.unit.code, followed.unit.name) == ("520304", "播州区")


def test_namesakes_are_told_by_their_parents() -> None:
    found = record.locate(("", "", "朝阳区", "", "")).same
    assert {each.code for each in found if each.last == 2026} == {"110105", "220104"}
    assert len(record.locate(("北京市", "", "朝阳区", "", "")).same) == 1


def test_a_name_alone_is_sought_in_the_whole_nation() -> None:
    found = record.locate(("", "", "", "", "多福巷社区")).same
    assert [each.code for each in found] == ["110101001001"]


def test_an_unknown_parent_finds_nothing_below_it() -> None:
    assert not record.locate(("北京市", "", "没有区", "", "多福巷社区")).placed


def test_a_code_that_does_not_exist_bore_no_name() -> None:
    assert record.of_code("999999") == ()
    assert record.of_code("999999999999") == ()


def test_editions_are_told() -> None:
    assert record.editions(Level.COMMUNITY) == tuple(range(2016, 2024))
    assert record.newest(Level.TOWNSHIP) == 2026


@pytest.mark.parametrize("damage", ["missing", "cut", "not a pack"])
def test_a_table_that_is_missing_or_damaged_is_one_sentence(
    damage: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = (PACKAGE / "tables/townships.pack").read_bytes()
    file = tmp_path / "townships.pack"
    if damage != "missing":
        file.write_bytes(whole[:60_000] if damage == "cut" else b"x" * 100)
    monkeypatch.setattr(packs, "_file", lambda name: tmp_path / name)
    packs.head.cache_clear()
    try:
        with pytest.raises(UserError, match="incomplete"):
            packs.columns("townships.pack", "6590", 9)
    finally:
        packs.head.cache_clear()


def test_the_tables_stay_small() -> None:
    assert sum(path.stat().st_size for path in (PACKAGE / "tables").iterdir()) <= 6_000_000
