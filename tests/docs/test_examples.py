"""Every shell example of the documentation runs.

A block fenced as `sh` is run, line by line until one fails, in a copy of what a reader has: the
README's in the folder of the project, those of docs/ in docs/tour. One that must end otherwise
says so: `sh exit=1`. The blocks of a page follow one another in the same folder.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from docs.fenced import PAGES, ROOT, Block, blocks

# `make` shows what it would do, so that an example proves its target and builds nothing.
PRELUDE = f"""
set -eo pipefail
make() {{ command make -n -C '{ROOT}' "$@" >/dev/null; }}
"""
LONGEST = 60
WITH_EXAMPLES = [page for page in PAGES if blocks(page, "sh")]


@pytest.fixture(scope="module")
def scripts() -> str:
    """The folder of the installed command."""
    folder = Path(sys.executable).parent
    if not (folder / "pilotdiff").exists():
        pytest.skip("pilotdiff is not installed in this environment")
    return str(folder)


def run(block: Block, folder: Path, scripts: str) -> str:
    """What is wrong with the block, "" when it does as it says."""
    environment = {name: value for name, value in os.environ.items() if "PILOTDIFF" not in name}
    environment |= {"PATH": f"{scripts}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "COLUMNS": "80"}
    done = subprocess.run(
        ["bash", "-c", PRELUDE + block.text],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=LONGEST,
        stdin=subprocess.DEVNULL,
    )
    wanted = int(found[1]) if (found := re.fullmatch(r"exit=(\d+)", block.options)) else 0
    if done.returncode == wanted and "Traceback" not in done.stderr:
        return ""
    return f"{block.place} ended with {done.returncode}, not {wanted}:\n{done.stderr[-500:]}"


@pytest.mark.parametrize("page", WITH_EXAMPLES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_shell_example_does_as_it_says(page, tmp_path, scripts):
    shutil.copytree(ROOT / "docs/tour", tmp_path / "docs/tour")
    folder = tmp_path if page.parent == ROOT else tmp_path / "docs/tour"
    wrong = [run(block, folder, scripts) for block in blocks(page, "sh")]
    assert not any(wrong), "\n".join(filter(None, wrong))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_no_example_escapes_by_another_name(page):
    """Commands stand in blocks that are run; `console` shows what a reader's machine must have."""
    for language in ("bash", "shell", "text", "console"):
        for block in blocks(page, language):
            lines = block.text.splitlines()
            calls = [line for line in lines if re.match(r"\s*(\$ )?pilotdiff ", line)]
            assert not calls, f"{block.place}: {calls[0]} is run nowhere"
    indented = [line for line in page.read_text("utf-8").splitlines() if line[:4] == "    "]
    calls = [line for line in indented if re.match(r"\s+(\.venv/bin/)?pilotdiff \w", line)]
    assert not calls, f"{page.name}: {calls[0].strip()} is run nowhere; fence it as sh"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    text = page.read_text("utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(r'src="([^"]+)"', text):
        path, _, anchor = target.partition("#")
        if "://" in target:
            continue
        there = (page.parent / path).resolve() if path else page
        assert there.exists(), f"{page.name}: {target}"
        if anchor and there.suffix == ".md":
            assert anchor in anchors(there), f"{page.name}: {target}"


def anchors(page: Path) -> set[str]:
    """The headings of a page as links name them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    kept = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {heading.replace(" ", "-") for heading in kept}
