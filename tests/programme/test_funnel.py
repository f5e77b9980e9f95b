"""Documents → funnels: the cases, and what holds for the shipped documents and their pages."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import making
from casefile import cases
from listed import listed
from pilotdiff import filing
from pilotdiff.catalogue import catalogue, described, document
from pilotdiff.listing import outline
from pilotdiff.model import Declared, Document, Filed, Level, Line, Source, SourceKind
from pilotdiff.programme import Stage, funnel
from pilotdiff.reading import read_document
from pilotdiff.units import resolve


def figures(prose: Any) -> Any:
    page = Document("page.txt", "txt", "", 0, (Line(1, prose),))
    return outline(page).figures


def filed(made: Any) -> Any:
    kind = SourceKind(made["kind"]) if "kind" in made else None
    declared = tuple(Declared(n, 1, "", Level(of)) for of, n in made.get("declared", {}).items())
    its = listed(made.get("units", [])).units
    sections = made.get("sections", [""] * len(its))
    its = tuple(
        unit._replace(entry=unit.entry._replace(section=section))
        for unit, section in zip(its, sections, strict=True)
    )
    units = making.units(
        made["id"],
        its,
        entries=tuple(unit.entry for unit in its),
        declared=declared,
        figures=figures(made.get("prose", "")),
        context=tuple(made.get("context", ())),
    )
    known = {key: made[key] for key in ("programme", "province", "batch", "date") if key in made}
    return Filed(Source(made["id"], kind, title=made.get("title", ""), **known), units)


def shown(count: Any) -> str:
    about, yearly = "~" if count.about else "", "/" if count.yearly else ""
    return f"{about}{count.number}{yearly}{count.basis.value[0]}"


def tier_shown(batch: Any, tier: Any) -> str:
    said = []
    for stage in Stage:
        if tier.at(stage):
            mark = " !" if tier.disagrees(stage) else ""
            said.append(f"{stage} {' '.join(map(shown, tier.at(stage)))}{mark}")
    if tier.rate is not None:
        said.append(f"rate {round(tier.rate, 4)}")
    return f"{batch.number or batch.year} {tier.level}: {', '.join(said)}"


@pytest.mark.parametrize("case", cases("programme", "funnel"))
def test_documents_make_a_funnel(case: dict[str, Any]) -> None:
    found = funnel([filed(made) for made in case["documents"]])
    assert [tier_shown(b, tier) for b in found.batches for tier in b.tiers] == case["wanted"]
    assert list(found.unplaced) == case.get("unplaced", [])
    doubts = [doubt for batch in found.batches for doubt in batch.doubts]
    assert len(doubts) == case.get("doubts", len(doubts))


@pytest.mark.parametrize("case", cases("programme", "amount"))
def test_figures_beside_the_funnel(case: dict[str, Any]) -> None:
    found = funnel([filed({"id": "n", "kind": "news", "prose": case["text"]})])
    amounts = [(batch.number, each) for batch in found.batches for each in batch.amounts]
    assert [f"{n} {each.topic} {each.value:g} {each.unit}" for n, each in amounts] == case["wanted"]


def test_every_figure_says_where_it_stands() -> None:
    prose = "第一批44个县（市、区）试点任务已经完成，投入资金3亿元。"
    (batch,) = funnel([filed({"id": "n", "kind": "news", "prose": prose})]).batches
    (count,) = batch.tiers[0].pilots
    assert count.sources == (("n", 1, "44个县（市、区）"),)
    assert batch.amounts[0].source == ("n", 1, "3亿元")


PILOTS = [
    "甲省/乙市/丙县",
    "甲省/乙市/丁县",
    "甲省/乙市/丙县/子镇 #甲型",
    "甲省/乙市/丙县/子镇/丑村 #乙型",
    "甲省/乙市/丁县/寅镇/卯村 #乙型",
    "甲省/己市/庚县/辰镇/巳村 #丙型",
]
RESULTS = ["甲省/乙市/丙县/子镇 #甲型", "甲省/乙市/丙县/子镇/丑社区 #乙型"]


@pytest.fixture(name="batch")
def one_batch() -> Any:
    pilots = {"id": "a", "kind": "pilots", "batch": 1, "units": PILOTS}
    results = {"id": "b", "kind": "results", "batch": 1, "units": RESULTS}
    (batch,) = funnel([filed(pilots), filed(results)]).batches
    return batch


def test_places_count_the_pilots_that_could_go_on(batch: Any) -> None:
    assert batch.level is Level.PREFECTURE
    assert [(s.name, s.kept, s.of) for s in batch.places] == [("乙市", 2, 3), ("己市", 0, 1)]


def test_a_county_is_told_by_its_parents_and_whether_it_is_a_pilot(batch: Any) -> None:
    shares = [(s.within, s.name, s.kept, s.of, s.listed) for s in batch.counties]
    assert shares == [
        ("乙市", "丙县", 2, 2, True),
        ("乙市", "丁县", 0, 1, True),
        ("己市", "庚县", 0, 1, False),
    ]


def test_barren_are_the_pilot_counties_of_which_nothing_went_on(batch: Any) -> None:
    assert [share.name for share in batch.barren] == ["丁县"]


def test_what_went_on_as_part_of_another_is_not_barren() -> None:
    place = "山东省/烟台市"
    pilots = [f"{place}/长岛县", f"{place}/蓬莱市", f"{place}/莱阳市"]
    lists = [
        {"id": "a", "kind": "pilots", "batch": 1, "units": pilots},
        {"id": "b", "kind": "results", "batch": 1, "units": [f"{place}/蓬莱区"]},
    ]
    (batch,) = funnel(list(map(filed, lists))).batches
    assert [(s.name, s.kept, s.joined) for s in batch.counties] == [
        ("长岛县", 0, 1),
        ("蓬莱市", 1, 0),
        ("莱阳市", 0, 0),
    ]
    assert [share.name for share in batch.barren] == ["莱阳市"]


def test_without_pilot_counties_any_county_may_be_barren() -> None:
    pilots = {"id": "a", "kind": "pilots", "batch": 1, "units": PILOTS[2:]}
    results = {"id": "b", "kind": "results", "batch": 1, "units": RESULTS}
    (batch,) = funnel([filed(pilots), filed(results)]).batches
    assert [share.name for share in batch.barren] == ["丁县", "庚县"]


def test_the_matrix_adds_up_to_places_and_categories(batch: Any) -> None:
    matrix = batch.matrix
    assert matrix.places == ("乙市", "己市")
    assert [column.category for column in matrix.columns] == ["甲型", "乙型", "丙型"]
    assert [[(s.kept, s.of) for s in row] for row in matrix.shares] == [
        [(1, 1), (1, 2), (0, 0)],
        [(0, 0), (0, 0), (0, 1)],
    ]
    for place, row in zip(batch.places, matrix.shares, strict=True):
        assert sum(s.of for s in row) == place.of
        assert sum(s.kept for s in row) == place.kept


def test_a_category_is_one_however_it_is_worded() -> None:
    pilots = ["甲省/乙市/丙县/子镇/丑村 #便民型", "甲省/己市/庚县/辰镇/巳村 #便民型试点"]
    made = [
        {
            "id": "a",
            "kind": "pilots",
            "batch": 1,
            "units": [*pilots, "甲省/己市/庚县/辰镇/午村 #丙型"],
        },
        {"id": "b", "kind": "results", "batch": 1, "units": pilots[:1]},
    ]
    (batch,) = funnel([filed(each) for each in made]).batches
    assert [(s.name, s.kept, s.of) for s in batch.categories] == [("便民型", 1, 2), ("丙型", 0, 1)]


def test_without_both_lists_nothing_is_followed() -> None:
    (batch,) = funnel([filed({"id": "a", "kind": "pilots", "units": PILOTS})]).batches
    assert not batch.reconciled
    assert (batch.places, batch.counties, batch.categories, batch.matrix) == ((), (), (), None)


def shipped() -> Iterator[Any]:
    for source in catalogue().sources:
        units = resolve(described(outline(document(source)), source))
        yield filing.completed(Filed(source, units))


NUMBERS = {
    (1, "county"): ([40], [44], []),
    (1, "township"): ([40], [44], [30]),
    (1, "community"): ([150], [150], [100]),
    (3, "county"): ([40], [41], []),
    (3, "township"): ([40], [38], [30]),
    (3, "community"): ([150], [150], [100]),
}
BARREN = "中江县 邻水县 万源市 汉源县 泸定县 丹巴县 甘孜县 西昌市 会理市"


def check(found: Any) -> None:
    """The programme of the shipped example, from whichever documents."""
    numbers = {
        (batch.number, tier.level): tuple(
            sorted({count.number for count in tier.at(stage)}) for stage in Stage
        )
        for batch in found.batches
        for tier in batch.tiers
    }
    assert {key: tuple(map(list, value)) for key, value in numbers.items()} == NUMBERS
    third = found.batches[-1]
    assert " ".join(share.name for share in third.barren) == BARREN
    assert (sum(s.kept for s in third.places), sum(s.of for s in third.places)) == (130, 188)
    assert len(third.counties) == 41
    money = {each.value for each in found.batches[0].amounts if each.topic == "money"}
    assert money == {1.28, 6.7}


def test_the_shipped_documents() -> None:
    found = funnel(list(shipped()))
    check(found)
    assert found.unplaced == ("national-2019-zones",)


def test_the_pages_as_saved_tell_the_same(shared: Path) -> None:
    pages = sorted((shared / "seeds").glob("*.txt"))
    check(funnel([filing.filed(resolve(outline(read_document(str(page))))) for page in pages]))


def test_the_order_of_documents_does_not_matter() -> None:
    documents = list(shipped())
    assert funnel(documents) == funnel(documents[::-1])


@pytest.mark.parametrize(("shared", "wanted"), [("丁镇", 0), ("庚镇", 1)])
def test_where_only_the_title_places_results_it_is_said_beside_their_rate(
    shared: str, wanted: int
) -> None:
    made = [
        {"id": "a", "kind": "pilots", "batch": 2, "units": ["甲省/乙市/丙县/丁镇"]},
        {"id": "b", "kind": "results", "batch": 2, "units": [f"甲省/乙市/丙县/{shared}"]},
    ]
    (batch,) = funnel([filed(each) for each in made]).batches
    assert [str(doubt)[:49] for doubt in batch.doubts] == wanted * [
        "b is of this batch by titles and dates alone: its"
    ]


def test_yearly_results_are_those_of_the_last_pilots_before_them() -> None:
    made = [
        {"id": f"p{year}", "kind": "pilots", "title": f"甲省{year}年试点", "units": [unit]}
        for year, unit in ((2019, "甲省/乙市/丙县/丁镇"), (2020, "甲省/乙市/丙县/戊镇"))
    ]
    made.append(
        {"id": "r", "kind": "results", "title": "甲省2021年示范", "units": ["甲省/乙市/丙县/庚镇"]}
    )
    found = funnel([filed(each) for each in made]).batches
    assert [[source.id for source in batch.documents] for batch in found] == [
        ["p2019"],
        ["p2020", "r"],
    ]
