"""The tables that repairs read: what is looked up without parsing is what parsing gives."""

import json
from importlib.resources import files

import pytest

from pilotdiff.repair.tables import readings


def test_readings_are_those_of_the_table() -> None:
    table = json.loads(files("pypinyin").joinpath("pinyin_dict.json").read_text("utf-8"))
    codes = sorted(map(int, table))
    chosen = [*codes[:3], *codes[3:-3:97], *codes[-3:]]
    assert {code: ",".join(readings(chr(code))) for code in chosen} == {
        code: table[str(code)] for code in chosen
    }


@pytest.mark.parametrize("char", ["a", "〓", "\x00", "\U0010ffff", "，"])
def test_what_the_table_lacks_has_no_reading(char: str) -> None:
    assert readings(char) == ()
