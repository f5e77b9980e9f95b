"""What running text tells of its programme and of other documents: cases/told.toml."""

from typing import Any

import pytest

from casefile import cases
from pilotdiff.listing import outline
from pilotdiff.model import Document, Figure, Line, Listing


@pytest.mark.parametrize("case", cases("told", "citation"))
def test_citations_with_their_titles(case: dict[str, Any]) -> None:
    found = _read(case["text"]).citations
    assert [[each.number, each.title] for each in found] == case["wanted"]


@pytest.mark.parametrize("case", cases("told", "figure"))
def test_what_figures_are_about(case: dict[str, Any]) -> None:
    assert [_about(figure) for figure in _read(case["text"]).figures] == case["wanted"]


@pytest.mark.parametrize("case", cases("told", "scheme"))
def test_programme_batch_and_end(case: dict[str, Any]) -> None:
    listing = _read(case["text"])
    ends = listing.ends.value if listing.ends else ""
    assert [listing.programme, listing.batch or 0, ends] == case["wanted"]


@pytest.mark.parametrize("case", cases("told", "dated"))
def test_the_year_of_a_document_with_and_without_a_day(case: dict[str, Any]) -> None:
    listing = _read(case["text"])
    under = dict.fromkeys(each.section for each in listing.entries)
    assert [listing.date, listing.year or 0, listing.issuer, list(under)] == case["wanted"]


@pytest.mark.parametrize("case", cases("told", "allotment"))
def test_categories_given_in_turn(case: dict[str, Any]) -> None:
    found = _read(case["text"]).allotments
    assert [[list(each.units), list(each.categories)] for each in found] == case["wanted"]


@pytest.mark.parametrize("case", cases("lines_and_names", "number_beside_office"))
def test_a_number_beside_office_and_day_is_the_documents_own(case: dict[str, Any]) -> None:
    line = case["line"]
    listing = _read(f"云岭省示范村名单\n{line}\n1、清岗县白溪镇东村\n2、清岗县白溪镇西村")
    assert (listing.number, listing.citations) == ("云农发〔2023〕12号", ())


def test_every_line_that_states_date_and_number_is_kept() -> None:
    text = "民函〔2019〕41号\n2019年3月25日\n关于公布名单的通知\n民函〔2019〕41号\n2019年3月26日"
    listing = _read(text)
    assert [(each.value, each.line) for each in listing.dates] == [
        ("2019-03-25", 2),
        ("2019-03-26", 5),
    ]
    assert [each.line for each in listing.numbers] == [1, 4]
    assert listing.citations == ()


def test_a_name_that_holds_the_word_and_is_whole() -> None:
    text = (
        "确定自贡市贡井区等41个区、攀枝花市仁和区大河中路街道大河南路社区等150个社区作为试点单位。"
    )
    assert [each.text for each in _read(text).mentions] == [
        "自贡市贡井区",
        "攀枝花市仁和区大河中路街道大河南路社区",
    ]


@pytest.mark.parametrize("case", cases("lines_and_names", "number_behind_title"))
def test_the_number_behind_a_title_is_the_documents_own(case: dict[str, Any]) -> None:
    """Such a title was passed over, and the first heading stood in the papers in its place."""
    line, number = case["line"], case["number"]
    text = f"{line}\n便民服务型\n1、甲市乙县丙镇\n智慧科技型\n2、甲市乙县丁镇\n"
    listing = _read(text)
    assert (listing.title, listing.number) == (line.split("（")[0].split(" ")[0], number)
    assert not listing.cites


def _read(text: str) -> Listing:
    lines = tuple(Line(number, line) for number, line in enumerate(text.split("\n"), 1))
    return outline(Document("told", "txt", "", 0, lines))


def _about(figure: Figure) -> str:
    """ "44 county pilots 1", with "yearly" or the year behind it."""
    parts = (figure.level, figure.stage, figure.batch, figure.year, figure.yearly and "yearly")
    return " ".join([f"{figure.value:g}", *(str(part) for part in parts if part)])
