from pathlib import Path
from typing import Any

import pytest

from casefile import cases
from listed import units_of
from pilotdiff import filing
from pilotdiff.filing.guessed import kind_of
from pilotdiff.listing import outline
from pilotdiff.model import Filed, Level, Source, SourceKind
from pilotdiff.reading import read_bytes, read_document
from pilotdiff.units import resolve

PROGRAMME = "城乡社区治理试点示范三年行动计划"


@pytest.mark.parametrize("case", cases("filing", "titles"))
def test_the_kind_that_a_title_tells(case: dict[str, Any]) -> None:
    assert (kind_of([case["text"]]) or "") == case["wanted"]


@pytest.mark.parametrize("case", cases("filing", "page_filed"))
def test_a_page_is_filed_by_what_it_says(case: dict[str, Any], shared: Path) -> None:
    page, kind, batch, programme = (
        case["page"],
        SourceKind(case["kind"]),
        case.get("batch"),
        case["programme"],
    )
    path = next((shared / "seeds").glob(f"{page}_*"))
    source = filing.filed(resolve(outline(read_document(str(path))))).source
    assert (source.kind, source.programme) == (kind, programme)
    assert source.batch == batch


def made(text: str, name: str = "list.txt") -> Any:
    return resolve(outline(read_bytes(name, text.encode())))


LIST = "\n\n1、新乡市长垣市丁栾镇\n2、新乡市封丘县黄德镇\n3、焦作市武陟县乔庙镇\n"


def test_title_batch_and_province() -> None:
    source = filing.filed(made("河南省首批乡村治理示范镇名单" + LIST)).source
    assert (source.kind, source.batch, source.province) == (SourceKind.RESULTS, 1, "河南省")
    assert source.id == "list.txt"


def test_where_the_document_says_nothing_its_headings_tell_then_its_file() -> None:
    heading = "一、试点镇\n1、新乡市长垣市丁栾镇\n2、新乡市封丘县黄德镇\n"
    assert filing.filed(made(heading)).source.kind is SourceKind.PILOTS
    source = filing.filed(made(LIST, "第二批示范镇.txt")).source
    assert (source.kind, source.batch) == (SourceKind.RESULTS, 2)
    assert filing.filed(made(LIST)).source.kind is None


def test_the_catalogue_is_believed_and_completed() -> None:
    units = made("河南省首批乡村治理示范镇名单" + LIST)
    known = Source("a", None, title="河南名单", declared={Level.TOWNSHIP: 3})
    source = filing.completed(Filed(known, units)).source
    assert (source.id, source.title, source.kind) == ("a", "河南名单", SourceKind.RESULTS)
    assert (source.declared, source.batch) == ({Level.TOWNSHIP: 3}, 1)


SEVERAL = """清岗市第一批乡村治理试点村名单
1. 白溪县白石镇柳林村
2. 白溪县白石镇东岭村
{heading}
1. 白溪县清水镇石桥村
2. 白溪县清水镇长坝村
"""


@pytest.mark.parametrize(
    ("heading", "batch"),
    [("清岗市第二批乡村治理试点村名单", None), ("清岗市乡村治理试点村增补名单", 1)],
)
def test_a_list_of_several_batches_is_of_none_of_them(heading: str, batch: int | None) -> None:
    text = SEVERAL.format(heading=heading)
    source = filing.filed(units_of(text)).source
    assert source.batch == batch
