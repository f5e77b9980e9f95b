from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotdiff.decisions.table import decisions_in, decisions_text
from pilotdiff.model import Decision, UserError, Verdict

HEAD = "pilot,result,verdict,by,on,reason,digest\n"

texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8).map(str.strip)
names = texts.filter(lambda text: bool(text) and not text.startswith("'"))
decisions = st.builds(Decision, names, names, st.sampled_from(Verdict), names, names, names, names)


@given(st.lists(decisions, max_size=5), st.sampled_from(["\n", "\r\n"]))
def test_what_is_written_is_read_again(some: Any, end: Any) -> None:
    assert [filed.decision for filed in decisions_in("d.csv", decisions_text(some, end))] == some


def test_a_name_that_a_spreadsheet_would_run_is_neutralised() -> None:
    decision = Decision("=1+1", "+甲", Verdict.SAME, "@me", "2026-01-02")
    text = decisions_text([decision])
    assert text.splitlines()[1] == "'=1+1,'+甲,same,'@me,2026-01-02,,"
    assert decisions_in("d.csv", text)[0].decision == decision


def test_lines_are_those_on_which_rows_begin() -> None:
    text = HEAD + '甲,乙,same,me,,"two\nlines",\n\n丙,丁,different,me,,,\n'
    assert [filed.line for filed in decisions_in("d.csv", text)] == [2, 5]


def test_hand_written_columns_may_be_few_and_in_any_order() -> None:
    (filed,) = decisions_in("d.csv", "Verdict, result ,pilot\n Same , 乙,甲\n")
    assert filed.decision == Decision("甲", "乙", Verdict.SAME, "", "")


@pytest.mark.parametrize("text", ["", "\n\n", HEAD])
def test_a_file_without_verdicts_is_none(text: Any) -> None:
    assert decisions_in("d.csv", text) == ()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("pilot,result,verdict,colour\n", "line 1: unknown column colour"),
        ("pilot,result,verdict,\n", "line 1: unknown column (empty)"),
        ("pilot,result\n", "line 1: no column verdict"),
        ("pilot,pilot,result,verdict\n", "line 1: the column pilot stands twice"),
        (
            HEAD + "甲,乙,same\n丙,丁,maybe\n",
            "line 3: the verdict maybe is neither same, different nor unsure",
        ),
        (HEAD + "甲,乙,\n", "line 2: the verdict (empty)"),
        (HEAD + ",乙,same\n", "line 2: no pilot"),
        (HEAD + "甲,,same\n", "line 2: no result"),
        (HEAD + "甲,乙,same,me,,a, b,c\n", "line 2: 8 cells under 7 columns"),
        (HEAD + '甲,乙,same,me,,"open\n', "line 2: no CSV row"),
    ],
)
def test_what_cannot_be_understood_is_an_error_with_its_line(text: Any, sentence: str) -> None:
    with pytest.raises(UserError) as error:
        decisions_in("d.csv", text)
    assert sentence in str(error.value)
    assert str(error.value).startswith("d.csv ")
