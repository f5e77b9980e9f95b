"""Yearly lists are paired by the units they share; where a title says otherwise, it is told."""

from dataclasses import replace

import pytest

import making
from pilotdiff.checks import check
from pilotdiff.checks.between import groups
from pilotdiff.filing import pairs
from pilotdiff.filing.misplaced import misplaced
from pilotdiff.model import Filed, Source, SourceKind
from pilotdiff.programme import funnel

COUNTY = ("甲省", "乙市", "丙县")


def filed(id: str, title: str, *towns: str, batch: int | None = None) -> Filed:
    """A list of towns; what it is stands in its title."""
    kind = SourceKind.RESULTS if "示范" in title else SourceKind.PILOTS
    source = Source(id, kind, title=title, province=COUNTY[0], batch=batch)
    named = [making.unit(*COUNTY, town, id=str(at), line=at) for at, town in enumerate(towns, 1)]
    return Filed(source, making.units(id, named))


P2019 = filed("p2019", "甲省2019年试点乡镇名单", "金井镇", "高桥镇")
P2020 = filed("p2020", "甲省2020年试点乡镇名单", "开慧镇", "福临镇")
R2020 = filed("r2020", "甲省2020年示范乡镇名单", "金井镇")
R2021 = filed("r2021", "甲省2021年示范乡镇名单", "开慧镇")
YEARLY = [P2019, P2020, R2020, R2021]


def told(documents: list[Filed]) -> list[str]:
    return sorted(f"{ours.source.id} {theirs.source.id}" for ours, theirs in pairs(documents))


@pytest.mark.parametrize("turned", [False, True])
def test_units_pair_yearly_lists_whatever_their_order(turned: bool) -> None:
    assert told(YEARLY[::-1] if turned else YEARLY) == ["p2019 r2020", "p2020 r2021"]


def test_the_programme_puts_results_with_the_pilots_whose_units_they_have() -> None:
    found = funnel(YEARLY)
    assert [[each.id for each in batch.documents] for batch in found.batches] == [
        ["p2019", "r2020"],
        ["p2020", "r2021"],
    ]
    (doubt,) = found.doubts
    assert str(doubt).startswith("r2020: Its title names the year 2020, as p2020 does, but")


def test_two_lists_of_one_year_that_share_as_much_are_told_apart_by_the_year() -> None:
    again = replace(P2020.source, id="again")
    both = [P2019, Filed(again, making.units("again", list(P2019.units.units))), R2020]
    assert told(both) == ["again r2020"]


def test_results_that_share_no_unit_go_by_titles_and_dates() -> None:
    other = filed("other", "甲省2021年示范乡镇名单", "星沙镇")
    assert told([P2020, other]) == ["p2020 other"]


def test_results_that_share_no_unit_go_with_the_last_pilots_before_them() -> None:
    """Neither list has a day; the checks pair them as the programme and the panel do."""
    later = filed("p2022", "甲省2022年试点乡镇名单", "榔梨镇")
    other = filed("other", "甲省2021年示范乡镇名单", "星沙镇")
    lists = [P2019, P2020, later, other]
    assert told(lists) == ["p2020 other"]
    (pair,) = groups.paired_lists(lists)
    assert pair.pilots.source.id == "p2020"
    (finding,) = [each for each in check(lists) if each.code == "little-in-common"]
    assert "are in p2020" in str(finding.message) or "is in p2020" in str(finding.message)


def test_chance_namesakes_make_no_pair() -> None:
    """Of ten towns one is called alike; neither programme nor province nor batch agrees."""
    names = "一二三四五六七八九"
    ours = filed("p", "试点乡镇名单", "金井镇", *(f"{n}河镇" for n in names))
    theirs = filed("r", "示范乡镇名单", "金井镇", *(f"{n}山镇" for n in names))
    third = filed("q", "试点乡镇名单", *(f"{n}湖镇" for n in names))
    lists = ours, third, theirs
    assert told([one._replace(source=replace(one.source, province="")) for one in lists]) == []


def test_a_number_that_units_contradict_is_told() -> None:
    first = filed("p1", "甲省第一批试点乡镇名单", "金井镇", "高桥镇", batch=1)
    second = filed("p2", "甲省第二批试点乡镇名单", "开慧镇", "福临镇", batch=2)
    results = filed("r2", "甲省第二批示范乡镇名单", "金井镇", "高桥镇", batch=2)
    (one,) = misplaced([first, second, results])
    assert (one.told.source.id, one.nearest.source.id, one.by_number) == ("p2", "p1", True)
    assert (one.shared, one.units, one.told_shared) == (2, 2, 0)


def test_nothing_is_told_where_title_and_units_agree() -> None:
    same = filed("r", "甲省2019年示范乡镇名单", "金井镇")
    assert not [*misplaced([P2019, P2020, same])]
