"""Chinese values stand below Chinese headings, are those of the screens, and are read back."""

import csv
import io
from collections.abc import Mapping

import pytest

import making
from pilotdiff.column_values import chinese_rows, chinese_value, plain_value
from pilotdiff.language import words
from pilotdiff.model import Change, Level, Message, Outcome
from pilotdiff.report.answers.reconciliation_answer import ReconciliationAnswer
from pilotdiff.report.formats import csv_writer
from pilotdiff.report.report_terms import CHANGES, LEVEL_NAMES, OUTCOMES, RULES, SOURCE_KINDS


@pytest.mark.parametrize(
    ("column", "terms"),
    [
        ("outcome", OUTCOMES),
        ("changes", CHANGES),
        ("level", LEVEL_NAMES),
        ("rule", RULES),
        ("document_kind", SOURCE_KINDS),
    ],
)
def test_a_value_is_what_the_screens_say_and_is_read_back(
    column: str, terms: Mapping[str, Message]
) -> None:
    for value, term in terms.items():
        said = chinese_value(column, str(value))
        assert said == words("zh")(term)
        assert plain_value(column, said) == plain_value(column, str(value)) == str(value)


def test_several_changes_stand_in_one_cell() -> None:
    assert chinese_value("changes", ";".join(Change)) == "名称;建制;上级;类型"
    assert plain_value("changes", "名称;上级") == "name;parent"


def test_other_columns_and_other_texts_stay() -> None:
    row = ("=dropped", "dropped", "甲村", 3)
    assert list(chinese_rows(("outcome", "reason", "pilot_name", "pilot_line"), [row])) == [row]


def test_no_plain_value_is_left_under_chinese_headings() -> None:
    table = ReconciliationAnswer(making.report(making.small().rows), words("zh")).table()
    text = "".join(csv_writer.text(table, "zh"))
    cells = {cell for row in csv.reader(io.StringIO(text)) for cell in row}
    assert not cells & {*Outcome, *Level, *Change, *RULES}
