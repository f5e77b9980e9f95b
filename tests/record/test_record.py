"""What the official record says, against facts that anyone can look up."""

import doctest
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from casefile import cases
from listed import listed
from pilotdiff.model import DivisionPath, Level, UserError
from pilotdiff.names import split
from pilotdiff.record import ask, packs, prefectures
from pilotdiff.record.events import told_of
from pilotdiff.repair import fold

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
            packs.part_columns("townships.pack", "6590", 9)
    finally:
        packs.head.cache_clear()


def test_the_tables_stay_small() -> None:
    assert sum(path.stat().st_size for path in (PACKAGE / "tables").iterdir()) <= 6_000_000


@pytest.mark.parametrize("level", [Level.TOWNSHIP, Level.COMMUNITY])
def test_a_pack_names_the_variants_that_its_stems_are_written_with(level: Level) -> None:
    """Names are sought as the pack writes them: a character that it does not tell is not found."""
    units = [
        unit
        for key in prefectures.keys("51")
        for unit in prefectures.prefecture(key, level).under(key)
    ]
    written = {char for unit in units for char in split(level, unit.name)[0] if fold(char) != char}
    name = {Level.TOWNSHIP: "townships.pack", Level.COMMUNITY: "villages.pack"}[level]
    assert written <= set(packs.head(name).rare)
    assert all(split(level, unit.name)[0] for unit in units)


def test_a_county_divided_among_several_is_none_of_them_for_certain() -> None:
    before, after = record.of_code("330104")[0], record.of_code("330114")[0]
    assert not record.goes_on_whole(before, after, 2021)
    said = str(record.of_two(before, after))
    assert "钱塘区 was made from 江干区" in said
    assert "上城区" in said


def test_what_others_joined_is_not_said_to_be_renamed() -> None:
    (joined,) = (each for each in record.of_code("500111") if each.name == "双桥区")
    assert [str(record.of_change(each)) for each in record.became(joined)] == [
        "大足区 was made from 双桥区 in 2011"
    ]


def test_changes_that_no_edition_has_are_told_by_name() -> None:
    (change,) = told_of(DivisionPath("四川省", "南充市", "阆中市"), old="凉水乡")
    assert (change.year, change.new_name, change.document) == (
        2014,
        "凉水镇",
        "川府民政〔2014〕1号",
    )
    assert told_of(DivisionPath("四川省", "南充市", "阆中市"), old="没有乡") == ()


@pytest.mark.parametrize("case", cases("record", "found"))
def test_short_names_zones_variants_and_long_codes_are_found(case: dict[str, Any]) -> None:
    assert case["code"] in {each.code for each in ask(case["asked"]).found}


@pytest.mark.parametrize("asked", ["兵团", "新疆生产建设兵团", "高新区", "市辖区"])
def test_what_has_no_code_is_not_found(asked: str) -> None:
    assert not ask(asked).found


def test_a_place_lies_in_no_other_of_its_level() -> None:
    assert not ask("北京市", within="上海市").found
    assert ask("朝阳区", within="北京").found


def test_zones_are_known_as_long_as_the_statistical_codes_are() -> None:
    (zone,) = record.of_code("410172")
    assert zone.years == "2017–2023"


def test_a_name_stands_without_the_parents_that_some_years_write_before_it() -> None:
    (town,) = ask("济源市轵城镇").found
    assert town.years == "2015–2026"
    path = DivisionPath("湖南省", "郴州市", "苏仙区", "良田镇", "良田镇百丈村")
    assert {each.name for each in record.locate(path).same} == {"百丈村"}


def test_changes_of_a_county_are_its_towns_too() -> None:
    (unit,) = listed(["浙江省/杭州市/江干区/采荷街道"]).units
    told = record.changes_between([(unit, record.RecordYear(2019))], 2019, 2022)
    assert {change.new_name for change in told} == {"上城区", "钱塘区"}
