"""The data of a page's scripts: what is taken from code, and what is left."""

import pytest

from pilotdiff.reading import read_bytes
from pilotdiff.reading.web.script_data import script_values


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("var a = [{name: '柳城街道', n: 1, on: true, off: null},];", None),
        ('x = {"a": ["东岭县", -1.5, undefined]}', [{"a": ["东岭县", "-1.5", None]}]),
        ("/* ['旧'] */ f(\"\\u5357\\x41\\u{4e00}\\n\")", [["旧"], "南A一\n"]),
        ('s = "\\ud840\\udc0b"', ["𠀋"]),
        ("function f() { var x = g({a: 1}); }", [{"a": 1}]),
        ("[1, f(), ['清岗县']]", [["清岗县"]]),
        ("[/* 注 */ '清岗县', // 末\n '东岭县']", [["清岗县", "东岭县"]]),
        ("'never closed\n", []),
    ],
)
def test_values_of_a_script(code: str, wanted: list[object] | None) -> None:
    named = [[{"name": "柳城街道", "n": 1, "on": True, "off": None}]]
    assert list(script_values(code)) == (named if wanted is None else wanted)


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["[", "{a:", "[1,", "[[1],", "[/*", "[//", '["', "{a:[1,2,"])
def test_brackets_without_end_are_given_up(piece: str) -> None:
    assert len(list(script_values(piece * 20_000))) <= 20_000


def test_what_is_not_shown_stands_behind_what_is() -> None:
    page = (
        "<p>1.清岗县</p><div style='display:none'><p>2.东岭县</p></div>"
        "<script>var n = [['石镇', 3]]; var s = '<p>白溪镇</p>';</script>"
        "<ul style='display:none'><li><a>首页</a></li></ul><select><option>虹川市</option></select>"
    )
    document = read_bytes("page.html", page.encode())
    assert [line.text for line in document.lines] == ["1.清岗县"]
    shown = [(line.number, line.text or line.cells) for line in document.unseen]
    assert shown == [(2, "2.东岭县"), (3, ("石镇", "3")), (4, "白溪镇")]
