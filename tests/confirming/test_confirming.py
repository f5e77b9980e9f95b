"""Documents beside the two lists: what they confirm, and that no outcome changes by it."""

from typing import Any

import pytest

import making
from casefile import cases
from listed import listed, rows
from pilotdiff import filing
from pilotdiff.confirming import confirmed
from pilotdiff.listing import outline
from pilotdiff.model import Document, Filed, Line, Outcome, Source, SourceKind
from pilotdiff.units import resolve


def filed(made: Any) -> Any:
    units = making.units(made["id"], listed(made["units"]).units, title=made.get("title", ""))
    kind = SourceKind(made["kind"])
    facts = {"title": made.get("title", ""), "date": made.get("date", "")}
    return Filed(Source(made["id"], kind, **facts), units)


def dropped(written: Any) -> Any:
    """Rows of pilots that went nowhere, with nothing else to say of them."""
    return tuple(making.row("dropped", unit) for unit in listed(written).units)


@pytest.mark.parametrize("case", cases("confirming", "case"))
def test_what_documents_say_of_the_units(case: dict[str, Any]) -> None:
    found = confirmed(dropped(case["pilots"]), [filed(made) for made in case["others"]])
    assert [row.outcome for row in found] == [Outcome.DROPPED] * len(case["pilots"])
    if "wanted" in case:
        assert [str(row.reason) for row in found] == case["wanted"]
    if "names" in case:
        assert [row.pilot.own for row in found if row.pilot] == case["names"]


def test_the_reason_goes_on_behind_what_was_said() -> None:
    pilots = listed(["甲省/乙市/丙县/丁镇/戊社区"])
    (row,) = confirmed(
        rows(pilots, pilots),
        [filed({"id": "plan", "kind": "plan", "units": ["甲省/乙市/丙县/丁镇/戊社区"]})],
    )
    assert row.outcome is Outcome.PROMOTED
    assert str(row.reason) == "the same name in the same place; confirmed by plan, line 1"
    (one,) = row.confirmations
    assert (one.document, one.line, one.written) == ("plan", 1, "甲省乙市丙县丁镇戊社区")


def test_a_new_unit_is_looked_up_by_its_result() -> None:
    none, result = listed(["甲省/乙市/丙县/庚镇/辛社区"]), listed(["甲省/乙市/丙县/丁镇/戊社区"])
    plan = filed({"id": "plan", "kind": "plan", "units": ["甲省/乙市/丙县/丁镇/戊社区"]})
    new = [row for row in confirmed(rows(none, result), [plan]) if row.outcome is Outcome.NEW]
    assert [str(row.reason) for row in new] == ["not in the pilot list; confirmed by plan, line 1"]


def test_without_documents_every_row_stays_as_it_is() -> None:
    given = dropped(["甲省/乙市/丙县/丁镇/戊社区"])
    assert confirmed(given, []) == given


PLAN = """榆中县城乡社区治理试点工作实施方案
确定普安街道为试点街道，确定广福社区、东街社区分别承担试点任务。
（一）便民服务型社区试点（试点单位：普安街道广福社区）
"""


def test_a_unit_that_the_prose_mentions_is_confirmed_there() -> None:
    lines = tuple(Line(number, text) for number, text in enumerate(PLAN.splitlines(), start=1))
    units = resolve(outline(Document("plan.txt", "txt", "", 0, lines)))
    plan = filing.filed(units)
    pilots = [
        "甘肃省/兰州市/榆中县/普安街道/广福社区",
        "甘肃省/兰州市/榆中县/普安街道/东街社区",
        "甘肃省/兰州市/榆中县/普安街道/西街社区",
    ]
    found = confirmed(dropped(pilots), [plan])
    assert [[one.line for one in row.confirmations] for row in found] == [[3], [2], []]
