"""The pictures of the README, made anew from what the command prints: docs/pictures/.

    .venv/bin/python bench/pictures.py

The screens are the command's own output, drawn by rich as SVG. The page is a screenshot by a
headless Chromium of Debian's packages, made small by Pillow where that is installed.
"""

import html
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from itertools import groupby
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

FOLDER = Path(__file__).parents[1] / "docs/pictures"
WIDTH, LINES = 130, 46
CELL = 12.2  # of rich's SVG
LANGUAGES = {"en": "", "zh": ".zh-CN"}
BROWSER = ("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")
VIEW = "1280,1500"
# Fonts that readers have; rich would have the browser fetch one.
FONTS = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', 'PingFang SC', monospace"


def printed(*arguments: str) -> str:
    """What the command prints on a terminal with colours."""
    command = [sys.executable, "-m", "pilotdiff", *arguments]
    environment = {**os.environ, "COLUMNS": str(WIDTH), "FORCE_COLOR": "1", "TERM": "xterm"}
    return subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", check=True
    ).stdout


def screen(language: str) -> str:
    """The first lines of the shipped example as SVG, the same bytes for the same lines."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), legacy_windows=False)
    lines = printed("match", "--lang", language).splitlines()[:LINES]
    console.print(Text.from_ansi("\n".join(lines)))
    title = f"pilotdiff match --lang {language}"
    drawn = console.export_svg(title=title, theme=MONOKAI, unique_id="screen")
    drawn = re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)
    drawn = re.sub(r"font-family: [^;]+;", f"font-family: {FONTS};", drawn)
    return re.sub(
        r'<text class="(screen-r\d+)" x="([\d.]+)" (y="[^"]+") .*?>(.*?)</text>', placed, drawn
    )


def placed(found: re.Match[str]) -> str:
    """The text in runs of wide and of narrow characters, each as long as its cells.

    rich takes every character for one cell, and a browser would squeeze the Chinese.
    """
    kind, x, y, text = found.groups()
    at, drawn = float(x), []
    for _, run in groupby(html.unescape(text), lambda sign: cell_len(sign)):
        shown = "".join(run)
        length = CELL * cell_len(shown)
        said = html.escape(shown).replace(" ", "&#160;").replace("\u00a0", "&#160;")
        drawn.append(f'<text class="{kind}" x="{at:g}" {y} textLength="{length:g}">{said}</text>')
        at += length
    return "".join(drawn)


def page(language: str, target: Path) -> None:
    """The top of the page as a browser shows it."""
    with tempfile.TemporaryDirectory() as name:
        made = Path(name) / "report.html"
        printed("report", "-o", str(made), "--lang", language, "-q")
        shot = [
            f"--screenshot={target}",
            f"--window-size={VIEW}",
            f"--user-data-dir={name}/profile",
        ]
        subprocess.run([*BROWSER, *shot, made.as_uri()], check=True, capture_output=True)
    reduced(target)


def reduced(target: Path) -> None:
    """Fewer colours, a third of the bytes."""
    try:
        from PIL import Image
    except ImportError:
        return
    with Image.open(target) as image:
        image.convert("RGB").quantize(128).save(target, optimize=True)


def main() -> None:
    """Draw them all."""
    FOLDER.mkdir(exist_ok=True)
    for language, suffix in LANGUAGES.items():
        (FOLDER / f"match{suffix}.svg").write_text(screen(language), "utf-8")
    for language, suffix in LANGUAGES.items() if shutil.which(BROWSER[0]) else ():
        page(language, FOLDER / f"page{suffix}.png")
    for path in sorted(FOLDER.iterdir()):
        print(f"{path.stat().st_size / 1024:6.0f} KiB  {path.name}")


if __name__ == "__main__":
    main()
