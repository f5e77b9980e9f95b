"""The page's colours: every pair of text and ground is as WCAG 2.2 AA wants it."""

import re
from itertools import product

import pytest

from pilotdiff.model import Outcome
from pilotdiff.report.page import palette

TEXT, MARK = 4.5, 3.0
SURFACES = ("paper", "card", "hover")
ON_SURFACES = ("ink", "quiet", "accent", *(outcome.value for outcome in Outcome))
PAIRS = [
    *product(ON_SURFACES, SURFACES),
    *product(("ink",), ("gone", "come", "mark", "track")),
    *product(("on",), ("accent", *(outcome.value for outcome in Outcome))),
    *product(("below",), ("r0", "r1", "r2", "r3")),
    *product(("above",), ("r4", "r5")),
]
# What is no text: borders of fields, the ring around what has the focus, bars on their track.
MARKS = [*product(("edge", "focus"), SURFACES), *product(("promoted", "renamed"), ("track",))]


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_can_be_read_and_every_mark_be_seen(theme: str) -> None:
    colours = palette.palette()[theme]
    wanted = [(pair, TEXT) for pair in PAIRS] + [(pair, MARK) for pair in MARKS]
    found = {pair: (contrast(*(colours[name] for name in pair)), least) for pair, least in wanted}
    assert {pair: ratio for pair, (ratio, least) in found.items() if ratio < least} == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_rates_grow_in_lightness_without_a_step_back(theme: str) -> None:
    """The steps are told apart without colour, in grey and by the colour-blind."""
    steps = [luminance(palette.palette()[theme][f"r{step}"]) for step in range(1, 6)]
    assert steps == sorted(steps, reverse=theme == "light")
    assert len(set(steps)) == len(steps)


def test_both_themes_have_the_same_colours() -> None:
    light, dark = palette.palette().values()
    assert light.keys() == dark.keys()


def test_the_style_names_no_colour_of_its_own() -> None:
    css = (palette.Path(palette.__file__).with_name("page.css")).read_text("utf-8")  # type: ignore[attr-defined]
    assert re.findall(r":[^;{}]*#[0-9a-fA-F]{3,8}\b|rgba?\(", css) == []
    used = set(re.findall(r"var\(--([\w-]+)\)", css))
    assert used <= {name.replace("_", "-") for name in palette.palette()["light"]}
