"""Names that begin with words of a sentence, or with the number of a line."""

import pytest

from pilotdiff.listing import outline
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        (
            "清岗县示范村名单\n白石镇有东岭村、西岭村。\n黑石镇有南岭村、北岭村。",
            ["有东岭村", "有南岭村"],
        ),
        ("清岗县示范村名单\n白石镇有余村、东岭村\n黑石镇南岭村", []),
        (
            "名 单\n清 岗 县 ：\n9   三 龙 镇\n1 0   水 岭 镇\n1 1   白 石 镇",
            [],
        ),
        ("名单\n清岗县：\n1.三龙镇\n2.水岭镇 03白石镇", ["03白石镇"]),
        ("清岗县示范村名单\n白石镇某村\n黑石镇XX村\n黑石镇某家村", ["某村", "XX村"]),
        (
            "名单\n宏村村 91分 黟县宏村镇\n雄村村 90分 歙县雄村镇",
            ["宏村村91分黟县宏村镇", "雄村村90分歙县雄村镇"],
        ),
        ("宏村村（宏村镇）、雄村村（雄村镇）\n以上两村分属黟县、歙县", ["以上两村分属黟县"]),
        ("名单\n正定县新城铺镇东岭村一组、二组\n井陉县天长镇河口村四组", []),
        ("名单\n正定县正定镇长塘村管理处社区\n正定县正定镇城东区社区", []),
    ],
    ids=["has", "name", "spaced-number", "number", "no-one", "score", "above", "groups", "office"],
)
def test_words_and_numbers_before_a_name_are_doubted(text: str, doubtful: list[str]) -> None:
    units = resolve(outline(read_bytes("list.txt", text.encode())))
    assert [line.text for line in units.census.doubtful] == doubtful
