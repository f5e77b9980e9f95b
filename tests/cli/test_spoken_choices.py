"""Every word that a screen prints for a value is accepted back, and a near one proposed."""

import pytest

from pilotdiff.cli.spoken_choices import spoken_choice
from pilotdiff.language import words
from pilotdiff.model import Level, Outcome, UserError
from pilotdiff.report.report_terms import LEVEL_HEADINGS, OUTCOMES


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_a_screen_prints_is_accepted(language: str) -> None:
    say = words(language)
    for outcome, term in OUTCOMES.items():
        assert spoken_choice("--only", Outcome)(say(term)) is outcome
        assert spoken_choice("--only", Outcome)(outcome.value) is outcome
    for level, name in LEVEL_HEADINGS.items():
        assert spoken_choice("--level", Level)(say(name)) is level


@pytest.mark.parametrize(
    ("word", "level"), [("村", "community"), ("乡镇", "township"), ("town", "township")]
)
def test_a_part_of_a_word_is_enough(word: str, level: str) -> None:
    assert spoken_choice("--level", Level)(word).value == level


def test_the_beginning_of_a_word_is_enough() -> None:
    assert spoken_choice("--only", Outcome)("未列入") is Outcome.DROPPED
    assert spoken_choice("--only", Outcome)("待复") is Outcome.REVIEW


@pytest.mark.parametrize("word", ["入选", "re"])
def test_what_may_be_several_is_none_of_them(word: str) -> None:
    with pytest.raises(UserError, match=r"may be each of .*renamed"):
        spoken_choice("--only", Outcome)(word)


@pytest.mark.parametrize("word", ["落选", "未入选", "均未入选"])
def test_what_outcomes_are_called_elsewhere_is_accepted(word: str) -> None:
    """未入选 was taken for a slip of 入选, its contrary."""
    assert spoken_choice("--only", Outcome)(word) is Outcome.DROPPED


@pytest.mark.parametrize(("word", "near"), [("droped", "dropped"), ("未入示范名单", "未列入")])
def test_a_near_miss_is_told(word: str, near: str) -> None:
    with pytest.raises(UserError, match=f"did you mean {near}"):
        spoken_choice("--only", Outcome)(word)


def test_what_is_near_nothing_is_told_the_values() -> None:
    with pytest.raises(UserError, match=r"--only knows no xyz: .* promoted \(Promoted\), renamed"):
        spoken_choice("--only", Outcome)("xyz")
