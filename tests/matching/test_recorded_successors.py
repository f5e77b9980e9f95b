"""What the record has as what became of one another is paired, whatever the names share."""

from dataclasses import replace

import pytest

from listed import listed, rows
from pilotdiff.matching import match
from pilotdiff.model import Outcome
from pilotdiff.outcomes import judge
from pilotdiff.report.summary import tally


@pytest.mark.parametrize(
    ("year", "outcome"), [(2015, Outcome.DROPPED), (2018, Outcome.MERGED), (None, Outcome.MERGED)]
)
def test_what_the_later_list_came_before_made_no_merger(year: int | None, outcome: Outcome) -> None:
    """The two became one in 2020; a list may be called after an earlier year."""
    place = "山东省/烟台市"
    results = listed([f"{place}/蓬莱区"])
    results = replace(results, listing=replace(results.listing, stated_year=year))
    found = rows(listed([f"{place}/长岛县", f"{place}/蓬莱市"]), results)
    assert [row.outcome for row in found] == [outcome, Outcome.RENAMED]
    assert "2020" in str(found[0].reason)


@pytest.mark.parametrize(
    ("year", "outcome", "other"),
    [
        (2019, Outcome.SPLIT, "浙江省杭州市余杭区"),
        (2022, Outcome.NEW, ""),
        (None, Outcome.NEW, "浙江省杭州市余杭区"),
    ],
)
def test_a_county_set_up_since_the_list_of_pilots_came_out_of_one_of_them(
    year: int | None, outcome: Outcome, other: str
) -> None:
    """A part of the one went to the other in 2021."""
    place = "浙江省/杭州市"
    pilots = listed([f"{place}/余杭区"])
    pilots = replace(pilots, listing=replace(pilots.listing, stated_year=year))
    _, found = rows(pilots, listed([f"{place}/余杭区", f"{place}/临平区"]))
    assert (found.outcome, found.other) == (outcome, other)


def test_what_stood_beside_the_unit_it_went_into_is_told() -> None:
    """Both stood at one time, so that no pairing is made; but nothing near it would be untrue."""
    dropped, new = rows(listed(["山东省/青岛市/胶南市"]), listed(["山东省/青岛市/黄岛区"]))
    assert (dropped.outcome, new.outcome) == (Outcome.DROPPED, Outcome.NEW)
    assert "2012" in str(dropped.reason)
    assert "2012" in str(new.reason)
    assert (dropped.other, tally([dropped, new]).absorbed) == ("山东省青岛市黄岛区", 1)


def test_a_part_that_went_into_a_listed_unit_is_told_in_both_rows_and_counted() -> None:
    """The district ended; the rest of it went into a third one."""
    place = "浙江省/杭州市"
    dropped, new = rows(listed([f"{place}/江干区"]), listed([f"{place}/上城区"]))
    assert (dropped.outcome, new.outcome) == (Outcome.DROPPED, Outcome.NEW)
    assert (dropped.other, new.other) == ("浙江省杭州市上城区", "浙江省杭州市江干区")
    assert tally([dropped, new]).absorbed == 1
    kept = rows(listed([f"{place}/江干区", f"{place}/上城区"]), listed([f"{place}/上城区"]))
    assert [row.outcome for row in kept] == [Outcome.DROPPED, Outcome.PROMOTED]
    assert tally(kept).absorbed == 1


def test_a_proposal_says_by_which_change_the_one_was_made_of_the_other() -> None:
    """By their names the standard has two divisions; the one was made of a part of the other."""
    pilots = ["山西省/大同市/城区", "山西省/大同市/广灵县"]
    row, _ = rows(listed(pilots), listed(["山西省/大同市/平城区"]))
    assert (row.outcome, row.pairing and row.pairing.rule) == (Outcome.REVIEW, "record")
    assert "2018" in str(row.reason)


def test_what_stands_on_and_gave_a_part_away_went_into_nothing() -> None:
    place = "浙江省/杭州市"
    dropped, new = rows(listed([f"{place}/余杭区"]), listed([f"{place}/临平区"]))
    assert (dropped.other, tally([dropped, new]).absorbed) == ("", 0)


def test_without_the_record_they_are_two() -> None:
    pilots, results = (listed([f"山西省/吕梁市/石楼县/{town}"]) for town in ("前山乡", "辛关镇"))
    found = judge(pilots, results, match(pilots, results, record=False))
    assert [row.outcome for row in found] == [Outcome.DROPPED, Outcome.NEW]


def test_what_stands_on_gave_a_part_and_was_not_merged() -> None:
    pilots = listed(["江西省/吉安市/吉水县", "江西省/吉安市/青原区"])
    part, held = rows(pilots, listed(["江西省/吉安市/青原区"]))
    assert (part.outcome, held.outcome) == (Outcome.DROPPED, Outcome.PROMOTED)
    assert "2000" in str(part.reason)
