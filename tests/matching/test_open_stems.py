"""A name with another kind, of which a list leaves out the place, is a proposal and no loss."""

from typing import Any

import pytest

from casefile import cases
from listed import listed, rows
from pilotdiff.matching import match
from pilotdiff.model import Outcome
from pilotdiff.outcomes import judge


@pytest.mark.parametrize("case", cases("matching_places", "open_stem"))
def test_what_comes_of_a_pilot(case: dict[str, Any]) -> None:
    found = [row.outcome.value for row in rows(listed([case["ours"]]), listed([case["theirs"]]))]
    assert found == case["wanted"]


@pytest.mark.parametrize("record", [True, False])
def test_with_and_without_the_record_a_person_is_asked(record: bool) -> None:
    pilots = listed(["///杨汛桥镇", "///仙桥镇"])
    results = listed(["浙江省/绍兴市/柯桥区/杨汛桥街道", "浙江省/金华市/金东区/仙桥街道"])
    found = judge(pilots, results, match(pilots, results, record=record))
    assert [row.outcome for row in found] == [Outcome.REVIEW, Outcome.REVIEW]


def test_of_several_all_are_named() -> None:
    results = listed(["四川省/成都市/金堂县/虹川街道", "四川省/成都市/郫都区/虹川街道"])
    row, *_ = rows(listed(["///虹川镇"]), results)
    assert row.outcome is Outcome.REVIEW
    assert row.pairing is not None
    assert row.pairing.rivals


def test_what_another_row_holds_is_told_of_the_units_that_may_be_it_as_well() -> None:
    pilots = listed(["////南庄村", "////北庄村", "////柳林村"])
    found = match(pilots, listed(["/清岗市/白溪县/南岭镇/〓庄村"]))
    told = [str(found.alone.get(unit.id, "")) for unit in pilots.units]
    assert ["stands in another row" in each for each in told] == [True, False, False]
