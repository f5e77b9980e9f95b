"""A list as it is asked: what `match` would say of a list that holds the queried unit alone."""

from typing import Any

import pytest

import pilotdiff
from pilotdiff.language import ENGLISH
from pilotdiff.record import RecordYear
from pilotdiff.service import ServedList
from pilotdiff.service.service_queries import Query


def names(found: Any) -> list[str]:
    return [each.entity.name for each in found]


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        (Query("長沙縣金井鎮(zhèn)"), "长沙县金井镇"),
        (Query("长沙县开慧乡"), "长沙县开慧镇"),
        (Query("果园镇田汉社区", told={"county": "长沙县"}), "长沙县果园镇田汉村"),
        (Query("和平社区", told={"county": "宁乡市"}), "宁乡市双江口镇和平社区"),
    ],
)
def test_what_match_would_accept_is_accepted(served: Any, query: Any, wanted: str) -> None:
    found = served.candidates(query)
    assert found[0].matched
    assert found[0].entity.name == wanted
    assert found[0].score > 80
    assert sum(each.matched for each in found) == 1


@pytest.mark.parametrize(
    "query",
    [
        Query("和平社区"),  # two bear the name
        Query("和平社区", told={"county": "长沙县"}, types=("township",)),
        Query("金井镇"),  # nothing tells where it lies
        Query("长沙县金开镇"),
        Query("湖南大学"),
        Query("长沙县金井镇、长沙县开慧镇"),  # two units in one cell
        Query("x" * 5000),
    ],
)
def test_what_is_not_sure_is_not_accepted(served: Any, query: Any) -> None:
    assert not any(each.matched for each in served.candidates(query))


def test_who_may_be_meant_is_told(served: Any) -> None:
    found = served.candidates(Query("和平社区"))
    assert set(names(found)) == {"长沙县黄兴镇和平社区", "宁乡市双江口镇和平社区"}


def test_a_type_leaves_out_other_levels(served: Any) -> None:
    assert served.candidates(Query("金井镇", types=("township",), told={"county": "长沙县"}))
    assert not served.candidates(Query("长沙县金井镇", types=("community",)))


def test_an_entity_tells_what_parse_tells(served: Any) -> None:
    found = served.candidates(Query("长沙县金井镇"))[0].entity
    entity = served.entity(found.id)
    assert entity.values["code"] == "430121110"
    assert entity.values["township"] == "金井镇"
    assert served.entity("nobody") is None


def test_suggestions_begin_with_names_that_begin_so(served: Any) -> None:
    found = [each.name for each in served.suggested("和平")]
    assert len(found) == 2
    assert not served.suggested("没有这样的")


@pytest.mark.slow
def test_every_pilot_finds_the_result_that_match_finds() -> None:
    pilots = pilotdiff.read("sichuan-2022-pilots")
    results = pilotdiff.read("sichuan-2023-demonstrations")
    served = ServedList(results, ENGLISH, RecordYear.of(results))
    report = pilotdiff.reconcile(pilots, results)
    wanted = {
        row["pilot_id"]: row["result_id"]
        for row in report.to_dicts()
        if row["outcome"] in ("promoted", "renamed")
    }
    found = {
        unit.id: best.entity.id
        for unit in pilots.units
        for best in served.candidates(Query(unit.entry.raw))[:1]
        if best.matched
    }
    assert len(wanted) == 130
    assert found == wanted
