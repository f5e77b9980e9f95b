"""The encoding is found from the bytes, with how sure that is."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile import cases
from pilotdiff.model import UserError
from pilotdiff.reading import read_bytes
from pilotdiff.reading.encoding import decode

SIMPLIFIED = (
    "四川省民政厅关于公布示范社区名单的通知\n1.成都市温江区柳城街道光华社区\n2.自贡市筱溪街道\n"
)


@pytest.mark.parametrize("case", cases("reading_parts", "encoding"))
def test_encoding(case: dict[str, Any]) -> None:
    text, codec, encoding, sure = case["text"], case["codec"], case["encoding"], case["sure"]
    decoded = decode(text.encode(codec))
    assert decoded is not None
    assert (decoded.text, decoded.encoding, decoded.notes) == (text, encoding, ())
    assert sure <= decoded.certainty <= 1.0


@pytest.mark.parametrize("name", ["濮阳县", "於潜镇", "赉特旗", "甘孜县", "沙市區", "柳城街道"])
@pytest.mark.parametrize("codec", ["gb18030", "utf-16-le"])
def test_short_text(name: str, codec: str) -> None:
    decoded = decode(f"{name}\n".encode(codec))
    assert decoded is not None
    assert decoded.text == f"{name}\n"


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_a_few_broken_bytes_are_shown_and_said(codec: str) -> None:
    raw = (SIMPLIFIED * 5).encode(codec) + b"\xff\n" + SIMPLIFIED.encode(codec)
    document = read_bytes("a.txt", raw)
    assert document.encoding == codec
    assert any("\ufffd" in line.text for line in document.lines)
    assert len(document.lines) == 19
    assert "1 broken or lost character" in str(document.notes[0])


def test_a_lost_byte_of_gbk_leaves_its_neighbours() -> None:
    raw = SIMPLIFIED.encode("gb18030").replace("光".encode("gb18030"), b"\xb9?")
    assert "\ufffd?华社区" in read_bytes("a.txt", raw).lines[1].text


@pytest.mark.parametrize("case", cases("reading_parts", "lying_charset"))
def test_a_page_that_lies_about_its_charset(case: dict[str, Any]) -> None:
    declared, codec, note = case["declared"], case["codec"], case["note"]
    page = f'<html><head><meta charset="{declared}"></head><p>成都市温江区柳城街道</p></html>'
    document = read_bytes("a.html", page.encode(codec))
    assert document.lines[0].text == "成都市温江区柳城街道"
    assert [str(said) for said in document.notes] == ([note] if note else [])


def test_lines_are_counted_as_an_editor_counts() -> None:
    raw = "甲\r\n\r\n乙\r丙\n丁\u2028戊\x0b己\x0c庚\n\n辛"
    lines = read_bytes("a.txt", raw.encode()).lines
    assert [(line.number, line.text) for line in lines] == [
        (1, "甲"),
        (3, "乙"),
        (4, "丙"),
        (5, "丁\u2028戊\x0b己\x0c庚"),
        (7, "辛"),
    ]


def test_lines_twice_converted_count_once() -> None:
    assert [line.number for line in read_bytes("a.txt", b"a\r\r\nb\r\r\n").lines] == [1, 2]


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip)
)
def test_utf8_is_read_as_it_is(text: str) -> None:
    decoded = decode(f"{text}\n".encode())
    assert decoded is not None
    assert decoded.text.removeprefix("\ufeff") == f"{text}\n".removeprefix("\ufeff")


@pytest.mark.parametrize("codec", ["gb18030", "big5", "utf-16-le"])
def test_real_pages_in_every_encoding(shared: Path, codec: str) -> None:
    for page in sorted(shared.glob("seeds/*.txt")):
        text = page.read_text("utf-8")
        raw = text.encode(codec, "ignore")
        if codec == "big5" and len(raw.decode(codec)) < 0.8 * len(text):
            continue
        decoded = decode(raw)
        assert decoded is not None
        assert decoded.text == raw.decode(codec), page.name
        assert decoded.encoding == codec


def test_random_bytes_are_no_text() -> None:
    with pytest.raises(UserError, match=r"^a\.txt is no text"):
        read_bytes("a.txt", bytes(range(256)) * 40)
