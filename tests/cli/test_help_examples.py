"""Every command's help ends with an example, and the example runs."""

import shlex
from pathlib import Path
from typing import Any

import pytest

from pilotdiff.cli import main
from pilotdiff.cli.app import COMMANDS
from pilotdiff.cli.help_examples import EXAMPLES
from tracked import copied

ROOT = Path(__file__).parents[2]
# These wait for a client, or for a person.
WAITING = {"serve", "review"}


@pytest.mark.parametrize("command", [*COMMANDS, "pilotdiff"])
def test_the_help_ends_with_an_example(command: str, capsys: Any) -> None:
    main([command] * (command != "pilotdiff") + ["--help", "--lang", "en"])
    assert capsys.readouterr().out.endswith(f"\n\nExample:\n  {EXAMPLES[command]}\n")


@pytest.mark.parametrize("command", sorted({*EXAMPLES} - WAITING))
def test_the_example_runs(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    copied(ROOT / "docs/tour", tmp_path / "tour")
    monkeypatch.chdir(tmp_path / "tour")
    wanted = 1 if command == "check" else 0  # the tour's list announces a wrong total
    assert main(shlex.split(EXAMPLES[command])[1:]) == wanted
    said = capsys.readouterr()
    assert said.out or said.err
