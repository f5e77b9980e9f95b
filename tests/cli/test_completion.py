"""What the shells offer behind TAB, asked as their own scripts ask it."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pilotdiff.cli.app import COMMANDS
from pilotdiff.model import LEVELS, Outcome

IDS = {"sichuan-2022-pilots", "sichuan-2023-demonstrations", "national-2019-zones"}


@pytest.fixture
def offered(spawn: Callable[..., Any], tmp_path: Path) -> Any:
    """What stands behind the last word of a line, "" for one not begun, as bash is told."""
    (tmp_path / "list.txt").touch()
    (tmp_path / "sichuan.txt").touch()
    (tmp_path / "sichuan").mkdir()

    def ask(*line: str, **variables: str) -> list[str]:
        asked = {"COMP_WORDS": " ".join(("pilotdiff", *line)), "COMP_CWORD": str(len(line))}
        environment = {**os.environ, "_PILOTDIFF_COMPLETE": "complete_bash", **asked, **variables}
        done = spawn(env=environment, cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, b"")
        return list(done.stdout.decode().split())

    return ask


def test_all_commands_are_offered(offered: Callable[..., list[str]]) -> None:
    assert offered("") == list(COMMANDS)
    assert offered("mat") == ["match"]


def test_a_commands_options_are_offered(offered: Callable[..., list[str]]) -> None:
    options = offered("match", "--")
    assert {"--output", "--only", "--decisions", "--headings", "--lang"} <= set(options)
    assert "--passed-over" in offered("parse", "--pa")


def test_outcomes_and_levels_are_offered(offered: Callable[..., list[str]]) -> None:
    assert offered("match", "--only", "") == list(Outcome)
    assert offered("match", "--level", "") == list(LEVELS)
    assert offered("match", "--only", "re") == ["renamed", "repeated", "review"]


def test_documents_are_offered_by_id_and_by_file(offered: Callable[..., list[str]]) -> None:
    some = offered("match", "")
    assert set(some) >= {*IDS, "list.txt", "sichuan.txt", "sichuan/"}
    assert offered("match", "national-2019-zones", "sichuan-2023") == [
        "sichuan-2023-demonstrations"
    ]
    for call in (["parse"], ["check"], ["trace", "某地"], ["programme", "sichuan-2022-pilots"]):
        assert offered(*call, "nat") == ["national-2019-zones"]


def test_where_no_id_begins_alike_files_are_the_shells_work(
    offered: Callable[..., list[str]],
) -> None:
    assert offered("parse", "list") == []
    assert offered("match", "-o", "li") == []


def test_a_catalogue_in_the_environment_offers_its_own(
    offered: Callable[..., list[str]], tmp_path: Path
) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('[[document]]\nid = "mine-2024"\nkind = "pilots"\ntitle = "名单"\n', "utf-8")
    assert offered("parse", "mine-", PILOTDIFF_CATALOGUE=str(path)) == ["mine-2024"]
    path.write_text("broken", "utf-8")
    assert offered("parse", "mine-", PILOTDIFF_CATALOGUE=str(path)) == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_takes_the_script(spawn: Callable[..., Any], shell: str, tmp_path: Path) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    done = spawn(env={**os.environ, "_PILOTDIFF_COMPLETE": f"source_{shell}"})
    path = tmp_path / "script"
    path.write_bytes(done.stdout)
    assert b"pilotdiff" in done.stdout
    checked = subprocess.run([shell, "-n", str(path)], capture_output=True)
    assert (checked.returncode, checked.stderr) == (0, b"")


def test_bash_completes(script: list[str]) -> None:
    ask = f"""
    PATH="$(dirname '{script[0]}'):$PATH"
    source <(_PILOTDIFF_COMPLETE=source_bash pilotdiff)
    COMP_WORDS=(pilotdiff match --only p); COMP_CWORD=3
    _pilotdiff_completion pilotdiff
    echo "${{COMPREPLY[*]}}"
    """
    done = subprocess.run(["bash", "-c", ask], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("promoted\n", "")


def test_a_commands_help_is_its_own(run: Callable[..., Any]) -> None:
    assert "--install-completion" in run("--help").out
    assert "completion" not in run("match", "--help").out
