"""Places read as entries that may be the parents of the lower units below them."""

import pytest

from pilotdiff.listing import outline
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve

_TOWN = "白石镇\n东岭村\n西岭村"
_TREE = "金堂县\n白石镇\n东岭村\n西岭村\n大邑县\n红石镇\n上岭村"


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        (f"名单\n{_TREE}", []),
        (
            "名单\n金堂县\n白石镇\n东岭村\n大邑县\n红石镇\n上岭村",
            ["白石镇", "红石镇"],
        ),
        (f"示范镇村名单\n{_TREE}", []),
        (f"试点村名单\n{_TREE}", []),
        ("名单\n1.金堂县白石镇\n2.金堂县东岭村\n3.大邑县红石镇\n4.大邑县上岭村", []),
        (
            "名单\n成都市：\n1.金堂县\n1.白石镇\n2.红石镇\n南充市：\n1.仪陇县\n1.南岭镇\n2.北岭镇",
            ["金堂县", "仪陇县"],
        ),
        (f"名单\n1、成都市\n〔金堂县〕\n1 {_TOWN}", []),
        (f"示范县镇名单\n成都市：\n1.金堂县\n1.{_TOWN}\n2.大邑县\n1.南岭镇", []),
        ("名单\n金堂县：\n1.白石镇\n东岭村\n大邑县\n1.红石镇\n上岭村；下岭村", []),
        ("名单\n1.金堂县白石镇\n2.大邑县\n3.红石镇", []),
        (
            "石家庄市\n市直\n高新区长江街道紫阁社区\n正定县\n正定镇常山社区",
            ["石家庄市", "正定县"],
        ),
        ("示范县、示范村名单\n正定县\n井陉县天长镇河口村\n平山县\n赞皇县嶂石岩乡嶂石岩村", []),
        ("名单\n金堂县\n白石镇\n黑石镇\n东岭村\n大邑县\n红石镇\n上岭村", []),
    ],
    ids=[
        "tree",
        "tree-of-single-villages",
        "title-of-both",
        "title-of-villages",
        "numbered",
        "counties",
        "one-alone",
        "title-of-counties",
        "numbered-towns",
        "numbers-go-on",
        "offices-below",
        "whole-paths-below",
        "towns-beside",
    ],
)
def test_places_over_units_that_do_not_state_them_are_doubted(
    text: str, doubtful: list[str]
) -> None:
    units = resolve(outline(read_bytes("list.txt", text.encode())))
    assert [line.text for line in units.census.doubtful] == doubtful
