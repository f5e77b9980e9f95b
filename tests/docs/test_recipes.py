"""The recipes that are not simply run: the Makefile, and the notebook."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from docs.fenced import ROOT, blocks

NOTEBOOK = ROOT / "docs/notebooks/programme.ipynb"


@pytest.mark.process
@pytest.mark.parametrize("name", ["recipes.md", "recipes.zh-CN.md"])
def test_the_makefile_makes_every_pair_once(name: str, tmp_path: Path) -> None:
    if shutil.which("make") is None:
        pytest.skip("make is not here")
    (block,) = blocks(ROOT / "docs" / name, "make")
    (tmp_path / "Makefile").write_text(block.text, "utf-8")
    (tmp_path / "lists").mkdir()
    tour = ROOT / "docs/tour"
    for year in ("2023", "2024"):
        shutil.copy(tour / "pilots-2023.txt", tmp_path / f"lists/pilots-{year}.txt")
        shutil.copy(tour / "results-2024.csv", tmp_path / f"lists/results-{year}.csv")
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    for _ in range(2):
        done = subprocess.run(
            ["make"], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
        )
    assert "Nothing to be done" in done.stdout
    assert (tmp_path / "papers/2024/diff.csv").is_file()


def cells() -> list[Any]:
    return list(json.loads(NOTEBOOK.read_text("utf-8"))["cells"])


def test_the_notebook_runs_from_the_top(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for package in ("pandas", "matplotlib"):
        pytest.importorskip(package, reason=f"{package} is not here")
    code = ["".join(cell["source"]) for cell in cells() if cell["cell_type"] == "code"]
    script = "import matplotlib; matplotlib.use('Agg')\n" + "\n".join(code)
    monkeypatch.chdir(tmp_path)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-500:]
    assert (tmp_path / "programme.png").stat().st_size > 5_000


def test_the_notebook_was_saved_without_what_it_printed() -> None:
    assert not [cell for cell in cells() if cell.get("outputs")]


def test_the_methods_paragraph_states_the_measured_figures() -> None:
    measured = (ROOT / "docs/benchmark.md").read_text("utf-8")
    for name in ("recipes.md", "recipes.zh-CN.md"):
        text = (ROOT / "docs" / name).read_text("utf-8")
        stated = re.findall(r"0\.9\d\d\d", text)
        assert stated
        assert all(re.search(figure[:-1] + r"\d", measured) for figure in stated)
