"""Numbers, categories, headings and columns, each by itself."""

from typing import Any

import pytest

from casefile import cases
from pilotdiff.facts.numerals import numeral, whole_count
from pilotdiff.listing import category_key, outline
from pilotdiff.listing.lines.headings import read_heading
from pilotdiff.listing.lines.ordinals import read_ordinal
from pilotdiff.listing.tables.columns.column_heads import is_head_row, role
from pilotdiff.model import Level, UserError
from pilotdiff.reading import read_bytes


@pytest.mark.parametrize("case", cases("lines_and_names", "number"))
def test_numbers_in_front_of_a_line(case: dict[str, Any]) -> None:
    ordinal = read_ordinal(case["line"])
    assert ordinal is not None
    assert (ordinal.shown, ordinal.value) == (case["shown"], case["value"])


@pytest.mark.parametrize("case", cases("lines_and_names", "no_number"))
def test_what_is_no_number_of_a_line(case: dict[str, Any]) -> None:
    assert read_ordinal(case["line"]) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("一百零五", 105),
        ("一五〇", 150),
        ("廿三", 23),
        ("1,300", 1300),
        ("甲", None),
        ("9" * 5000, None),
        ("一" * 5000, None),
    ],
)
def test_numerals(text: str, number: int | None) -> None:
    assert numeral(text) == number


def test_counts_alone() -> None:
    assert whole_count("共61个") == 61
    assert whole_count("8个县") == 8
    assert whole_count("甲县8个") is None
    assert whole_count("八家街道：") is None
    assert whole_count("八家：") == 8


@pytest.mark.parametrize("case", cases("lines_and_names", "categories"))
def test_categories_that_are_one(case: dict[str, Any]) -> None:
    assert category_key(case["one"]) == category_key(case["other"])


def test_categories_that_differ() -> None:
    assert category_key("社会组织参与型") != category_key("社会企业带动型")


@pytest.mark.parametrize("case", cases("lines_and_names", "heading"))
def test_headings(case: dict[str, Any]) -> None:
    read = read_heading(case["heading"])
    assert (read.level, read.category) == (case.get("level"), case["category"])


def test_a_cell_of_one_sign_over_and_over_is_no_heading() -> None:
    assert role("原" * 8_000) == ""


def test_headers_in_either_language() -> None:
    chinese = ["序号", "所在市（州）", "县（市、区）", "乡镇（街道）", "社区名称", "类型"]
    english = ["no", "city", "district", "subdistrict", "community", "type"]
    assert list(map(role, chinese)) == list(map(role, english))
    assert is_head_row(chinese)
    assert not is_head_row(["1", "成都市", "温江区"])


_TABLE = "key,who,where\nA1,温江区柳城街道光明社区,x\nA2,金堂县赵镇街道河西社区,y\n"


def test_columns_that_the_user_names() -> None:
    document = read_bytes("list.csv", _TABLE.encode())
    listing = outline(document, id_column="key", name_column="WHO")
    assert [(entry.id, entry.text) for entry in listing.entries] == [
        ("A1", "温江区柳城街道光明社区"),
        ("A2", "金堂县赵镇街道河西社区"),
    ]


def test_a_column_that_is_not_there_is_an_error_in_a_sentence() -> None:
    document = read_bytes("list.csv", _TABLE.encode())
    with pytest.raises(UserError, match=r"list\.csv has no column nobody; .*key, who, where"):
        outline(document, name_column="nobody")


def test_placeholders_are_no_units_and_big_tables_keep_their_ids() -> None:
    rows = [
        f"{i},北京市东城区东门街道第{i}社区,北京市,市辖区,东城区,东门街道,第{i}社区"
        for i in range(50)
    ]
    text = "id,name,province,prefecture,county,township,community\n" + "\n".join(rows)
    listing = outline(read_bytes("big.csv", text.encode()))
    assert [entry.id for entry in listing.entries] == [str(i) for i in range(50)]
    assert listing.entries[7].columns == ("北京市", "", "东城区", "东门街道", "第7社区")
    assert {entry.level for entry in listing.entries} == {Level.COMMUNITY}
