"""One to one, jointly optimal: against every assignment there is."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotdiff.matching.assign import Edge, assign

WEIGHTS = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)),
    st.sampled_from([-1.0, 0.0, 0.5, 1.0, 2.0, 3.5, 7.25]),
    max_size=16,
)


def best_sum(weights: dict[Edge, float]) -> float:
    """The greatest sum over all assignments of five by five."""
    return max(
        sum(max(0.0, weights.get((pilot, result), 0.0)) for pilot, result in enumerate(order))
        for order in permutations(range(5))
    )


@given(WEIGHTS)
def test_the_sum_is_the_greatest_there_is(weights: dict[Edge, float]) -> None:
    chosen = assign(weights)
    assert sum(weights[edge] for edge in chosen) == pytest.approx(best_sum(weights))


@given(WEIGHTS)
def test_no_end_stands_twice_and_no_pair_costs(weights: dict[Edge, float]) -> None:
    chosen = assign(weights)
    assert all(weights[edge] > 0 for edge in chosen)
    for side in (0, 1):
        ends = [edge[side] for edge in chosen]
        assert len(ends) == len(set(ends))


@given(WEIGHTS, st.randoms(use_true_random=False))
def test_the_order_of_the_mapping_does_not_matter(
    weights: dict[Edge, float], chance: object
) -> None:
    mixed = list(weights.items())
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert assign(dict(mixed)) == assign(weights)


def test_the_greedy_choice_is_not_taken() -> None:
    assert assign({(0, 0): 10.0, (0, 1): 9.0, (1, 0): 9.0}) == [(0, 1), (1, 0)]


def test_nothing_to_assign() -> None:
    assert assign({}) == []
    assert assign({(0, 0): 0.0, (1, 1): -3.0}) == []
