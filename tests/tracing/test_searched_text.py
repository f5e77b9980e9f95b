"""What stands in a text is never denied, whether or not a unit was read there."""

from typing import Any

import pytest

from casefile import cases
from pilotdiff import filing
from pilotdiff.listing import outline
from pilotdiff.model import Document, Filed, Line, Source, SourceKind
from pilotdiff.tracing import trail_of
from pilotdiff.tracing.no_document_error import unnamed
from pilotdiff.units import resolve

NEWS = "11月18日，在甲市乙区东山街道，桑园路社区党委副书记说，这里有了新的变化。"
PILOTS = ("甲省社区治理试点名单", "1、甲市乙区清水街道", "2、甲市乙区白云街道")


def filed(name: str, *lines: str) -> Filed:
    made = tuple(Line(number, text) for number, text in enumerate(lines, 1))
    return filing.filed(resolve(outline(Document(name, "txt", "", 1, made))))


def figures_alone(name: str) -> Filed:
    listed = filed(name)
    return Filed(Source(name, SourceKind.NEWS), listed.units)


@pytest.mark.parametrize("case", cases("tracing", "searched"))
def test_words_that_were_read_as_no_unit_are_found(case: dict[str, Any]) -> None:
    found = trail_of(
        case["asked"], [filed("news.txt", "一则消息", case["text"]), filed("p.txt", *PILOTS)]
    )
    assert not found.ways
    assert [(one.document.source.id, one.line) for one in found.words] == [("news.txt", 2)]


def test_a_document_that_has_the_words_is_not_called_one_that_has_not() -> None:
    documents = [
        filed("p.txt", *PILOTS),
        filed("news.txt", "一则消息", "记者在清水街道看到，这里有了新的变化。"),
        filed("other.txt", "另一则消息", "记者看到，这里有了新的变化。"),
        figures_alone("figures"),
    ]
    (way,) = trail_of("清水街道", documents).ways
    in_words = {one.document.source.id for one in way.words}
    mentioned = {stop.document.source.id for stop in way.stops}
    assert "news.txt" in in_words | mentioned
    assert [one.source.id for one in way.not_named_in] == ["other.txt"]
    assert [one.source.id for one in way.without_text] == ["figures"]


def test_where_there_is_no_text_nothing_is_denied() -> None:
    found = trail_of("无名社区", [filed("p.txt", *PILOTS), figures_alone("figures")])
    said = str(unnamed(found, ""))
    assert "no text to look in" in said
    assert "figures" in said


def test_a_line_that_lists_another_unit_of_the_name_is_not_called_unread() -> None:
    elsewhere = filed("p.txt", "甲省社区治理试点名单", "1、甲市乙区清水街道莲塘社区")
    units = ("1、甲市乙区清水街道莲塘社区", "2、甲市乙区城关街道莲塘社区")
    here = filed("r.txt", "甲省社区治理示范名单", *units)
    ways = {way.path[3]: way for way in trail_of("莲塘社区", [elsewhere, here]).ways}
    (found,) = ways["城关街道"].words
    assert (found.document.source.id, found.line) == ("p.txt", 2)
    assert found.units == ("甲市乙区清水街道莲塘社区",)
