"""A figure is as rough as its document says, and in the same direction."""

import pytest

from pilotdiff.language import words
from pilotdiff.programme import Amount, Cited, Topic
from pilotdiff.report import programme_words


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("超过6.7亿元", "over 6.7 亿元", "超过 6.7 亿元"),
        ("6.7多亿元", "more than 6.7 亿元", "6.7 多亿元"),
        ("近6.7亿元", "nearly 6.7 亿元", "近 6.7 亿元"),
        ("不少于6.7亿元", "at least 6.7 亿元", "至少 6.7 亿元"),
        ("6.7亿元以上", "6.7 亿元 or more", "6.7 亿元以上"),
        ("6.7亿元左右", "about 6.7 亿元", "约 6.7 亿元"),
        ("", "about 6.7 亿元", "约 6.7 亿元"),
    ],
)
def test_rough_figures(text: str, english: str, chinese: str) -> None:
    one = Amount(Topic.MONEY, 6.7, "亿元", "资金", True, Cited("news", 3, text))
    assert programme_words.amount(one, words("en")) == english
    assert programme_words.amount(one, words("zh")) == chinese


def test_an_exact_figure_stays_exact() -> None:
    one = Amount(Topic.MONEY, 6.7, "亿元", "资金", False, Cited("news", 3, "6.7亿元"))
    assert programme_words.amount(one, words("en")) == "6.7 亿元"
