"""Lists that a program holds: a value alone is read by its structure, others say what they are."""

from typing import Any

import pytest

from casefile import cases
from pilotdiff.listing import outline
from pilotdiff.model import UserError
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve

_QUOTED = '{"河北省": {"石家庄市": ["长安区", "桥西区"]}, "陕西省": {"西安市": ["长安区"]}}'
_PATHS = ["河北省/石家庄市/长安区", "河北省/石家庄市/桥西区", "陕西省/西安市/长安区"]


def _read(text: str) -> list[str]:
    listing = outline(read_bytes("areas.js", text.encode()))
    return ["/".join(unit.path[:3]) for unit in resolve(listing, record=False).units]


@pytest.mark.parametrize("case", cases("reading_parts", "program_value"))
@pytest.mark.parametrize("value", [_QUOTED, _QUOTED.replace('"', "'")])
def test_a_value_that_a_program_writes_down_is_read_by_its_structure(
    case: dict[str, Any], value: str
) -> None:
    assert _read(case["program"].replace("{}", value)) == _PATHS


def test_a_program_that_is_read_as_text_says_so() -> None:
    text = "// 区划\n" + 'var a = {"河北省": {"石家庄市": ["长安区"]}};\nvar b = {"陕西省": {}};\n'
    notes = read_bytes("areas.js", text.encode()).notes
    assert any("data of a program" in str(note) for note in notes)


@pytest.mark.parametrize("text", ["附件: [下载]\n清岗县\n附件: [打开]\n", "清岗县: 白石镇\n"])
def test_a_list_in_text_is_no_program(text: str) -> None:
    assert not read_bytes("list.txt", text.encode()).notes


@pytest.mark.parametrize("quote", ['"', "'"])
def test_a_key_that_stands_twice_is_refused_in_either_quotes(quote: str) -> None:
    text = "var a = {'石家庄市': ['长安区'], '石家庄市': ['桥西区']};".replace("'", quote)
    with pytest.raises(UserError, match="石家庄市"):
        read_bytes("areas.js", text.encode())


def test_words_of_json_stand_in_single_quotes_too() -> None:
    text = "A = [{'省': '河北省', '县': '长安区', 'known': true, 'no': null}]"
    assert [path.split("/")[0] for path in _read(text)] == ["河北省"]


def test_a_script_writes_keys_without_quotes() -> None:
    text = "const areas = [\n  {\n    省: '河北省', city: '石家庄市', 县: '长安区',\n  },\n];\n"
    assert _read(text) == ["河北省/石家庄市/长安区"]


@pytest.mark.parametrize("value", ["{'长安区', '桥西区'}", "['长安区'] + ['桥西区']", "[f(1)]"])
def test_what_a_program_computes_is_read_as_text(value: str) -> None:
    assert all(not line.cells for line in read_bytes("a.py", f"A = {value}\n".encode()).lines)
