"""What is published elsewhere says of the project what pyproject.toml says."""

import re
import tomllib

import pytest

from pilotdiff.version import VERSION
from tracked import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def test_the_conda_recipe_needs_what_the_project_needs() -> None:
    recipe = (ROOT / "packaging/conda/meta.yaml").read_text("utf-8")
    run = recipe.partition("  run:\n")[2].partition("test:")[0]
    needed = {line.strip("- \n").replace(" ", "") for line in run.splitlines() if line.strip()}
    assert needed == {*PROJECT["dependencies"], f"python{PROJECT['requires-python']}"}
    assert f"{PROJECT['scripts']['pilotdiff']}" in recipe
    version = re.search(r"load_file_regex\(\"([^\"]+)\", '([^']+)'", recipe)
    assert version is not None
    found = re.search(version[2], (ROOT / version[1]).read_text("utf-8"))
    assert found is not None
    assert found[1] == VERSION


@pytest.mark.parametrize("name", ["action.yml", "Dockerfile"])
def test_what_is_installed_is_checked_by_its_hash(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    installs = [line for line in text.splitlines() if "pip" in line and " install " in line]
    assert len(installs) == 2
    assert all("--require-hashes" in line or "--no-deps" in line for line in installs)
    assert "ot run here" in text or "ot built here" in text


def test_what_a_caller_of_the_action_writes_is_no_part_of_a_script() -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    scripts = re.findall(r"- run: (.*?)(?=\n      (?:env|shell):)", text, re.DOTALL)
    assert scripts
    assert not [script for script in scripts if "${{" in script]
