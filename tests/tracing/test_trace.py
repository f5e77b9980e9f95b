from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import making
from casefile import cases
from pilotdiff.model import Entry, Filed, Level, Source, SourceKind, Unit
from pilotdiff.tracing import Sighting, Trail, trail_of


def filed(number: int, facts: str, *paths: str, mentions: tuple[str, ...] = ()) -> Filed:
    """A document of the programme of one province that lists these paths, a line each."""
    kind, date, batch = facts.split()
    listed = [listing(path, line) for line, path in enumerate(paths, 1)]
    told = tuple(Entry(text, text, 9) for text in mentions)
    units = making.units(str(number), listed, mentions=told)
    source = Source(
        id=str(number),
        kind=SourceKind(kind),
        title="",
        date="" if date == "-" else date,
        province=listed[0].path[0] if listed else "",
        batch=None if batch == "-" else int(batch),
    )
    return Filed(source, units)


def listing(path: str, line: int) -> Unit:
    made = making.unit(*path.split("/"), line=line)
    return made._replace(id=str(line))


def told(trail: Trail) -> list[list[str]]:
    """As the cases have it."""
    return [
        [
            " ".join(way.names),
            *(
                f"{stop.document.source.id} {line(each)}"
                for stop in way.stops
                for each in stop.sightings
            ),
        ]
        for way in trail.ways
    ]


def line(each: Sighting) -> str:
    return f"{each.unit.own} {each.row.outcome}" if each.row else each.unit.own


@pytest.mark.parametrize("case", cases("tracing", "traces"))
def test_what_a_trace_says(case: dict[str, Any]) -> None:
    documents = [filed(number, *each) for number, each in enumerate(case["documents"], 1)]
    trail = trail_of(case["asked"], documents, case.get("within", ""))
    assert told(trail) == case["wanted"]


def test_running_text_mentions() -> None:
    document = filed(1, "plan 2021-01-01 -", "河南省/新乡市/长垣市/丁栾镇", mentions=("丁栾镇",))
    (way,) = trail_of("丁栾镇", [document]).ways
    assert [(each.mentioned, each.unit.entry.line) for each in way.stops[0].sightings] == [
        (False, 1),
        (True, 9),
    ]
    assert way.stops[0].within(Level.TOWNSHIP) == ()


def test_documents_that_do_not_name_it_are_told() -> None:
    documents = [
        filed(1, "zones 2019-01-01 -", "河南省/新乡市/长垣市"),
        filed(2, "zones 2020-01-01 -", "河南省/新乡市/封丘县"),
    ]
    trail = trail_of("长垣市", documents)
    assert [each.source.id for each in trail.ways[0].absent] == ["2"]
    assert [each.source.id for each in trail.documents] == ["1", "2"]


def test_names_near_to_one_that_nobody_bears() -> None:
    documents = [filed(1, "zones 2019-01-01 -", "河南省/新乡市/长垣市", "河南省/新乡市/封丘县")]
    assert trail_of("长恒市", documents).near[0] == "长垣市"


def test_the_path_is_completed_and_bears_the_latest_name() -> None:
    documents = [
        filed(1, "zones 2018-01-01 -", "河南省/新乡市/长垣县"),
        filed(2, "zones 2021-01-01 -", "河南省//长垣市"),
    ]
    (way,) = trail_of("长垣", documents).ways
    assert way.path == ("河南省", "新乡市", "长垣市", "", "")


PLACES = [
    f"四川省/成都市/{county}/{town}/{village}"
    for county in ("甲县", "乙县")
    for town in ("东镇", "西镇")
    for village in ("上村", "下村", "上社区")
]


@given(
    st.lists(st.sampled_from(PLACES), min_size=1, unique=True),
    st.lists(st.sampled_from(PLACES), min_size=1, unique=True),
    st.sampled_from(["甲县", "东镇", "上村", "上", "四川省", "成都", "甲县东镇"]),
)
def test_every_line_of_a_place_stands_in_its_trace_once(
    pilots: Any, results: Any, asked: Any
) -> None:
    documents = [
        filed(1, "pilots 2021-01-01 1", *pilots),
        filed(2, "results 2022-01-01 1", *results),
    ]
    for way in trail_of(asked, documents).ways:
        for stop in way.stops:
            lines = [each.unit.entry.line for each in stop.sightings]
            assert lines == sorted(set(lines))
            lying = {
                unit.entry.line
                for unit in stop.document.units.units
                if unit.path[: way.level.depth + 1] == way.path[: way.level.depth + 1]
            }
            assert lying <= set(lines)


@given(st.permutations(range(3)))
def test_the_order_in_which_documents_are_given_makes_no_difference(order: Any) -> None:
    documents = [
        filed(1, "pilots 2021-05-01 1", "河南省/新乡市/长垣市/丁栾镇/清水村"),
        filed(2, "results 2022-11-01 1", "河南省/新乡市/长垣市/丁栾镇/清水社区"),
        filed(3, "zones 2019-01-01 -", "河南省/新乡市/长垣市"),
    ]
    given_so = trail_of("丁栾镇", [documents[at] for at in order])
    assert told(given_so) == told(trail_of("丁栾镇", documents))
