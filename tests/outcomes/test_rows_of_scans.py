"""What a misreading of a scan may have made is for a person, or settled by the official record."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from casefile import cases
from listed import listed
from pilotdiff.model import Doubt, DoubtfulLine, Outcome, Row, Scan, Units
from pilotdiff.model.census import Census
from pilotdiff.outcomes.misreadings import misread
from pilotdiff.reconciliation.reconciler import Reconciler

PLACE = "四川省/宜宾市/珙县"


def scanned(paths: Sequence[str], *doubts: Doubt, silent: tuple[int, ...] = ()) -> Units:
    """Return a list as a scan in which characters are doubtful."""
    units = listed(paths)
    document = replace(units.listing.document, scan=Scan(doubts=doubts, silent=silent))
    return replace(units, listing=replace(units.listing, document=document))


def rows(pilots: Units, results: Units, *, record: bool = True) -> list[Row]:
    return list(Reconciler(record=record).rows(pilots, results))


@pytest.mark.parametrize("case", cases("outcomes_parts", "misread"))
def test_a_name_that_the_record_has_not_is_no_renaming(case: dict[str, Any]) -> None:
    printed, read = case["printed"], case["read"]
    pilots = listed([f"四川省/宜宾市/{printed}"])
    (row,) = rows(pilots, scanned([f"四川省/宜宾市/{read}"]))
    assert row.outcome is Outcome.REVIEW
    (mirrored,) = rows(scanned([f"四川省/宜宾市/{read}"]), pilots)
    assert mirrored.outcome is Outcome.REVIEW


@pytest.mark.parametrize("case", cases("outcomes_parts", "another_name"))
def test_another_name_stays_another(case: dict[str, Any]) -> None:
    pilots, results = ([f"四川省/宜宾市/{path}"] for path in (case["one"], case["other"]))
    plain = rows(listed(pilots), listed(results))
    found = rows(listed(pilots), scanned(results))
    assert [row.outcome for row in found] == [row.outcome for row in plain]


def test_a_name_in_a_place_that_has_none_is_for_a_person() -> None:
    pilots = listed([f"{PLACE}/上罗镇/高坡村", f"{PLACE}/底洞镇/楠竹村"])
    found = rows(pilots, scanned([f"{PLACE}/底洞镇/高坡村", f"{PLACE}/底洞镇/楠竹村"]))
    assert Outcome.DROPPED not in {row.outcome for row in found}
    assert Outcome.NEW not in {row.outcome for row in found}


def test_a_kind_that_is_misread_parts_the_path_elsewhere() -> None:
    pilots = listed([f"{PLACE}/上罗镇", f"{PLACE}/底洞镇"])
    scan = scanned(["四川省/宜宾市//珙社上罗镇", f"{PLACE}/底洞镇"])
    assert [row.outcome for row in rows(pilots, scan)] == [Outcome.REVIEW, Outcome.PROMOTED]


def test_the_record_settles_a_doubtful_character() -> None:
    scan = scanned([f"{PLACE}/上萝镇"])
    line = scan.units[0].entry.line
    doubted = scanned([f"{PLACE}/上萝镇"], Doubt(line, "上萝镇", 1, 0.5))
    (row,) = rows(listed([f"{PLACE}/上罗镇"]), doubted)
    assert row.outcome is Outcome.PROMOTED
    assert row.changes == ()
    assert "上罗镇" in str(row.reason)
    (without,) = rows(listed([f"{PLACE}/上罗镇"]), doubted, record=False)
    assert without.outcome is Outcome.REVIEW


def test_what_was_not_read_is_told_before_a_unit_is_dropped() -> None:
    pilots = listed([f"{PLACE}/上罗镇", f"{PLACE}/底洞镇"])
    found = rows(pilots, scanned([f"{PLACE}/底洞镇"], silent=(2,)))
    (dropped,) = (row for row in found if row.outcome is Outcome.DROPPED)
    assert "not all of the scan was read (page 2)" in str(dropped.reason)
    whole = rows(pilots, scanned([f"{PLACE}/底洞镇"]))
    assert "not all of the scan" not in "".join(str(row.reason) for row in whole)


def test_a_doubtful_entry_that_nothing_was_matched_with_may_be_the_dropped_one() -> None:
    pilots = listed([f"{PLACE}/上罗镇", f"{PLACE}/底洞镇"])
    scan = scanned([f"{PLACE}/底洞镇", f"{PLACE}/孝兄瓦镇"])
    line = scan.units[1].entry.line
    told = replace(scan, census=Census(doubtful=(DoubtfulLine(line, "孝兄瓦镇", "why"),)))
    (dropped,) = (row for row in rows(pilots, told) if row.outcome is Outcome.DROPPED)
    assert f"not all of the scan was read (line {line})" in str(dropped.reason)


def test_a_unit_above_the_level_of_all_others_tells_what_was_not_read() -> None:
    towns = [
        "上罗镇",
        "底洞镇",
        "孝儿镇",
        "珙泉镇",
        "巡场镇",
        "洛表镇",
        "洛亥镇",
        "王家镇",
        "沐滩镇",
    ]
    paths = [f"{PLACE}/{town}" for town in towns]
    found = rows(listed([*paths, f"{PLACE}/曹营镇"]), scanned([*paths, PLACE]))
    (dropped,) = (row for row in found if row.outcome is Outcome.DROPPED)
    assert "not all of the scan was read (line " in str(dropped.reason)


def test_a_kind_is_misread_into_no_other() -> None:
    one, other = listed([f"{PLACE}/上罗镇", f"{PLACE}/上罗乡"]).units
    assert misread(one, other, ()) is None
