"""Signs where names should stand: on lines of their own, and behind a place."""

from collections.abc import Callable

import pytest

_VILLAGES = "示范村名单\n清岗县白溪镇东岭村\n{odd}\n清岗县白溪镇西岭村\n清岗县北岭镇石桥村"
_ROWS = "试点名单\n1.乙市清岗县{odd}\n2.乙市清岗县白马村\n3.乙市清岗县青石村"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (_VILLAGES.format(odd="■■■"), ["■■■"]),
        (_VILLAGES.format(odd="???"), ["???"]),
        (_VILLAGES.format(odd="***"), ["***"]),
        (_VILLAGES.format(odd="------"), []),
        # A line of stars with blank lines about it parts two chapters of a page.
        (_VILLAGES.format(odd="\n***\n"), []),
        (_VILLAGES.format(odd="清岗县白溪镇南岭村\n***\n清岗县白溪镇北岭村\n***"), []),
        (_VILLAGES.replace("{odd}\n", "") + "\n□□□□", ["□□□□"]),
        (_VILLAGES.format(odd="……"), ["……"]),
        (_VILLAGES.format(odd="（此处略）"), ["（此处略）"]),
        (_ROWS.format(odd="***"), ["乙市清岗县***"]),
        (_ROWS.format(odd="石桥村**"), []),
        (_ROWS.format(odd=""), []),
    ],
)
def test_signs_in_place_of_a_name_are_told(
    text: str, wanted: list[str], doubtful: Callable[[str], list[str]]
) -> None:
    assert doubtful(text) == wanted
