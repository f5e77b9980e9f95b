"""A page in both languages: the same parts, the same calls but for the language they ask for."""

import html
import os
import re
import subprocess
import sys
from typing import Any

import pytest

from docs.fenced import PAGES, ROOT, Block, blocks

# Together a second or more: `make quick` leaves them out.
pytestmark = pytest.mark.slow

ENGLISH, CHINESE = ROOT / "README.md", ROOT / "README.zh-CN.md"
PAIRS = [
    pytest.param(page.with_name(page.name.replace(".zh-CN", "")), page, id=page.name)
    for page in PAGES
    if ".zh-CN" in page.name
]
# The Chinese one asks for its language, and echoes in it.
_ASKED = re.compile(
    r" --(?:lang|headings) zh|^export PILOTDIFF_LANG=zh.*\n| +# .*$|echo \"[^\"]*\"", re.MULTILINE
)


@pytest.mark.parametrize(("english", "chinese"), PAIRS)
def test_they_have_the_same_parts(english: Any, chinese: Any) -> None:
    parts = (
        re.findall(r"^(?:#+ |\||!\[|```|- )", page.read_text("utf-8"), re.MULTILINE)
        for page in (english, chinese)
    )
    assert len({tuple(each) for each in parts}) == 1


@pytest.mark.parametrize(("english", "chinese"), PAIRS)
def test_they_make_the_same_calls(english: Any, chinese: Any) -> None:
    calls = ([called(block) for block in blocks(page, "sh")] for page in (english, chinese))
    assert len({tuple(each) for each in calls}) == 1


def called(block: Block) -> str:
    """The calls of a block, whatever their language and the names of what they write."""
    return re.sub(r"> ?\S+|-o \S+|^# .*$", "", _ASKED.sub("", block.text), flags=re.MULTILINE)


def test_each_shows_the_screen_and_the_page_in_its_language() -> None:
    for page, suffix in ((ENGLISH, ""), (CHINESE, ".zh-CN")):
        text = page.read_text("utf-8")
        for picture in (f"match{suffix}.svg", f"page{suffix}.png"):
            assert f"docs/pictures/{picture}" in text
            size = (ROOT / "docs/pictures" / picture).stat().st_size
            assert 5_000 < size < 300_000


@pytest.mark.parametrize(("language", "suffix"), [("en", ""), ("zh", ".zh-CN")])
def test_the_picture_shows_what_the_command_prints(language: str, suffix: str) -> None:
    """A changed screen wants a new picture: bench/pictures.py draws it."""
    command = [sys.executable, "-m", "pilotdiff", "match", "--lang", language]
    environment = {**os.environ, "COLUMNS": "130", "PYTHONUTF8": "1"}
    printed = subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", check=True
    ).stdout
    drawing = (ROOT / f"docs/pictures/match{suffix}.svg").read_text("utf-8")
    shown = html.unescape("".join(re.findall(r"<text[^>]*screen-r\d[^>]*>(.*?)</text>", drawing)))
    assert len("".join(shown.split())) > 500
    assert "".join(printed.split()).startswith("".join(shown.split()))
