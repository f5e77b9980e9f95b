"""A row of the tables says itself that the line of its unit is in doubt."""

from typing import Any

import pytest

from casefile import cases
from two_lists import TwoLists

HEAD = "地市,县,乡镇,村\n"
DOUBTFUL = HEAD + "甲市,乙县,丙镇,虹川村\n甲市,,丁镇,清岗村\n甲市,戊县,己镇,白溪村\n"
WHOLE = HEAD + "甲市,乙县,丙镇,虹川村\n甲市,乙县,丁镇,清岗村\n甲市,戊县,己镇,白溪村\n"


@pytest.mark.parametrize("case", cases("outcomes_parts", "doubtful_line"))
def test_only_the_rows_of_doubtful_lines_say_so_first(
    case: dict[str, Any], lists: TwoLists
) -> None:
    found = lists.rows("match", *lists.put(*case["lists"], suffix="csv"))
    told = {row["community"]: row["reason"] for row in found}
    assert told["清岗村"].startswith(case["said"]), told
    assert told["清岗村"].endswith("the same name in the same place"), told
    assert not any("doubt" in told[name] for name in ("虹川村", "白溪村")), told


def test_a_row_of_names_tells_the_doubt_of_the_one_that_it_names(lists: TwoLists) -> None:
    text = (
        "示范乡镇名单\n石家庄市：正定县白石镇、东岭镇、东部新区，灵寿县西岭镇\n"
        "保定市：易县南岭镇，涞水县北岭镇\n"
    )
    found = lists.rows("match", *lists.put(text, text))
    doubted = [row["pilot_name"] for row in found if "doubt" in row["reason"]]
    assert [name[-4:] for name in doubted] == ["东部新区"]
