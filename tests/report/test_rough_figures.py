"""A figure is as rough as its document says, and in the same direction."""

from typing import Any

import pytest

from casefile import cases
from pilotdiff.language import words
from pilotdiff.programme import Amount, Cited, Topic
from pilotdiff.report import programme_words


@pytest.mark.parametrize("case", cases("report_parts", "rough"))
def test_rough_figures(case: dict[str, Any]) -> None:
    one = Amount(Topic.MONEY, 6.7, "亿元", "资金", True, Cited("news", 3, case["text"]))
    assert programme_words.amount(one, words("en")) == case["english"]
    assert programme_words.amount(one, words("zh")) == case["chinese"]


def test_an_exact_figure_stays_exact() -> None:
    one = Amount(Topic.MONEY, 6.7, "亿元", "资金", False, Cited("news", 3, "6.7亿元"))
    assert programme_words.amount(one, words("en")) == "6.7 亿元"
