"""A document's name: an id to programs, its short name to readers of Chinese."""

import json
import pickle
from copy import copy

from pilotdiff.language import words
from pilotdiff.model import msg
from pilotdiff.model.document_names import DocumentName, by_short_name

NAME = DocumentName("plan-2024", "白鹭区实施方案")


def test_each_language_calls_it_its_own_way() -> None:
    said = msg("{head}: {said}", head=NAME, said=(NAME, DocumentName("news")))
    assert str(said) == "plan-2024: plan-2024, news"
    assert words("zh")(said) == "白鹭区实施方案：白鹭区实施方案、news"
    assert words("en").called(NAME) == "plan-2024"


def test_to_programs_it_is_its_id() -> None:
    assert json.dumps([NAME]) == '["plan-2024"]'
    assert f"{NAME}" == "plan-2024"
    known: dict[str, int] = {NAME: 1}
    assert known["plan-2024"] == 1


def test_a_copy_knows_it_too() -> None:
    assert by_short_name(copy(NAME)) == by_short_name(pickle.loads(pickle.dumps(NAME)))


def test_a_file_is_called_as_it_is() -> None:
    assert words("zh").called("Total") == "Total"
