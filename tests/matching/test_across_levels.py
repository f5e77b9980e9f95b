"""A unit that one list has a level higher is proposed, or believed where the record says so."""

from typing import Any

import pytest

from casefile import cases
from listed import listed, rows, units_of
from pilotdiff.matching import match
from pilotdiff.model import Outcome
from pilotdiff.outcomes import judge


@pytest.mark.parametrize("case", cases("matching_levels", "levels"))
def test_what_comes_of_a_pilot_whichever_list_is_the_first(case: dict[str, Any]) -> None:
    pilots, results = listed([case["pilot"]]), listed([case["result"]])
    for lists in ((pilots, results), (results, pilots)):
        row, *_ = rows(*lists)
        assert row.outcome == case["wanted"]


def test_without_the_record_a_person_is_asked() -> None:
    pilots, results = listed(["浙江省/温州市/苍南县/龙港镇"]), listed(["浙江省/温州市/龙港市"])
    (row,) = judge(pilots, results, match(pilots, results, record=False))
    assert row.outcome is Outcome.REVIEW
    assert row.pairing is not None
    assert row.pairing.rule == "level"


def test_of_several_none_is_believed() -> None:
    pilots = listed(["浙江省/温州市/苍南县/虹川镇", "浙江省/温州市/平阳县/虹川镇"])
    found = {row.outcome: row for row in rows(pilots, listed(["浙江省/温州市/虹川市"]))}
    assert set(found) == {Outcome.REVIEW, Outcome.NOT_ELIGIBLE}
    proposed = found[Outcome.REVIEW].pairing
    rival = found[Outcome.NOT_ELIGIBLE].pilot
    assert proposed is not None
    assert rival is not None
    assert proposed.rivals == (rival.name,)


@pytest.mark.parametrize(
    ("year", "wanted"),
    [("", Outcome.REVIEW), ("1999年", Outcome.REVIEW), ("2019年", Outcome.NOT_ELIGIBLE)],
)
def test_a_city_and_the_district_that_a_county_of_its_name_became(
    year: str, wanted: Outcome
) -> None:
    pilots = units_of(f"{year}试点名单\n1.云南省昭通市\n2.云南省楚雄市\n")
    results = units_of("2021年示范名单\n1.云南省昭通市昭阳区\n2.云南省楚雄市\n")
    row, *_ = judge(pilots, results, match(pilots, results))
    assert row.outcome is wanted
