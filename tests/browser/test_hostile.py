"""Whatever a document says is text in the page, never its markup."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import making
from pilotdiff.language import ENGLISH
from pilotdiff.model import Decision, Finding, Repair, RepairKind, Severity, Verdict, msg
from pilotdiff.report.page import page_file
from pilotdiff.report.page.document import render
from pilotdiff.report.report_types import build
from pilotdiff.report.visible import visible

HOSTILE = [
    "<script>window.hacked = 1</script>",
    "</script><script>window.hacked = 1</script>",
    "</noscript><img src=x onerror=window.hacked=1>",
    '"><img src=x onerror="window.hacked=1">',
    "'><svg onload=window.hacked=1>",
    "<!-- <script>",
    "]]> --> <style>*{display:none}</style>",
    "&amp; &lt;b&gt; &#39; &copy",
    "{{ 7*7 }} {% raw %} ${1+1}",
    "一\u2028二\u2029三",
    "\u202e倒写\u202c",
    "javascript:window.hacked=1",
    "#outcome=dropped&row=p1",
    "a\tb c\\n\\",
]


@pytest.fixture(params=HOSTILE, ids=range(len(HOSTILE)))
def text(request: pytest.FixtureRequest) -> Any:
    return request.param


@pytest.fixture
def page(tmp_path: Path, text: str, opened: Callable[..., Any]) -> Any:
    """A page that says the text wherever a document's words can stand."""
    repairs = [Repair(RepairKind.GBK, 0, 1, text, text, text)]
    unit = making.unit(
        text, text + "市", text + "县", text, text,
        raw=text, category=text, note=text, line=1, ordinal=text, repairs=repairs,
    )  # fmt: skip
    other = making.unit(text, text + "市", text + "县", text, text + "新", raw=text + "新", line=1)
    decision = Decision(text, text, Verdict.SAME, text, text, text)
    rows = (
        making.row("renamed", unit, other, reason=text, runner_up=text, decision=decision),
        making.row("dropped", unit, reason=text),
    )
    pilots = making.units(text, [unit, unit], title=text, issuer=text, number=text)
    results = making.units(text + "2", [other], title=text + "2", date=text)
    report = build(pilots, results, rows, version="0")
    found = [Finding(text, Severity.ERROR, text, 1, msg("said: {text}", text=text))]
    path = tmp_path / "page.html"
    page_file.write_page_file(render(report, ENGLISH, found), path)
    return opened(path)


def test_it_is_shown_as_it_is_and_does_nothing(page: Any, text: str) -> None:
    page.open("row=p1")
    seen = visible(text)
    shown = " ".join(seen.split())
    assert page.errors() == []
    assert page.js("typeof window.hacked") == "undefined"
    assert page.rows() == ["p1", "p1.2"]
    for selector in ("h1", "tr.unit .c-category", "#p1-evidence .raw", "#findings li p", "title"):
        assert shown in " ".join(page.text(selector).split()), selector
    assert page.all("img, svg[onload], main style") == []
    # It can be searched for and chosen as any other name.
    page.do(
        f"const field = document.getElementById('search'); field.value = {json.dumps(seen)};"
        "field.dispatchEvent(new Event('input', {bubbles: true}));"
        "const list = document.getElementById('category'); list.selectedIndex = 1;"
        "list.dispatchEvent(new Event('input', {bubbles: true}))"
    )
    assert page.rows() == ["p1", "p1.2"]
    page.open(page.js("location.hash.slice(1)"))
    assert page.rows() == ["p1", "p1.2"]
