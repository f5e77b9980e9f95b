"""A list that another process read is the list, row by row."""

import pickle

import pytest

from pilotdiff.cli.list_parcel import from_parcel, parcel
from pilotdiff.listing import outline
from pilotdiff.model import DivisionPath, Document, Line
from pilotdiff.units import resolve

TABLE = (
    ("序号", "省", "市", "县", "乡镇", "村"),
    ("1", "四川省", "成都市", "温江区", "柳城街道", "光华社区"),
    ("2", "四川省", "成都市", "温江区", "天府街道", "海科社区（新设）"),
    ("3", "四川省", "成都市", "温江区", "天府街道", "（略）"),
)
TEXT = (
    "社区治理试点名单",
    "一、成都市",
    "1．温江区柳城街道光华社区",
    "2．温江区天府街道?粕鐓^",
    "共3个",
)


def of_rows(*rows: tuple[str, ...]) -> Document:
    lines = tuple(Line(number, "", row) for number, row in enumerate(rows, 1))
    return Document("list.csv", "csv", "", 0, lines)


def of_lines(*texts: str) -> Document:
    lines = tuple(Line(number, text) for number, text in enumerate(texts, 1))
    return Document("list.txt", "txt", "", 0, lines)


@pytest.mark.parametrize(
    "document", [of_rows(*TABLE), of_lines(*TEXT), of_rows(), of_lines("今天天气很好。")]
)
def test_a_list_comes_out_as_it_was_packed(document: Document) -> None:
    units = resolve(outline(document))
    sent = from_parcel(pickle.loads(pickle.dumps(parcel(units))))
    assert sent == units
    entries = sent.listing.entries
    assert all(any(unit.entry is entry for entry in entries) for unit in sent.units)
    assert all(type(unit.path) is DivisionPath for unit in sent.units)
