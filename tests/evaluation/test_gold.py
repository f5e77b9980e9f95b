from typing import Any

import pytest

from pilotdiff.evaluation import gold
from pilotdiff.evaluation.gold import Reference
from pilotdiff.model import UserError
from pilotdiff.reading import read_bytes


def rows(text: str) -> Any:
    return gold(read_bytes("gold.csv", text.encode())).rows


def test_ids_and_the_kind_of_change() -> None:
    one, two = rows("pilot_id,result_id,change\n1,a,suffix\n2,b,\n")
    assert (one.line, one.pilot.id, one.result.id, one.kind) == (2, "1", "a", "suffix")
    assert two.kind == "same"


def test_relations_and_texts_as_written() -> None:
    found = rows(
        "pilot_raw,result_raw,relation\n甲区,甲区,promoted\n乙县,乙市,renamed\n丙县,,dropped\n"
        "丁县,戊县,unknown\n,己县,new\n"
    )
    assert [row.kind for row in found] == ["same", "renamed", "dropped", "new"]
    assert [bool(row.result) for row in found] == [True, True, False, True]


def test_more_columns_than_needed_say_more() -> None:
    (row,) = rows(
        "pilot_line,pilot_raw,pilot_name,outcome,result_name\n7,甲區,甲区,promoted,甲区\n"
    )
    assert row.pilot == Reference(name="甲区", raw="甲區", line="7")
    assert row.pilot.shown == "甲区"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a,b\n1,2\n", "no column pilot_id, pilot_name or pilot_raw"),
        ("pilot_id,b\n1,2\n", "no column result_id"),
        ("pilot_id,result_id,change\n,,same\n", "no row that names a pilot or a result"),
    ],
)
def test_what_is_no_gold_is_an_error(text: str, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        rows(text)
