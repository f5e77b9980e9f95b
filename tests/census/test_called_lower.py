"""Units above the level of which their heading or sentence speaks."""

import pytest

from pilotdiff.listing import outline
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("我省清岗县白溪镇、北岭县南岭镇东山村被命名为示范村。", ["清岗县白溪镇"]),
        ("示范村镇名单\n清岗县白溪镇\n北岭县南岭镇东山村", []),
        ("示范社区名单\n清岗县白溪街道\n北岭县南岭镇东山社区", ["清岗县白溪街道"]),
        ("乡村治理示范名单\n清岗县白溪街道\n北岭县南岭镇东山社区", []),
    ],
)
def test_what_lacks_its_own_name_is_doubtful(text: str, doubtful: list[str]) -> None:
    units = resolve(outline(read_bytes("list.txt", text.encode())))
    assert [line.text for line in units.census.doubtful] == doubtful
