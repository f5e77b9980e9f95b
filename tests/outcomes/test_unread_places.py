"""A unit that one list alone has is told of the lines of the other document that were not read."""

import pytest

from two_lists import TwoLists

PILOTS = "清岗县试点镇名单\n1. 白溪镇\n2. 石桥镇\n3. 柳林镇\n"
WHOLE = "清岗县示范镇名单\n1. 白溪镇\n2. 石桥镇\n"
TABLE = "清岗县示范镇名单\n序号\t县\t镇\n1\t清岗县\t白溪镇\n2\t清岗县\t石桥镇\n"


@pytest.mark.parametrize(
    ("results", "told"),
    [
        (WHOLE, False),
        (WHOLE + "3. ■■■\n", True),
        (WHOLE + "3. 〓〓〓\n", True),
        (WHOLE + "3. 〓〓镇\n", True),
        (WHOLE + "3. ■■镇\n", True),
        (WHOLE + "3. 清岗县〓〓〓\n", True),
        (TABLE, False),
        (TABLE + "3\t清岗县\t〓〓〓\n", True),
    ],
)
def test_lines_that_gave_no_unit(results: str, told: bool, lists: TwoLists) -> None:
    files = lists.put(PILOTS, results)
    found = lists.rows("match", *files)
    assert [row["outcome"] for row in found] == ["promoted", "promoted", "dropped"]
    assert ["it may stand there" in row["reason"] for row in found] == [False, False, told]
    findings = lists.rows("check", *files)
    said = next(each["message"] for each in findings if each["code"] == "pilot-without-result")
    assert said.startswith("1 pilot has no result: 1 street or town")
    assert ("it may stand there" in said) == told


def test_no_place_is_spoken_of_where_none_is_told(lists: TwoLists) -> None:
    files = lists.put(*(text.replace("清岗县", "") for text in (PILOTS, WHOLE)))
    found = lists.rows("match", *files, "--no-record")
    assert "in its place" not in found[2]["reason"]
    assert "bears a name" in found[2]["reason"]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("2.", "The line has the number 2, but no unit was read from it"),
        ("2. ÇàÁúÕò", "1 name or line that may be a unit is left out: line 3 2. ÇàÁúÕò"),
    ],
)
def test_a_number_whose_line_gave_no_unit_is_told_first(
    row: str, told: str, lists: TwoLists
) -> None:
    results = WHOLE.replace("2. 石桥镇", row) + "3. 柳林镇\n4. 东岭镇\n"
    files = lists.put(PILOTS, results)
    first = lists.one_line("match", *files).partition("Pilots 清岗县")[0]
    assert "With a doubt" in first
    assert told in first
