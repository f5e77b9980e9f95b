"""Rates mean one thing: of the pilots that could go on, how many did, whatever is shown."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

import making
import workbooks
from pilotdiff.language import ENGLISH, words
from pilotdiff.model import Level, Outcome, Row, UserError
from pilotdiff.model.whole_numbers import per_cent
from pilotdiff.report import pilot_shares
from pilotdiff.report.filters import Filter
from pilotdiff.report.report_types import Report

PLACES = ("乙市", "戊市")
KINDS = ("便民型", "科技型")


@st.composite
def rows(draw: Callable[..., Any]) -> tuple[Row, ...]:
    """Rows of every outcome in two places and two categories; pilots may come from elsewhere."""
    made = []
    for number in range(draw(st.integers(1, 8))):
        outcome = draw(st.sampled_from(list(Outcome)))
        here, there = draw(st.sampled_from(PLACES)), draw(st.sampled_from(PLACES))
        category = draw(st.sampled_from(KINDS))
        pilot = making.unit("甲省", here, "丙县", f"{number}镇", category=category)
        result = making.unit("甲省", there, "丙县", f"{number}镇", category=category)
        with_pilot = outcome not in (Outcome.NEW, Outcome.SPLIT)
        paired = outcome in (Outcome.PROMOTED, Outcome.RENAMED, Outcome.REVIEW)
        made.append(
            making.row(
                outcome, pilot if with_pilot else None, result if paired or not with_pilot else None
            )
        )
    return tuple(made)


def scopes() -> Any:
    return st.builds(
        Filter,
        levels=st.sampled_from([(), (Level.TOWNSHIP,), (Level.COMMUNITY,)]),
        categories=st.sampled_from([(), ("便民型",)]),
        places=st.sampled_from([(), ("乙市",)]),
    )


def scoped(found: tuple[Row, ...], scope: Filter) -> Report:
    """The report of what is asked for, where there is anything of the kind."""
    try:
        return making.report(found, scope)
    except UserError:
        reject()


@given(rows(), scopes(), st.sets(st.sampled_from(list(Outcome)), min_size=1))
def test_the_outcomes_shown_bend_no_number(
    found: tuple[Row, ...], scope: Filter, only: set[Outcome]
) -> None:
    whole = scoped(found, scope)
    part = making.report(found, scope._replace(outcomes=tuple(only)))
    assert part.counts == whole.counts
    assert part.counted == whole.counted
    said = (part.summary.to_dict(), whole.summary.to_dict())
    assert said[0] | {"rows": 0} == said[1] | {"rows": 0}


@given(rows(), scopes())
def test_no_rate_is_above_the_whole(found: tuple[Row, ...], scope: Filter) -> None:
    report = scoped(found, scope)
    counts = report.counts
    assert 0 <= counts.went_on() + counts.undecided() <= counts.eligible()
    for share in (
        *pilot_shares.by_category(report.counted),
        *pilot_shares.by_place(report.counted)[1],
    ):
        assert 0 <= share.kept + share.undecided <= share.of


@given(rows())
def test_a_place_alone_has_the_rate_that_it_has_among_all(found: tuple[Row, ...]) -> None:
    _, among = pilot_shares.by_place(found)
    for share in among:
        counts = making.report(found, Filter(places=(share.name,))).counts
        assert (counts.went_on(), counts.eligible()) == (share.kept, share.of)


@pytest.mark.parametrize(
    ("undecided", "language", "wanted"),
    [(0, "en", "66.7 %"), (1, "en", "66.7 to 73.3 %"), (1, "zh", "66.7%至73.3%")],
)
def test_who_must_still_be_decided_on_makes_bounds(
    undecided: int, language: str, wanted: str
) -> None:
    assert pilot_shares.rate(10, 15, undecided, words(language)) == wanted


def test_more_pilots_wait_than_there_are_results_for_them() -> None:
    """Two namesakes wait for one result: at most one of them went on."""
    town = ("甲省", "乙市", "丙县", "丁镇")
    pilots = [making.unit(*town, "东风社区", id=str(number)) for number in (1, 2)]
    found = [
        making.row("review", pilots[0], making.unit(*town, "东风社区")),
        making.row("review", pilots[1]),
    ]
    assert making.report(found).counts.undecided() == 1
    assert pilot_shares.rate(0, 2, 1, ENGLISH) == "0.0 to 50.0 %"


@pytest.mark.parametrize("scope", [Filter(), Filter(levels=(Level.COMMUNITY,))])
def test_the_workbook_counts_what_the_screen_counts(scope: Filter, tmp_path: Path) -> None:
    found = making.whole().rows
    shown = [scope, scope._replace(outcomes=(Outcome.DROPPED,))]
    whole, part = (
        _numbered(workbooks.written(making.report(found, only), tmp_path / f"{at}.xlsx"))
        for at, only in enumerate(shown)
    )
    assert whole == part
    assert whole


def _numbered(path: Path) -> list[tuple[object, ...]]:
    """The lines of the summary that hold a number."""
    lines = workbooks.opened(path)["Summary"].iter_rows(values_only=True)
    return [line for line in lines if any(isinstance(cell, int | float) for cell in line)]


def test_a_half_is_rounded_up_as_spreadsheets_do() -> None:
    """The workbook shows 39 of 48 as 81.3 %: so does every other paper."""
    tenth = Decimal("0.1")
    for whole in range(1, 130):
        for part in range(whole + 1):
            exact = Decimal(100 * part) / whole
            assert per_cent(part, whole) == str(exact.quantize(tenth, ROUND_HALF_UP))


def test_a_proposal_across_levels_is_a_bound_too() -> None:
    """The town that may have become a county: no result is of its level, and it may have gone
    on."""
    town = making.unit("甲省", "乙市", "丙县", "丁镇")
    found = [making.row("review", town, making.unit("甲省", "乙市", "丁市"))]
    assert making.report(found).counts.undecided() == 1
