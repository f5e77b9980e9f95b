"""One township that holds all that is hard: the indexes find what comparing all with all would."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from listed import listed, rows, told
from pilotdiff.matching.assign import assign
from pilotdiff.matching.level_steps import prepare
from pilotdiff.matching.names.lost_character_fit import fits
from pilotdiff.matching.names.near_names import NearNames
from pilotdiff.model import Outcome
from pilotdiff.model.repairs import LOST

TOWN = "四川省/成都市/金堂县/又新镇/"
WHOLE = st.lists(st.text("松柏竹", min_size=2, max_size=3), min_size=1, max_size=8, unique=True)
DAMAGED = st.lists(st.text("松柏〓", min_size=2, max_size=3), min_size=1, max_size=8, unique=True)


@given(DAMAGED, WHOLE)
def test_every_name_that_a_damaged_one_fits_is_compared(
    damaged: list[str], whole: list[str]
) -> None:
    ours, theirs = (listed([f"{TOWN}{name}村" for name in names]) for names in (damaged, whole))
    for pilots, results in ((ours, theirs), (theirs, ours)):
        prepared = prepare(pilots.units, results.units)
        wanted = {
            (a, b)
            for a, b in product(*prepared.left)
            if (LOST in pilots.units[a].own) != (LOST in results.units[b].own)
            and fits(pilots.units[a], results.units[b])
        }
        assert wanted <= set(prepared.edges)


def test_many_names_with_nothing_left_go_each_to_a_person() -> None:
    whole = [f"{TOWN}{a}{b}村" for a, b in product("松柏竹梅兰", "桃李荷桂枫")]
    found = rows(listed([f"{TOWN}〓〓村"] * 25), listed(whole))
    assert [row.outcome for row in found] == [Outcome.REVIEW] * 25


def test_two_damaged_names_are_no_repetition() -> None:
    assert told(listed([f"{TOWN}〓桥村"] * 2), listed([f"{TOWN}石桥村"])) == ["1 ? 1", "2 -"]


def test_a_character_that_a_township_shares_finds_nothing_the_others_do() -> None:
    stems = [f"石{a}{b}" for a, b in product("松柏竹梅兰菊桃李荷桂枫柳", repeat=2)]
    near = NearNames((n, ("又新镇",), stem) for n, stem in enumerate(stems)).near
    found = near(("又新镇",), "石松榆")
    assert 0 < len(found) < 20
    assert all("松" in stems[number] for number in found)


def test_a_large_part_of_equals_is_settled_whole() -> None:
    weights = {(at // 80, at % 80): 1.0 for at in range(6400)}
    assert len(assign(weights)) == 80


def test_past_a_thousand_names_of_a_place_few_are_compared_with_each() -> None:
    stems = [f"{a}{b}" for a, b in product("松柏竹梅兰菊桃李荷桂枫柳" * 3, "甲乙丙丁戊己庚" * 5)]
    entered = [(n, ("又新镇",), stem) for n, stem in enumerate(dict.fromkeys(stems))]
    crowd = [(n + 100, ("又新镇",), f"{chr(0x4E8C + n)}岭") for n in range(1000)]
    for names, most in ((entered, 16), ([*entered, *crowd], 4)):
        assert len(NearNames(names).near(("又新镇",), "松甲")) == most
