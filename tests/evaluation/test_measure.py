from typing import Any

import pytest

from making import row, unit
from pilotdiff.evaluation.measure import Score, measured
from pilotdiff.evaluation.truth import Truth
from pilotdiff.model import Unit

TOWN = ("甲省", "乙市", "丙县", "丁镇")
P = [unit(*TOWN, f"{n}村", id=str(n)) for n in range(8)]
R = [unit(*TOWN, f"{n}社区", id=str(n)) for n in range(8)]


def truth(**kinds: list[int]) -> Truth:
    """Pilot n became result n; the kinds tell the numbers of each."""
    pairs = {n: kind for kind, numbers in kinds.items() for n in numbers}
    results: dict[int, list[Unit]] = {id(P[n]): [R[n]] for n in pairs}
    pilots: dict[int, list[Unit]] = {id(R[n]): [P[n]] for n in pairs}
    total = {kind: len(numbers) for kind, numbers in kinds.items()}
    return Truth({(id(P[n]), id(R[n])): k for n, k in pairs.items()}, results, pilots, total, ())


@pytest.fixture
def found() -> Any:
    rows = [
        row("promoted", P[0], R[0], confidence=1.0),
        row("renamed", P[1], R[1], confidence=0.95),
        row("review", P[2], R[2], confidence=0.6),
        row("promoted", P[3], R[4], confidence=0.99),
        row("review", P[4], R[3], confidence=0.7),
        row("promoted", P[6], R[6], confidence=0.8),
        row("dropped", P[5]),
        row("new", result=R[5]),
    ]
    return measured(rows, truth(same=[0, 3, 4], kind=[1, 2, 5]))


def test_the_counts_of_each_kind(found: Any) -> None:
    same, kind = found.kinds
    assert same == Score("same", gold=3, found=1, proposed=0, wrong=1)
    assert kind == Score("kind", gold=3, found=1, proposed=1, wrong=0)
    assert (same.missed, kind.missed) == (2, 1)
    assert found.overall == Score("all", 6, 2, 1, 1)
    assert found.changed == Score("changed", 3, 1, 1, 0)


def test_the_shares(found: Any) -> None:
    overall = found.overall
    assert overall.precision == pytest.approx(2 / 3)
    assert overall.recall == pytest.approx(2 / 6)
    assert overall.reached == pytest.approx(3 / 6)
    harmonic = 2 / (1 / overall.precision + 1 / overall.recall)
    assert overall.f1 == pytest.approx(harmonic)
    assert (found.review, found.review_wrong, found.unjudged) == (2, 1, 1)
    assert found.review_rate == pytest.approx(2 / 7)


def test_each_band_of_confidence_tells_how_many_are_right(found: Any) -> None:
    told = [(band.low, band.high, band.judged, band.right) for band in found.bands]
    assert told == [(0.6, 0.7, 1, 1), (0.7, 0.8, 1, 0), (0.95, 0.99, 1, 1), (0.99, 1.0, 2, 1)]
    assert found.bands[-1].confidence == pytest.approx(0.995)


def test_the_most_confident_error_comes_first(found: Any) -> None:
    assert [(m.confidence, m.right, m.kind) for m in found.mistakes] == [
        (0.99, R[3].name, "same"),
        (0.7, R[4].name, "same"),
    ]


def test_a_unit_without_a_partner_is_wrong_with_any() -> None:
    told = truth(same=[0])
    told.pilots[id(P[1])] = []
    found = measured([row("promoted", P[0], R[0]), row("renamed", P[1], R[1])], told)
    assert found.kinds[-1] == Score("none", 0, 0, 0, 1)
    assert found.overall.precision == 0.5
    assert found.mistakes[0].right == ""


def test_nothing_to_measure_gives_no_numbers() -> None:
    found = measured([row("dropped", P[0])], truth())
    assert (found.overall.precision, found.overall.recall, found.overall.f1) == (None, None, None)
    assert (found.bands, found.mistakes) == ((), ())
