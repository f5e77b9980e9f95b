"""The official record as it is asked."""

from typing import Any

import pytest

from pilotdiff.service.service_queries import Query


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        (Query("金井镇", told={"county": "长沙县"}), "430121110"),
        (Query("北京市东城区东华门街道多福巷社区"), "110101001001"),
        (Query("襄樊市"), "420600-1981"),
        (Query("430121"), "430121"),
        (Query("会理县", told={"year": "2015"}), "513425"),
    ],
)
def test_what_one_unit_bore_is_that_unit(record: Any, query: Any, wanted: str) -> None:
    found = record.candidates(query)
    assert (found[0].entity.id, found[0].matched) == (wanted, True)
    assert record.entity(wanted).name == found[0].entity.name


@pytest.mark.parametrize(
    "query",
    [
        Query("金井镇"),  # several bear it
        Query("和平社区"),  # a name alone is no sign of a community
        Query("420600"),  # 襄樊 and 襄阳: a code that bore two names
        Query("长沙县没有这镇"),
        Query("会理市", told={"year": "2015"}),
    ],
)
def test_what_several_may_be_is_none_of_them(record: Any, query: Any) -> None:
    assert not any(each.matched for each in record.candidates(query))


def test_a_name_one_character_off_is_proposed(record: Any) -> None:
    found = record.candidates(Query("东华口街道", told={"county": "东城区"}, types=("township",)))
    assert [each.entity.id for each in found] == ["110101001"]
    assert found[0].score < 50


def test_a_county_is_suggested_by_name_and_by_code(record: Any) -> None:
    assert record.suggested("长沙")[0].name.startswith("湖南省长沙市")
    assert record.suggested("430121")[0].id == "430121"
    assert record.suggested("") == []


def test_a_former_name_has_an_id_of_its_own(record: Any) -> None:
    assert record.entity("420600-1981").name == "湖北省襄樊市"
    assert record.entity("420600").name == "湖北省襄阳市"
    assert record.entity("420600-1800") is None
    assert record.entity("nothing") is None
