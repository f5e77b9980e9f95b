"""A total that does not hold is laid to what announces it: the document, a heading or a line."""

from typing import Any

import pytest

from listed import units_of
from pilotdiff.census.counted_totals import counted_totals
from pilotdiff.checks.within import declared_totals
from pilotdiff.filing import filed
from pilotdiff.language import ENGLISH

TITLE = "关于公布示范单位名单的通知\n"
TOWNS = "1.东河镇\n2.石桥镇\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            f"{TITLE}经研究，确定下列3个单位为示范单位，现予公布。\n{TOWNS}",
            ["The document announces 3 units, but lists 2"],
        ),
        (f"{TITLE}此前，北京、天津等31个省已有先例。\n{TOWNS}", []),
        (
            f"{TITLE}经研究，确定3个镇为示范镇。\n一、甲子市\n{TOWNS}",
            ["The document announces 3 streets and towns, but lists 2"],
        ),
        (
            # Without a stop at its end the line is a heading, and no running text.
            f"{TITLE}确定乡镇2个、村3个为示范\n{TOWNS}3.东河镇花园村\n",
            ["The heading “确定乡镇2个、村3个为示范” announces 3 communities, but lists 1"],
        ),
        (
            f"{TITLE}一、甲子市（3个）\n{TOWNS}",
            ["The heading “甲子市（3个）” announces 3 units, but lists 2"],
        ),
        (
            # What could not be read under another heading does not excuse this one.
            f"{TITLE}一、甲子市（3个）\n{TOWNS}二、乙丑市（2个）\n1.花园镇\n2.待定\n",
            [
                "The heading “甲子市（3个）” announces 3 units, but lists 2",
                "The heading “乙丑市（2个）” announces 2 units; 1 could be read, and 1 could not",
            ],
        ),
    ],
)
def test_who_announces_it(text: str, wanted: Any) -> None:
    units = units_of(text)
    assert [ENGLISH(finding.message) for finding in declared_totals.check(filed(units))] == wanted


def test_a_total_before_the_names_of_its_line_is_counted_as_the_screen_of_parse_shows_it() -> None:
    text = "江西省示范单位名单\n示范县（2个）：赣州市南康区、信丰县\n"
    units = units_of(text)
    shown = [(one.number, one.agrees) for one in counted_totals(units)]
    assert shown == [(2, True)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "共2个镇\n1.赣州市信丰县东河镇\n2.赣州市信丰县石桥镇\n3.赣州市信丰县东河镇\n",
            (2, True, 1),
        ),
        (
            "共3个镇\n1.赣州市信丰县东河镇\n2.赣州市信丰县石桥镇\n3.赣州市信丰县东河镇\n",
            (3, True, 0),
        ),
        (
            "共1个镇\n1.赣州市信丰县东河镇\n2.赣州市信丰县石桥镇\n3.赣州市信丰县东河镇\n",
            (3, False, 0),
        ),
        # Without its place another village may be meant.
        ("共2个村\n1.东河村\n2.石桥村\n3.东河村\n", (3, False, 0)),
    ],
)
def test_a_total_may_be_of_the_entries_that_stand_there_once(text: str, wanted: Any) -> None:
    units = units_of(f"江西省示范名单\n{text}")
    found = [(one.number, one.agrees, one.again) for one in counted_totals(units)]
    assert found == [wanted]
