"""What a rival is worth: no more than others leave it."""

from pilotdiff.matching.rivalry import FLOOR, Rivalry

PAIR, RIVAL = (0, 0), (1, 0)


def against(scores: dict[tuple[int, int], float], chosen: list[tuple[int, int]]) -> float:
    return Rivalry(scores, chosen).against(PAIR)


def test_nobody_else_is_the_floor() -> None:
    assert against({PAIR: 2.0}, [PAIR]) == FLOOR


def test_a_rival_that_has_nobody_counts_in_full() -> None:
    assert against({PAIR: 2.0, RIVAL: 1.5}, [PAIR]) == 1.5


def test_a_rival_with_a_partner_of_its_own_counts_less_what_it_would_lose() -> None:
    assert against({PAIR: 2.0, RIVAL: 1.5, (1, 1): 3.0}, [PAIR, (1, 1)]) == FLOOR
    assert against({PAIR: 2.0, RIVAL: 1.5, (1, 1): -2.0}, [PAIR, (1, 1)]) == -0.5


def test_two_that_may_change_places_are_rivals_in_full() -> None:
    scores = {PAIR: 2.0, (0, 1): 2.0, RIVAL: 2.0, (1, 1): 2.0}
    assert against(scores, [PAIR, (1, 1)]) == 2.0


def test_a_rival_whose_partner_finds_another_loses_the_difference() -> None:
    scores = {PAIR: 2.0, RIVAL: 1.5, (1, 1): 3.0, (2, 1): 2.5}
    assert against(scores, [PAIR, (1, 1)]) == 1.0


def test_sides_may_be_exchanged() -> None:
    scores = {PAIR: 2.0, (0, 1): 1.5, (1, 1): -2.0}
    turned = {edge[::-1]: score for edge, score in scores.items()}
    assert against(scores, [PAIR, (1, 1)]) == against(turned, [PAIR, (1, 1)]) == -0.5


def test_the_strongest_rival_is_named() -> None:
    rivalry = Rivalry({PAIR: 2.0, RIVAL: 1.5, (0, 1): 1.0}, [PAIR])
    assert rivalry.rival(PAIR) == RIVAL
    assert Rivalry({PAIR: 2.0}, [PAIR]).rival(PAIR) is None
