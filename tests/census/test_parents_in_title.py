"""Lines that were read as parents, of a tier that the title lists too, are told."""

from pathlib import Path

import pytest

from pilotdiff.listing import outline
from pilotdiff.reading import read
from pilotdiff.units import resolve

BARE = "白溪镇\n石桥村\n柳林村\n东岭镇\n南坪村\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("清岗县示范乡镇、村名单\n" + BARE, ["白溪镇", "东岭镇"]),
        ("清岗县示范镇、示范村名单\n" + BARE, ["白溪镇", "东岭镇"]),
        ("清岗县乡村治理示范村镇名单\n" + BARE, ["白溪镇", "东岭镇"]),
        ("清岗县示范村名单\n" + BARE, []),
        ("清岗县示范乡镇、村名单\n一、白溪镇\n1.石桥村\n2.柳林村\n二、东岭镇\n1.南坪村\n", []),
        ("清岗县示范乡镇、村名单\n一、示范乡镇\n1.清水镇\n二、示范村\n" + BARE, []),
    ],
)
def test_a_parent_of_a_listed_tier_is_told(text: str, told: list[str], tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text(text, "utf-8")
    census = resolve(outline(read(str(file)))).census
    assert [each.text for each in census.missing] == told
