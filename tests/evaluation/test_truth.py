from typing import Any

from making import unit, units
from pilotdiff.evaluation.gold import Gold, GoldRow, Reference
from pilotdiff.evaluation.truth import link
from pilotdiff.model import Pairing

TOWN = ("甲省", "乙市", "丙县", "丁镇")
ONE = unit(*TOWN, "东风村", id="1", raw="丁鎮東風村", line=3, category="便民型")
AGAIN = unit(*TOWN, "东风村", id="2", raw="丁镇东风村", line=4, category="科技型")
TWO = unit(*TOWN, "清水村", id="3", line=5)
A, B = unit(*TOWN, "东风社区", id="a"), unit(*TOWN, "清水社区", id="b")


def truth(*pairs: Any, kind: str = "same") -> Any:
    rows = [GoldRow(line, *pair, kind) for line, pair in enumerate(pairs, start=2)]  # type: ignore[call-arg]
    return link(Gold("gold.csv", tuple(rows)), units("p", [ONE, AGAIN, TWO]), units("r", [A, B]))


def pairing(pilot: Any, result: Any) -> Any:
    return Pairing(pilot, result, "features", 0.9, 0.9, "")


def found(reference: Any) -> Any:
    """The pilot that a reference means."""
    told = truth((reference, Reference(id="a")))
    return next((each for each in (ONE, AGAIN, TWO) if told.kind(pairing(each, A))), None)


def test_units_are_found_by_id_name_text_and_the_end_of_their_path() -> None:
    assert found(Reference(id="3")) is TWO
    for name in (
        TWO.name,
        "甲省 乙市丙县丁镇清水村",
        "丁镇清水村",
        "清水村",
        "丙縣丁鎮(zhèn)清水村",
    ):
        assert found(Reference(name=name)) is TWO, name
        assert found(Reference(raw=name)) is TWO, name


def test_where_names_repeat_the_text_as_written_or_the_line_tells() -> None:
    assert found(Reference(name=ONE.name)) is None
    assert found(Reference(name=ONE.name, line="4")) is AGAIN
    assert found(Reference(raw="丁镇东风村", line="3")) is ONE
    assert found(Reference(name="没有")) is None


def test_right_wrong_and_silent() -> None:
    told = truth((Reference(id="1"), Reference(id="a")), (Reference(id="3"), Reference()))
    assert told.kind(pairing(ONE, A)) == "same"
    assert told.kind(pairing(ONE, B)) is None
    assert told.judged(pairing(ONE, B))
    assert told.should_be(pairing(ONE, B)) == ("same", A.name)
    assert told.should_be(pairing(AGAIN, A)) == ("same", ONE.name)
    assert told.should_be(pairing(TWO, B)) == ("", "")
    assert not told.judged(pairing(AGAIN, B))


def test_two_pilots_may_have_become_one_result() -> None:
    told = truth((Reference(id="1"), Reference(id="a")), (Reference(id="3"), Reference(id="a")))
    assert told.kind(pairing(ONE, A)) == told.kind(pairing(TWO, A)) == "same"


def test_a_row_that_names_no_unit_counts_and_is_told_and_judges_nothing() -> None:
    told = truth((Reference(id="9"), Reference(id="a")), (Reference(id="1"), Reference(id="b")))
    assert (told.total, [row.line for row in told.unfound]) == ({"same": 2}, [2])
    assert not told.judged(pairing(TWO, A))
