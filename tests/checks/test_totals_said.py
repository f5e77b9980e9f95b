"""A total that does not hold is laid to what announces it: the document, a heading or a line."""

from typing import Any

import pytest

from casefile import cases
from listed import units_of
from pilotdiff.census.counted_totals import counted_totals
from pilotdiff.checks.within import declared_totals
from pilotdiff.filing import filed
from pilotdiff.language import ENGLISH


@pytest.mark.parametrize("case", cases("totals_said", "announced"))
def test_who_announces_it(case: dict[str, Any]) -> None:
    found = declared_totals.check(filed(units_of(case["text"])))
    assert [ENGLISH(finding.message) for finding in found] == case["wanted"]


def test_a_total_before_the_names_of_its_line_is_counted_as_the_screen_of_parse_shows_it() -> None:
    text = "江西省示范单位名单\n示范县（2个）：赣州市南康区、信丰县\n"
    units = units_of(text)
    shown = [(one.number, one.agrees) for one in counted_totals(units)]
    assert shown == [(2, True)]


@pytest.mark.parametrize("case", cases("totals_said", "again"))
def test_a_total_may_be_of_the_entries_that_stand_there_once(case: dict[str, Any]) -> None:
    text, wanted = case["text"], tuple(case["wanted"])
    units = units_of(f"江西省示范名单\n{text}")
    found = [(one.number, one.agrees, one.again) for one in counted_totals(units)]
    assert found == [wanted]
