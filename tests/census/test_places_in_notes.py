"""Places that stand in a note behind a unit."""

from pilotdiff import read
from pilotdiff.census.doubtful_texts.notes_with_places import places_in_notes


def _told(text: str) -> list[tuple[int, str]]:
    return [(each.line, each.text) for each in places_in_notes(read(text).units)]


def test_place_among_words_of_a_note_is_told() -> None:
    assert _told("文明村名单\n东岭村（正定县 妇联）\n西岭村（灵寿县、元氏县）") == [
        (2, "东岭村"),
        (3, "西岭村"),
    ]


def test_another_county_than_that_of_the_heading_is_told() -> None:
    assert _told("正定县文明村名单\n东岭村（灵寿县 妇联）\n西岭村（正定县 妇联）") == [
        (2, "东岭村")
    ]


def test_notes_without_places_and_units_with_counties_are_not() -> None:
    assert not _told("文明村名单\n东岭村（重点村）\n西岭村（正定县，2019年）")
    assert not _told("文明村名单\n正定县东岭村（灵寿县 妇联）\n正定县西岭村（正定县 妇联）")


def test_what_ends_like_a_town_behind_the_county_of_a_bracket_is_told() -> None:
    rows = "东岭村（湖北省武汉市蔡甸区白石生态城）\n西岭村（湖北省武汉市蔡甸区白石街道）"
    assert _told(f"文明村名单\n{rows}") == [(2, "东岭村")]
    assert not _told("文明村名单\n东岭村（湖北省武汉市蔡甸区城区）\n西岭村（湖北省武汉市蔡甸区）")
