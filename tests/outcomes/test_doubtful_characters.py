"""A difference that lies in a doubtful character of a scan is no renaming."""

from dataclasses import replace
from typing import Any

import pytest

from casefile import cases
from listed import listed
from pilotdiff.matching import match
from pilotdiff.model import Change, Doubt, Outcome, Scan, Units
from pilotdiff.outcomes import Thresholds, judge
from pilotdiff.outcomes.print_lookalikes import looked_at

COUNTY = "四川省/宜宾市"


def scanned(name: str, *doubts: Doubt) -> Units:
    """Return a list of one county as a scan in which characters are doubtful."""
    units = listed([f"{COUNTY}/{name}"])
    document = replace(units.listing.document, scan=Scan(doubts=doubts))
    return replace(units, listing=replace(units.listing, document=document))


@pytest.mark.parametrize(
    ("others", "wanted"), [(("珙",), [Outcome.PROMOTED]), (("拱",), [Outcome.REVIEW])]
)
def test_a_doubtful_character(others: tuple[str, ...], wanted: list[Outcome]) -> None:
    line = listed([f"{COUNTY}/琪县"]).units[0].entry.line
    scan = scanned("琪县", Doubt(line, "宜宾市琪县", 3, 0.6, others))
    ours = listed([f"{COUNTY}/珙县"])
    rows = judge(scan, ours, match(scan, ours))
    assert [row.outcome for row in rows] == wanted
    if Outcome.PROMOTED in wanted:
        assert rows[0].changes == ()
        assert "琪/珙" in str(rows[0].reason)


def test_a_difference_at_a_doubtful_character_that_nothing_explains_is_for_a_person() -> None:
    line = listed([f"{COUNTY}/长江镇"]).units[0].entry.line
    scan = scanned("//青江社区", Doubt(line, "青江社区", 0, 0.6, ("责",)))
    ours = listed([f"{COUNTY}///清江社区"])
    rows = judge(scan, ours, match(scan, ours))
    assert Outcome.RENAMED not in {row.outcome for row in rows}


def test_a_sure_character_is_what_it_is() -> None:
    scan = scanned("琪县", Doubt(1, "宜宾市", 0, 0.6, ("宣",)))
    ours = listed([f"{COUNTY}/珙县"])
    typed = listed([f"{COUNTY}/琪县"])
    plain = judge(typed, ours, match(typed, ours))
    found = judge(scan, ours, match(scan, ours))
    assert [row.outcome for row in found] == [row.outcome for row in plain]


def test_a_renaming_by_look_alikes_of_print_is_for_a_person() -> None:
    pilots, printed = listed([f"{COUNTY}/珙县/凤翔镇"]), listed([f"{COUNTY}/珙县/风翔镇"])
    scan = scanned("珙县/风翔镇")
    (plain,) = judge(pilots, printed, match(pilots, printed))
    (found,) = judge(pilots, scan, match(pilots, scan))
    assert plain.outcome is not Outcome.PROMOTED
    assert found.outcome is Outcome.REVIEW


def test_only_what_differs_in_look_alikes_alone_is_looked_at() -> None:
    pilots, scan = listed([f"{COUNTY}/珙县/凤翔镇"]), scanned("珙县/凤翔镇")
    (row,) = judge(pilots, scan, match(pilots, scan))
    for name, wanted in (("风翔镇", Outcome.REVIEW), ("凤阳镇", Outcome.RENAMED)):
        other = listed([f"{COUNTY}/珙县/{name}"]).units[0]
        renamed = row._replace(outcome=Outcome.RENAMED, changes=(Change.NAME,), result=other)
        assert looked_at(renamed).outcome is wanted


@pytest.mark.parametrize("case", cases("outcomes_parts", "passed_over"))
def test_what_a_recogniser_may_have_passed_over_is_for_a_person(case: dict[str, Any]) -> None:
    printed, other, wanted = case["printed"], case["other"], Outcome(case["wanted"])
    scan, list_ = scanned(printed), listed([f"{COUNTY}/{other}"])
    typed = listed([f"{COUNTY}/{printed}"])
    # In lists of one unit nothing tells how rare a name is.
    bold = Thresholds(few=0.8)
    (plain,) = judge(typed, list_, match(typed, list_), thresholds=bold)
    assert plain.outcome is Outcome.RENAMED
    for pilots, results in ((scan, list_), (list_, scan)):
        (row,) = judge(pilots, results, match(pilots, results), thresholds=bold)
        assert row.outcome is wanted
        assert ("passed over" in str(row.reason)) is (wanted is Outcome.REVIEW)
