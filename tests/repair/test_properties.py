"""What holds of every text."""

from hypothesis import given
from hypothesis import strategies as st

from pilotdiff.repair import clean, fold, part, replay, to_simplified
from pilotdiff.repair.tables import opencc, own

SUSPECTS = (
    "成都市溫江區柳城街道社区鎮乾於藉〓?？\ufffd^l_粕鐓鍪際际㙍垱，（）()12AbＱ　\u200b\u00a0"
)
PIECES = st.sampled_from([*SUSPECTS, "(qū)", "jīng)"])
LINES = st.lists(PIECES | st.characters(exclude_categories=["Cs"]), max_size=24).map("".join)


@given(LINES, st.booleans())
def test_repairs_replay(line: str, traditional: bool) -> None:
    mended = clean(line, traditional=traditional)
    assert mended.raw == line
    assert replay(line, mended.repairs) == mended.text
    assert len(mended.wildcards) == mended.text.count("〓")


@given(LINES, st.booleans())
def test_a_clean_line_stays_as_it_is(line: str, traditional: bool) -> None:
    once = clean(line, traditional=traditional).text
    assert clean(once, traditional=traditional).text == once


@given(LINES, st.booleans(), st.data())
def test_a_part_is_a_line_of_its_own(line: str, traditional: bool, data: st.DataObject) -> None:
    whole = clean(line, traditional=traditional)
    start = data.draw(st.integers(0, len(whole.text)))
    end = data.draw(st.integers(start, len(whole.text)))
    mine = part(whole, start, end)
    assert mine.text == whole.text[start:end]
    assert mine.raw in line
    assert mine.text in replay(mine.raw, mine.repairs)
    assert len(mine.wildcards) == mine.text.count("〓")


@given(LINES)
def test_fold_is_idempotent_and_keeps_the_length(line: str) -> None:
    assert fold(fold(line)) == fold(line)
    assert len(fold(line)) == len(line)


@given(LINES)
def test_a_converted_line_differs_in_script_alone(line: str) -> None:
    plain = to_simplified(line)
    assert len(plain) == len(line)
    assert fold(plain) == fold(line)


def test_every_pair_of_the_tables_folds_together() -> None:
    for name in ("TSCharacters", "STCharacters", "TWVariants", "HKVariants"):
        for char, others in opencc(name).items():
            assert {fold(other) for other in others.split(" ")} == {fold(char)}, char


def test_the_table_of_variants_agrees_with_its_sources() -> None:
    for standard, others in own("variants"):
        assert {fold(other) for other in others} == {fold(standard)}
    for shown, others in own("fold"):
        assert {fold(other) for other in others} == {fold(shown)} == {shown}
