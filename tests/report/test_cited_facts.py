"""What a document does not state itself is told with where it is known from."""

from dataclasses import replace

import pytest

import making
from pilotdiff.bundled import shipped
from pilotdiff.catalogue import catalogue
from pilotdiff.language import words
from pilotdiff.model.provenance import Provenance
from pilotdiff.report.list_facts import cited, cited_facts
from pilotdiff.report.screen.title import credits

LISTING = replace(
    making.units("a.txt", []).listing, issuer="甲厅", number="甲发〔2022〕1号", date="2022-04-03"
)
FROM_PLAN = (("number", "乙县方案"), ("issuer", "乙县方案"), ("date", "page"))
FOUND = replace(LISTING, provenance=Provenance("丙网", "名单出炉", "2022-04-03", FROM_PLAN, True))


def test_what_a_document_states_itself_stands_alone() -> None:
    assert cited(LISTING, "number", words("en")) == "甲发〔2022〕1号"
    assert credits(LISTING, words("zh")) == "甲厅 · 甲发〔2022〕1号 · 2022-04-03"


@pytest.mark.parametrize(
    ("language", "number", "date"),
    [
        ("en", "(known from 乙县方案)", "(of the page; its own is not known)"),
        ("zh", "（见《乙县方案》）", "（网页日期，成文日期未见）"),
    ],
)
def test_other_facts_are_told_with_their_source(language: str, number: str, date: str) -> None:
    told = dict(cited_facts(FOUND, words(language)))
    assert any(value.endswith(number) for value in told.values())
    assert any(value.endswith(date) for value in told.values())
    assert "丙网 · 名单出炉 · 2022-04-03" in told.values()
    line = credits(FOUND, words(language))
    assert line.count("乙县方案") == 1  # once for both facts
    assert line.endswith(date)


def test_the_shipped_lists_are_said_to_be_extracts() -> None:
    sources = catalogue(shipped()).sources
    assert all(source.is_extract for source in sources if source.path)
    pilots = next(source for source in sources if source.id == "sichuan-2022-pilots")
    assert dict(pilots.known_from)["date"] == "page"
