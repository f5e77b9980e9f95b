"""Villages that seem to state another town than their heading; units below an entry's heading."""

import pytest

from pilotdiff.listing import outline
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("村名单\n清岗县白石镇：\n1.东岭村\n2.石镇堡社区\n3.西岭村", []),
        ("村名单\n清岗县白石镇：\n1.东岭村\n2.黑石镇堡社区\n3.西岭村", ["黑石镇堡社区"]),
        ("村名单\n清岗县白石镇：\n1.东岭村\n2.白石镇南岭村\n3.西岭村", []),
        (
            "山西省村名单\n【长治市】\n屯留区：\n1.石桥工业园区东岭村\n2.石桥工业园区市泽庄村\n3.石桥工业园区西岭村",
            ["石桥工业园区市泽庄村"],
        ),
        ("村名单\n清岗县\n白石镇东岭村\n黑石镇西岭村\n白石镇南岭村", []),
        ("1、清岗县\n2、白溪县\n（东岭镇）\n①西岭村", ["西岭村"]),
        ("示范县、示范村名单\n1、清岗县\n（东岭镇）\n①西岭村", ["西岭村"]),
        ("一、示范县\n1、清岗县\n2、白溪县\n二、示范村\n（东岭镇）\n①西岭村", []),
    ],
)
def test_what_may_lie_elsewhere_is_doubted(text: str, doubtful: list[str]) -> None:
    units = resolve(outline(read_bytes("list.txt", text.encode())))
    assert [line.text for line in units.census.doubtful] == doubtful
