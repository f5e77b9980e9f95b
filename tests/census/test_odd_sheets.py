"""Sheets beside the list of a workbook: told where they are no list, or another one."""

import io

import openpyxl
import pytest

from pilotdiff.census.doubtful.odd_sheets import HOLDS_PLACES, LISTS_AGAIN, OF_ANOTHER_YEAR
from pilotdiff.listing import outline
from pilotdiff.model import Said
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve

_HEAD = ("市", "县", "乡镇")
_TOWNS = [
    ("清河市", "白石县", "金桥镇"),
    ("清河市", "白石县", "长岭乡"),
    ("清河市", "青山县", "双河镇"),
    ("南岭市", "东河县", "太平镇"),
    ("南岭市", "东河县", "新桥镇"),
]
_LIST = [("示范乡镇名单",), _HEAD, *_TOWNS]
_SUMS = [("市州", "数量"), ("清河市", 3), ("南岭市", 2), ("合计", 5)]
_CITIES = [("序号", "市", "县数", "乡镇数"), (1, "清河市", 2, 3), (2, "南岭市", 1, 2)]
_KEY = [("市", "县"), ("清河市", "白石县"), ("清河市", "青山县"), ("南岭市", "东河县")]
_COUNTIES = [("示范县名单",), ("市", "县"), ("清河市", "白石县"), ("北川市", "云台县")]
_OTHERS = [("示范乡镇名单",), _HEAD, ("南岭市", "西河县", "三台镇"), ("南岭市", "西河县", "大石镇")]


def _told(sheets: dict[str, list[tuple[object, ...]]]) -> list[tuple[str, Said]]:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    held = io.BytesIO()
    book.save(held)
    doubtful = resolve(outline(read_bytes("a.xlsx", held.getvalue()))).census.doubtful
    return [(each.text, each.reason) for each in doubtful]


@pytest.mark.parametrize(
    ("sheets", "wanted"),
    [
        ({"名单": _LIST, "汇总": _CITIES}, [("汇总", HOLDS_PLACES)]),
        ({"汇总": _CITIES, "名单": _LIST}, [("汇总", HOLDS_PLACES)]),
        ({"名单": _LIST, "字典": _KEY}, [("字典", HOLDS_PLACES)]),
        ({"试点": _LIST, "示范": _LIST[:5]}, [("示范", LISTS_AGAIN)]),
        ({"2023年": _LIST, "2022年": _OTHERS}, [("2022年", OF_ANOTHER_YEAR)]),
        ({"名单": _LIST, "汇总": _SUMS}, []),
        ({"示范县": _COUNTIES, "示范乡镇": _LIST}, []),
        ({"第一批": _LIST, "第二批": _OTHERS}, []),
    ],
    ids=["a count", "one before", "a key", "again", "years", "sums", "counties", "batches"],
)
def test_sheets_that_are_told(
    sheets: dict[str, list[tuple[object, ...]]], wanted: list[tuple[str, Said]]
) -> None:
    assert _told(sheets) == wanted
