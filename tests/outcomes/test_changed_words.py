"""A difference is told as one of the changes, in whole words, never as an elided parent."""

import pytest

from listed import listed
from pilotdiff.outcomes.changes import changed_words, changes


@pytest.mark.parametrize(
    ("pilot", "result", "wanted"),
    [
        ("省/甲市/乙县/丙镇/桐花社区", "省/甲市/乙县/丙镇/桐化社区", [("name", "桐花", "桐化")]),
        ("省/甲市/乙县/丙镇/清水村", "省/甲市/乙县/丙镇/清水社区", [("kind", "村", "社区")]),
        (
            "省/甲市/乙县/北门街道/钟楼社区",
            "省/甲市/乙县/南门街道/钟楼社区",
            [("parent", "北门街道", "南门街道")],
        ),
        (
            "省/甲市/乙县/望月镇/上河社区",
            "省/甲市/乙县/望月街道/上河社区",
            [("parent", "望月镇", "望月街道")],
        ),
        (
            "省/甲市/乙县/石桥镇/上河社区",
            "省/甲市/乙区/石桥街道/上河社区",
            [("parent", "乙县", "乙区"), ("parent", "石桥镇", "石桥街道")],
        ),
        ("省/甲市/乙县/丙镇/清水村", "省//乙县/丙镇/清水社区", [("kind", "村", "社区")]),
        (
            "省/甲市/乙县/丙镇/清水村",
            "省/甲市/乙县/丁镇/白云社区",
            [("name", "清水", "白云"), ("kind", "村", "社区"), ("parent", "丙镇", "丁镇")],
        ),
    ],
)
def test_changes_in_words(pilot: str, result: str, wanted: list[tuple[str, str, str]]) -> None:
    (ours,), (theirs,) = listed([pilot]).units, listed([result]).units
    found = changed_words(ours, theirs, changes(ours, theirs))
    assert [(change.value, before, after) for change, before, after in found] == wanted
