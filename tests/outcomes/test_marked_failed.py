"""A unit beside which the result list says that it failed is no unit that went on."""

from collections.abc import Callable

import pytest

from two_lists import TwoLists

PILOTS = "示范村试点名单\n1.甲市乙县丙镇虹川村\n2.甲市乙县丙镇清岗村\n3.甲市乙县丁镇白溪村\n"
RESULTS = {
    "a column": "村,结论\n甲市乙县丙镇虹川村,通过\n甲市乙县丙镇清岗村,撤销试点资格\n"
    "甲市乙县丁镇白溪村,暂缓命名\n",
    "grades": "村,等次\n甲市乙县丙镇虹川村,优秀\n甲市乙县丙镇清岗村,不合格\n"
    "甲市乙县丁镇白溪村,不合格\n",
    "headings": "示范村验收结果\n（一）通过验收\n1.甲市乙县丙镇虹川村\n（二）未通过验收\n"
    "1.甲市乙县丙镇清岗村\n2.甲市乙县丁镇白溪村\n",
}


Outcomes = Callable[[str], dict[str, str]]


@pytest.fixture
def outcomes(lists: TwoLists) -> Outcomes:
    """Tells what became of the pilots in a list of results, and why."""

    def told(results: str) -> dict[str, str]:
        later = "txt" if "（一）" in results else "csv"
        found = lists.rows("match", *lists.put(PILOTS, results, later=later))
        return {row["pilot_name"][-3:]: f"{row['outcome']} {row['reason']}" for row in found}

    return told


@pytest.mark.parametrize("results", RESULTS.values(), ids=RESULTS)
def test_a_person_decides(results: str, outcomes: Outcomes) -> None:
    told = outcomes(results)
    assert told["虹川村"].startswith("promoted")
    for name in ("清岗村", "白溪村"):
        assert told[name].startswith("review")
        assert told[name].rsplit(" ", 1)[-1] in results


def test_a_title_that_explains_a_sign_is_of_those_with_the_sign(outcomes: Outcomes) -> None:
    results = "示范村验收结果（带*号的未通过验收）\n（一）丙镇\n1.甲市乙县丙镇虹川村\n"
    results += "2.甲市乙县丙镇清岗村*\n（二）丁镇\n1.甲市乙县丁镇白溪村\n"
    told = outcomes(results)
    assert {name: said.split()[0] for name, said in told.items()} == {
        "虹川村": "promoted",
        "清岗村": "review",
        "白溪村": "promoted",
    }


def test_a_failed_unit_that_was_no_pilot_is_new(outcomes: Outcomes) -> None:
    told = outcomes("村,结论\n甲市乙县戊镇红岩村,不合格\n")
    assert told[""].startswith("new")


SENTENCES = {
    "虹川村、清岗村通过验收，白溪村因整改不到位取消资格。": "白溪村",
    # The ground stands before its unit.
    "虹川村、清岗村通过验收，因整改不力，白溪村为不合格。": "白溪村",
    "虹川村为合格，清岗村、白溪村为末位，撤销资格。": "清岗村 白溪村",
    "虹川村（撤销）、清岗村（优秀）、白溪村（暂缓）": "虹川村 白溪村",
    "虹川村、清岗村、白溪村通过验收，命名为示范村。": "",
}


@pytest.mark.parametrize(("said", "failed"), SENTENCES.items())
def test_each_clause_of_a_sentence_is_of_its_units(
    said: str, failed: str, outcomes: Outcomes
) -> None:
    for name in ("虹川村", "清岗村", "白溪村"):
        said = said.replace(name, f"甲市乙县{'丁镇' if name == '白溪村' else '丙镇'}{name}")
    told = outcomes(f"示范村验收结果（一）\n{said}\n")
    waiting = " ".join(name for name, row in told.items() if row.startswith("review"))
    assert waiting == failed, told


def test_a_cell_is_of_the_unit_before_it(outcomes: Outcomes) -> None:
    results = "村,结论,村,结论\n甲市乙县丙镇虹川村,通过,甲市乙县丙镇清岗村,不合格\n"
    results += "甲市乙县丁镇白溪村,通过,,\n"
    told = outcomes(results)
    assert [name for name, row in told.items() if row.startswith("review")] == ["清岗村"]
