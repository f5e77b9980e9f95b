"""Every code is documented, with its meaning and an example, and stands in one table."""

import os
from collections import Counter
from pathlib import Path

import pytest

from pilotdiff.checks import code
from pilotdiff.checks.finding_codes import BETWEEN, CODES, WITHIN
from pilotdiff.language import words
from pilotdiff.report.answers.codes_answer import CodesAnswer
from pilotdiff.report.formats import Format, rendered

_DOCS = Path(__file__).parents[2] / "docs"
_FROM, _TO = "<!-- codes -->\n", "<!-- /codes -->"


@pytest.mark.parametrize(("name", "language"), [("findings.md", "en"), ("findings.zh-CN.md", "zh")])
def test_the_page_holds_every_code(name: str, language: str) -> None:
    """UPDATE_SNAPSHOTS=1 writes the table anew."""
    page = _DOCS / name
    before, _, rest = page.read_text("utf-8").partition(_FROM)
    shown, _, after = rest.partition(_TO)
    wanted = "".join(rendered(CodesAnswer(list(CODES.values()), words(language)), Format.MARKDOWN))
    if os.environ.get("UPDATE_SNAPSHOTS"):
        page.write_text(before + _FROM + wanted + _TO + after, "utf-8")
        shown = wanted
    assert shown == wanted


def test_no_code_stands_twice() -> None:
    codes = Counter(each.code for each in (*WITHIN, *BETWEEN))
    assert codes.most_common(1)[0][1] == 1


def test_each_says_what_it_means_and_shows_an_example() -> None:
    for each in CODES.values():
        assert len(str(each.meaning)) > 20
        assert len(str(each.example)) > 15


def test_every_code_that_a_check_declares_is_listed() -> None:
    assert set(code._KNOWN) == set(CODES)
