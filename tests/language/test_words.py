from typing import Any

import pytest

from pilotdiff.language import ENGLISH, LANGUAGES, words
from pilotdiff.model import (
    Change,
    Level,
    Outcome,
    RepairKind,
    Severity,
    SourceKind,
    Verdict,
    chained,
    msg,
    msgs,
)
from pilotdiff.report import report_terms


def test_a_text_with_its_values() -> None:
    assert words("en")("line {n}", n=4) == "line 4"
    assert words("zh")("line {n}", n=4) == "第 4 行"


def test_a_text_that_no_catalogue_has_stays() -> None:
    assert words("zh")("成都市温江区") == "成都市温江区"
    assert words("zh")("") == ""


def test_braces_of_data_are_no_values() -> None:
    assert words("zh")("a {name} as written") == "a {name} as written"
    assert words("zh")("line {n}", n="{n}") == "第 {n} 行"


def test_counts_have_a_singular_and_thousands() -> None:
    assert words("en").number("{n} county", "{n} counties", 1) == "1 county"
    assert words("en").number("{n} county", "{n} counties", 41234) == "41,234 counties"
    assert words("zh")(report_terms.counted(Level.COUNTY, 2)) == "2 个县（市、区）"


def test_messages_hold_messages_and_lists() -> None:
    why = msg("{file}, line {line}: {what}", file="a.toml", line=3, what=msg("no rival"))
    assert str(why) == "a.toml, line 3: no rival"
    assert words("zh")(why) == "a.toml 第 3 行：没有竞争候选"
    pages = msg("pages without text, scanned or blank: {pages}", pages=("2", "3"))
    assert str(pages).endswith(": 2, 3")
    assert words("zh")(pages).endswith("：2、3")


def test_clauses_are_chained() -> None:
    assert str(chained([msg("no rival"), "x", msgs("{n} line", "{n} lines", 2)])) == (
        "no rival; x; 2 lines"
    )
    assert chained(["alone"]) == "alone"
    assert chained([]) == ""


def test_english_is_what_the_code_says() -> None:
    assert ENGLISH is words("en")
    assert ENGLISH(msg("no rival")) == str(msg("no rival")) == "no rival"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_of_the_model_has_its_word(language: Any) -> None:
    tables = {
        Outcome: (report_terms.OUTCOMES, report_terms.OUTCOME_MEANINGS),
        Change: (report_terms.CHANGES,),
        Verdict: (report_terms.VERDICTS,),
        Level: (report_terms.LEVEL_HEADINGS, report_terms.LEVEL_NAMES, report_terms.BY_LEVEL),
        SourceKind: (report_terms.SOURCE_KINDS,),
        RepairKind: (report_terms.REPAIR_KINDS,),
        Severity: (report_terms.SEVERITIES,),
    }
    say = words(language)
    for enum, each in tables.items():
        for table in each:
            assert table.keys() == set(enum)  # type: ignore[attr-defined]
            assert len({say(message) for message in table.values()}) == len(table)  # type: ignore[arg-type,attr-defined]


def test_outcomes_are_called_as_officials_do() -> None:
    said = [words("zh")(report_terms.OUTCOMES[outcome]) for outcome in Outcome]
    assert said == [
        "入选（名称未变）",
        "入选（名称或建制有变）",
        "已并入",
        "析出",
        "重复列出",
        "未列入示范名单",
        "示范名单未设此级",
        "新增",
        "待复核",
    ]
