"""Running the command: in this process, which is fast, or as a user would, through its script."""

import io
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from pilotdiff.cli import main


@dataclass
class Done:
    """What a call printed and its exit code."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Done]:
    """Call the command in this process, as if piped, 80 columns wide, in English."""
    for name, value in {"COLUMNS": "80", "LC_ALL": "C.UTF-8"}.items():
        monkeypatch.setenv(name, value)

    def call(*arguments: object, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        code = main([str(argument) for argument in arguments])
        out, err = capsysbinary.readouterr()
        return Done(code, out.decode(), err.decode())

    return call


@pytest.fixture
def list_folder(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """The folder in which commands are called, with the module's LISTS in `lists` below it."""
    (tmp_path / "lists").mkdir()
    for name, text in request.module.LISTS.items():
        (tmp_path / "lists" / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def script() -> list[str]:
    """The installed console script."""
    path = Path(sys.executable).with_name("pilotdiff")
    if not path.exists():
        pytest.skip("pilotdiff is not installed in this environment")
    return [str(path)]


@pytest.fixture
def spawn(script: list[str]) -> Callable[..., "subprocess.CompletedProcess[bytes]"]:
    """Call the script in a process of its own."""

    def call(*arguments: object, **options: object) -> "subprocess.CompletedProcess[bytes]":
        command = [*script, *map(str, arguments)]
        options = {"timeout": 120, **options}
        return subprocess.run(command, capture_output=True, **options)  # type: ignore[call-overload,no-any-return]

    return call
