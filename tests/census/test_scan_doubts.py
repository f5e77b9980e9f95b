"""Entries of a scan that may be misread are told; of a document that is no scan nothing is."""

from dataclasses import replace

from listed import listed
from pilotdiff.census.doubtful.scan_doubts import scan_doubts
from pilotdiff.model import Scan

_SCAN = Scan()
PLACED = [f"四川省/宜宾市/珙县/{name}" for name in ("上罗镇", "底洞镇", "孝儿镇", "珙泉镇")]


def _told(paths: list[str], scan: Scan | None = _SCAN) -> list[tuple[str, str]]:
    units = listed(paths)
    document = replace(units.listing.document, scan=scan)
    return [(each.text, str(each.reason)) for each in scan_doubts(document, units.units)]


def test_an_entry_without_a_place_among_others_that_have_one_is_told() -> None:
    (found,) = _told([*PLACED, "///洛表镇"])
    assert "no place" in found[1]


def test_of_a_list_without_places_nothing_is_told() -> None:
    assert _told(PLACED) == []


def test_of_what_is_no_scan_nothing_is_told() -> None:
    assert _told([*PLACED, "///洛表镇"], None) == []
