"""Every example of the documentation runs, and every link leads somewhere.

A block fenced as `sh` or `python` is run, line by line until one fails, in a copy of what a reader
has: the README's in the folder of the project, those of docs/ in docs/tour. One that must end
otherwise says so: `sh exit=1`; one that needs what may not be here, `python needs=pandas`. The
blocks of a page follow one another in the same folder.
"""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from docs.fenced import PAGES, ROOT, Block, blocks
from tracked import copied

# `make` shows what it would do, so that an example proves its target and builds nothing.
PRELUDE = f"""
set -eo pipefail
make() {{ command make -n -C '{ROOT}' "$@" >/dev/null; }}
"""
LONGEST = 60
RUN = {"sh": ["bash", "-c"], "python": [sys.executable, "-c"], "r": ["Rscript", "-e"]}
WITH_EXAMPLES = [page for page in PAGES if blocks(page, *RUN)]


@pytest.fixture(scope="module")
def scripts() -> str:
    """The folder of the installed command."""
    folder = Path(sys.executable).parent
    if not (folder / "pilotdiff").exists():
        pytest.skip("pilotdiff is not installed in this environment")
    return str(folder)


def lacking(block: Block) -> list[str]:
    """What the block needs and is not here: packages of Python, and R with its own."""
    named = re.search(r"needs=(\S+)", block.options)
    needs = named[1].split(",") if named else []
    return [each for each in needs if not (importlib.util.find_spec(each) or shutil.which(each))]


def run(block: Block, folder: Path, scripts: str) -> str:
    """What is wrong with the block, "" when it does as it says, or lacks what it needs."""
    if lacking(block):
        return ""
    environment = {name: value for name, value in os.environ.items() if "PILOTDIFF" not in name}
    environment |= {"PATH": f"{scripts}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "COLUMNS": "80"}
    done = subprocess.run(
        [*RUN[block.language], PRELUDE * (block.language == "sh") + block.text],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=LONGEST,
        stdin=subprocess.DEVNULL,
    )
    found = re.search(r"exit=(\d+)", block.options)
    wanted = int(found[1]) if found else 0
    if done.returncode == wanted and "Traceback" not in done.stderr:
        return ""
    return f"{block.place} ended with {done.returncode}, not {wanted}:\n{done.stderr[-500:]}"


def wrong(page: Path, folder: Path, scripts: str) -> list[str]:
    """What is wrong with the examples of a page, run one after the other in a copy of its own."""
    copied(ROOT / "docs/tour", folder / "docs/tour")
    here = folder if page.parent == ROOT else folder / "docs/tour"
    return list(filter(None, (run(block, here, scripts) for block in blocks(page, *RUN))))


@pytest.fixture(scope="module")
def found(scripts: Any, tmp_path_factory: pytest.TempPathFactory) -> dict[Path, list[str]]:
    """The same of each page, as many side by side as there are cores."""
    folders = [tmp_path_factory.mktemp(page.stem) for page in WITH_EXAMPLES]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        told = pool.map(wrong, WITH_EXAMPLES, folders, [scripts] * len(folders))
        return dict(zip(WITH_EXAMPLES, told, strict=True))


@pytest.mark.parametrize("page", WITH_EXAMPLES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_example_does_as_it_says(page: Any, found: Any) -> None:
    assert not found[page], "\n".join(found[page])
    missing = {each for block in blocks(page, *RUN) for each in lacking(block)}
    if missing:
        pytest.skip(f"its other examples ran; not here: {', '.join(sorted(missing))}")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_no_example_escapes_by_another_name(page: Any) -> None:
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
def test_links_lead_somewhere(page: Any) -> None:
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
