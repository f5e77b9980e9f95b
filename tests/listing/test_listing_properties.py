"""What holds for any text: nothing raises, nothing is invented, every repair replays."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from pilotdiff.listing import outline
from pilotdiff.model import Document, Line
from pilotdiff.repair import replay
from pilotdiff.units import resolve

_NAMES = (
    "成都市",
    "金堂县",
    "温江区",
    "赵镇街道",
    "河西社区",
    "云阳镇",
    "河东村",
    "示范村",
    "甘孜州甘孜县",
    "四川省",
    "北京市",
    "试点街道（镇）",
    "便民服务型",
    "名单",
    "人民政府",
    "民政局",
    "县（市、区）",
    "社区",
)
_GLUE = (
    "、",
    "，",
    ",",
    "；",
    "：",
    ":",
    "——",
    "（",
    "）",
    "(",
    ")",
    "和",
    "等",
    "3个",
    "（2个）",
    "。",
    "\t",
    "  ",
    " ",
    "|",
    "\n",
    "\n\n",
    "1.",
    "2、",
    "一、",
    "（一）",
    "①",
    "12",
    "*",
    "原",
    "确定",
    "为",
    "“",
    "”",
    "《",
    "》",
    "/",
    "共",
    "?",
    "鎮(zhèn)",
    "〓",
    "附件",
    "序号",
    "2022年3月1日",
    "川民发〔2022〕37号",
)
_pieces = st.lists(st.sampled_from(_NAMES + _GLUE), max_size=40).map("".join)


def _document(text: str) -> Document:
    lines = tuple(Line(number, line) for number, line in enumerate(text.split("\n"), 1))
    return Document("any.txt", "txt", "", len(text), lines)


def _table(rows: list[list[str]]) -> Document:
    lines = tuple(Line(number, "", tuple(row)) for number, row in enumerate(rows, 1))
    return Document("any.csv", "csv", "", 0, lines)


@settings(max_examples=300, deadline=None)
@given(_pieces)
def test_entries_stand_in_their_lines(text: str) -> None:
    listing = resolve(outline(_document(text))).listing
    whole = "".join(text.split())
    for entry in (*listing.entries, *listing.mentions):
        assert entry.text
        assert "".join(entry.raw.split()) in whole
        assert replay(entry.raw, entry.repairs).startswith(entry.text)
        assert 1 <= entry.line <= text.count("\n") + 1


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_arbitrary_text_is_read(text: str) -> None:
    listing = outline(_document(text))
    assert all(entry.text for entry in listing.entries)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(_pieces.map(lambda s: s[:30]), min_size=1, max_size=6), max_size=12))
def test_arbitrary_tables_are_read(rows: list[list[str]]) -> None:
    listing = outline(_table(rows))
    assert all(entry.text for entry in listing.entries)


@settings(max_examples=100, deadline=None)
@given(st.permutations(["云阳镇河东村", "口镇北街村", "王桥镇南坪村", "安吴镇东沟村"]))
def test_a_plain_list_is_read_in_its_order(names: list[str]) -> None:
    numbered = "\n".join(f"{number}.{name}" for number, name in enumerate(names, 1))
    listing = outline(_document(numbered))
    assert [entry.text for entry in listing.entries] == list(names)
    assert [entry.ordinal for entry in listing.entries] == ["1", "2", "3", "4"]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(["近年来，云阳镇大力发展产业。", "村民们说，河东村变化很大。"]), max_size=8
    )
)
def test_prose_gives_no_entry(sentences: list[str]) -> None:
    assert Counter(outline(_document("\n".join(sentences))).entries) == Counter()
