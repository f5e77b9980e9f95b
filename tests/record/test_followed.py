"""Units asked for in another edition: what stands for them there."""

from typing import Any

import pytest

from casefile import cases
from pilotdiff.record import Way, follow, of_code

CASES = [
    ("a part of a county that became another one", "330109007002", 2021, "330114004002", Way.MOVED),
    ("a town with a new code, one name respelt", "330185109211", 2021, "330112109211", Way.RESPELT),
    ("the same, back", "330112109211", 2016, "330185109211", Way.RESPELT),
    ("a town that became another kind", "150123208246", 2021, "150123103246", Way.MOVED),
    (
        "a namesake of another kind in the next town of those merged: none is given",
        "510981121001",
        2016,
        "",
        None,
    ),
    (
        "the very name from a town that went into this one",
        "511903120209",
        2016,
        "511903210200",
        Way.MOVED,
    ),
    ("no name and no code goes on", "511421305213", 2021, "", None),
]


@pytest.mark.parametrize("case", cases("record", "followed"))
def test_a_community_in_another_edition(case: dict[str, Any]) -> None:
    comment, code, year, wanted, way = (
        case["comment"],
        case["code"],
        case["year"],
        case["wanted"],
        case.get("way"),
    )
    asked = 2016 if year == 2021 else 2021
    (unit,) = (each for each in of_code(code) if each.distance(asked) == 0)
    found = follow(unit, year)
    assert (found.unit.code if found.unit else "", found.way) == (wanted, way), comment


PREFECTURES = [
    ("one became a city, which was renamed", "532700", 2021, "530800"),
    ("the name goes on, though others have counties of it", "512800", 2021, "510700"),
    ("most counties went to a city of another name, the others elsewhere", "452100", 2021, ""),
    ("the city that it went into stood beside it", "422600", 2021, "420300"),
    ("it was divided among three", "341400", 2021, ""),
]


@pytest.mark.parametrize(
    ("comment", "code", "year", "wanted"), PREFECTURES, ids=[each[0] for each in PREFECTURES]
)
def test_a_prefecture_in_another_edition(comment: str, code: str, year: int, wanted: str) -> None:
    found = follow(of_code(code)[0], year)
    assert (found.unit.code if found.unit else "") == wanted, comment
