"""What only a catalogue tells of a document, and what the pieces of these checks make of it."""

from dataclasses import replace
from typing import Any

import pytest

from casefile import cases
from pilotdiff.checks import check
from pilotdiff.checks.between.figure_bounds import StatedExtent, base_unit, extent
from pilotdiff.checks.between.subjects import likeness
from pilotdiff.checks.between.titles_between import announced, core_of_title, same_title
from pilotdiff.checks.finding_codes import BETWEEN
from pilotdiff.model import (
    Citation,
    Document,
    Figure,
    Filed,
    Finding,
    Listing,
    Source,
    SourceKind,
    Units,
)


def _filed(source: Source, listing: Listing | None = None) -> Filed:
    empty = Listing(Document(source.id, "toml", "", 0, ()))
    return Filed(source, Units(listing or empty, ()))


def _codes(*documents: Filed) -> list[tuple[str, str]]:
    return [(finding.code, finding.document) for finding in _between(*documents)]


def _between(*documents: Filed) -> list[Finding]:
    codes = {each.code for each in BETWEEN}
    return [finding for finding in check(documents) if finding.code in codes]


def test_a_page_cannot_be_older_than_the_document_on_it() -> None:
    source = Source("notice", SourceKind.NEWS, date="2022-04-03", seen="2022-04-02")
    assert _codes(_filed(source)) == [("published-before-date", "notice")]
    assert not _codes(_filed(replace(source, seen="2022-04-03")))


def test_a_number_that_only_the_catalogue_gives_is_held_against_the_date() -> None:
    source = Source("notice", SourceKind.NEWS, date="2022-04-03", number="川民发〔2023〕1号")
    assert _codes(_filed(source)) == [("number-after-date", "notice")]


def test_a_citation_may_lead_to_a_document_that_lists_nothing() -> None:
    scheme = Source("scheme", SourceKind.PLAN, number="川民发〔2020〕40号")
    cites = (Citation("川民发〔2020〕40号", line=3), Citation("川民发〔2020〕99号", line=4))
    listing = Listing(Document("notice", "toml", "", 0, ()), citations=cites)
    notice = _filed(Source("notice", SourceKind.NEWS), listing)
    found = _between(_filed(scheme), notice)
    assert [(each.code, each.line) for each in found] == [("cites-unknown", 4)]


@pytest.mark.parametrize(
    ("text", "value", "least", "most"),
    [
        ("533个", 533, 533, 533),
        ("500多个", 500, 500, 600),
        ("1100余个", 1100, 1100, 1200),
        ("超过533个", 533, 533, 534),
        ("3个以上", 3, 3, float("inf")),
        ("不少于30个", 30, 30, float("inf")),
        ("近1000个", 1000, 900, 1000),
        ("40个左右", 40, 36, 44),
        ("约40个", 40, 36, 44),
    ],
)
def test_what_a_figure_admits(text: str, value: float, least: float, most: float) -> None:
    figure = Figure(value, "个", "", 1, text, about=text != "533个")
    assert extent(figure) == pytest.approx(StatedExtent(value, least, most))


def test_what_a_figure_with_a_scale_admits() -> None:
    found = extent(Figure(6.7, "亿元", "", 1, "超过6.7亿元", about=True))
    assert found == pytest.approx(StatedExtent(6.7e8, 6.7e8, 6.8e8))
    assert extent(Figure(1.28, "亿元", "", 1, "")) == StatedExtent.exactly(1.28e8)


def test_the_words_for_counting_things_are_one_unit() -> None:
    assert base_unit("家") == base_unit("个") != base_unit("人")
    assert base_unit("亿元") == base_unit("元")


@pytest.mark.parametrize("case", cases("checks_parts", "subjects"))
def test_subjects_are_one_where_words_are_only_put_in(case: dict[str, Any]) -> None:
    one, other, same = case["one"], case["other"], case["same"]
    assert (likeness(one, other) > 0.5) is same
    assert likeness(one, other) == likeness(other, one)


@pytest.mark.parametrize("case", cases("checks_parts", "title_total"))
def test_the_totals_in_a_title(case: dict[str, Any]) -> None:
    totals = [[level.value, number] for level, number in announced(case["title"])]
    assert totals == case["totals"]


def test_a_title_is_known_without_its_wrapping() -> None:
    whole = "某省民政厅关于印发城乡社区建设示范工程实施方案的通知"
    assert core_of_title(whole) == "城乡社区建设示范工程实施方案"
    assert same_title(whole, "城乡社区建设示范工程实施方案")
    assert not same_title(whole, "城乡社区治理试点示范三年行动计划")
    assert not same_title(whole, "方案")
