"""Ids that are made from what an entry says: what moves them, and what does not."""

from hypothesis import given
from hypothesis import strategies as st

import pilotdiff
from pilotdiff.units.content_ids import ContentIds, content_id

NAMES = st.lists(
    st.builds("长沙县{}镇{}村".format, *[st.sampled_from("甲乙丙丁戊己庚辛")] * 2),
    min_size=2,
    max_size=8,
    unique=True,
)


def ids(names: list[str]) -> dict[str, str]:
    return {unit.name: unit.id for unit in pilotdiff.read(names).units}


@given(NAMES, st.data())
def test_what_is_done_to_others_moves_no_id(names: list[str], data: st.DataObject) -> None:
    whole = ids(names)
    kept = data.draw(st.permutations(names))[1:]
    assert ids(kept) == {name: whole[name] for name in kept}
    assert len(set(whole.values())) == len(names)


def test_a_repeated_entry_is_numbered_and_a_category_tells_entries_apart() -> None:
    given_ids = ContentIds()
    unit = pilotdiff.read(["长沙县金井镇"]).units[0]
    made = [given_ids.of(unit.level, unit.name, each) for each in ("", "", "甲型", "")]
    assert made == [
        unit.id,
        f"{unit.id}-2",
        content_id(unit.level, unit.name, "甲型"),
        f"{unit.id}-3",
    ]


def test_the_format_of_the_list_makes_no_difference() -> None:
    text = pilotdiff.read("试点名单\n1、长沙縣金井鎮\n2、长沙縣開慧鎮\n")
    table = pilotdiff.read([{"县": "长沙县", "镇": "开慧镇"}, {"县": "长沙县", "镇": "金井镇"}])
    assert {unit.id for unit in text.units} == {unit.id for unit in table.units}


def test_a_lists_own_ids_stay() -> None:
    units = pilotdiff.read([{"id": "7", "name": "长沙县金井镇"}]).units
    assert [unit.id for unit in units] == ["7"]


def test_ids_are_the_same_tomorrow() -> None:
    assert [unit.id for unit in pilotdiff.read(["长沙县金井镇"]).units] == ["u693cfc9c09d0"]
